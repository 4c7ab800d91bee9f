package profile

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/creachadair/tomledit"
	"github.com/creachadair/tomledit/parser"

	"foyer/services/fault"
	"foyer/services/link"
)

// SetTemplates replaces the user's templates. Each needs a name of its own and must pass its
// Check. A template that keeps its name keeps its comments in the file; one that could not be read
// stays there untouched.
func (f *File) SetTemplates(templates []link.Template) error {
	const op = "writing the templates"
	seen := map[string]bool{}
	for _, t := range templates {
		err := t.Check()
		switch {
		case t.Name == "":
			err = errNoName
		case seen[t.Name]:
			err = errSameName
		}
		if err != nil {
			return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeBadValue, Words: t.Name, Err: err}
		}
		seen[t.Name] = true
	}
	return f.change(op, func(d document) (document, error) { return d.withTemplates(templates) })
}

// templatesPath is the heading of every template's table.
func templatesPath() parser.Key { return parser.Key{"links", "templates"} }

func (d document) withTemplates(templates []link.Template) (document, error) {
	path := templatesPath()
	return d.edited(path, true, func(doc *tomledit.Document) error {
		if e := doc.First(path...); e != nil && e.IsMapping() {
			// templates = [ … ] in one value becomes tables, which alone can have comments.
			e.Remove()
		}
		old, unread, others, at := d.split(doc)
		var sections []*tomledit.Section
		for _, t := range templates {
			s := old[t.Name]
			if s == nil {
				s = &tomledit.Section{Heading: &parser.Heading{Name: path, IsArray: true}}
			}
			if err := fill(s, t); err != nil {
				return err
			}
			sections = append(sections, s)
		}
		doc.Sections = slices.Insert(others, at, append(sections, unread...)...)
		return nil
	})
}

// split sorts doc's tables into the templates that were read, by name, those that could not be
// read, and all others, and tells before which of the others the templates stand.
func (d document) split(doc *tomledit.Document) (old map[string]*tomledit.Section, unread, others []*tomledit.Section, at int) {
	old, at = map[string]*tomledit.Section{}, -1
	known := map[string]bool{}
	for _, t := range d.templates {
		known[t.Name] = true
	}
	for _, s := range doc.Sections {
		if !s.TableName().Equals(templatesPath()) {
			others = append(others, s)
			continue
		}
		if at < 0 {
			at = len(others)
		}
		if name := sectionName(s); known[name] && old[name] == nil {
			old[name] = s
		} else {
			unread = append(unread, s)
		}
	}
	if at < 0 {
		at = len(others)
	}
	return old, unread, others, at
}

// sectionName returns the name of the template in s, or "".
func sectionName(s *tomledit.Section) string {
	var text bytes.Buffer
	if err := tomledit.Format(&text, &tomledit.Document{Global: &tomledit.Section{Items: s.Items}}); err != nil {
		return ""
	}
	d, err := parse(text.Bytes())
	if err != nil {
		return ""
	}
	name, _ := d.tree["name"].(string)
	return name
}

// fill writes t into its section and leaves unknown keys alone. A text that is empty is left out,
// because that is how the built-in text is asked for.
func fill(s *tomledit.Section, t link.Template) error {
	for _, field := range []struct{ name, text string }{
		{"name", t.Name}, {"space", t.Space}, {"person", t.Person}, {"meeting", t.Meeting},
	} {
		v, err := parser.ParseValue(quote(field.text))
		if err != nil {
			return fmt.Errorf("%s: %w", field.name, err)
		}
		setItem(s, field.name, v, field.text == "")
	}
	return nil
}

func setItem(s *tomledit.Section, name string, v parser.Value, remove bool) {
	for i, item := range s.Items {
		kv, ok := item.(*parser.KeyValue)
		if !ok || !kv.Name.Equals(parser.Key{name}) {
			continue
		}
		if remove {
			s.Items = append(s.Items[:i:i], s.Items[i+1:]...)
			return
		}
		v.Trailer = kv.Value.Trailer
		kv.Value = v
		return
	}
	if !remove {
		s.Items = append(s.Items, &parser.KeyValue{Name: parser.Key{name}, Value: v})
	}
}

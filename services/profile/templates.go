package profile

import (
	"fmt"

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

func (d document) withTemplates(templates []link.Template) (document, error) {
	path := parser.Key{"links", "templates"}
	return d.edited(path, true, func(doc *tomledit.Document) error {
		if e := doc.First(path...); e != nil && e.IsMapping() {
			// templates = [ … ] in one value becomes tables, which alone can have comments.
			e.Remove()
		}
		known := map[string]bool{}
		for _, t := range d.templates {
			known[t.Name] = true
		}
		var others, unread []*tomledit.Section
		old := map[string]*tomledit.Section{}
		at := -1
		for _, s := range doc.Sections {
			if !s.TableName().Equals(path) {
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
		var fresh []*tomledit.Section
		for _, t := range templates {
			s := old[t.Name]
			if s == nil {
				s = &tomledit.Section{Heading: &parser.Heading{Name: path, IsArray: true}}
			}
			if err := fill(s, t); err != nil {
				return err
			}
			fresh = append(fresh, s)
		}
		doc.Sections = append(append(append(append([]*tomledit.Section{}, others[:at]...), fresh...), unread...), others[at:]...)
		return nil
	})
}

// sectionName returns the name of the template in s, or "".
func sectionName(s *tomledit.Section) string {
	var b tomledit.Document
	b.Global = &tomledit.Section{Items: s.Items}
	var text textBuffer
	if err := tomledit.Format(&text, &b); err != nil {
		return ""
	}
	d, err := parse([]byte(text))
	if err != nil {
		return ""
	}
	name, _ := d.tree["name"].(string)
	return name
}

// textBuffer collects what is written to it.
type textBuffer []byte

// Write appends p; it never fails.
func (b *textBuffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
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

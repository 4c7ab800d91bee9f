package profile

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/creachadair/tomledit"
	"github.com/creachadair/tomledit/parser"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/message"
)

// SetTemplates replaces the user's templates for the texts of links. Each needs a name of its own and
// must pass its Check. A template that keeps its name keeps its comments in the file; one that could
// not be read stays there untouched.
func (f *File) SetTemplates(templates []link.Template) error {
	return setTemplates(f, linkTemplates(), templates, func(d document) []link.Template { return d.links })
}

// SetMessageTemplates replaces the user's templates for messages, as SetTemplates does those for links.
func (f *File) SetMessageTemplates(templates []message.Template) error {
	return setTemplates(f, messageTemplates(), templates, func(d document) []message.Template { return d.messages })
}

func setTemplates[T any](f *File, k templateTable[T], templates []T, read func(document) []T) error {
	const op = "writing the templates"
	taken := map[string]bool{}
	for _, t := range templates {
		if err := k.checked(t, taken); err != nil {
			return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeBadValue, Words: k.name(t), Err: err}
		}
		taken[k.name(t)] = true
	}
	return f.change(op, func(d document) (document, error) { return withTemplates(d, k, templates, read(d)) })
}

// withTemplates returns d with those templates in place of those that were read.
func withTemplates[T any](d document, k templateTable[T], templates, read []T) (document, error) {
	known := map[string]bool{}
	for _, t := range read {
		known[k.name(t)] = true
	}
	return d.edited(k.path, true, func(doc *tomledit.Document) error {
		if e := doc.First(k.path...); e != nil && e.IsMapping() {
			// templates = [ … ] in one value becomes tables, which alone can have comments.
			e.Remove()
		}
		old, unread, others, at := split(doc, k.path, known)
		var sections []*tomledit.Section
		for _, t := range templates {
			s := old[k.name(t)]
			if s == nil {
				s = &tomledit.Section{Heading: &parser.Heading{Name: k.path, IsArray: true}}
			}
			if err := fill(s, k.fields(&t)); err != nil {
				return err
			}
			sections = append(sections, s)
		}
		doc.Sections = slices.Insert(others, at, append(sections, unread...)...)
		return nil
	})
}

// split sorts doc's tables into the templates of the known names, by name, those that could not be
// read, and all others, and tells before which of the others the templates stand.
func split(doc *tomledit.Document, path parser.Key, known map[string]bool) (old map[string]*tomledit.Section, unread, others []*tomledit.Section, at int) {
	old, at = map[string]*tomledit.Section{}, -1
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

// fill writes a template's texts into its section and leaves unknown keys alone. A text that is empty
// is left out, because that is how the built-in text is asked for.
func fill(s *tomledit.Section, fields []templateField) error {
	for _, f := range fields {
		v, err := parser.ParseValue(quote(*f.text))
		if err != nil {
			return fmt.Errorf("%s: %w", f.key, err)
		}
		setItem(s, f.key, v, *f.text == "")
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

package profile

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/creachadair/tomledit"
	"github.com/creachadair/tomledit/parser"
	"github.com/creachadair/tomledit/transform"
)

// errUnsafe: the library and we understood the file differently, so it is left as it is.
var errUnsafe = errors.New("the settings file cannot be edited without losing something")

// with returns d's text with one setting changed and everything else in it kept: comments, order,
// and keys that this Foyer does not know.
func (d document) with(k Key, value string) (document, error) {
	return d.edited(k.path(), false, func(doc *tomledit.Document) error {
		v, err := parser.ParseValue(k.literal(value))
		if err != nil {
			return err
		}
		return put(doc, k.path(), v)
	})
}

// edited applies edit and makes sure that nothing but the value at path changed, and that no comment
// is missing unless the edit removes what had one.
func (d document) edited(path []string, removes bool, edit func(*tomledit.Document) error) (document, error) {
	doc, err := tomledit.Parse(bytes.NewReader(d.text))
	if err != nil {
		return d, fmt.Errorf("%w: %w", errUnsafe, err)
	}
	restoreTrailers(doc, d.text)
	had, _ := comments(d.text)
	if err := edit(doc); err != nil {
		return d, err
	}
	var b bytes.Buffer
	if err := tomledit.Format(&b, doc); err != nil {
		return d, err
	}
	after, err := parse(b.Bytes())
	if err != nil {
		return d, fmt.Errorf("%w: %w", errUnsafe, err)
	}
	if rest(d.tree, path) != rest(after.tree, path) {
		return d, errUnsafe
	}
	if has, _ := comments(after.text); has < had && !removes {
		return d, errUnsafe
	}
	return after, nil
}

// rest writes a tree without the value at path, in one spelling, to compare it by. A table that
// holds nothing else counts as missing.
func rest(tree map[string]any, path []string) string {
	kept := map[string]any{}
	for name, v := range tree {
		switch table, isTable := v.(map[string]any); {
		case name != path[0]:
			kept[name] = v
		case isTable && len(path) > 1:
			if r := rest(table, path[1:]); r != "map[]" {
				kept[name] = r
			}
		}
	}
	return fmt.Sprint(kept)
}

// put sets the value at path where it stands, or adds it to its table, however that was written.
func put(doc *tomledit.Document, path parser.Key, v parser.Value) error {
	if e := doc.First(path...); e != nil && e.IsMapping() {
		v.Trailer = e.Value.Trailer
		e.Value = v
		return nil
	}
	table, kv := path[:len(path)-1], &parser.KeyValue{Name: path[len(path)-1:], Value: v}
	if e := doc.First(table...); e != nil && e.IsMapping() {
		inline, ok := e.Value.X.(parser.Inline)
		if !ok {
			return errUnsafe
		}
		e.Value.X = append(inline, kv)
		return nil
	}
	if s, at := dotted(doc, table); s != nil {
		kv.Name = path[at:]
		transform.InsertMapping(s, kv, true)
		return nil
	}
	transform.InsertMapping(section(doc, table), kv, true)
	return nil
}

// dotted finds the section with keys such as table.key, beside which no heading for table may stand,
// and how many parts of the path its own heading has; nil without one.
func dotted(doc *tomledit.Document, table parser.Key) (*tomledit.Section, int) {
	for _, s := range append([]*tomledit.Section{doc.Global}, doc.Sections...) {
		if s == nil || s.Heading != nil && s.IsArray || !s.TableName().IsPrefixOf(table) {
			continue
		}
		at := len(s.TableName())
		for _, item := range s.Items {
			rest := table[at:]
			if kv, ok := item.(*parser.KeyValue); ok && len(rest) > 0 && len(kv.Name) > len(rest) && rest.IsPrefixOf(kv.Name) {
				return s, at
			}
		}
	}
	return nil, 0
}

// section returns the table with that heading, and adds one when there is none.
func section(doc *tomledit.Document, table parser.Key) *tomledit.Section {
	for _, s := range doc.Sections {
		if s.TableName().Equals(table) && !s.IsArray {
			return s
		}
	}
	s := &tomledit.Section{Heading: &parser.Heading{Name: table}}
	doc.Sections = append(doc.Sections, s)
	return s
}

// quote writes a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// initial is the text of a new settings file: every setting with its comment.
func initial() []byte {
	var b strings.Builder
	b.WriteString("# Foyer's settings. Foyer changes single lines here and keeps your comments.\n")
	table := ""
	for _, k := range Keys() {
		path := k.path()
		if path[0] != table {
			table = path[0]
			fmt.Fprintf(&b, "\n[%s]\n", table)
		}
		for line := range strings.Lines(k.Doc) {
			b.WriteString("# " + strings.TrimSpace(line) + "\n")
		}
		fmt.Fprintf(&b, "%s = %s\n", path[1], k.literal(k.Default))
	}
	return []byte(b.String())
}

package profile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/creachadair/tomledit/parser"

	"foyer/services/link"
	"foyer/services/message"
)

// templateTable is one kind of templates: tables in an array, each with texts under keys.
type templateTable[T any] struct {
	path parser.Key // the heading of every table
	// fields returns the texts of a template; the first is its name.
	fields func(*T) []templateField
	check  func(T) error
}

type templateField struct {
	key  string
	text *string
}

func linkTemplates() templateTable[link.Template] {
	return templateTable[link.Template]{
		path: parser.Key{"links", "templates"},
		fields: func(t *link.Template) []templateField {
			return []templateField{{"name", &t.Name}, {"space", &t.Space}, {"person", &t.Person}, {"meeting", &t.Meeting}}
		},
		check: link.Template.Check,
	}
}

func messageTemplates() templateTable[message.Template] {
	return templateTable[message.Template]{
		path: parser.Key{"messages", "templates"},
		fields: func(t *message.Template) []templateField {
			return []templateField{{"name", &t.Name}, {"text", &t.Text}}
		},
		check: message.Template.Check,
	}
}

var (
	errNotText  = errors.New("not a text")
	errNoName   = errors.New("the template has no name")
	errSameName = errors.New("another template has the same name")
)

func (k templateTable[T]) name(t T) string { return *k.fields(&t)[0].text }

// checked returns what is wrong with a template beside others of those names.
func (k templateTable[T]) checked(t T, taken map[string]bool) error {
	switch name := k.name(t); {
	case name == "":
		return errNoName
	case taken[name]:
		return errSameName
	}
	return k.check(t)
}

// read makes a template of a table; nil is a value that is no table.
func (k templateTable[T]) read(table map[string]any) (T, error) {
	var t T
	for _, f := range k.fields(&t) {
		raw, there := table[f.key]
		text, ok := raw.(string)
		if there && !ok {
			return t, fmt.Errorf("%s: %w", f.key, errNotText)
		}
		*f.text = text
	}
	return t, nil
}

// readTemplates returns the templates that are whole; names count once. What is wrong with the others
// goes to d's warnings.
func readTemplates[T any](d *document, k templateTable[T]) []T {
	raw, there := lookup(d.tree, k.path)
	if !there {
		return nil
	}
	var all []T
	taken := map[string]bool{}
	for _, table := range tables(raw) {
		t, err := k.read(table)
		if err == nil {
			err = k.checked(t, taken)
		}
		if err != nil {
			d.warnings = append(d.warnings, Warning{Code: CodeBadValue, Key: strings.Join(k.path, "."), Value: fmt.Sprint(table["name"]), Err: err})
			continue
		}
		taken[k.name(t)] = true
		all = append(all, t)
	}
	return all
}

// tables returns the elements of an array of tables, however it was written.
func tables(raw any) []map[string]any {
	switch list := raw.(type) {
	case []map[string]any:
		return list
	case []any:
		var all []map[string]any
		for _, e := range list {
			table, _ := e.(map[string]any)
			all = append(all, table)
		}
		return all
	}
	return []map[string]any{nil}
}

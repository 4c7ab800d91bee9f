package profile

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/creachadair/tomledit"
	"github.com/creachadair/tomledit/parser"

	"foyer/services/fault"
)

// DialectPrefix begins the names of the settings for what a Chat&Messenger server names differently,
// such as "chat-messenger.dialect.bulk-room". Which there are is the adapter's business: any name of
// small letters, digits and dashes may be set. An empty value is a value; the default holds for what
// the file does not name.
const DialectPrefix = "chat-messenger.dialect."

var dialectName = regexp.MustCompile(`^[a-z0-9-]+$`)

func isDialect(name string) bool {
	name, ok := strings.CutPrefix(name, DialectPrefix)
	return ok && dialectName.MatchString(name)
}

func dialectKey(name string) Key { return Key{Name: name, Type: Text} }

// readDialect takes over what the file says about the dialect.
func (d *document) readDialect() {
	raw, _ := lookup(d.tree, dialectTable())
	table, _ := raw.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(table)) {
		k := dialectKey(DialectPrefix + name)
		if !isDialect(k.Name) {
			continue
		}
		value, ok := k.fromFile(table[name])
		if !ok {
			d.warnings = append(d.warnings, Warning{Code: CodeBadValue, Key: k.Name, Value: fmt.Sprint(table[name])})
			continue
		}
		d.values[k.Name] = value
	}
}

// dialect returns the dialect's settings by their names without the prefix; nil when there are none.
func dialect(values map[string]string) map[string]string {
	var set map[string]string
	for name, value := range values {
		if isDialect(name) {
			if set == nil {
				set = map[string]string{}
			}
			set[strings.TrimPrefix(name, DialectPrefix)] = value
		}
	}
	return set
}

// dialectTable is where the dialect stands in the file.
func dialectTable() []string { return []string{"chat-messenger", "dialect"} }

// SetDialect replaces the whole dialect, by names without the prefix: the defaults hold again for what
// is not in it. Names that Foyer cannot have written stay in the file.
func (f *File) SetDialect(values map[string]string) error {
	const op = "writing the dialect"
	for name, value := range values {
		k, isKey := keyNamed(DialectPrefix + name)
		if _, ok := k.read(value); !isKey || !ok {
			return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeBadValue, Words: DialectPrefix + name}
		}
	}
	return f.change(op, func(d document) (document, error) {
		return d.edited(dialectTable(), true, func(doc *tomledit.Document) error {
			for name := range dialect(d.values) {
				if _, stays := values[name]; stays {
					continue
				}
				if e := doc.First(append(dialectTable(), name)...); e != nil {
					e.Remove()
				}
			}
			for _, name := range slices.Sorted(maps.Keys(values)) {
				v, err := parser.ParseValue(quote(values[name]))
				if err == nil {
					err = put(doc, append(dialectTable(), name), v)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}

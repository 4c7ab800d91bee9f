package profile

import (
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

// isDialect reports whether this is a name of the dialect of some Chat&Messenger.
func isDialect(name string) bool {
	_, first, ok := firstKey(name)
	name, isOne := strings.CutPrefix(first, DialectPrefix)
	return ok && isOne && dialectName.MatchString(name)
}

func dialectKey(name string) Key { return Key{Name: name, Type: Text} }

// readDialects takes over what the file says about the dialects.
func (d *document) readDialects() {
	for _, id := range ids(d.tree, KindMessenger) {
		d.readDialect(id)
	}
}

func (d *document) readDialect(id string) {
	raw, _ := lookup(d.tree, dialectTable(id))
	table, _ := raw.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(table)) {
		k := dialectKey(ServiceKey(id, DialectPrefix) + name)
		if !isDialect(k.Name) {
			continue
		}
		value, ok := k.fromFile(table[name])
		if !ok {
			d.warnings = append(d.warnings, k.warn(table[name]))
			continue
		}
		d.values[k.Name] = value
	}
}

// dialect returns the settings of a service's dialect by their names without the prefix; nil when there are
// none.
func dialect(values map[string]string, id string) map[string]string {
	var set map[string]string
	for name, value := range values {
		if key, ok := strings.CutPrefix(name, ServiceKey(id, DialectPrefix)); ok {
			if set == nil {
				set = map[string]string{}
			}
			set[key] = value
		}
	}
	return set
}

// dialectTable is where a service's dialect stands in the file.
func dialectTable(id string) []string { return []string{id, "dialect"} }

// SetDialect replaces the whole dialect of the service with that ID, by names without the prefix: the
// defaults hold again for what is not in it. Names that Foyer cannot have written stay in the file.
func (f *File) SetDialect(id string, values map[string]string) error {
	const op = "writing the dialect"
	if KindOf(id) != KindMessenger {
		return unknown(op, id)
	}
	for name, value := range values {
		full := ServiceKey(id, DialectPrefix) + name
		k, isKey := keyNamed(full)
		if _, ok := k.read(value); !isKey || !ok {
			return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeBadValue, Words: full}
		}
	}
	return f.change(op, func(d document) (document, error) {
		return d.edited(dialectTable(id), true, func(doc *tomledit.Document) error {
			for name := range dialect(d.values, id) {
				if _, stays := values[name]; stays {
					continue
				}
				if e := doc.First(append(dialectTable(id), name)...); e != nil {
					e.Remove()
				}
			}
			for _, name := range slices.Sorted(maps.Keys(values)) {
				v, err := parser.ParseValue(quote(values[name]))
				if err == nil {
					err = put(doc, append(dialectTable(id), name), v)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}

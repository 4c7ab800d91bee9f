package profile

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// DialectPrefix begins the names of the settings for what a Chat&Messenger server names differently,
// such as "chat-messenger.dialect.bulk-room-key". Which there are is the adapter's business: any
// name of small letters, digits and dashes may be set, and an empty value stands for the default.
const DialectPrefix = "chat-messenger.dialect."

var dialectName = regexp.MustCompile(`^[a-z0-9-]+$`)

func isDialect(name string) bool {
	name, ok := strings.CutPrefix(name, DialectPrefix)
	return ok && dialectName.MatchString(name)
}

func dialectKey(name string) Key { return Key{Name: name, Type: Text} }

// readDialect takes over what the file says about the dialect.
func (d *document) readDialect() {
	raw, _ := lookup(d.tree, strings.Split(strings.TrimSuffix(DialectPrefix, "."), "."))
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

// dialect returns the dialect's settings that are not empty, by their names without the prefix; nil
// when there are none.
func dialect(values map[string]string) map[string]string {
	var set map[string]string
	for name, value := range values {
		if isDialect(name) && value != "" {
			if set == nil {
				set = map[string]string{}
			}
			set[strings.TrimPrefix(name, DialectPrefix)] = value
		}
	}
	return set
}

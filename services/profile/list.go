package profile

import (
	"slices"
	"strings"
)

// listLimit is more entries than a list needs.
const listLimit = 200

func joinList(all []string) string { return strings.Join(all, "; ") }

// splitList returns the entries of a list, each once and without blanks around it.
func splitList(value string) []string {
	var all []string
	for part := range strings.SplitSeq(value, ";") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	return all
}

// readList returns a list in its one spelling, and whether every entry is a line that a list can have.
func readList(value string) (string, bool) {
	all := splitList(value)
	isText := !slices.ContainsFunc(all, func(entry string) bool {
		_, ok := (Key{Type: Text}).read(entry)
		return !ok
	})
	return joinList(all), isText && len(all) <= listLimit
}

// listFromFile returns the list that TOML gave.
func listFromFile(values []any) (string, bool) {
	all := make([]string, 0, len(values))
	for _, v := range values {
		text, ok := v.(string)
		if !ok || strings.Contains(text, ";") {
			return "", false
		}
		all = append(all, text)
	}
	return readList(joinList(all))
}

// listLiteral spells a checked list as a TOML array.
func listLiteral(value string) string {
	all := splitList(value)
	for i, text := range all {
		all[i] = quote(text)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

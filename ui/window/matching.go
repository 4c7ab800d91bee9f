package window

import "strings"

// Matching returns the results in whose title every word of the query stands.
func Matching(all []Result, query string) []Result {
	var found []Result
	for _, r := range all {
		title, matches := strings.ToLower(r.Title), true
		for _, w := range strings.Fields(strings.ToLower(query)) {
			matches = matches && strings.Contains(title, w)
		}
		if matches {
			found = append(found, r)
		}
	}
	return found
}

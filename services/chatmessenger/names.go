package chatmessenger

import "strings"

// Names are the names under which a value may stand, the likeliest first.
type Names []string

// String writes them as in the settings file.
func (n Names) String() string { return strings.Join(n, ",") }

// readNames reads what String wrote.
func readNames(text string) Names {
	var all Names
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

package link

import (
	"slices"
	"strings"
)

// longestCopy is the longest text that Copied looks at, in bytes. Space info with the longest names is much
// shorter.
const longestCopy = 16 << 10

// Copied returns what text leads to when it is what Webex itself copies: space info, or nothing but one
// link to a space or a meeting. Text that only mentions such a link, addresses and bare IDs are not.
func Copied(text string) (t Target, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > longestCopy {
		return Target{}, false
	}
	targets := Recognize(text)
	if len(targets) != 1 || slices.Contains(targets[0].Warnings, WarnAmbiguous) {
		return Target{}, false
	}
	t = targets[0]
	if !strings.ContainsAny(text, " \t\r\n") {
		return t, strings.Contains(text, "://") && (t.Kind == Space || t.Kind == Meeting)
	}
	// The labels of the block are in any language, so that what they lead to tells.
	return t, t.Kind == Space && (t.Participants != nil || t.Type != "") && t.Name != ""
}

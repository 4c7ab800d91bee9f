package link

import "strings"

// ownLabels are Webex's English labels as they stand in space info.
var ownLabels = []string{
	"Space name:", "Space ID:", "Space URI:", "Space URI (markdown):", "Participant count:", "External participant count:", "Conversation type:",
}

// breakLabels gives every label its own line again where space info was pasted into a field of one
// line, which turns line ends into blanks.
func breakLabels(text string) string {
	if !holdsField(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for l := range strings.Lines(text) {
		content := l[decoration(l):]
		if len(l) > maxLine || !beginsWithAny(content, ownLabels) || !holdsField(l) {
			b.WriteString(l)
			continue
		}
		for i := 0; i < len(l); i++ {
			if l[i] == ' ' && i > len(l)-len(content) && beginsWithAny(l[i+1:], ownLabels) {
				b.WriteByte('\n')
				continue
			}
			b.WriteByte(l[i])
		}
	}
	return b.String()
}

// holdsField tells whether an ID or link with its label stands behind a blank in s. A label alone
// may be part of a name.
func holdsField(s string) bool {
	for {
		i := strings.Index(s, " Space ")
		if i < 0 {
			return false
		}
		s = s[i+len(" Space "):]
		if rest, ok := strings.CutPrefix(s, "ID: "); ok && startsUUID(rest) {
			return true
		}
		if rest, ok := strings.CutPrefix(s, "URI: "); ok && beginsLink(rest) {
			return true
		}
	}
}

func beginsWithAny(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

package plain

import (
	"strings"
	"unicode"
)

// Line makes one line of s: line breaks, tabs and control characters become blanks, runs of them
// one blank, and the ends are trimmed. Blanks inside s stay as they are.
func Line(s string) string {
	if !strings.ContainsFunc(s, isBreak) {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	broken := false
	for _, r := range s {
		if isBreak(r) {
			broken = true
			continue
		}
		if broken {
			b.WriteByte(' ')
			broken = false
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// isBreak tells whether r cannot stand in one line of text.
func isBreak(r rune) bool {
	return r < ' ' || r >= 0x7f && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029')
}

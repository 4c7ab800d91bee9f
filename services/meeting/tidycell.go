package meeting

import (
	"strings"

	"foyer/services/person"
	"foyer/services/plain"
)

// invisible are signs without width that get into cells with what is copied. Joiners are none of them:
// names in Persian and emoji need those.
const invisible = "\u200b\u2060\ufeff\u00ad"

// trimmed returns a cell on one line. Other control characters stay, for Check to find.
func trimmed(s string) string {
	if isTidy(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(invisible, r):
			return -1
		case r >= '\t' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029' || r == '\u00a0':
			return ' '
		}
		return r
	}, plain.Text(s))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\u3000' }), " ")
}

// isTidy tells whether trimmed has nothing to do: printable ASCII with single blanks inside.
func isTidy(s string) bool {
	blank := true // before the first sign
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return s == "" || !blank
}

// tidyName is trimmed without quotes around and with the encoded words of mail headers decoded.
func tidyName(s string) string { return trimmed(person.CleanName(s)) }

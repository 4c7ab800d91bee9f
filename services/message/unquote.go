package message

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"foyer/services/plain"
)

// unquoted returns what a valid JSON string says. Half a surrogate pair becomes U+FFFD, as with
// encoding/json; bytes that are no UTF-8 are read as Windows-1252.
func unquoted(quoted []byte) string {
	s := plain.Text(string(quoted[1 : len(quoted)-1]))
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for ; i >= 0; i = strings.IndexByte(s, '\\') {
		b = append(b, s[:i]...)
		switch c := s[i+1]; c {
		case 'u':
			var r rune
			r, s = escaped(s[i:])
			b = utf8.AppendRune(b, r)
			continue
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		default:
			b = append(b, c)
		}
		s = s[i+2:]
	}
	return string(append(b, s...))
}

// escaped returns the character that s begins with in the form \u0000, or in two of them, and what
// follows it.
func escaped(s string) (rune, string) {
	const length = len(`\u0000`)
	r := hexRune(s)
	if !utf16.IsSurrogate(r) {
		return r, s[length:]
	}
	if strings.HasPrefix(s[length:], `\u`) {
		if both := utf16.DecodeRune(r, hexRune(s[length:])); both != utf8.RuneError {
			return both, s[2*length:]
		}
	}
	return utf8.RuneError, s[length:]
}

// hexRune returns the number in \u0000.
func hexRune(s string) rune {
	n, _ := strconv.ParseUint(s[2:6], 16, 32) // The string is valid.
	return rune(n)
}

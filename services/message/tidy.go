package message

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isBlank tells whether r is a blank but no tab and no line end.
func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r >= utf8.RuneSelf && unicode.Is(unicode.Zs, r)
}

// isAt tells whether r is the sign of addresses, be it as wide as a Chinese character.
func isAt(r rune) bool { return r == '@' || r == '＠' }

func hasAt(s string) bool { return strings.ContainsFunc(s, isAt) }

// tidy returns s without what nobody sees in it, with its wide letters and signs made narrow, and
// trimmed: what people copy from web pages, chats and Japanese keyboards.
func tidy(s string) string {
	if !strings.ContainsFunc(s, isUntidy) {
		return strings.Trim(s, " ")
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch {
		case isJoiner(r) && joins(s[:i], s[i+utf8.RuneLen(r):]):
			b.WriteRune(r)
		case isBlank(r):
			b.WriteByte(' ')
		case isInvisible(r):
		case r >= '！' && r <= '～':
			b.WriteRune(r - '！' + '!')
		case r == '。' || r == '｡':
			b.WriteByte('.')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Trim(b.String(), " ")
}

func isUntidy(r rune) bool {
	return r < ' ' || r >= 0x7f && (isInvisible(r) || r >= '！' && r <= '～' || r == '。' || r == '｡' || isBlank(r))
}

// isInvisible tells whether r shows nothing: zero-width blanks, soft hyphens, marks of direction and
// of byte order.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}

// isJoiner tells whether r is one of the two invisible characters that some scripts write with.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// joins tells whether a joiner between before and after belongs to the writing.
func joins(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	return a >= utf8.RuneSelf && b >= utf8.RuneSelf && !isInvisible(a) && !isInvisible(b) && a != utf8.RuneError && b != utf8.RuneError
}

// hasWord tells whether there is a letter or digit in s.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

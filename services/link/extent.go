package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends marks the ASCII characters that no link contains.
var ends = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = c <= ' ' || c == 0x7f || strings.IndexByte("<>\"{}|\\^`[]", byte(c)) >= 0
	}
	return t
}()

// extent returns where the link that begins at text[start] ends, looking from text[from] on and
// before the punctuation behind it is trimmed. A link ends at a blank, a bracket that it did not
// open, an entity that stands for one, the apostrophe it was quoted with, a comma before the next
// link, and where writing goes on that uses no blanks.
func extent(text string, start, from int) int {
	quoted := start > 0 && text[start-1] == '\''
	depth := 0
	for i := from; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !inLink(r) {
				return i
			}
			i += size
			continue
		}
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 || ends[c] || c == '\'' && quoted || endsBefore(text[i:]) {
			return i
		}
		i++
	}
	return len(text)
}

// inLink tells whether r, beyond ASCII, may stand unencoded in a link: the letters of scripts that
// put blanks between words.
func inLink(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r)) &&
		(r < 0x0e00 || r >= 0x1e00 && r < 0x2c00)
}

// endsBefore tells whether s begins with what ends a link although links may contain it: a comma
// with the next link behind it, or the entity of a bracket or quote.
func endsBefore(s string) bool {
	switch s[0] {
	case ',', ';':
		return beginsLink(s[1:])
	case '&':
		return closingEntity(s)
	}
	return false
}

func closingEntity(s string) bool {
	return strings.HasPrefix(s, "&gt;") || strings.HasPrefix(s, "&lt;") || strings.HasPrefix(s, "&quot;")
}

// trimLink removes from the end of a link what belongs to the text around it: punctuation,
// quotes, emphasis, and the same percent-encoded by a program that took it into the link. A ) stays
// when it was opened inside the link.
func trimLink(raw string) string {
	surplus := -1 // how many ) more than ( there are, once somebody has counted
	for raw != "" {
		last := raw[len(raw)-1]
		if last == ')' {
			if surplus < 0 {
				surplus = max(0, strings.Count(raw, ")")-strings.Count(raw, "("))
			}
			if surplus == 0 {
				break
			}
			surplus--
		}
		n := trailing(raw)
		if n == 0 {
			break
		}
		raw = raw[:len(raw)-n]
	}
	return raw
}

// trailing returns how many bytes at the end of raw are no part of a link.
func trailing(raw string) int {
	if strings.IndexByte(".,;:!?&'*>)]}", raw[len(raw)-1]) >= 0 {
		return 1
	}
	if len(raw) > 3 && raw[len(raw)-3] == '%' {
		switch strings.ToUpper(raw[len(raw)-2:]) {
		case "3E", "3C", "22":
			return 3
		}
	}
	for _, entity := range [...]string{"&nbsp", "&amp"} {
		if strings.HasSuffix(raw, entity) {
			return len(entity)
		}
	}
	return 0
}

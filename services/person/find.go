package person

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FindEmail returns where the e-mail address around the @ at text[at] begins and ends, in running
// text: without the punctuation, quotes and emphasis around it, and without the words that
// Japanese, Chinese, Korean or Thai text writes against it without a blank.
func FindEmail(text string, at int) (start, end int, ok bool) {
	end, ok = domainEnd(text, at+1)
	if !ok || end < len(text) && text[end] == '@' {
		return 0, 0, false
	}
	start = localStart(text, at)
	if start > 0 && text[start-1] == '@' || !ValidEmail(text[start:end]) || isPicture(text[at+1:end]) {
		return 0, 0, false
	}
	return start, end, true
}

// localStart walks back from the @ over what may stand in a user name in running text. The
// characters that RFC 5322 allows but that rather belong to the text around, such as = and *,
// end it.
func localStart(text string, at int) int {
	start := at
	ascii := false // whether there is a letter or digit of ASCII already
	for start > 0 && at-start <= maxLocal {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !inLocal(r, ascii) || r == '.' && text[start] == '.' {
			break
		}
		ascii = ascii || r < utf8.RuneSelf && isAlnum(byte(r))
		start -= size
	}
	for start < at && text[start] < utf8.RuneSelf && !isAlnum(text[start]) && text[start] != '_' {
		start++
	}
	return start
}

// inLocal tells whether r may stand in the user name of an address in running text.
func inLocal(r rune, ascii bool) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r)) || strings.IndexByte("._+-'&~!#$%", byte(r)) >= 0
	}
	return isLetter(r) && !(ascii && isUnspaced(r))
}

// domainEnd walks over the domain that begins at text[start].
func domainEnd(text string, start int) (end int, ok bool) {
	label := -1    // where the last label begins, once there was a dot
	ascii := false // whether that label holds ASCII
	i := start
	for i < len(text) && i-start <= maxAddress {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '.' && !strings.HasPrefix(text[i+1:], ".") {
			label, ascii = i+1, false
			i++
			continue
		}
		if !isDomain(r) || ascii && label > 0 && isUnspaced(r) && validTop(text[label:i]) {
			break
		}
		ascii = ascii || r < utf8.RuneSelf
		i += size
	}
	end = start + len(strings.TrimRight(text[start:i], ".-"))
	return end, label > start && end > start
}

// isUnspaced tells whether r belongs to a script that writes words without blanks between them,
// so that an address may touch the text around it.
func isUnspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// isPicture tells whether what looks like a domain is a file such as icon@2x.png.
func isPicture(domain string) bool {
	dot := strings.LastIndexByte(domain, '.')
	switch strings.ToLower(domain[dot+1:]) {
	case "png", "jpg", "jpeg", "gif", "svg", "webp":
		return true
	}
	return false
}

// CutEmail returns the address that s begins with when all of s was meant to be one: brackets,
// quotes and blanks before it and everything behind its domain are left out.
func CutEmail(s string) (email string, ok bool) {
	s = strings.TrimLeft(s, " <([{\"'")
	if rest, found := cutPrefixFold(s, "mailto:"); found {
		s = rest
	}
	at := strings.IndexByte(s, '@')
	if at < 0 {
		return "", false
	}
	end, ok := domainEnd(s, at+1)
	if !ok || end < len(s) && s[end] == '@' {
		return "", false
	}
	return s[:end], ValidEmail(s[:end])
}

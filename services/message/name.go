package message

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/person"
)

// cleanName returns the name in s without labels, bullets and quotes, "" when it has an address in it:
// a name must not be taken for another address than the one it stands beside.
func cleanName(s string) string {
	s = tidy(s)
	if i := strings.LastIndex(s, ": "); i >= 0 {
		s = s[i+2:]
	}
	if isLabel(s) || hasAt(s) {
		return ""
	}
	s = strings.TrimLeft(s, " -–—•·*>&+|.")
	if digits := strings.TrimLeft(s, "0123456789"); len(digits) < len(s) && strings.IndexAny(digits, ".)") == 0 {
		s = strings.TrimLeft(digits[1:], " ")
	}
	s = person.CleanName(strings.TrimRight(s, " -–—|:"))
	if strings.Count(s, `"`) == 1 {
		s = strings.ReplaceAll(s, `"`, "") // The other one was forgotten.
	}
	return strings.Trim(s, " []")
}

// isLabel tells whether s is no part of a name and no recipient: "To:", "1.", "•", "and".
func isLabel(s string) bool {
	s = tidy(s)
	switch s {
	case "and", "or", "und", "oder", "et", "ou":
		return true
	}
	mark := strings.TrimLeft(s, "0123456789")
	return strings.HasSuffix(s, ":") || mark != "" && strings.Trim(mark, " -–—•·*>&+|.)") == ""
}

// isName tells whether s looks like a name and not like a mistyped address: words of letters, of which
// one does not begin small.
func isName(s string) bool {
	s = cleanName(s)
	return isSmallName(s) && strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsLower(r) })
}

// isSmallName tells whether s looks like a name in whatever case.
func isSmallName(s string) bool {
	s = cleanName(s)
	if !hasWord(s) || strings.ContainsAny(s, "@_/\\0123456789<>=") {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		// A dot ends a title or an initial; one within a longer word belongs to an address.
		if dot := strings.IndexByte(w, '.'); dot > 0 && dot < len(w)-1 && strings.Trim(w, ".,") != "" && longest(w) > 1 {
			return false
		}
	}
	return true
}

// longest returns the length of the longest part of w between dots, in bytes.
func longest(w string) int {
	most := 0
	for part := range strings.SplitSeq(w, ".") {
		most = max(most, len(part))
	}
	return most
}

// isNameOf tells whether words beside a bare address are the name of its owner: a name of several
// words, one that the address has in it, or one in a script that writes names in one word.
func isNameOf(s, address string) bool {
	if !isName(s) {
		return false
	}
	s = cleanName(s)
	if strings.Contains(s, " ") {
		return !slices.ContainsFunc(strings.Fields(s), isSmallWord)
	}
	user, _, _ := strings.Cut(strings.ToLower(address), "@")
	return strings.Contains(user, strings.ToLower(s)) ||
		strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r) })
}

// isSmallWord tells whether w begins small and is none of the words that do so in names.
func isSmallWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLower(r) {
		return false
	}
	switch w {
	case "af", "al", "av", "bin", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "e", "el", "ibn", "la", "le", "ter", "ten", "van", "vom", "von", "y", "zu", "zum", "zur":
		return false
	}
	return true
}

package message

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/person"
	"foyer/services/plain"
)

const mailto = "mailto:"

// around are the signs that may stand around an address and belong to the text.
const around = " <>([{}])\"'“”‘’«»„•·–—:;,.!?*`\\"

// readWord reads the addresses in a word without blanks: one as a rule, several in a link or with
// signs between them, which then have their own Raw. It returns nil when any part of the word is no
// address.
func readWord(s string) []Recipient {
	if found := readAddress(tidy(s)); found != nil {
		return found
	}
	var all []Recipient
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("/|&•·\u200b", r) }) {
		found := readAddress(tidy(part))
		if found == nil {
			return nil
		}
		for _, f := range found {
			f.Raw = plain.Line(part)
			all = append(all, f)
		}
	}
	return all
}

// readAddress reads one address, or a link with its addresses.
func readAddress(s string) []Recipient {
	s = strings.Trim(s, around)
	if hasPrefixFold(s, mailto) {
		return readLink(s[len(mailto):])
	}
	return readBare(s)
}

// readBare reads one address and nothing else but a label before it.
func readBare(s string) []Recipient {
	if colon := strings.LastIndexByte(s, ':'); colon >= 0 && isScheme(s[:colon]) {
		s = strings.TrimLeft(s[colon+1:], around)
	}
	at := strings.IndexByte(s, '@')
	if at < 0 {
		return nil
	}
	start, end, ok := person.FindEmail(s, at)
	switch {
	case !ok:
		return nil
	case isTouching(s[:start], s[end:]):
		return []Recipient{{Address: s[start:end], Name: touchingName(s[:start]), Valid: true}}
	case person.ValidEmail(s):
		return []Recipient{{Address: s, Valid: true}} // With signs that running text does not have.
	default:
		return nil
	}
}

// readLink reads the addresses of a mailto link, behind its scheme.
func readLink(s string) []Recipient {
	path, query, _ := strings.Cut(s, "?")
	lists := []string{path}
	for pair := range strings.SplitSeq(strings.ReplaceAll(query, "&amp;", "&"), "&") {
		key, value, _ := strings.Cut(pair, "=")
		switch strings.ToLower(key) {
		case "to", "cc", "bcc":
			lists = append(lists, value)
		}
	}
	var all []Recipient
	for _, list := range lists {
		list, err := url.PathUnescape(list)
		if err != nil {
			return nil
		}
		for address := range strings.FieldsFuncSeq(plain.Text(list), func(r rune) bool { return r == ',' || r == ';' }) {
			found := readBare(strings.TrimSpace(address))
			if found == nil {
				return nil
			}
			all = append(all, found...)
		}
	}
	return all
}

// isScheme tells whether s, before a colon, is a label or a scheme such as E-Mail or smtp.
func isScheme(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != ' ' })
}

// isTouching tells whether what stands around an address within a word is text of a script that
// writes without blanks, or punctuation, and no part of a mistyped address.
func isTouching(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return (before == "" || last >= utf8.RuneSelf || !hasWord(before) && !hasAt(before)) && !hasAt(after) &&
		(after == "" || first >= utf8.RuneSelf || first == '(' || !hasWord(after))
}

// touchingName returns the name that is written against an address without a blank.
func touchingName(before string) string {
	if !isName(before) {
		return ""
	}
	return cleanName(before)
}

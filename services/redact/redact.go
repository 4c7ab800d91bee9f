// Package redact takes out of text what is nobody's business: addresses, numbers, tokens, and words that
// the caller names. It is for reports that are shown to others, and errs on the side of taking out too much.
package redact

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// What stands in place of what was taken out.
const (
	Address = "[address]"
	Number  = "[number]"
	Token   = "[token]"
	Name    = "[name]"
)

// shortest is the length in characters of the shortest word that is taken out wherever it stands.
const shortest = 3

var (
	// inURL is a user with a password in a URL, query everything behind a question mark.
	inURL = regexp.MustCompile(`(://)[^/\s"'@]+@`)
	query = regexp.MustCompile(`(://[^\s"'?]+)\?[^\s"']*`)
	// link is what Webex links are made of.
	link = regexp.MustCompile(`(?i)\b(webexteams|ciscospark|sip|sips|tel|mailto|meet|im):[^\s"']+`)
	// email may have a word in it that was taken out already.
	email  = regexp.MustCompile(`[\pL\pN._%+'\[\]-]+@[\pL\pN.\[\]-]+`)
	uuid   = regexp.MustCompile(`(?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b`)
	header = regexp.MustCompile(`(?i)\b((?:bearer|basic)\s+|(?:token|password|passwd|secret|authorization|x-[\w-]*token|api-?key|app-?key)["']?\s*[:=]\s*(?:(?:bearer|basic)\s+)?)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;]+)`)
	// stays is what has digits that are no number: a time as logs have it, and an IPv4 address.
	stays = regexp.MustCompile(`\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b`)
	// humps is a name made of words, such as createUserName.
	humps  = regexp.MustCompile(`^[A-Za-z]?[a-z]+(?:[A-Z][a-z]{2,})+$`)
	digits = regexp.MustCompile(`\+?\d(?:[ ()./-]{0,2}\d){5,}`)
	long   = regexp.MustCompile(`[A-Za-z0-9_=+-]{20,}`)
)

// Text returns text without e-mail addresses, links, users and queries in URLs, UUIDs, numbers of six digits
// and more, what looks like a token, and the given words, which count in any case. Times stay, and so do
// IPv4 addresses, and the hosts and the paths of URLs.
func Text(text string, words ...string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = withoutWords(text, words)
	text = inURL.ReplaceAllString(text, "$1")
	text = query.ReplaceAllString(text, "$1")
	text = link.ReplaceAllString(text, Address)
	text = email.ReplaceAllString(text, Address)
	text = uuid.ReplaceAllString(text, Token)
	text = header.ReplaceAllString(text, "$1"+Token)
	text = between(text, func(s string) string {
		return long.ReplaceAllStringFunc(digits.ReplaceAllString(s, Number), token)
	})
	return text
}

// between changes what stands between the parts of a text that stay.
func between(text string, change func(string) string) string {
	var b strings.Builder
	at := 0
	for _, m := range stays.FindAllStringIndex(text, -1) {
		b.WriteString(change(text[at:m[0]]))
		b.WriteString(text[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(change(text[at:]))
	return b.String()
}

// token tells random letters from long words and names: they have digits, or capitals among small letters
// where no word begins.
func token(s string) string {
	if strings.ContainsAny(s, "0123456789") {
		return Token
	}
	if s == strings.ToUpper(s) || s == strings.ToLower(s) || humps.MatchString(s) {
		return s
	}
	return Token
}

// withoutWords reads the text once, however many words there are: those that could begin at a place are
// found by their first letters.
func withoutWords(text string, words []string) string {
	byBegin := map[[shortest]rune][][]rune{}
	for _, w := range words {
		if folded := fold(strings.TrimSpace(w)); len(folded) >= shortest {
			begin := [shortest]rune(folded)
			byBegin[begin] = append(byBegin[begin], folded)
		}
	}
	if len(byBegin) == 0 {
		return text
	}
	for _, some := range byBegin {
		// A longer one first: it may have a shorter one in it.
		slices.SortFunc(some, func(a, b []rune) int { return cmp.Compare(len(b), len(a)) })
	}
	original, folded := []rune(text), fold(text)
	var b strings.Builder
	for at := 0; at < len(original); {
		n := longest(folded[at:], byBegin)
		if n == 0 {
			b.WriteRune(original[at])
			at++
			continue
		}
		b.WriteString(Name)
		at += n
	}
	return b.String()
}

// longest returns the length of the longest word that the text begins with, 0 for none.
func longest(text []rune, byBegin map[[shortest]rune][][]rune) int {
	if len(text) < shortest {
		return 0
	}
	for _, w := range byBegin[[shortest]rune(text)] {
		if len(w) <= len(text) && slices.Equal(w, text[:len(w)]) {
			return len(w)
		}
	}
	return 0
}

// fold makes letters small, each by itself, so that there are as many as before.
func fold(s string) []rune {
	all := []rune(s)
	for i, r := range all {
		all[i] = unicode.ToLower(r)
	}
	return all
}

package link

import "strings"

// scheme is what stands before the colon of a link.
type scheme int

const (
	schemeNone  scheme = iota
	schemeApp          // webexteams, ciscospark, webex: Webex's own
	schemeCall         // webextel
	schemeAuth         // webexauth
	schemeWeb          // https, http
	schemeMail         // mailto
	schemeSIP          // sip, sips
	schemeOther        // anything else with //
)

// schemeName pairs the name of a scheme with its kind.
type schemeName struct {
	name string
	kind scheme
}

// schemesEnding holds the schemes by the last letter of their names.
var schemesEnding = ['z' + 1][]schemeName{
	's': {{"https", schemeWeb}, {"webexteams", schemeApp}, {"sips", schemeSIP}},
	'p': {{"http", schemeWeb}, {"sip", schemeSIP}},
	'k': {{"ciscospark", schemeApp}},
	'x': {{"webex", schemeApp}},
	'l': {{"webextel", schemeCall}},
	'h': {{"webexauth", schemeAuth}},
	'o': {{"mailto", schemeMail}},
}

// schemeBefore returns the scheme that ends at the colon text[colon], and where it begins. "Webex:
// tomorrow at ten" and "SIP: none" are labels, not links.
func schemeBefore(text string, colon int) (kind scheme, start int) {
	if colon == 0 || !isAlnum(text[colon-1]) {
		return schemeNone, 0
	}
	slashes := strings.HasPrefix(text[colon+1:], "//")
	for _, s := range schemesEnding[text[colon-1]|0x20] {
		start = colon - len(s.name)
		if start >= 0 && strings.EqualFold(text[start:colon], s.name) && s.begins(text, start, colon, slashes) {
			return s.kind, start
		}
	}
	if !slashes {
		return schemeNone, 0
	}
	start = colon
	for start > 0 && colon-start < 24 && inScheme(text[start-1]) {
		start--
	}
	return schemeOther, start
}

// begins tells whether the scheme at text[start:colon] begins a link.
func (s schemeName) begins(text string, start, colon int, slashes bool) bool {
	if s.kind == schemeWeb {
		return slashes // Also right behind a word: people forget the blank.
	}
	if start > 0 && inScheme(text[start-1]) {
		return false
	}
	return s.name != "webex" || slashes || beginsAppLink(text[colon+1:])
}

// inScheme tells whether c may stand in the name of a scheme.
func inScheme(c byte) bool { return isAlnum(c) || strings.IndexByte("+-.", c) >= 0 }

// beginsAppLink tells whether s goes on like a link of the Webex app.
func beginsAppLink(s string) bool {
	s = strings.TrimLeft(s, "/")
	for _, name := range []string{"im", "meet"} {
		if rest, ok := cutPrefixFold(s, name); ok && rest != "" && (rest[0] == '?' || rest[0] == '/') {
			return true
		}
	}
	return false
}

// beginsLink tells whether a link of any scheme begins at s. It decides whether a comma ends the
// link before it.
func beginsLink(s string) bool {
	s = s[:min(len(s), 12)]
	colon := strings.IndexByte(s, ':')
	if colon <= 0 {
		return false
	}
	switch strings.ToLower(s[:colon]) {
	case "webexteams", "ciscospark", "webex", "webextel", "webexauth", "https", "http", "mailto", "sip", "sips":
		return true
	}
	return false
}

package link

import (
	"strings"
	"unicode/utf8"

	"foyer/services/person"
)

const maxOpenable = 8 << 10

// Openable returns raw as a link that is safe to give to the system's opener: made again from its
// parsed parts, in ASCII without blanks or quotes. It takes links of the Webex app, webextel, https
// links to Webex hosts and eurl.io, and mailto. Everything else, and links that sign in or out, is
// a *fault.Error of kind Invalid with Code "not-openable"; links that should open but are
// incomplete have Code "broken-link".
func Openable(raw string) (string, error) {
	const op = "opening a link"
	raw = strings.TrimSpace(raw)
	name, rest, _ := strings.Cut(raw, ":")
	if len(raw) > maxOpenable || !utf8.ValidString(raw) || strings.ContainsFunc(raw, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "", invalid(op, "not-openable", "")
	}
	raw, rest = plainAmpersands(raw), plainAmpersands(rest)
	var url string
	switch strings.ToLower(name) {
	case "webexteams", "ciscospark", "webex":
		url = openableApp(raw)
	case "webextel":
		url = openableCall(rest)
	case "https":
		url = openableWeb(rest)
	case "mailto":
		url = openableMail(rest)
	default:
		return "", invalid(op, "not-openable", clip(name))
	}
	if url == "" {
		return "", invalid(op, "broken-link", clip(raw))
	}
	return url, nil
}

// openableApp also takes a space ID that is no UUID: whoever opens it has chosen it.
func openableApp(raw string) string {
	if reading := readLink(raw); len(reading.Targets) == 1 {
		return reading.Targets[0].link()
	}
	if id, ok := spaceParam(raw); ok && isGivenID(id) {
		return Target{Kind: Space, ID: id}.link()
	}
	return ""
}

// spaceParam returns what a link of the app gives as space, whatever it is.
func spaceParam(raw string) (string, bool) {
	name, rest, _ := strings.Cut(raw, ":")
	switch strings.ToLower(name) {
	case "webexteams", "ciscospark", "webex":
	default:
		return "", false
	}
	action, query, _ := strings.Cut(strings.TrimLeft(rest, "/"), "?")
	query, _, _ = strings.Cut(query, "#")
	id := param(query, spaceKeys...)
	return id, strings.EqualFold(strings.Trim(action, "/"), "im") && id != ""
}

func openableCall(rest string) string {
	number := callNumber(rest)
	if sip, ok := person.ParseSIP(number); ok {
		return "webextel:" + escape(sip)
	}
	if !isPhone(number) {
		return ""
	}
	var b strings.Builder
	for i := range len(number) {
		if c := number[i]; isDigit(c) || c == '+' && b.Len() == 0 || c == '*' || c == '#' {
			b.WriteByte(c)
		}
	}
	return "webextel:" + strings.ReplaceAll(b.String(), "#", "%23")
}

// openableWeb takes any page of a Webex host, but nothing that signs in or out.
func openableWeb(rest string) string {
	a, ok := parseWeb(rest)
	if !ok {
		return ""
	}
	if reading := a.shortLink(); a.host == "eurl.io" && len(reading.Targets) == 1 {
		return reading.Targets[0].URL
	}
	if !isWithin(a.host, "webex.com") || a.signsIn() {
		return ""
	}
	url := a.canonical()
	if a.fragment != "" {
		url += "#" + cleanURL(a.fragment)
	}
	return url
}

// openableMail keeps the addresses, copies, subject and text, and nothing that could attach files.
func openableMail(rest string) string {
	list, query, _ := strings.Cut(rest, "?")
	to := mailList(unescape(list))
	if to == "" {
		return ""
	}
	url := "mailto:" + to
	sep := "?"
	if cc := mailList(param(query, "cc")); cc != "" {
		url += sep + "cc=" + cc
		sep = "&"
	}
	for _, key := range []string{"subject", "body"} {
		if value := param(query, key); value != "" {
			url += sep + key + "=" + escape(value)
			sep = "&"
		}
	}
	return url
}

// mailList writes the valid addresses of a list.
func mailList(list string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ';' }) {
		_, email, ok := person.ParseAddress(part)
		if !ok {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(escape(email))
	}
	return b.String()
}

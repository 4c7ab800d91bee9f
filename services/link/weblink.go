package link

import "strings"

// webAddress is an https link in its parts; host is lower case.
type webAddress struct {
	host, path, query, fragment string
}

// parseWeb splits what follows the colon of an https link. It refuses user names, other ports and
// hosts that are no plain names, behind which links like to hide where they really go.
func parseWeb(rest string) (webAddress, bool) {
	rest, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return webAddress{}, false
	}
	var a webAddress
	rest, a.fragment, _ = strings.Cut(rest, "#")
	rest, a.query, _ = strings.Cut(rest, "?")
	a.host, a.path = rest, ""
	if slash := strings.IndexByte(rest, '/'); slash >= 0 {
		a.host, a.path = rest[:slash], rest[slash:]
	}
	a.host = strings.ToLower(strings.TrimSuffix(a.host, ":443"))
	return a, isHost(a.host)
}

func isHost(s string) bool {
	if len(s) > 253 {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := range len(label) {
			if !isAlnum(label[i]) && label[i] != '-' {
				return false
			}
		}
	}
	return true
}

// webLink reads an https link: rest is what follows the colon.
func webLink(rest string, depth int) Reading {
	a, ok := parseWeb(rest)
	if !ok {
		return Reading{}
	}
	if inner := a.wrapped(); inner != "" {
		return readNested(inner, depth-1)
	}
	switch {
	case a.host == "eurl.io" || a.host == "www.eurl.io":
		return a.shortLink()
	case a.isClient():
		if reading := a.space(); len(reading.Targets)+len(reading.Notices) > 0 {
			return reading
		}
	case isWithin(a.host, "wbx2.com"):
		if found, ok := conversation(a.host + a.path); ok {
			return found.reading("")
		}
	case a.host == "webexapis.com" || a.host == "api.ciscospark.com":
		return a.space()
	}
	switch {
	case !isWithin(a.host, "webex.com"):
		return Reading{}
	case a.signsIn():
		return notice(NoticeSignIn, "https://"+a.host+clip(cleanURL(a.path)))
	case a.isMeeting():
		return one(Target{Kind: Meeting, URL: a.canonical()})
	}
	return Reading{}
}

// wrappers are the services that put a link of their own around every link in a mail, and the
// parameter that holds the real one.
var wrappers = []struct{ host, key string }{
	{"safelinks.protection.outlook.com", "url"},
	{"safelinks.protection.office365.us", "url"},
	{"statics.teams.cdn.office.net", "url"},
	{"linkprotect.cudasvc.com", "a"},
}

// wrapped returns the link inside a redirect wrapper, or "".
func (a webAddress) wrapped() string {
	for _, w := range wrappers {
		if isWithin(a.host, w.host) {
			return param(a.query, w.key)
		}
	}
	if a.path == "/url" && isGoogle(a.host) {
		return param(a.query, "q", "url")
	}
	return ""
}

// isGoogle tells whether host is Google's search in any country.
func isGoogle(host string) bool {
	top, found := strings.CutPrefix(strings.TrimPrefix(host, "www."), "google.")
	return found && len(top) <= len("com.au") && strings.Count(top, ".") <= 1
}

// shortLink reads https://eurl.io/#id. Which space it leads to only its server knows.
func (a webAddress) shortLink() Reading {
	id := a.fragment
	for i := range len(id) {
		if !isIDByte(id[i]) {
			id = id[:i]
			break
		}
	}
	if id == "" || len(id) > maxGivenID {
		return Reading{}
	}
	return one(Target{Kind: Space, URL: "https://eurl.io/#" + id, Warnings: []Warning{WarnShortLink}})
}

// isClient tells whether a is the web client, of today or of earlier years.
func (a webAddress) isClient() bool {
	switch a.host {
	case "web.webex.com", "teams.webex.com", "app.webex.com", "web.ciscospark.com":
		return true
	}
	return false
}

// space reads a link of the web client: /spaces/<id>, /rooms?id=<id>, the same behind #, and
// ?email=<address>.
func (a webAddress) space() Reading {
	route, routeQuery, _ := strings.Cut(a.fragment, "?")
	if !strings.Contains(route, "/") && routeQuery == "" {
		route, routeQuery = "", a.fragment
	}
	message := firstOf(param(a.query, messageKeys...), param(routeQuery, messageKeys...))
	for _, path := range []string{a.path, route} {
		if id := pathID(path); id != "" {
			return spaceFrom(id, message)
		}
	}
	keys := append([]string{"id", "conversation", "conversationid"}, spaceKeys...)
	for _, query := range []string{a.query, routeQuery} {
		if id := param(query, keys...); id != "" {
			return spaceFrom(id, message)
		}
	}
	if address := firstOf(param(a.query, "email"), param(routeQuery, "email")); address != "" {
		return personFrom(address)
	}
	return Reading{}
}

// pathID returns the segment behind /spaces/ or /rooms/, decoded.
func pathID(path string) string {
	for path != "" {
		var segment string
		segment, path, _ = strings.Cut(path, "/")
		switch strings.ToLower(segment) {
		case "spaces", "space", "rooms", "room", "conversations":
			id, _, _ := strings.Cut(path, "/")
			return strings.TrimSpace(unescape(id))
		}
	}
	return ""
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

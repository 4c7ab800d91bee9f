package link

import (
	"strings"

	"foyer/services/person"
)

// maxNesting bounds how many redirect wrappers are taken off one link.
const maxNesting = 5

// readLink returns what one link leads to; nothing for links that are not Webex's. raw may have
// punctuation behind it, and & written as an entity.
func readLink(raw string) Reading {
	return readNested(raw, maxNesting)
}

func readNested(raw string, depth int) Reading {
	raw = trimLink(plainAmpersands(strings.TrimSpace(raw)))
	name, rest, found := strings.Cut(raw, ":")
	if !found || depth == 0 {
		return Reading{}
	}
	switch strings.ToLower(name) {
	case "webexteams", "ciscospark", "webex":
		if found, ok := restID(strings.TrimLeft(rest, "/")); ok {
			return found.reading("")
		}
		return appLink(rest, depth)
	case "https", "http":
		return webLink(rest, depth)
	case "webextel":
		return callLink(rest)
	case "webexauth":
		return notice(NoticeSignIn, signInValue(rest))
	case "mailto":
		return mailLink(rest)
	case "sip", "sips":
		if t, ok := sipTarget(rest); ok {
			return one(t)
		}
	}
	return Reading{}
}

// appLink reads a link of the Webex app: rest is what follows the colon.
func appLink(rest string, depth int) Reading {
	name, query, _ := strings.Cut(strings.TrimLeft(rest, "/"), "?")
	query, _, _ = strings.Cut(query, "#")
	switch strings.ToLower(strings.Trim(name, "/ ")) {
	case "im":
		if id := param(query, spaceKeys...); id != "" {
			return spaceFrom(id, param(query, messageKeys...))
		}
		if address := param(query, "email"); address != "" {
			return personFrom(address)
		}
	case "meet":
		if address := param(query, "sip"); address != "" {
			if t, ok := sipTarget(address); ok {
				return one(t)
			}
		}
		// The https link inside is what every system can open.
		if inner := param(query, "url"); inner != "" {
			if reading := readNested(inner, depth-1); len(reading.Targets) == 1 && reading.Targets[0].Kind == Meeting {
				return reading
			}
		}
	}
	return notice(NoticeBroken, "webexteams:"+clip(rest))
}

// callLink reads webextel: rest is what follows the colon.
func callLink(rest string) Reading {
	number := callNumber(rest)
	if t, ok := sipTarget(number); ok {
		return one(t)
	}
	if isPhone(number) {
		return notice(NoticeCall, number)
	}
	return notice(NoticeBroken, "webextel:"+clip(rest))
}

// callNumber returns whom a webextel link calls.
func callNumber(rest string) string {
	rest = strings.TrimLeft(rest, "/")
	if query, ok := cutPrefixFold(rest, "login?"); ok {
		return param(query, "telephone")
	}
	rest, _, _ = strings.Cut(rest, "?")
	return strings.TrimSpace(unescape(strings.Trim(rest, "/")))
}

func isPhone(s string) bool {
	digits := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			digits++
		} else if strings.IndexByte("+*#-.() ", s[i]) < 0 {
			return false
		}
	}
	return digits > 0 && len(s) <= 40
}

// mailLink reads mailto: all addresses before the question mark.
func mailLink(rest string) Reading {
	list, _, _ := strings.Cut(rest, "?")
	var reading Reading
	for address := range strings.FieldsFuncSeq(unescape(list), func(r rune) bool { return r == ',' || r == ';' }) {
		if t, ok := personTarget(address); ok {
			reading.Targets = append(reading.Targets, t)
		}
	}
	return reading
}

// signInValue names a sign-in or sign-out link without its parameters, which may be secret.
func signInValue(rest string) string {
	rest, _, _ = strings.Cut(strings.TrimLeft(rest, "/"), "?")
	return "webexauth://" + clip(rest)
}

// spaceFrom returns the space that a link's value names.
func spaceFrom(value, message string) Reading {
	found, ok := spaceID(value)
	if !ok {
		return notice(NoticeBroken, clip(value))
	}
	return found.reading(message)
}

// reading returns the space of a ROOM id, and a notice for ids of other types.
func (id sealed) reading(message string) Reading {
	if id.kind != "ROOM" {
		return notice(noticeFor(id.kind), clip(id.id))
	}
	t := Target{Kind: Space, ID: id.id, Cluster: id.cluster}
	if m, ok := messageID(message); ok {
		t.Message = m
	}
	t.URL = t.link()
	return one(t)
}

func personFrom(address string) Reading {
	if t, ok := personTarget(address); ok {
		return one(t)
	}
	return notice(NoticeBroken, clip(address))
}

// personTarget returns the person with the address that value begins with.
func personTarget(value string) (Target, bool) {
	name, email, ok := person.ParseAddress(value)
	if !ok {
		if email, ok = person.CutEmail(value); !ok {
			return Target{}, false
		}
	}
	t := Target{Kind: Person, Name: name, Email: email}
	t.URL = t.link()
	return t, true
}

// sipTarget returns the call to a SIP address.
func sipTarget(value string) (Target, bool) {
	sip, ok := person.ParseSIP(unescape(value))
	if !ok {
		return Target{}, false
	}
	return newCall(sip), true
}

func one(t Target) Reading { return Reading{Targets: []Target{t}} }

func notice(kind NoticeKind, value string) Reading {
	return Reading{Notices: []Notice{{Kind: kind, Value: value}}}
}

// clip bounds what a notice quotes.
func clip(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

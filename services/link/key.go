package link

import "strings"

// Key identifies what t leads to, for finding duplicates: "space:<uuid>", "space:<uuid>#<message>",
// "person:<address in lower case>", "meeting:<SIP address in lower case, or URL>".
func (t Target) Key() string {
	prefix := string(t.Kind) + ":"
	switch {
	case t.Kind == Person:
		return prefix + strings.ToLower(t.Email)
	case t.Kind == Meeting && t.SIP != "":
		return prefix + strings.ToLower(t.SIP)
	case t.Kind == Space && t.ID != "" && t.Message != "":
		return prefix + t.ID + "#" + t.Message
	case t.Kind == Space && t.ID != "":
		return prefix + t.ID
	}
	return prefix + t.URL
}

// Title is what a row of a list shows: the name, else the e-mail address, the SIP address, the
// space ID, or the URL without its scheme.
func (t Target) Title() string {
	for _, s := range []string{t.Name, t.Email, t.SIP, t.ID} {
		if s != "" {
			return s
		}
	}
	_, rest, found := strings.Cut(t.URL, "://")
	if !found {
		return t.URL
	}
	return rest
}

// Meet returns the link that calls the person t: to the SIP address, or to the e-mail address
// where no SIP address is known, as in Webex's own example. ok is false for other kinds.
func (t Target) Meet() (meeting Target, ok bool) {
	sip := t.SIP
	if sip == "" {
		sip = t.Email
	}
	if t.Kind != Person || sip == "" {
		return Target{}, false
	}
	meeting = Target{Kind: Meeting, Name: t.Name, SIP: sip}
	meeting.URL = meeting.link()
	return meeting, true
}

// Caveats are what should be said beside a link to t, whatever text it came from: WarnOlderForm
// for calls, WarnShortLink for short links. They are not in Warnings because nothing is wrong
// with the text.
func (t Target) Caveats() []Warning {
	switch {
	case t.Kind == Meeting && t.SIP != "":
		return []Warning{WarnOlderForm}
	case t.Kind == Space && t.ID == "":
		return []Warning{WarnShortLink}
	}
	return nil
}

// link writes the canonical link from the parts, and keeps URL where the parts are only there.
func (t Target) link() string {
	switch {
	case t.Kind == Space && t.ID != "" && t.Message != "":
		return "webexteams://im?space=" + escape(t.ID) + "&message=" + escape(t.Message)
	case t.Kind == Space && t.ID != "":
		return "webexteams://im?space=" + escape(t.ID)
	case t.Kind == Person:
		return "webexteams://im?email=" + escape(t.Email)
	case t.Kind == Meeting && t.SIP != "":
		return "webexteams://meet?sip=" + escape(t.SIP)
	}
	return t.URL
}

package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/person"
)

const maxGivenID = 256

// NewSpace returns the space that text names: the first space in it, else text itself as an ID
// that is no UUID, with WarnNotUUID. It fails with a *fault.Error of kind Invalid when text holds
// several unlabelled IDs (Code "ambiguous"), something that is no space (Code "not-a-space"), or
// nothing that could be an ID (Code "not-an-id").
func NewSpace(text string) (Target, error) {
	const op = "making a space link"
	reading := Read(text)
	for _, t := range reading.Targets {
		if t.Kind != Space {
			continue
		}
		if t.Has(WarnAmbiguous) {
			return Target{}, invalid(op, "ambiguous", "")
		}
		return t, nil
	}
	id := strings.TrimSpace(text)
	if given, ok := spaceParam(id); ok {
		id = given
	} else if len(reading.Targets)+len(reading.Notices) > 0 {
		return Target{}, invalid(op, "not-a-space", "")
	}
	if !isGivenID(id) {
		return Target{}, invalid(op, "not-an-id", "")
	}
	t := Target{Kind: Space, ID: id, Warnings: []Warning{WarnNotUUID}}
	t.URL = t.link()
	return t, nil
}

// isGivenID tells whether s may be written as a space ID although it is no UUID.
func isGivenID(s string) bool {
	if s == "" || len(s) > maxGivenID || !utf8.ValidString(s) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || strings.ContainsRune(`:/?#@&<>"'\`, r)
	})
}

// NewPerson returns the person with the given e-mail address, also as Name <address>, mailto link
// or Webex link. It fails with a *fault.Error of kind Invalid, Code "not-an-address".
func NewPerson(email string) (Target, error) {
	if name, address, ok := person.ParseAddress(email); ok {
		t := Target{Kind: Person, Name: name, Email: address}
		t.URL = t.link()
		return t, nil
	}
	if t, ok := only(Person, email); ok {
		return t, nil
	}
	return Target{}, invalid("making a person link", "not-an-address", "")
}

// NewMeeting returns the call to the given SIP address, also with its scheme or as a Webex link,
// or the Webex meeting of an https link. It fails with a *fault.Error of kind Invalid, Code
// "not-an-address".
func NewMeeting(sip string) (Target, error) {
	if address, ok := person.ParseSIP(sip); ok {
		return newCall(address), nil
	}
	if t, ok := only(Meeting, sip); ok {
		return t, nil
	}
	if name, address, ok := person.ParseAddress(sip); ok {
		t := newCall(address)
		t.Name = name
		return t, nil
	}
	return Target{}, invalid("making a meeting link", "not-an-address", "")
}

func newCall(sip string) Target {
	t := Target{Kind: Meeting, SIP: sip}
	t.URL = t.link()
	return t
}

// only returns the single target in text, if it is of that kind.
func only(kind Kind, text string) (Target, bool) {
	targets := Recognize(text)
	if len(targets) != 1 || targets[0].Kind != kind {
		return Target{}, false
	}
	return targets[0], true
}

// Has tells whether t carries the warning.
func (t Target) Has(w Warning) bool {
	for _, have := range t.Warnings {
		if have == w {
			return true
		}
	}
	return false
}

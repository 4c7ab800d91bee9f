package link

import (
	"errors"
	"testing"

	"foyer/services/fault"

	"github.com/google/go-cmp/cmp"
)

func TestNewSpaceTakesIDsAndTexts(t *testing.T) {
	for text, want := range map[string]Target{
		uuidA:                                  {Kind: Space, ID: uuidA, URL: "webexteams://im?space=" + uuidA},
		"Space name: Plan\nSpace ID: " + uuidA: {Kind: Space, ID: uuidA, Name: "Plan", URL: "webexteams://im?space=" + uuidA},
		"a@x.example wrote: webexteams://im?space=" + uuidA + " and webexteams://im?space=" + uuidB: {Kind: Space, ID: uuidA, URL: "webexteams://im?space=" + uuidA},
		" 0000aa-A0a0\n":                    {Kind: Space, ID: "0000aa-A0a0", URL: "webexteams://im?space=0000aa-A0a0", Warnings: []Warning{WarnNotUUID}},
		"webexteams://im?space=0000aa-a0a0": {Kind: Space, ID: "0000aa-a0a0", URL: "webexteams://im?space=0000aa-a0a0", Warnings: []Warning{WarnNotUUID}},
		"https://eurl.io/#x":                {Kind: Space, URL: "https://eurl.io/#x", Warnings: []Warning{WarnShortLink}},
	} {
		got, err := NewSpace(text)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%q: %v %s", text, err, diff)
		}
	}
}

func TestNewPersonTakesAddressesAndLinks(t *testing.T) {
	for text, want := range map[string]Target{
		"Ann Example <ann@x.example>":          {Kind: Person, Name: "Ann Example", Email: "ann@x.example", URL: "webexteams://im?email=ann@x.example"},
		"webexteams://im?email= ann@x.example": {Kind: Person, Email: "ann@x.example", URL: "webexteams://im?email=ann@x.example"},
		"mailto:ann@x.example?subject=x":       {Kind: Person, Email: "ann@x.example", URL: "webexteams://im?email=ann@x.example"},
	} {
		got, err := NewPerson(text)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%q: %v %s", text, err, diff)
		}
	}
}

func TestNewMeetingTakesSIPAddressesAndLinks(t *testing.T) {
	for text, want := range map[string]Target{
		"ann@x.example":                         {Kind: Meeting, SIP: "ann@x.example", URL: "webexteams://meet?sip=ann@x.example"},
		"sip:ann@10.0.0.1:5060;transport=tls":   {Kind: Meeting, SIP: "ann@10.0.0.1", URL: "webexteams://meet?sip=ann@10.0.0.1"},
		"webexteams://meet?sip=ann%40x.example": {Kind: Meeting, SIP: "ann@x.example", URL: "webexteams://meet?sip=ann@x.example"},
		"Ann <ann@x.example>":                   {Kind: Meeting, Name: "Ann", SIP: "ann@x.example", URL: "webexteams://meet?sip=ann@x.example"},
		"x.webex.com/meet/ann":                  {Kind: Meeting, URL: "https://x.webex.com/meet/ann"},
	} {
		got, err := NewMeeting(text)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%q: %v %s", text, err, diff)
		}
	}
}

func TestNewSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		build      func(string) (Target, error)
		text, code string
	}{
		{NewSpace, "", "not-an-id"},
		{NewSpace, " \n", "not-an-id"},
		{NewSpace, "two words", "not-an-id"},
		{NewSpace, "a\x00b", "not-an-id"},
		{NewSpace, "a/b", "not-an-id"},
		{NewSpace, uuidA + " " + uuidB, "ambiguous"},
		{NewSpace, "a@x.example", "not-a-space"},
		{NewSpace, "https://x.webex.com/meet/y", "not-a-space"},
		{NewSpace, "Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi", "not-a-space"},
		{NewPerson, "", "not-an-address"},
		{NewPerson, "ann", "not-an-address"},
		{NewPerson, "a@x.example b@x.example", "not-an-address"},
		{NewPerson, uuidA, "not-an-address"},
		{NewMeeting, "", "not-an-address"},
		{NewMeeting, "ann", "not-an-address"},
		{NewMeeting, uuidA, "not-an-address"},
	} {
		got, err := c.build(c.text)
		var failure *fault.Error
		if !errors.As(err, &failure) || failure.Kind != fault.Invalid || failure.Code != c.code {
			t.Errorf("%q: %+v, %v, want %s", c.text, got, err, c.code)
		}
	}
}

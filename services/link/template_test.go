package link

import (
	"errors"
	"testing"

	"foyer/services/fault"
)

func TestTemplatesFillFields(t *testing.T) {
	twelve := 12
	space := Target{Kind: Space, ID: uuidA, Name: "Plan {x}", Type: "group", Participants: &twelve}
	person := Target{Kind: Person, Name: "Ann", Email: "ann@x.example", SIP: "ann@sip.example"}
	for _, c := range []struct {
		name, text string
		target     Target
		want       string
	}{
		{"all fields of a space", "{name}|{id}|{type}|{participants}|{url}", space, "Plan {x}|" + uuidA + "|group|12|webexteams://im?space=" + uuidA},
		{"all fields of a person", "{ Name }, {EMAIL}, {sip}", person, "Ann, ann@x.example, ann@sip.example"},
		{"doubled braces are literal", "{{{name}}} {{name}}", space, "{Plan {x}} {name}"},
		{"an empty field leaves one blank", "Join {name} now", Target{Kind: Space, ID: uuidA}, "Join now"},
		{"line breaks become blanks", "a\r\nb {name}", Target{Kind: Space, Name: "c\nd"}, "a b c d"},
		{"an empty text is the default", "", space, "Join me in the Plan {x} Webex space"},
		{"a text that comes out empty is the default", "{email}", space, "Join me in the Plan {x} Webex space"},
		{"the default for a space without name", spaceLabel, Target{Kind: Space, ID: uuidA}, "Join me in a Webex space"},
		{"the default for a meeting on the web", meetingLabel, Target{Kind: Meeting, URL: "https://x.webex.com/meet/y"}, "Join me in a Webex meeting"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Template{Space: c.text, Person: c.text, Meeting: c.text}.Label(c.target)
			if err != nil || got != c.want {
				t.Errorf("%q, %v, want %q", got, err, c.want)
			}
		})
	}
}

func TestTemplatesNameWhatIsWrong(t *testing.T) {
	for text, want := range map[string][2]string{
		"{nam}": {"unknown-field", "{nam}"}, "{}": {"unknown-field", "{}"}, "a {name": {"lone-brace", "{"}, "a } b": {"lone-brace", "}"}, "{{name}": {"lone-brace", "}"},
	} {
		for _, tpl := range []Template{{Space: text}, {Person: text}, {Meeting: text}} {
			var failure *fault.Error
			err := tpl.Check()
			if !errors.As(err, &failure) || failure.Kind != fault.Invalid || failure.Code != want[0] || failure.Words != want[1] {
				t.Errorf("%+v: %v, want %v", tpl, err, want)
			}
		}
	}
	if err := DefaultTemplate().Check(); err != nil {
		t.Error(err)
	}
}

func TestEveryFieldIsKnown(t *testing.T) {
	for _, f := range Fields() {
		if err := (Template{Person: "x {" + f + "}"}).Check(); err != nil {
			t.Error(err)
		}
	}
}

func TestTheUsersOwnLabelGoesFirstThenTheTemplate(t *testing.T) {
	templates := []Template{{Name: "short", Space: "{name}"}, {Name: "broken", Space: "{nosuch}"}}
	space := Target{Kind: Space, ID: uuidA, Name: "Plan"}
	for want, s := range map[string]Saved{
		"Mine":                            {Target: space, Label: " Mine\n", Template: "short"},
		"Plan":                            {Target: space, Template: "short"},
		"Join me in the Plan Webex space": {Target: space, Template: "gone"},
	} {
		if got := Label(s, templates); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := Label(Saved{Target: space, Template: "broken"}, templates); got != "Join me in the Plan Webex space" {
		t.Errorf("a broken template made %q", got)
	}
}

package link

import (
	"strconv"
	"strings"

	"foyer/services/plain"
)

// Template makes the label of a link from what is known about its target. In each of the three
// texts a field stands in braces, such as {name}; {{ and }} are literal braces. An empty text
// means the default. Blanks around a field that turns out empty are not doubled.
type Template struct {
	// Name is how the user calls the template.
	Name string `json:"name" toml:"name"`
	// Space, Person and Meeting are the texts for the kinds of target.
	Space   string `json:"space,omitempty" toml:"space,omitempty"`
	Person  string `json:"person,omitempty" toml:"person,omitempty"`
	Meeting string `json:"meeting,omitempty" toml:"meeting,omitempty"`
}

// The labels of Webex's own help. A space without a name, and a meeting on the web, need others.
const (
	spaceLabel      = "Join me in the {name} Webex space"
	namelessLabel   = "Join me in a Webex space"
	personLabel     = "Contact me in a Webex space"
	meetingLabel    = "Create a meeting with me in Webex"
	webMeetingLabel = "Join me in a Webex meeting"
)

// DefaultTemplate returns the labels of Webex's own help.
func DefaultTemplate() Template {
	return Template{Space: spaceLabel, Person: personLabel, Meeting: meetingLabel}
}

// Fields lists what may stand in braces.
func Fields() []string {
	return []string{"name", "email", "sip", "id", "url", "participants", "type"}
}

// Check returns a *fault.Error of kind Invalid for the first field that does not exist (Code
// "unknown-field", Words the field) or brace without its other half (Code "lone-brace").
func (tpl Template) Check() error {
	for _, kind := range []Kind{Space, Person, Meeting} {
		if _, err := tpl.Label(Target{Kind: kind, Name: "x"}); err != nil {
			return err
		}
	}
	return nil
}

// Label makes the label of t, on one line. It fails as Check does.
func (tpl Template) Label(t Target) (string, error) {
	text := tpl.text(t)
	if text == "" || text == spaceLabel && t.Name == "" {
		return defaultLabel(t), nil
	}
	label, err := fill(text, t)
	if err != nil {
		return "", err
	}
	if label == "" {
		return defaultLabel(t), nil
	}
	return label, nil
}

func (tpl Template) text(t Target) string {
	switch t.Kind {
	case Person:
		return tpl.Person
	case Meeting:
		if t.SIP == "" && tpl.Meeting == meetingLabel {
			return ""
		}
		return tpl.Meeting
	}
	return tpl.Space
}

// fill puts the fields of t into text.
func fill(text string, t Target) (string, error) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c != '{' && c != '}':
			b.WriteByte(c)
		case i+1 < len(text) && text[i+1] == c:
			b.WriteByte(c)
			i++
		default:
			name, _, closed := strings.Cut(text[i+1:], "}")
			if c == '}' || !closed {
				return "", invalid("filling a template", "lone-brace", string(c))
			}
			value, known := t.field(strings.ToLower(strings.TrimSpace(name)))
			if !known {
				return "", invalid("filling a template", "unknown-field", "{"+plain.Line(name)+"}")
			}
			if value == "" && strings.HasSuffix(b.String(), " ") && strings.HasPrefix(text[i+len(name)+2:], " ") {
				i++ // One blank of the two around an empty field is enough.
			}
			b.WriteString(value)
			i += len(name) + 1
		}
	}
	return plain.Line(b.String()), nil
}

func (t Target) field(name string) (value string, known bool) {
	switch name {
	case "name":
		return t.Name, true
	case "email":
		return t.Email, true
	case "sip":
		return t.SIP, true
	case "id":
		return t.ID, true
	case "url":
		return t.link(), true
	case "type":
		return t.Type, true
	case "participants":
		if t.Participants == nil {
			return "", true
		}
		return strconv.Itoa(*t.Participants), true
	}
	return "", false
}

// defaultLabel is the label without any template.
func defaultLabel(t Target) string {
	switch {
	case t.Kind == Person:
		return personLabel
	case t.Kind == Meeting && t.SIP != "":
		return meetingLabel
	case t.Kind == Meeting:
		return webMeetingLabel
	case t.Name == "":
		return namelessLabel
	}
	return strings.Replace(spaceLabel, "{name}", plain.Line(t.Name), 1)
}

// Label returns the text of a saved link: the user's own, else what its template among the given
// ones makes, else the default. A template that is gone or broken counts as none.
func Label(s Saved, templates []Template) string {
	if label := plain.Line(s.Label); label != "" {
		return label
	}
	for _, tpl := range templates {
		if tpl.Name != s.Template {
			continue
		}
		if label, err := tpl.Label(s.Target); err == nil {
			return label
		}
	}
	return defaultLabel(s.Target)
}

package chatmessenger

import (
	"bytes"
	"encoding/json"
	"strings"
)

// deepest bounds how deep answers are searched: each level is read anew.
const deepest = 16

// member is one of a JSON object.
type member struct {
	name  string
	value json.RawMessage
}

// object is a JSON object in the order in which it was written.
type object []member

// members reads a JSON object; false for anything else.
func members(document json.RawMessage) (object, bool) {
	parts, ok := split(document, '{', '}')
	if !ok {
		return nil, false
	}
	all := make(object, 0, len(parts))
	for _, part := range parts {
		end := skip(part, 0)
		name, isText := nameIn(part[:end])
		colon := blanks(part, end)
		if !isText || colon >= len(part) || part[colon] != ':' {
			return nil, false
		}
		all = append(all, member{name: name, value: part[blanks(part, colon+1):]})
	}
	return all, true
}

// usualNames are the names that answers are likely to have, which need not be made anew each time.
var usualNames = func() map[string]string {
	all := map[string]string{}
	d := DefaultDialect()
	for _, e := range entries {
		if names, ok := e.at(&d).(*Names); ok {
			for _, name := range *names {
				all[name] = name
			}
		}
	}
	return all
}()

// nameIn reads the name of a member.
func nameIn(quoted []byte) (string, bool) {
	if len(quoted) > 2 && quoted[0] == '"' && quoted[len(quoted)-1] == '"' {
		if name, ok := usualNames[string(quoted[1:len(quoted)-1])]; ok {
			return name, true
		}
	}
	return unquote(quoted)
}

// elements reads a JSON array; false for anything else.
func elements(document json.RawMessage) ([]json.RawMessage, bool) { return split(document, '[', ']') }

// named returns a member: that of exactly this name, else one in another case. null is none.
func (o object) named(name string) (json.RawMessage, bool) {
	var folded json.RawMessage
	for _, m := range o {
		switch {
		case len(m.name) != len(name):
		case m.name == name && !isNull(m.value):
			return m.value, true
		case folded == nil && strings.EqualFold(m.name, name) && !isNull(m.value):
			folded = m.value
		}
	}
	return folded, folded != nil
}

// first returns the first member that has one of the names and is of use.
func (o object) first(names Names, isOfUse func(json.RawMessage) bool) (json.RawMessage, bool) {
	for _, name := range names {
		if value, ok := o.named(name); ok && isOfUse(value) {
			return value, true
		}
	}
	return nil, false
}

// text returns the first member that has one of the names and is a string, a number or a bool, and
// not empty.
func (o object) text(names Names) (string, bool) {
	value, ok := o.first(names, func(v json.RawMessage) bool { return scalar(v) != "" })
	return scalar(value), ok
}

// scalar returns the text of a string, a number or a bool without space around it, "" for the rest.
func scalar(value json.RawMessage) string {
	value = bytes.TrimSpace(value)
	if len(value) == 0 || isNull(value) {
		return ""
	}
	switch value[0] {
	case '{', '[':
		return ""
	case '"':
		text, _ := unquote(value)
		return strings.TrimSpace(text)
	}
	return string(value)
}

func isNull(value json.RawMessage) bool {
	if len(value) > 0 && value[0] > ' ' && value[0] != 'n' {
		return false // at a glance
	}
	return string(bytes.TrimSpace(value)) == "null"
}

// isTrue and isFalse read a flag, however it is written.
func isTrue(value json.RawMessage) bool {
	switch strings.ToLower(scalar(value)) {
	case "true", "1", "yes", "on":
		return true
	}
	return false
}

func isFalse(value json.RawMessage) bool {
	switch strings.ToLower(scalar(value)) {
	case "false", "0", "no", "off":
		return true
	}
	return false
}

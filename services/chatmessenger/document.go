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

// usual is how many members and elements most objects and arrays have at most.
const usual = 12

// members reads a JSON object; false for anything else.
func members(document json.RawMessage) (object, bool) {
	inside, ok := within(document, '{', '}')
	if !ok {
		return nil, false
	}
	return object.read(make(object, 0, usual), inside)
}

// read appends the members that stand within an object.
func (o object) read(inside []byte) (object, bool) {
	for at := blanks(inside, 1); at < len(inside); at = blanks(inside, at) {
		end := skip(inside, at)
		name, isText := o.nameIn(inside[at:end])
		colon := blanks(inside, end)
		if !isText || colon >= len(inside) || inside[colon] != ':' {
			return nil, false
		}
		value, comma, ok := upToComma(inside, blanks(inside, colon+1))
		if !ok {
			return nil, false
		}
		o = append(o, member{name: name, value: value})
		at = comma + 1
	}
	return o, true
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

// nameIn reads the name of the next member. Where an object is read into another one's room, it is likely
// that which stood there.
func (o object) nameIn(quoted []byte) (string, bool) {
	if len(quoted) > 2 && quoted[0] == '"' && quoted[len(quoted)-1] == '"' {
		inside := quoted[1 : len(quoted)-1]
		if len(o) < cap(o) {
			before := o[:len(o)+1][len(o)].name
			if before == string(inside) && strings.IndexByte(before, '\\') < 0 {
				return before, true
			}
		}
		if name, ok := usualNames[string(inside)]; ok {
			return name, true
		}
	}
	return unquote(quoted)
}

// elements reads a JSON array; false for anything else.
func elements(document json.RawMessage) ([]json.RawMessage, bool) {
	return elementsInto(make([]json.RawMessage, 0, usual), document)
}

// elementsInto is elements that appends to a list.
func elementsInto(all []json.RawMessage, document json.RawMessage) ([]json.RawMessage, bool) {
	inside, ok := within(document, '[', ']')
	if !ok {
		return nil, false
	}
	for at := blanks(inside, 1); at < len(inside); at = blanks(inside, at) {
		element, comma, ok := upToComma(inside, at)
		if !ok || len(element) == 0 {
			return nil, false
		}
		all = append(all, element)
		at = comma + 1
	}
	return all, true
}

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
func (o object) text(names Names) (string, bool) { return o.words(names, scalar) }

// words returns what is read from the first member that has one of the names and is not empty.
func (o object) words(names Names, read func(json.RawMessage) string) (string, bool) {
	for _, name := range names {
		if value, ok := o.named(name); ok {
			if text := read(value); text != "" {
				return text, true
			}
		}
	}
	return "", false
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
	if isBare(value) {
		return value[0] == 't'
	}
	switch strings.ToLower(scalar(value)) {
	case "true", "1", "yes", "on":
		return true
	}
	return false
}

func isFalse(value json.RawMessage) bool {
	if isBare(value) {
		return value[0] == 'f'
	}
	switch strings.ToLower(scalar(value)) {
	case "false", "0", "no", "off":
		return true
	}
	return false
}

// isBare knows JSON's own flags at a glance.
func isBare(value json.RawMessage) bool { return string(value) == "true" || string(value) == "false" }

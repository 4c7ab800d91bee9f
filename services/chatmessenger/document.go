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
	stream, ok := begin(document, '{')
	if !ok {
		return nil, false
	}
	all := object{}
	for stream.More() {
		name, err := stream.Token()
		if err != nil {
			return nil, false
		}
		m := member{}
		m.name, _ = name.(string)
		if stream.Decode(&m.value) != nil {
			return nil, false
		}
		all = append(all, m)
	}
	return all, true
}

// elements reads a JSON array; false for anything else.
func elements(document json.RawMessage) ([]json.RawMessage, bool) {
	stream, ok := begin(document, '[')
	if !ok {
		return nil, false
	}
	all := []json.RawMessage{}
	for stream.More() {
		var element json.RawMessage
		if stream.Decode(&element) != nil {
			return nil, false
		}
		all = append(all, element)
	}
	return all, true
}

func begin(document json.RawMessage, bracket byte) (*json.Decoder, bool) {
	trimmed := bytes.TrimLeft(document, " \t\r\n")
	if len(trimmed) == 0 || trimmed[0] != bracket {
		return nil, false
	}
	stream := json.NewDecoder(bytes.NewReader(trimmed))
	stream.UseNumber()
	_, err := stream.Token()
	return stream, err == nil
}

// named returns a member: that of exactly this name, else one in another case. null is none.
func (o object) named(name string) (json.RawMessage, bool) {
	var folded json.RawMessage
	for _, m := range o {
		if isNull(m.value) {
			continue
		}
		if m.name == name {
			return m.value, true
		}
		if folded == nil && strings.EqualFold(m.name, name) {
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
		var text string
		if json.Unmarshal(value, &text) != nil {
			return ""
		}
		return strings.TrimSpace(text)
	}
	return string(value)
}

func isNull(value json.RawMessage) bool { return string(bytes.TrimSpace(value)) == "null" }

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

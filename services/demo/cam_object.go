package demo

import (
	"encoding/json"
	"strings"
)

// camObject reads members of a JSON object. Names count with their case; what is of another type
// than it should be is remembered as a refusal.
type camObject struct {
	name    string // in refusals
	members map[string]json.RawMessage
	wrong   []refusal
}

// readObject reads an object; anything else is a refusal, and an object without members.
func readObject(name string, data []byte) *camObject {
	o := &camObject{name: name}
	if err := json.Unmarshal(data, &o.members); err != nil || o.members == nil {
		o.refuse(name, "type", name+" is not an object")
	}
	return o
}

func (o *camObject) refuse(field, code, words string) {
	o.wrong = append(o.wrong, refusal{field, code, words})
}

// has reports whether there is a member that is not null.
func (o *camObject) has(key string) bool {
	value, found := o.members[key]
	return found && string(value) != "null"
}

// text returns a string, "" without one.
func (o *camObject) text(key string) string {
	var s string
	o.read(key, &s, "text")
	return s
}

// flag returns true or false, false without one.
func (o *camObject) flag(key string) bool {
	var b bool
	o.read(key, &b, "true or false")
	return b
}

// object returns an object inside of this one; none is an object without members.
func (o *camObject) object(key string) *camObject {
	inner := &camObject{name: o.name + "." + key}
	o.read(key, &inner.members, "an object")
	return inner
}

func (o *camObject) read(key string, into any, kind string) {
	if value, found := o.members[key]; found && json.Unmarshal(value, into) != nil {
		o.refuse(key, "type", o.name+"."+key+" is not "+kind)
	}
}

// list returns the parts of a list with commas, without blanks around them and without empty ones.
func list(text string) []string {
	var all []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

package chatmessenger

import (
	"encoding/json"
	"slices"
	"strings"
)

// things reads what a room has: like attendees, but an object's members may say that it has not.
func (x *decoder) things(value json.RawMessage) []string {
	o, ok := members(value)
	if !ok {
		return x.attendees(value)
	}
	var all []string
	for _, m := range o {
		if !isFalse(m.value) {
			all = append(all, m.name)
		}
	}
	return all
}

// attendees reads names: an array, a text with commas, or an object with ids as names.
func (x *decoder) attendees(value json.RawMessage) []string {
	var all []string
	add := func(name string) {
		if name != "" {
			all = append(all, name)
		}
	}
	if list, ok := x.elements(value); ok {
		all = slices.Grow(all, len(list))
		for _, element := range list {
			add(x.nameOf(element))
		}
		return all
	}
	if o, ok := members(value); ok {
		for _, m := range o {
			add(m.name)
		}
		return all
	}
	for part := range strings.FieldsFuncSeq(scalar(value), func(r rune) bool { return strings.ContainsRune(",;、，；\n", r) }) {
		add(strings.TrimSpace(part))
	}
	return all
}

// nameOf reads a name that is a text, or an object that has one.
func (x *decoder) nameOf(value json.RawMessage) string {
	if o, ok := members(value); ok {
		name, _ := o.text(Names{"name", "displayName", "userName", "email", "mail", "address", "uid", "id"})
		return name
	}
	return x.scalar(value)
}

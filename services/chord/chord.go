// Package chord is what a global keyboard shortcut is: modifiers and one key, such as Ctrl+Alt+K. It
// reads and writes them as people and the settings file do; asking the desktop for them is the
// adapter's business.
package chord

import (
	"slices"
	"strconv"
	"strings"

	"foyer/services/fault"
)

// Chord is a combination of keys. The zero value is none.
type Chord struct {
	Ctrl, Alt, Shift, Super bool
	// Key is "A" to "Z", "0" to "9", "F1" to "F24", or one of the names that Keys lists; "" for none.
	Key string
}

// CodeBad is the code of errors about text that is no chord that a desktop could reserve.
const CodeBad = "bad-chord"

// modifiers are the names of modifiers in the order in which they are written, with what else people
// call them, in lower case.
var modifiers = []struct {
	name  string
	other []string
	of    func(*Chord) *bool
}{
	{"Ctrl", []string{"control", "strg"}, func(c *Chord) *bool { return &c.Ctrl }},
	{"Alt", []string{"option", "mod1"}, func(c *Chord) *bool { return &c.Alt }},
	{"Shift", []string{"umschalt"}, func(c *Chord) *bool { return &c.Shift }},
	{"Super", []string{"win", "windows", "meta", "cmd", "command", "logo"}, func(c *Chord) *bool { return &c.Super }},
}

// named are the keys with names, as they are written.
var named = []string{"Space", "Insert", "Delete", "Home", "End", "PageUp", "PageDown", "Pause", "Left", "Right", "Up", "Down"}

// Keys lists all keys that a chord can have, as they are written.
func Keys() []string {
	var all []string
	for c := 'A'; c <= 'Z'; c++ {
		all = append(all, string(c))
	}
	for n := range 10 {
		all = append(all, strconv.Itoa(n))
	}
	for n := range 24 {
		all = append(all, "F"+strconv.Itoa(n+1))
	}
	return append(all, named...)
}

// Parse reads a chord such as "ctrl + alt+k"; blank text is none. A key alone or with Shift only is
// refused unless it is a function key or Pause: it would be taken from everything that is typed. Errors
// are *fault.Error of kind Invalid with CodeBad.
func Parse(s string) (Chord, error) {
	if strings.TrimSpace(s) == "" {
		return Chord{}, nil
	}
	var c Chord
	for part := range strings.SplitSeq(s, "+") {
		if !c.take(strings.ToLower(strings.TrimSpace(part))) {
			return Chord{}, bad(s)
		}
	}
	if c.Key == "" || !(c.Ctrl || c.Alt || c.Super) && !alone(c.Key) {
		return Chord{}, bad(s)
	}
	return c, nil
}

// take adds one part; ok is false when it is unknown, or there already.
func (c *Chord) take(part string) (ok bool) {
	for _, m := range modifiers {
		if strings.ToLower(m.name) == part || slices.Contains(m.other, part) {
			on := m.of(c)
			ok, *on = !*on, true
			return ok
		}
	}
	for _, key := range Keys() {
		if strings.ToLower(key) == part {
			ok, c.Key = c.Key == "", key
			return ok
		}
	}
	return false
}

// alone reports whether a key may be reserved without a modifier.
func alone(key string) bool {
	_, err := strconv.Atoi(strings.TrimPrefix(key, "F"))
	return strings.HasPrefix(key, "F") && err == nil || key == "Pause"
}

func bad(s string) error {
	return &fault.Error{Op: "reading a shortcut", Service: "chord", Kind: fault.Invalid, Code: CodeBad, Words: s}
}

// None reports whether no key is meant.
func (c Chord) None() bool { return c.Key == "" }

// String writes the chord in its one spelling, such as "Ctrl+Alt+K"; "" for none.
func (c Chord) String() string {
	if c.None() {
		return ""
	}
	var parts []string
	for _, m := range modifiers {
		if *m.of(&c) {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, c.Key), "+")
}

package profile

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/chord"
)

// Type says what values a setting takes.
type Type string

// The types.
const (
	// Choice is one of Key.Choices.
	Choice Type = "choice"
	// Number is a whole number from Key.Min to Key.Max.
	Number Type = "number"
	// Switch is true or false.
	Switch Type = "switch"
	// Text is one line.
	Text Type = "text"
	// URL is empty, or an http or https address without user, query and fragment.
	URL Type = "url"
	// Zone is empty, or the name of a time zone that this computer knows, such as Asia/Tokyo.
	Zone Type = "zone"
	// Proxy is empty, "none", or the address of a proxy, without a user.
	Proxy Type = "proxy"
	// Chord is empty, or a keyboard shortcut such as Ctrl+Alt+K.
	Chord Type = "chord"
	// List is an array of lines; Get and Set write it with semicolons between them.
	List Type = "list"
	// Service is empty, or the ID of a service of the kind in Key.Choices. There need not be such a service
	// at the moment.
	Service Type = "service"
)

// Key describes one setting.
type Key struct {
	// Name is the dotted name, such as "links.format".
	Name string
	Type Type
	// Default is the value without any setting, as Get writes it.
	Default string
	// Doc is the comment above the setting in the file.
	Doc string
	// Choices are the values of a Choice.
	Choices []string
	// Min and Max bound a Number, both included.
	Min, Max int
}

func keyNamed(name string) (Key, bool) {
	if isDialect(name) {
		return dialectKey(name), true
	}
	if id, first, ok := firstKey(name); ok && id != KindOf(id) {
		k, ok := keyNamed(first)
		k.Name = name
		return k, ok
	}
	keys := Keys()
	i := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name })
	if i < 0 {
		return Key{}, false
	}
	return keys[i], true
}

// path splits the dotted name.
func (k Key) path() []string { return strings.Split(k.Name, ".") }

// textLimit is more than any name needs, and keeps a pasted novel out of the settings.
const textLimit = 1000

// read returns value in its one spelling, and whether the setting can have it.
func (k Key) read(value string) (string, bool) {
	switch k.Type {
	case Choice:
		value = strings.ToLower(strings.TrimSpace(value))
		return value, slices.Contains(k.Choices, value)
	case Number:
		n, err := strconv.Atoi(strings.TrimSpace(value))
		return strconv.Itoa(n), err == nil && k.Min <= n && n <= k.Max
	case Switch:
		value = strings.ToLower(strings.TrimSpace(value))
		return value, value == "true" || value == "false"
	case Service:
		value = strings.ToLower(strings.TrimSpace(value))
		return value, value == "" || slices.Contains(k.Choices, KindOf(value))
	case Text:
		return value, len(value) <= textLimit && utf8.ValidString(value) && !strings.ContainsFunc(value, unicode.IsControl)
	}
	return readAs(k.Type, value)
}

// readAs reads the types whose values are the same for every setting.
func readAs(t Type, value string) (string, bool) {
	switch t {
	case URL:
		return readURL(value)
	case Zone:
		return readZone(value)
	case Chord:
		c, err := chord.Parse(value)
		return c.String(), err == nil
	case Proxy:
		proxy, code := readProxy(value)
		return proxy, code == ""
	case List:
		return readList(value)
	}
	return value, false
}

// fromFile returns the value that TOML gave, spelled as Get spells it.
func (k Key) fromFile(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		switch k.Type {
		case Choice, Text, URL, Zone, Chord, Proxy, Service:
			return k.read(v)
		}
	case int64:
		if k.Type == Number {
			return k.read(strconv.FormatInt(v, 10))
		}
	case bool:
		if k.Type == Switch {
			return k.read(strconv.FormatBool(v))
		}
	case []any:
		if k.Type == List {
			return listFromFile(v)
		}
	}
	return k.Default, false
}

// literal spells a checked value as TOML.
func (k Key) literal(value string) string {
	if k.Type == Number || k.Type == Switch {
		return value
	}
	if k.Type == List {
		return listLiteral(value)
	}
	return quote(value)
}

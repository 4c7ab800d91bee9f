package message

import (
	"slices"
	"strings"
	"unicode"

	"foyer/services/fault"
)

// Template is a text with fields in braces, such as {name}; {{ and }} are literal braces. What a field
// is called is the user's affair; case and blanks around it do not matter.
type Template struct {
	// Name is how the user calls the template.
	Name string `json:"name" toml:"name"`
	// Text may have several lines.
	Text string `json:"text" toml:"text"`
}

// maxField is the greatest length of a field's name in bytes; what is longer is text in braces.
const maxField = 64

// Fields returns the names of the fields in the order in which they appear, each once, in small letters.
func (t Template) Fields() []string {
	var names []string
	t.each(func(string) {}, func(name, _ string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}, func(string) {})
	return names
}

// Fill returns the text with the values put in, by the names that Fields returns. A field without a
// value in the map stays as it is, so that nobody overlooks it; a value of "" takes it away. Braces
// that Check does not like stay as they are, and values are not filled in their turn.
func (t Template) Fill(values map[string]string) string {
	var b strings.Builder
	write := func(s string) { b.WriteString(s) }
	t.each(write, func(name, written string) {
		if value, found := values[name]; found {
			written = value
		}
		b.WriteString(written)
	}, write)
	return b.String()
}

// Check returns a *fault.Error of kind Invalid for the first brace without its other half (Code
// "lone-brace", Words the brace) or with something between that is no name of a field (Code
// "bad-field", Words the beginning of it). A field's name has letters, digits, blanks, hyphens, dots and
// underscores, 64 bytes at most.
func (t Template) Check() error {
	var first *fault.Error
	t.each(func(string) {}, func(string, string) {}, func(wrong string) {
		if first != nil {
			return
		}
		first = &fault.Error{Op: "filling a template", Kind: fault.Invalid, Code: "lone-brace", Words: wrong}
		if len(wrong) > 1 {
			first.Code, first.Words = "bad-field", shown(wrong)
		}
	})
	if first == nil {
		return nil
	}
	return first
}

// each takes the text apart: literal text, fields by their name and as they are written, and what is
// neither: a lone brace, or braces around what is no name.
func (t Template) each(literal func(string), field func(name, written string), wrong func(string)) {
	text := t.Text
	for {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			literal(text)
			return
		}
		literal(text[:i])
		c := text[i]
		text = text[i:]
		if len(text) > 1 && text[1] == c {
			literal(text[:1])
			text = text[2:]
			continue
		}
		end := strings.IndexAny(text[1:], "{}") + 1
		if c == '}' || end == 0 || text[end] == '{' {
			wrong(text[:1])
			text = text[1:]
			continue
		}
		written := text[:end+1]
		if name := fieldName(written); name != "" {
			field(name, written)
		} else {
			wrong(written)
		}
		text = text[end+1:]
	}
}

// fieldName returns the name of a field in its braces, "" when it is none.
func fieldName(written string) string {
	name := strings.Trim(written[1:len(written)-1], " \t")
	if len(name) > maxField || strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(" _-.", r)
	}) {
		return ""
	}
	return strings.ToLower(name)
}

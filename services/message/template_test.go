package message

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestTemplatesOfMessagesAreFilled(t *testing.T) {
	values := map[string]string{"name": "Barbara {day}", "day": "Friday\n", "first name": "B.", "部屋": "Aurora", "none": ""}
	for text, want := range map[string]string{
		"Hello {name},\nsee you on {day}": "Hello Barbara {day},\nsee you on Friday\n",
		"{ Name }{NAME}":                  "Barbara {day}Barbara {day}",
		"{{name}} {{{name}}}":             "{name} {Barbara {day}}",
		"{First Name} in {部屋}":            "B. in Aurora",
		"a{none}b":                        "ab",
		"{unknown} {Room}":                "{unknown} {Room}",
		"a { b } c {":                     "a { b } c {",
		`{"a": 1}`:                        `{"a": 1}`,
		"":                                "",
	} {
		if diff := cmp.Diff(want, (Template{Text: text}).Fill(values)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestFieldsAreNamedOnce(t *testing.T) {
	got := Template{Text: "{b} {A} {{c}} { a} {d-1}{} {x\n}{B}"}.Fields()
	if diff := cmp.Diff([]string{"b", "a", "d-1"}, got); diff != "" {
		t.Error(diff)
	}
	if got := (Template{Text: "{{a}}"}).Fields(); got != nil {
		t.Errorf("%q", got)
	}
}

func TestTemplatesOfMessagesNameWhatIsWrong(t *testing.T) {
	for text, want := range map[string][2]string{
		"{": {"lone-brace", "{"}, "a } b": {"lone-brace", "}"}, "{a {b}": {"lone-brace", "{"}, "{{a}": {"lone-brace", "}"}, "{}": {"bad-field", "{}"}, "{a\nb} }": {"bad-field", "{a b}"}, `{"a"}`: {"bad-field", `{"a"}`},
	} {
		var f *fault.Error
		if err := (Template{Text: text}).Check(); !errors.As(err, &f) || f.Kind != fault.Invalid || f.Code != want[0] || f.Words != want[1] {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
	for _, text := range []string{"", "x", "{a} {{ }} {{{b}}}"} {
		if err := (Template{Text: text}).Check(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

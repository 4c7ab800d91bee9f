package profile

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSetKeepsEverythingElse(t *testing.T) {
	for _, c := range []struct{ rule, before, key, value, after string }{
		{
			"comments, order, unknown keys and tables", `
# About this file.

[zebra]  # unknown
stripes = [
  1,  # one
  2,
]

# Above the table.
[look]

# Above the key.
theme = "dark"  # behind the key
contrast = "high"

# At the end.
`, LookTheme, "light", `
# About this file.

[zebra]  # unknown
stripes = [
  1,  # one
  2,
]

# Above the table.
[look]

# Above the key.
theme = "light"  # behind the key
contrast = "high"

# At the end.
`,
		},
		{"a missing key joins its table", "[look]\ntheme = \"dark\"\n\n[window]\nwidth = 900\n", LookTextSize, "150", "[look]\ntheme = \"dark\"\ntext-size = 150\n\n[window]\nwidth = 900\n"},
		{"a missing table comes last", "[window]\nwidth = 900\n", LookTheme, "dark", "[window]\nwidth = 900\n\n[look]\ntheme = \"dark\"\n"},
		{"dotted keys", "look.theme = \"dark\"\n", LookTheme, "light", "look.theme = \"light\"\n"},
		{"a missing key beside dotted ones", "look.theme = \"dark\"\n", LookTextSize, "150", "look.theme = \"dark\"\nlook.text-size = 150\n"},
		{"an inline table", "look = {theme = \"dark\"}\n", LookTheme, "light", "look = {theme = \"light\"}\n"},
		{"a missing key of an inline table", "look = {theme = \"dark\"}\n", LookTextSize, "150", "look = {theme = \"dark\", text-size = 150}\n"},
		{"quoted keys", "[\"look\"]\n\"theme\" = 'dark'\n", LookTheme, "light", "[look]\ntheme = \"light\"\n"},
		{"a table that only has templates", "[[links.templates]]\nname = \"A\"\n", LinksFormat, "url", "[[links.templates]]\nname = \"A\"\n\n[links]\nformat = \"url\"\n"},
		{"a value of the wrong type", "[look]\ntext-size = \"big\" # why not\n", LookTextSize, "150", "[look]\ntext-size = 150  # why not\n"},
		{"a comment behind a template's heading", "[[links.templates]]  # mine\nname = \"A\"\n\n[look]\ntheme = \"dark\"\n", LookTheme, "light", "[[links.templates]]  # mine\nname = \"A\"\n\n[look]\ntheme = \"light\"\n"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			f := written(t, c.before)
			set(t, f, c.key, c.value)
			if d := cmp.Diff(strings.TrimSpace(c.after), strings.TrimSpace(content(t, f))); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if got, err := opened(t, f.path).Get(c.key); got != c.value || err != nil {
				t.Errorf("read again: %q, error %v", got, err)
			}
		})
	}
}

func TestNewFileIsValidAndHasNothingButDefaults(t *testing.T) {
	d, err := parse(initial())
	if err != nil || d.warnings != nil {
		t.Fatalf("error %v, warnings %v", err, d.warnings)
	}
	for _, k := range Keys() {
		if _, there := lookup(d.tree, k.path()); !there || d.values[k.Name] != k.Default {
			t.Errorf("%s: there %v, value %q", k.Name, there, d.values[k.Name])
		}
	}
}

func TestQuotedTextComesBack(t *testing.T) {
	for _, s := range []string{"", `"`, `\`, "\t\x00\x7f\u0085\u2028", "日本 😀", `\u0041`, "#no comment", "'''"} {
		d, err := parse([]byte("[links]\ntemplate = " + quote(s)))
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if got := d.tree["links"].(map[string]any)["template"]; got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}

// FuzzEditing: whatever people write into the file, a change of one setting is refused or changes
// that setting alone.
func FuzzEditing(f *testing.F) {
	f.Add(string(initial()))
	f.Add("# c\na.b.c = 1979-05-27T07:32:00Z\n[look] # x\ntheme = '''d'''\n[[links.templates]]\nname='x'\n[[links.templates]]\nname=\"y\"\nspace=\"\"\"\n{name}\"\"\"\n")
	f.Add("look = { theme = \"dark\", x = [ { a = 1 }, nan ] }\n")
	f.Add("\"look\".'theme' = \"dark\"\nx = inf\ny = 0xff\nz = 1_000\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := parse([]byte(text))
		if err != nil {
			return
		}
		k, _ := keyNamed(LookTheme)
		edited, err := d.with(k, "light")
		if err != nil {
			return
		}
		if edited.values[LookTheme] != "light" {
			t.Errorf("theme is %q", edited.values[LookTheme])
		}
		for name, v := range d.values {
			if name != LookTheme && edited.values[name] != v {
				t.Errorf("%s went from %q to %q", name, v, edited.values[name])
			}
		}
		had, _ := comments(d.text)
		if has, _ := comments(edited.text); has < had {
			t.Errorf("a comment is missing:\n%s\nwas\n%s", edited.text, d.text)
		}
		again, err := edited.with(k, "light")
		if err != nil && !errors.Is(err, errUnsafe) {
			t.Error(err)
		}
		if string(again.text) != string(edited.text) {
			t.Errorf("editing again changes more:\n%s\nwas\n%s", again.text, edited.text)
		}
	})
}

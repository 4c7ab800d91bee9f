package text

import "testing"

func TestWordsTakeTheirValues(t *testing.T) {
	for _, c := range []struct {
		words string
		pairs []any
		want  string
	}{
		{"plain", nil, "plain"},
		{"{{.A}} and {{ .B }}", []any{"A", "one", "B", 2}, "one and 2"},
		{"{{.A}}", []any{"A", "{{.B}}", "B", "x"}, "{{.B}}"},
		{"{{.A}}", nil, "<no value>"},
		{"no{{if .A}} ({{.A}}){{end}}.", []any{"A", "why"}, "no (why)."},
		{"no{{if .A}} ({{.A}}){{end}}.", []any{"A", ""}, "no."},
		{"no{{if .A}} in {{.A}} s{{end}}.", []any{"A", 0}, "no."},
		{"no{{if .A}} in {{.A}} s{{end}}.", nil, "no."},
		{"{{if .A}}{{.B}}{{end}}{{if .B}}, {{.B}}{{end}}", []any{"A", "", "B", "b"}, ", b"},
		{"torn {{.A", []any{"A", 1}, "torn {{.A"},
		{"torn {{if .A}} rest", []any{"A", ""}, "torn "},
		{"{", nil, "{"},
		{"{{.A}}", []any{"A"}, "<no value>"},
	} {
		if got := fill(c.words, c.pairs); got != c.want {
			t.Errorf("%q with %v is %q, want %q", c.words, c.pairs, got, c.want)
		}
	}
}

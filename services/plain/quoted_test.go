package plain

import "testing"

func TestAQuotedCellEndsAtItsClosingQuote(t *testing.T) {
	for text, want := range map[string][2]string{
		`Muster, Anna";x`:   {"Muster, Anna", ";x"},
		`say ""yes"" now"`:  {`say "yes" now`, ""},
		`"`:                 {"", ""},
		"two\nlines\",rest": {"two\nlines", ",rest"},
	} {
		cell, rest, closed := Quoted(text)
		if !closed || [2]string{cell, rest} != want {
			t.Errorf("%q gives %q, %q, %v; want %q", text, cell, rest, closed, want)
		}
	}
	for _, open := range []string{"", "no end", `only ""doubled""`} {
		if _, _, closed := Quoted(open); closed {
			t.Errorf("%q has no closing quote", open)
		}
	}
}

package message

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDomainsThatDifferFromTheOthersAreOdd(t *testing.T) {
	for _, c := range []struct {
		addresses, want string // want: address>usual
	}{
		{"a@example.com b@example.com c@exmaple.com", "c@exmaple.com>example.com"},
		{"a@example.com c@EXMAPLE.com b@Example.com", "c@EXMAPLE.com>example.com"},
		{"a@example.com b@example.com c@other.org d@exampl.com", "c@other.org> d@exampl.com>example.com"},
		{"a@example.com b@example.com c@example.con", "c@example.con>example.com"},
		{"a@example.com b@example.com c@examplecom", "c@examplecom>example.com"},
		{"a@example.com b@example.com c@mail.example.com", "c@mail.example.com>"},
		{"a@example.de b@example.de c@example.fr", "c@example.fr>"},
		{"a@example.de b@example.de c@example.dee", "c@example.dee>example.de"},
		{"a@ab.io b@ab.io c@ac.io d@xy.io", "c@ac.io>ab.io d@xy.io>"},
		{"a@example.com b@example.com", ""},
		{"a@example.com b@example.org", ""},
		{"a@example.com b@example.com c@example.org d@example.org", ""},
		{"a@example.com b@example.com c@example.org d@example.net", "c@example.org> d@example.net>"},
		{"a@example.com b@example.com c@x.org d@y.org e@z.org", ""},
		{"a@example.com b@example.com barbara d@example.com.", ""},
		{"", ""},
	} {
		var got []string
		for _, o := range OddDomains(strings.Fields(c.addresses)) {
			got = append(got, o.Address+">"+o.Usual)
			if o.Domain != strings.ToLower(o.Address[strings.Index(o.Address, "@")+1:]) {
				t.Errorf("%s has the domain %s", o.Address, o.Domain)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: %s", c.addresses, diff)
		}
	}
}

func TestAnOddAddressCanBeCorrected(t *testing.T) {
	for want, o := range map[string]Odd{
		"Anna@example.com": {Address: "Anna@exmaple.com", Domain: "exmaple.com", Usual: "example.com"},
		"":                 {Address: "anna@other.org", Domain: "other.org"},
	} {
		if got := o.Corrected(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := (Odd{Address: "anna", Usual: "example.com"}).Corrected(); got != "" {
		t.Errorf("%q", got)
	}
}

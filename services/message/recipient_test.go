package message

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// ok is a recipient that is read, no one that is not.
func ok(address, name string) Recipient { return Recipient{Address: address, Name: name, Valid: true} }

func no(raw string) Recipient { return Recipient{Raw: raw} }

var recipientCases = []struct {
	name, text string
	want       []Recipient
}{
	{"nothing", " \n ,; \t", nil},
	{"one", "barbara@example.com", []Recipient{ok("barbara@example.com", "")}},
	{"any separator", "a@example.com,b@example.com; c@example.com d@example.com\ne@example.com\tf@example.com\r\ng@example.com\u2028h@example.com",
		all("a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com", "f@example.com", "g@example.com", "h@example.com")},
	{"full-width separators", "a@example.com，b@example.com；c@example.com、d@example.com　e@example.com",
		all("a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com")},
	{"full-width letters", "ｂａｒｂａｒａ＠ｅｘａｍｐｌｅ．ｃｏｍ、<chen＠example。com>", all("barbara@example.com", "chen@example.com")},
	{"what nobody sees", "\ufeffa@example.com\u200b, b\u200b@exam\u00adple.com\u00a0c@example.com\u200f \u200b", all("a@example.com", "b@example.com", "c@example.com")},
	{"a zero-width blank between two", "a@example.com\u200bb@example.com", all("a@example.com", "b@example.com")},
	{"names", `Barbara Example <barbara@example.com>, "Muster, Ludwig" <ludwig@example.com>; 'Chen Wei' <chen@example.com>`,
		[]Recipient{ok("barbara@example.com", "Barbara Example"), ok("ludwig@example.com", "Muster, Ludwig"), ok("chen@example.com", "Chen Wei")}},
	{"last names first", "Example, Barbara <barbara@example.com>; Muster, Ludwig <ludwig@example.com>;",
		[]Recipient{ok("barbara@example.com", "Example, Barbara"), ok("ludwig@example.com", "Muster, Ludwig")}},
	{"last names first, and only commas", "van der Berg, Ludwig (Sales, Berlin) <ludwig@example.com>, O'Neil, J. R. <j@example.com>",
		[]Recipient{ok("ludwig@example.com", "van der Berg, Ludwig (Sales, Berlin)"), ok("j@example.com", "O'Neil, J. R.")}},
	{"last names first in small letters", "example, barbara <barbara@example.com>", []Recipient{ok("barbara@example.com", "example, barbara")}},
	{"an account before a name is none of it", "l.muster, Barbara <b@example.com>, chen, Maurice <m@example.com>",
		[]Recipient{no("l.muster"), ok("b@example.com", "Barbara"), no("chen"), ok("m@example.com", "Maurice")}},
	{"names alone", "Example, Barbara; Chen Wei\nMaurice", []Recipient{no("Example, Barbara"), no("Chen Wei"), no("Maurice")}},
	{"comments", "a@example.com (Barbara Example), b@example.com(Sales, Berlin) (again); <c@example.com> (Chen)",
		[]Recipient{ok("a@example.com", "Barbara Example"), ok("b@example.com", "Sales, Berlin"), ok("c@example.com", "Chen")}},
	{"an address in parentheses", "Barbara Example (barbara@example.com)", []Recipient{ok("barbara@example.com", "Barbara Example")}},
	{"several in parentheses", "(a@example.com, b@example.com)", all("a@example.com", "b@example.com")},
	{"trailing dots and the like", "Write to a@example.com. Or: b@example.com!, <c@example.com>., «d@example.com»…",
		[]Recipient{no("Write to"), ok("a@example.com", ""), ok("b@example.com", ""), ok("c@example.com", ""), ok("d@example.com", "")}},
	{"links", "mailto:a@example.com MAILTO:b%2Bc@example.com?subject=Hello,%20world;x&cc=d@example.com, <mailto:e@example.com> [F](mailto:f@example.com)",
		[]Recipient{ok("a@example.com", ""), ok("b+c@example.com", ""), ok("d@example.com", ""), ok("e@example.com", ""), ok("f@example.com", "F")}},
	{"links to several", "mailto:a@example.com,b@example.com;c@example.com", all("a@example.com", "b@example.com", "c@example.com")},
	{"an address as its own name", "a@example.com <a@example.com>; \"b@example.com\" <b@example.com>; 'c@example.com' <mailto:c@example.com>", all("a@example.com", "b@example.com", "c@example.com")},
	{"another address as the name is no name", `"boss@example.com" <d@example.org>`, all("d@example.org")},
	{"brackets without commas", "Barbara <a@example.com> Chen Wei <b@example.com><c@example.com>",
		[]Recipient{ok("a@example.com", "Barbara"), ok("b@example.com", "Chen Wei"), ok("c@example.com", "")}},
	{"mail headers", "From: Barbara Example <a@example.com>\nTo: \"Muster, Ludwig\"\n <b@example.com>,\n\tChen Wei <c@example.com>\nCc: d@example.com",
		[]Recipient{ok("a@example.com", "Barbara Example"), ok("b@example.com", "Muster, Ludwig"), ok("c@example.com", "Chen Wei"), ok("d@example.com", "")}},
	{"schemes and labels", "E-Mail:a@example.com smtp:b@example.com", all("a@example.com", "b@example.com")},
	{"lists", "• a@example.com\n- b@example.com\n3. Chen Wei <c@example.com>\n4) d@example.com\n> e@example.com",
		[]Recipient{ok("a@example.com", ""), ok("b@example.com", ""), ok("c@example.com", "Chen Wei"), ok("d@example.com", ""), ok("e@example.com", "")}},
	{"words between", "a@example.com and b@example.com or c@example.com & d@example.com", all("a@example.com", "b@example.com", "c@example.com", "d@example.com")},
	{"slashes", "a@example.com/b@example.com | c@example.com", all("a@example.com", "b@example.com", "c@example.com")},
	{"scripts without blanks", "担当：佐藤花子sato@example.co.jpまで、鈴木 ichiro@example.co.jp",
		[]Recipient{ok("sato@example.co.jp", "佐藤花子"), ok("ichiro@example.co.jp", "鈴木")}},
	{"names with blanks", "Barbara Example barbara@example.com, ludwig@example.com Ludwig Muster, Chen chen@example.com",
		[]Recipient{ok("barbara@example.com", "Barbara Example"), ok("ludwig@example.com", "Ludwig Muster"), ok("chen@example.com", "Chen")}},
	{"words that may be meant as recipients", "ludwig a@example.com Ludwig, c@example.com chen",
		[]Recipient{no("ludwig"), ok("a@example.com", ""), no("Ludwig"), ok("c@example.com", ""), no("chen")}},
	{"duplicates", "A@Example.com, a@example.com; Barbara <a@EXAMPLE.com>, x, X, x", []Recipient{ok("A@Example.com", "Barbara"), no("x"), no("X")}},
	{"quoted cells", "\"a@example.com\",\"Barbara Example <b@example.com>\",\"c@example.com; d@example.com\"",
		[]Recipient{ok("a@example.com", ""), ok("b@example.com", "Barbara Example"), ok("c@example.com", ""), ok("d@example.com", "")}},
	{"open brackets and quotes", "Barbara <a@example.com, b@example.com>, \"Chen <c@example.com>, (d@example.com",
		[]Recipient{ok("a@example.com", "Barbara"), ok("b@example.com", ""), ok("c@example.com", "Chen"), ok("d@example.com", "")}},
	{"not Latin-1's fault", "J\xfcrgen Muster <j@example.com>", []Recipient{ok("j@example.com", "Jürgen Muster")}},
	{"encoded names", "=?utf-8?q?Zo=C3=AB?= <zoe@example.com>", []Recipient{ok("zoe@example.com", "Zoë")}},
	{"joiners belong to some scripts", "سارا \u0645\u06cc\u200c\u062e <s@example.com>", []Recipient{ok("s@example.com", "سارا \u0645\u06cc\u200c\u062e")}},
}

func all(addresses ...string) []Recipient {
	var list []Recipient
	for _, a := range addresses {
		list = append(list, ok(a, ""))
	}
	return list
}

func TestRecipientsAreReadAsPeoplePasteThem(t *testing.T) {
	for _, c := range recipientCases {
		t.Run(c.name, func(t *testing.T) {
			compareRecipients(t, c.text, c.want)
		})
	}
}

// compareRecipients leaves out the raw text of what is valid.
func compareRecipients(t *testing.T, text string, want []Recipient) {
	t.Helper()
	got := ReadRecipients(text)
	for i := range got {
		if got[i].Raw == "" {
			t.Errorf("%+v has no raw text", got[i])
		}
		if got[i].Valid {
			got[i].Raw = ""
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMalformedRecipientsComeBackAsTheyWere(t *testing.T) {
	for _, raw := range []string{
		"barbara", "barbara@", "@example.com", "j.modelo@example", "a@@example.com", "a@example.com@example.org", "barbara.example.com", "barbara@exa mple.com",
		"barbara @example.com", "bar(bara@example.com", "https://user@example.com/x", "Barbara <barbara>", "<>x", "Barbara Example <barbara@example>", "a..b@example.com",
		"icon@2x.png", "12345", "+49 30 1234", "mailto:barbara", "mailto:%zz@example.com", "a@example.com/index.html", "foo_bar@x_y.com", "a@-example.com", "Barbara Example",
		"boss@example.com, Inc <x>", strings.Repeat("a", 65) + "@example.com",
	} {
		if strings.Contains(raw, ",") {
			compareRecipients(t, raw, []Recipient{ok("boss@example.com", ""), no("Inc <x>")})
			continue
		}
		compareRecipients(t, raw, []Recipient{no(raw)})
		compareRecipients(t, "ok@example.com;"+raw+";OK@example.com", []Recipient{ok("ok@example.com", ""), no(raw)})
	}
}

func TestTheRawTextOfARecipientIsWhatStoodThere(t *testing.T) {
	text := "Muster, Ludwig <ludwig@example.com> (Sales); Chen\u200b Wei  chen@example.com,x"
	var raws []string
	for _, r := range ReadRecipients(text) {
		raws = append(raws, r.Raw)
	}
	if diff := cmp.Diff([]string{"Muster, Ludwig <ludwig@example.com> (Sales)", "Chen\u200b Wei  chen@example.com", "x"}, raws); diff != "" {
		t.Error(diff)
	}
}

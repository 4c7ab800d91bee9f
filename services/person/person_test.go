package person

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseAddressReadsWhatMailProgramsWrite(t *testing.T) {
	for _, c := range []struct{ text, name, email string }{
		{"barbara@example.com", "", "barbara@example.com"},
		{" <barbara@example.com> ", "", "barbara@example.com"},
		{"Barbara Example <barbara@example.com>;", "Barbara Example", "barbara@example.com"},
		{`"Example, Barbara \"Babs\"" <barbara@example.com>`, `Example, Barbara "Babs"`, "barbara@example.com"},
		{"'Barbara Example' <barbara@example.com>", "Barbara Example", "barbara@example.com"},
		{"barbara@example.com (Barbara Example)", "Barbara Example", "barbara@example.com"},
		{"=?UTF-8?Q?J=C3=BCrgen?= <j@example.com>", "Jürgen", "j@example.com"},
		{"mailto:barbara@example.com?subject=x", "", "barbara@example.com"},
		{"Barbara <mailto:barbara@example.com>", "Barbara", "barbara@example.com"},
		{"Barbara\r\n Example <barbara@example.com>", "Barbara  Example", "barbara@example.com"},
		{"o'neil+x@sub.example.co.uk", "", "o'neil+x@sub.example.co.uk"},
		{"jürgen@müller.example", "", "jürgen@müller.example"},
		{"用户@例子.xn--fiqs8s", "", "用户@例子.xn--fiqs8s"},
	} {
		t.Run(c.text, func(t *testing.T) {
			name, email, ok := ParseAddress(c.text)
			if diff := cmp.Diff([]any{c.name, c.email, true}, []any{name, email, ok}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseAddressRefusesEverythingElse(t *testing.T) {
	for _, text := range []string{
		"", "barbara", "barbara@", "@example.com", "barbara@example", "a b@example.com", "a@b@example.com", ".a@example.com", "a..b@example.com",
		"a@-example.com", "a@example-.com", "a@example..com", "a@1.2.3.4", "a@example.c", "a@exam ple.com", "<a@example.com> b", "<a@example.com",
		"a@example.com b@example.com", "a@[1.2.3.4]",
	} {
		if name, email, ok := ParseAddress(text); ok {
			t.Errorf("%q read as %q, %q", text, name, email)
		}
	}
}

func TestParseSIPDropsSchemeParametersAndPort(t *testing.T) {
	for text, want := range map[string]string{
		"sip:barbara@example.com": "barbara@example.com", "SIPS://12345@example.webex.com": "12345@example.webex.com",
		"<sip:b@example.com;transport=tls>": "b@example.com", "b@10.0.0.1:5060": "b@10.0.0.1", "b@pbx?x=y": "b@pbx",
		"sip:b": "", "": "", "b c@example.com": "", "b@": "",
	} {
		sip, ok := ParseSIP(text)
		if ok != (want != "") || ok && sip != want {
			t.Errorf("%q read as %q, %v, want %q", text, sip, ok, want)
		}
	}
}

func TestFindEmailLeavesTheTextAround(t *testing.T) {
	for text, want := range map[string]string{
		"write to <barbara@example.com>, please": "barbara@example.com", "*barbara@example.com*": "barbara@example.com",
		"email=barbara@example.com&x": "barbara@example.com", "'o'neil@example.com'": "o'neil@example.com",
		"at barbara@example.com.": "barbara@example.com", "see...barbara@example.com": "barbara@example.com",
		"メールはbarbara@example.comへ": "barbara@example.com", "대표barbara@example.com으로": "barbara@example.com",
		"x@例え.jp": "x@例え.jp", "a@@b.example": "", "a@b.example@c.example": "", "icon@2x.png": "", "a@b": "", "@b.example": "", "a@b.1": "",
	} {
		got := ""
		for at := range len(text) {
			if text[at] != '@' {
				continue
			}
			if start, end, ok := FindEmail(text, at); ok {
				got = text[start:end]
			}
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestCutEmailLeavesWhatFollows(t *testing.T) {
	for text, want := range map[string]string{
		"barbara@example.com>": "barbara@example.com", "<barbara@example.com) x": "barbara@example.com",
		"mailto:a+b@example.com,c@example.com": "a+b@example.com", "a b@example.com": "", "none": "", "a@b.example@c": "",
	} {
		if got, ok := CutEmail(text); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestRowErrorSaysWhereWhyAndWhat(t *testing.T) {
	for want, e := range map[string]RowError{
		`line 3: bad address: "no body"`:                        newRowError(3, BadAddress, "no\nbody"),
		`line 4: no address`:                                    newRowError(4, NoAddress, ""),
		`line 5: duplicate: "` + strings.Repeat("é", 80) + `…"`: newRowError(5, Duplicate, strings.Repeat("é", 200)),
	} {
		if diff := cmp.Diff(want, e.Error()); diff != "" {
			t.Error(diff)
		}
	}
}

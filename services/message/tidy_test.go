package message

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextIsTidiedOfWhatNobodySees(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " a b ": "a b", "a\u200bb\ufeff": "ab", "\u202ea\u202c": "a", "a\u00adb": "ab", "a\tb": "a b", "a\u00a0b\u3000": "a b", "ＡＢ＠ｃ．ｄ": "AB@c.d", "a。b｡c": "a.b.c", "（a）：；，": "(a):;,",
		"\x00a\x7f": "a", "é\u200dé": "é\u200dé", "a\u200db": "ab", "\u200dé": "é", "é\u200d": "é", "é\u200d\u200bé": "éé", "企画": "企画",
	} {
		if diff := cmp.Diff(want, tidy(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestNamesAreToldFromMistypedAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"Barbara": "Barbara", " Dr. Barbara  Example ": "Dr. Barbara  Example", "van der Berg": "van der Berg", "B. Example": "B. Example", "J.R. Muster": "J.R. Muster", "O'Neil": "O'Neil", "Müller-Lüdenscheidt": "Müller-Lüdenscheidt",
		"佐藤 花子": "佐藤 花子", "To: Barbara": "Barbara", "1. Barbara": "Barbara", "• Barbara": "Barbara", "\"Barbara\"": "Barbara", "'Example, Barbara'": "Example, Barbara", "=?utf-8?q?Zo=C3=AB?=": "Zoë", "[Barbara]": "Barbara",
		"barbara": "", "b.example": "", "Barbara.Example": "", "Barbara_Example": "", "Barbara7": "", "Barbara@": "", "": "", "-": "", "To:": "", "12": "", "and": "",
	} {
		if got := isName(text); got != (want != "") {
			t.Errorf("%q is a name: %t", text, got)
		}
		if got := cleanName(text); want != "" && got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestNamesBesideBareAddressesBelongToThem(t *testing.T) {
	const address = "barbara.example@example.com"
	for text, want := range map[string]bool{
		"Barbara Example": true, "Barbara": true, "EXAMPLE": true, "花子": true, "Ludwig von Muster": true, "Ludwig": false, "barbara": false, "Write to": false, "Please see Barbara": false, "": false,
	} {
		if got := isNameOf(text, address); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestYesAndNoAreReadAsSpreadsheetsWriteThem(t *testing.T) {
	for word, want := range map[string]bool{
		"": false, " ": false, "true": true, "TRUE": true, "Yes": true, "1": true, "x": true, "WAHR": true, "VRAI": true, "ja": true, "はい": true, "１": true, "0": false, "false": false, "No": false, "FALSCH": false, "nein": false, "否": false,
	} {
		if got, ok := yesOrNo(word); !ok || got != want {
			t.Errorf("%q is %t, %t", word, got, ok)
		}
	}
	for _, word := range []string{"perhaps", "2", "10", "truefalse", "a@example.com"} {
		if _, ok := yesOrNo(word); ok {
			t.Errorf("%q is yes or no", word)
		}
	}
}

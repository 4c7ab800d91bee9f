package person

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWriteVCardIsVersion4WithLinks(t *testing.T) {
	var b strings.Builder
	err := WriteVCard(&b, Person{Name: "Example, Barbara", Email: "barbara@example.com", SIP: "barbara@sip.example.com", Phone: "+49 30 1"},
		[]string{"webexteams://im?email=barbara@example.com", "webexteams://meet?sip=barbara@sip.example.com"})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`BEGIN:VCARD
VERSION:4.0
EMAIL:barbara@example.com
FN:Example\, Barbara
IMPP;PREF=1:webexteams://im?email=barbara@example.com
IMPP:webexteams://meet?sip=barbara@sip.example.com
IMPP:sip:barbara@sip.example.com
KIND:individual
TEL:+49 30 1
END:VCARD
`, "\n", "\r\n")
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestReadVCardsTakesEveryVersion(t *testing.T) {
	text := "noise before\r\n" + // 1
		"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:J=C3=BCrgen\r\nEMAIL;PREF;INTERNET:j@example.com\r\nEND:VCARD\r\n" + // 2
		"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Barbara\\, Exam\r\n ple\r\nEMAIL;TYPE=INTERNET:old@example.com\r\nEMAIL;TYPE=INTERNET,PREF:barbara@example.com\r\nTEL;TYPE=WORK:+1 555\r\nEND:VCARD\r\n" + // 7
		"\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:nobody\r\nEND:VCARD\r\n" + // 17
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x@example.com\r\nEMAIL:x@example.com\r\nIMPP:xmpp:x@example.com\r\nIMPP:sip:x@sip.example.com\r\nTEL;VALUE=uri:tel:+1555\r\nEND:VCARD\r\n" + // 21
		"begin:vcard\r\nfn:again\r\nemail:X@example.com\r\nend:vcard\r\n" + // 29
		"BEGIN:VCARD\r\nFN:bad\r\nEMAIL:not an address\r\nEND:VCARD\r\n" + // 33
		"BEGIN:VCARD\r\nFN:open\r\n" // 37
	people, bad, err := ReadVCards(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Person{
		{Name: "Jürgen", Email: "j@example.com", Line: 2},
		{Name: "Barbara, Example", Email: "barbara@example.com", Phone: "+1 555", Line: 7},
		{Email: "x@example.com", SIP: "x@sip.example.com", Phone: "+1555", Line: 20},
	}, people); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]RowError{
		{Line: 16, Reason: NoAddress, Value: "nobody"},
		{Line: 28, Reason: Duplicate, Value: "X@example.com"},
		{Line: 32, Reason: BadAddress, Value: "not an address"},
		{Line: 36, Reason: BadCard},
	}, bad); diff != "" {
		t.Error(diff)
	}
}

func TestWrittenCardsAreReadAgain(t *testing.T) {
	want := Person{Name: "Zoë; \\ Example", Email: "zoe+x@example.com", SIP: "z@sip.example.com", Phone: "123", Line: 1}
	var b strings.Builder
	if err := WriteVCard(&b, want, nil); err != nil {
		t.Fatal(err)
	}
	people, bad, err := ReadVCards(strings.NewReader(b.String()))
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	if diff := cmp.Diff([]Person{want}, people); diff != "" {
		t.Error(diff)
	}
}

// FuzzReadVCards proves that no file makes the reader fail.
func FuzzReadVCards(f *testing.F) {
	f.Add("BEGIN:VCARD\nFN;X=\"a:b\";QUOTED-PRINTABLE:=C3\nEMAIL;PREF:a@example.com\n folded\nEND:VCARD\n")
	f.Fuzz(func(t *testing.T, file string) {
		people, _, err := ReadVCards(strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			if !ValidEmail(p.Email) || p.Line < 1 {
				t.Fatalf("%+v", p)
			}
		}
	})
}

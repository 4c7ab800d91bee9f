package meeting

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// sound proves what holds for every reading, whatever was read.
func sound(t *testing.T, r Reading, input string) {
	t.Helper()
	lines := 2 + strings.Count(input, "\n") + strings.Count(input, "\r")
	for _, row := range r.Rows {
		if row.Line < 1 || row.Line > lines {
			t.Fatalf("a row of line %d of %d", row.Line, lines)
		}
		if again := row.tidy(); again != row.Attendee {
			t.Fatalf("not tidy: %s", cmp.Diff(again, row.Attendee))
		}
		for _, c := range Columns {
			if cell := row.cell(c); !utf8.ValidString(cell) || strings.ContainsAny(cell, "\r\n\t") {
				t.Fatalf("%s is %q", c, cell)
			}
		}
	}
	for _, bad := range r.Rejected {
		if bad.Line < 1 || bad.Line > lines || bad.Reason == "" || len(bad.Text) > maxRecord || !utf8.ValidString(bad.Text) {
			t.Fatalf("rejected: %+v", bad)
		}
	}
	rereadRows(t, r)
	rereadRejected(t, r)
}

// rereadRows proves that what was read can be written and read again, and is found wrong or right alike.
func rereadRows(t *testing.T, r Reading) {
	t.Helper()
	rows := attendees(r)
	for i := range rows {
		if rows[i] == (Attendee{}) {
			return // A blank row of a table is none.
		}
	}
	var file bytes.Buffer
	if err := WriteCSV(&file, rows); err != nil {
		t.Fatal(err)
	}
	again, err := ReadCSV(&file, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rows, attendees(again)); diff != "" {
		for _, bad := range again.Rejected {
			if bad.Reason != ReasonLong {
				t.Fatalf("%s\n%+v", diff, again.Rejected)
			}
		}
		if len(again.Rejected) == 0 && !strings.Contains(diff, "@") {
			t.Fatal(diff)
		}
	}
	checkAgain(t, rows)
}

// checkAgain proves that the table counts what it finds.
func checkAgain(t *testing.T, rows []Attendee) {
	t.Helper()
	table := NewTable(rows...)
	s := table.Summary()
	if s.Rows != len(rows) || s.Ready+s.Wrong+s.NotCalled != len(rows) {
		t.Fatalf("%d rows: %+v", len(rows), s)
	}
	table.MergeDuplicates()
	if table.Summary().Duplicates != 0 {
		t.Fatalf("after merging: %+v", table.Summary())
	}
}

// rereadRejected proves that no rejected row is lost on its way through a file.
func rereadRejected(t *testing.T, r Reading) {
	t.Helper()
	if len(r.Rejected) == 0 {
		return
	}
	var file bytes.Buffer
	if err := WriteRejected(&file, r, inWords); err != nil {
		t.Fatal(err)
	}
	again, err := ReadCSV(&file, nil)
	if err != nil || len(again.Header) > 0 && len(again.Rows)+len(again.Rejected) == 0 {
		t.Fatalf("%v: %+v of %+v", err, again, r.Rejected)
	}
}

func FuzzReadText(f *testing.F) {
	for _, seed := range []string{
		"Anna +48 22 1234567\nJan <jan@example.com>; \"Nowak, Ewa\" <ewa@example.com>", "Name\tTelefon\n\"A\nB\"\t8001", "sep=;\nname;phone\nAnna;8001",
		"Tel.: +48 (0)22 1 ext. 5, Fax: 8\n\n1. sip:a@b\n王伟，８００１", "BEGIN:VCARD\nFN:A\nTEL:1\nEND:VCARD", `[{"name":"A"}]`, "\xff\xfeA\x00", "a@b@c <<>> \"“”", ",,12;ext=3",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { sound(t, ReadText(text), text) })
}

func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"name,phone,role\nAnna,'+48 22 1,host\n\"x", "Imię;Nazwisko;Nr telefonu\nA;B;8001 wew. 3", "#1,text,reason\n,Anna 8001,x", "8001\t8002\tA\n", "\"a\"\"b\",c\r\rd|e", "姓,名,手机\n王,伟,1",
	} {
		f.Add(seed, "wer", "phone")
	}
	f.Add("A,B\n1,2", "#2", "name")
	f.Fuzz(func(t *testing.T, text, header, column string) {
		for _, m := range []Mapping{nil, {FoldHeader(header): Column(column)}} {
			r, err := ReadCSV(strings.NewReader(text), m)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, r, text)
		}
	})
}

func FuzzReadVCard(f *testing.F) {
	for _, seed := range []string{
		vcardOf("FN:Anna", "TEL;TYPE=work:+48 22 1", "item1.EMAIL;PREF=1:a@example.com"), "BEGIN:VCARD\nFN;QUOTED-PRINTABLE;CHARSET=latin2:=A3=\n=\nTEL;WORK;FAX:1\nEND:VCARD\nBEGIN:VCARD",
		"begin:vcard\n folded\n\tIMPP:sip:a@b\nN:a;b\nORG:x;y", "BEGIN:VCARD\nPHOTO;ENCODING=b:AA\nEND:VCARD\n\x00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ReadVCard(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		sound(t, r, text)
	})
}

func FuzzReadJSON(f *testing.F) {
	for _, seed := range []string{
		`{"attendees":[{"name":"A","phone":"1","role":1,"x":[{}]},5,null]}`, `[{"role":9},{"name":"A"`, `{"name":"\ud800","phone":"+48 22 1"}`, `[[[[`, `"a"`, "{\"attendees\":[]}\n]", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ReadJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		sound(t, r, text)
	})
}

package meeting

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// row makes a row of what text gives: name, number and e-mail address.
func row(line int, name, phone, email string) Row {
	return Row{Attendee: Attendee{Name: name, Phone: phone, Email: email}, Line: line}
}

func rejected(line int, text string, why Reason) Rejected {
	return Rejected{Line: line, Text: text, Reason: why}
}

// compare compares the rows and the rejected ones of a reading.
func compare(t *testing.T, name string, got Reading, rows []Row, bad []Rejected) {
	t.Helper()
	if diff := cmp.Diff(rows, got.Rows, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s: rows: %s", name, diff)
	}
	if diff := cmp.Diff(bad, got.Rejected, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s: rejected: %s", name, diff)
	}
}

func TestWhatPeoplePasteIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		rows []Row
		bad  []Rejected
	}{
		"nothing":        {" \n\n\t", nil, nil},
		"numbers":        {"+48 22 123 45 67\n0048-22-1234568\n(022) 123.45.69\n８００１", []Row{row(1, "+48221234567", "+48221234567", ""), row(2, "+48221234568", "+48221234568", ""), row(3, "0221234569", "0221234569", ""), row(4, "8001", "8001", "")}, nil},
		"numbers apart":  {"+48 22 123; 8001, 8002、8003 | 8004", []Row{row(1, "+4822123", "+4822123", ""), row(1, "8001", "8001", ""), row(1, "8002", "8002", ""), row(1, "8003", "8003", ""), row(1, "8004", "8004", "")}, nil},
		"names, numbers": {"Anna Kowalska +48 22 123 45 67\n+48 22 123 45 68 Jan Nowak\nEwa: 8001", []Row{row(1, "Anna Kowalska", "+48221234567", ""), row(2, "Jan Nowak", "+48221234568", ""), row(3, "Ewa", "8001", "")}, nil},
		"one line":       {"Anna, +48 22 1234567, anna@example.com, Jan, +48 22 1234568", []Row{row(1, "Anna", "+48221234567", "anna@example.com"), row(1, "Jan", "+48221234568", "")}, nil},
		"mail header":    {"To: Anna Kowalska <anna@example.com>; \"Nowak, Jan\" <jan@example.com>, Nowak, Ewa <ewa@example.com>, ola@example.com", []Row{row(1, "Anna Kowalska", "", "anna@example.com"), row(1, "Nowak, Jan", "", "jan@example.com"), row(1, "Nowak, Ewa", "", "ewa@example.com"), row(1, "ola@example.com", "", "ola@example.com")}, nil},
		"sip and mail":   {"Anna sip:anna@example.com anna@mail.example.com\nRoom <sip:+99111283523475338@example.com>\nRoom 2 +99111283523475339@example.com", []Row{row(1, "Anna", "anna@example.com", "anna@mail.example.com"), row(2, "Room", "+99111283523475338@example.com", ""), row(3, "Room 2", "+99111283523475339@example.com", "")}, nil},
		"card of a mail": {"Anna Kowalska\nTel.: +48 22 1234567\nFax: +48 22 1234568\nE-Mail: anna@example.com\n\nJan Nowak\n电话：8001\n", []Row{row(1, "Anna Kowalska", "+48221234567", "anna@example.com"), row(6, "Jan Nowak", "8001", "")}, nil},
		"prose around": {"Dear all,\nplease invite:\n• Anna, +48 22 1234567\n2. Jan 8001\nRegards", []Row{row(3, "Anna", "+48221234567", ""), row(4, "Jan", "8001", "")},
			[]Rejected{rejected(1, "Dear all", ReasonNoWay), rejected(2, "please invite:", ReasonNoWay), rejected(5, "Regards", ReasonNoWay)}},
		"dates and years": {"Meeting 2024-05-01, 8001", []Row{row(1, "Meeting 2024-05-01", "8001", "")}, nil},
		"wrong things": {"Anna, +48 22 123 ext. 5\nJan anna@\nEwa 030/12/34/56\nOla +1 555 1234,,12\nUla tel:+1-555-1234;ext=12",
			nil, []Rejected{rejected(1, "Anna, +48 22 123 ext. 5", ReasonExtension), rejected(2, "Jan anna@", ReasonAddress), rejected(3, "Ewa 030/12/34/56", ReasonNumber), rejected(4, "Ola +1 555 1234,,12", ReasonExtension), rejected(5, "Ula tel:+1-555-1234;ext=12", ReasonExtension)}},
		"spreadsheet":          {"Name\tTelefon\tE-Mail\r\nAnna\t+48 22 1234567\tanna@example.com\r\n\"Jan\r\nNowak\"\t8001\t\r\n", []Row{row(2, "Anna", "+48221234567", "anna@example.com"), row(3, "Jan Nowak", "8001", "")}, nil},
		"cells only":           {"Anna\t+48 22 1234567\n\tanna@example.com\tx\nJan\t8001", []Row{row(1, "Anna", "+48221234567", ""), row(2, "x", "", "anna@example.com"), row(3, "Jan", "8001", "")}, nil},
		"semicolons":           {"Anna;+48 22 1234567;anna@example.com\nJan;8001;jan@example.com", []Row{row(1, "Anna", "+48221234567", "anna@example.com"), row(2, "Jan", "8001", "jan@example.com")}, nil},
		"told separator":       {"sep=|\nname|phone\nAnna|8001", []Row{row(3, "Anna", "8001", "")}, nil},
		"one attendee as JSON": {`{"name":"Anna","phone":"80 01"}`, []Row{row(1, "Anna", "8001", "")}, nil},
		"a bracket":            {"[Anna] 8001", []Row{row(1, "[Anna]", "8001", "")}, nil},
		"a card":               {"begin:vcard\nversion:3.0\nfn:Anna\ntel:8001\nend:vcard", []Row{row(1, "Anna", "8001", "")}, nil},
		"Windows-1252":         {"Zo\xeb 8001", []Row{row(1, "Zoë", "8001", "")}, nil},
		"marks of direction":   {"Anna \u202a+48 22 1234567\u202c", []Row{row(1, "Anna", "+48221234567", "")}, nil},
		"two numbers":          {"Anna +48 22 1234567 +48 600 100 200", []Row{row(1, "Anna", "+48221234567", "")}, nil},
		"addresses and blanks": {"a@example.com b@example.com +48 22 1 +48 22 2", []Row{row(1, "+48221", "+48221", "a@example.com"), row(1, "+48222", "+48222", "b@example.com")}, nil},
		"mail and blanks":      {"a@example.com b@example.com  c@example.com", []Row{row(1, "a@example.com", "", "a@example.com"), row(1, "b@example.com", "", "b@example.com"), row(1, "c@example.com", "", "c@example.com")}, nil},
		"a column":             {"Telefon\n+48 22 1\n8001", []Row{row(2, "+48221", "+48221", ""), row(3, "8001", "8001", "")}, nil},
		"encoded name":         {"=?utf-8?q?Zo=C3=AB?= <zoe@example.com>", []Row{row(1, "Zoë", "", "zoe@example.com")}, nil},
	} {
		compare(t, name, ReadText(c.text), c.rows, c.bad)
	}
}

func TestWhatIsNotTakenIsCounted(t *testing.T) {
	got := ReadText("Anna 8001 Fax 8002\nJan +48 22 1234567 +48 600 100 200 j@example.com jan@example.com\n").Unread
	if diff := cmp.Diff(map[string]int{"fax": 1, "number": 1, "email": 1}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTextWithoutEndIsBounded(t *testing.T) {
	r := ReadText(strings.Repeat("8001\n", MaxRows+10))
	if len(r.Rows) != MaxRows || len(r.Rejected) != 1 || r.Rejected[0].Reason != ReasonTooMany || r.Rejected[0].Line != MaxRows+1 {
		t.Errorf("%d rows, %+v", len(r.Rows), r.Rejected)
	}
	r = ReadText("8001\n" + strings.Repeat("\n", maxInput))
	if len(r.Rows) != 1 || len(r.Rejected) != 1 || r.Rejected[0].Reason != ReasonTooMany {
		t.Errorf("%d rows, %d rejected", len(r.Rows), len(r.Rejected))
	}
	r = ReadText(strings.Repeat("x", maxRecord+1))
	if len(r.Rejected) != 1 || r.Rejected[0].Reason != ReasonLong || len(r.Rejected[0].Text) > maxRecord {
		t.Errorf("a long line: %d rejected", len(r.Rejected))
	}
	r = ReadText(strings.Repeat("word\n", 3*MaxRows))
	if len(r.Rejected) > MaxRows+1 {
		t.Errorf("%d rejected", len(r.Rejected))
	}
}

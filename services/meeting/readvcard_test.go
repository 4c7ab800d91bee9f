package meeting

import (
	"strings"
	"testing"
)

func readVCard(t *testing.T, text string) Reading {
	t.Helper()
	r, err := ReadVCard(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// vcardOf makes a card of version 3 of lines.
func vcardOf(lines ...string) string {
	return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
}

func TestTheBestNumberOfACardIsTaken(t *testing.T) {
	for name, c := range map[string]struct {
		lines string
		phone string
		typ   Type
	}{
		"the only one":           {"TEL:+48 22 1", "+48221", ""},
		"work before home":       {"TEL;TYPE=home:1001\nTEL;TYPE=work:1002", "1002", ""},
		"cell before home":       {"TEL;TYPE=home:1001\nTEL;TYPE=cell:1002", "1002", Mobile},
		"work before cell":       {"TEL;TYPE=cell:1001\nTEL;TYPE=WORK,VOICE:1002", "1002", ""},
		"preferred before all":   {"TEL;TYPE=work:1001\nTEL;TYPE=home,pref:1002", "1002", ""},
		"by number of rank":      {"TEL;PREF=2:1001\nTEL;PREF=1:1002", "1002", ""},
		"never a fax":            {"TEL;TYPE=fax,work,pref:1001\nTEL;TYPE=home:1002", "1002", ""},
		"never a pager":          {"TEL;TYPE=pager:1001\nTEL:1002", "1002", ""},
		"version 2.1":            {"TEL;WORK;FAX:1001\nTEL;WORK;VOICE:1002", "1002", ""},
		"version 4":              {"TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+48-600-1", "+486001", Mobile},
		"grouped":                {"item1.TEL:1001\nitem1.X-ABLabel:desk", "1001", ""},
		"one without extension":  {"TEL;TYPE=work:+48 22 1 ext. 5\nTEL;TYPE=home:1002", "1002", ""},
		"a right one":            {"TEL;TYPE=work:call me\nTEL;TYPE=home:1002", "1002", ""},
		"a wrong one, for Check": {"TEL:call me", "call me", ""},
		"SIP where nothing else": {"IMPP:xmpp:a@example.com\nIMPP;TYPE=work:sip:anna@example.com", "anna@example.com", ""},
		"number before SIP":      {"IMPP:sip:anna@example.com\nTEL:1001", "1001", ""},
		"folded":                 {"TEL;TYPE=work:+48\n  22\n 1", "+48221", ""},
	} {
		got := readVCard(t, vcardOf("FN:Anna", c.lines))
		want := []Row{{Attendee: Attendee{Name: "Anna", Phone: c.phone, Type: c.typ}, Line: 1}}
		compare(t, name, got, want, nil)
	}
}

func TestTheFieldsOfACard(t *testing.T) {
	for name, c := range map[string]struct {
		lines string
		want  Attendee
	}{
		"all":                {"FN:Anna Kowalska\nORG:Example;Sales;North\nEMAIL:old\nEMAIL;TYPE=work:anna@example.com\nTEL:1001", Attendee{Name: "Anna Kowalska", DeptName: "North", Email: "anna@example.com", Phone: "1001"}},
		"parts of a name":    {"N:Kowalska;Anna;;;\nTEL:1001", Attendee{Name: "Anna Kowalska", Phone: "1001"}},
		"Chinese parts":      {"N:王;伟;;;\nTEL:1001", Attendee{Name: "王伟", Phone: "1001"}},
		"nickname":           {"NICKNAME:Ania\nTEL:1001", Attendee{Name: "Ania", Phone: "1001"}},
		"organisation":       {"ORG:Example;Sales\nTEL:1001", Attendee{Name: "Example", DeptName: "Sales", Phone: "1001"}},
		"no name, for Check": {"TEL:1001", Attendee{Phone: "1001"}},
		"escapes":            {`FN:Kowalska\, Anna` + "\nTEL:1001", Attendee{Name: "Kowalska, Anna", Phone: "1001"}},
		"mail only":          {"FN:Anna\nEMAIL;PREF=1:anna@example.com", Attendee{Name: "Anna", Email: "anna@example.com"}},
		"quoted-printable":   {"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=B3=\nzef=20K\nTEL:1001", Attendee{Name: "Józef K", Phone: "1001"}},
		"of another set":     {"FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-2:=A3ukasz\nTEL:1001", Attendee{Name: "Łukasz", Phone: "1001"}},
		"a picture beside":   {"FN:Anna\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\n BBBB\nTEL:1001", Attendee{Name: "Anna", Phone: "1001"}},
	} {
		compare(t, name, readVCard(t, vcardOf(c.lines)), []Row{{Attendee: c.want, Line: 1}}, nil)
	}
}

func TestABrokenCardHidesNoOther(t *testing.T) {
	text := "\n" + vcardOf("FN:Fax", "TEL;TYPE=fax:1001") +
		"BEGIN:VCARD\nVERSION:4.0\nFN:Cut off\n" +
		vcardOf("FN:Ext", "TEL:+1 555 ext. 5") +
		vcardOf("FN;ENCODING=BASE64:QW5uYQ==", "TEL:1001") +
		vcardOf("FN;QUOTED-PRINTABLE;CHARSET=nonsense:Anna", "TEL:1001") +
		"not a card\n" + vcardOf("FN:Anna", "TEL:1001")
	got := readVCard(t, text)
	var why []Reason
	for _, r := range got.Rejected {
		why = append(why, r.Reason)
		if !strings.HasPrefix(r.Text, beginCard) || r.Cells != nil {
			t.Errorf("rejected is %q", r.Text)
		}
	}
	lines := []int{2, 7, 10, 15, 20}
	for i, want := range []Reason{ReasonNoWay, ReasonCard, ReasonExtension, ReasonEncoding, ReasonEncoding} {
		if i >= len(why) || why[i] != want || got.Rejected[i].Line != lines[i] {
			t.Fatalf("rejected: %v, want %s at %d: %+v", why, want, i, got.Rejected)
		}
	}
	if len(got.Rows) != 1 || got.Rows[0].Line != 26 || got.Rows[0].Name != "Anna" {
		t.Errorf("rows: %+v", got.Rows)
	}
}

package meeting

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"foyer/services/fault"

	"github.com/google/go-cmp/cmp"
)

func readCSV(t *testing.T, text string, m Mapping) Reading {
	t.Helper()
	r, err := ReadCSV(strings.NewReader(text), m)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTablesOfSixLanguagesAreRead(t *testing.T) {
	want := []Row{
		{Attendee: Attendee{Name: "Anna Kowalska", Phone: "+48221234567", Email: "anna@example.com", Role: Chair, DeptName: "IT"}, Line: 2},
		{Attendee: Attendee{Name: "Jan", Phone: "8001"}, Line: 3},
	}
	for language, c := range map[string]struct{ header, host string }{
		"API": {"name,phone,email,role,deptName", "1"},
		"en":  {"Full name,Phone number,E-mail,Role,Department", "Host"},
		"pl":  {"Imię i nazwisko,Nr telefonu,Adres e-mail,Rola,Dział", "gospodarz"},
		"zh":  {"姓名,电话号码,邮箱,角色,部门", "主持人"},
		"es":  {"Nombre completo,Teléfono,Correo electrónico,Rol,Departamento", "Anfitrión"},
		"ja":  {"氏名,電話番号,メールアドレス,役割,部署", "主催者"},
		"de":  {"Name,Telefonnummer,E-Mail-Adresse,Rolle,Abteilung", "Gastgeberin"},
	} {
		for _, sep := range []string{",", ";", "\t", "|"} {
			text := strings.ReplaceAll(c.header+"\nAnna Kowalska,+48 22 1234567,anna@example.com,"+c.host+",IT\nJan,8001,,,\n", ",", sep)
			got := readCSV(t, text, nil)
			compare(t, language+" "+sep, got, want, nil)
			if len(got.Header) != 5 || len(got.Mapping) != 5 || got.Unread != nil {
				t.Errorf("%s: %v, %v, %v", language, got.Header, got.Mapping, got.Unread)
			}
		}
	}
}

func TestColumnsArePutTogether(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want Attendee
	}{
		"halves of a name":   {"Vorname;Nachname;Telefon\nAnna;Kowalska;8001", Attendee{Name: "Anna Kowalska", Phone: "8001"}},
		"Chinese halves":     {"姓,名,电话\n王,伟,8001", Attendee{Name: "王伟", Phone: "8001"}},
		"Japanese halves":    {"姓,名,電話\nやまだ,タロー,8001", Attendee{Name: "やまだ タロー", Phone: "8001"}},
		"name and Vorname":   {"Name;Vorname;Telefon\nKowalska;Anna;8001", Attendee{Name: "Anna Kowalska", Phone: "8001"}},
		"mobile alone":       {"name,mobile\nAnna,8001", Attendee{Name: "Anna", Phone: "8001"}},
		"mobile beside":      {"mobile,name,phone\n8002,Anna,8001", Attendee{Name: "Anna", Phone: "8001", SMS: "8002"}},
		"name in the mail":   {"email,phone\nAnna <anna@example.com>,8001", Attendee{Name: "Anna", Email: "anna@example.com", Phone: "8001"}},
		"mail in the name":   {"name,phone\nAnna <anna@example.com>,8001", Attendee{Name: "Anna", Email: "anna@example.com", Phone: "8001"}},
		"guarded":            {"name,phone\n'=Anna,'+48 22 1", Attendee{Name: "=Anna", Phone: "+48221"}},
		"wrong but kept":     {"name,phone,email,type\nAnna,call me,x,fridge", Attendee{Name: "Anna", Phone: "call me", Email: "x", Type: "fridge"}},
		"the first column":   {"phone,phone,name\n8001,8002,Anna", Attendee{Name: "Anna", Phone: "8001"}},
		"no header":          {"Anna,8001,anna@example.com,TERMINAL,0123456789abcdef0123456789abcdef", Attendee{Name: "Anna", Phone: "8001", Email: "anna@example.com", Type: Terminal, UserUUID: "0123456789abcdef0123456789abcdef"}},
		"no header, counted": {"1,Anna,8001,8002", Attendee{Name: "Anna", Phone: "8001", SMS: "8002"}},
		"no header, SIP":     {"Anna;sip:anna@example.com", Attendee{Name: "Anna", Phone: "anna@example.com"}},
	} {
		got := readCSV(t, c.text, nil)
		if len(got.Rows) != 1 || got.Rows[0].Attendee != c.want {
			t.Errorf("%s: %+v, %+v", name, got.Rows, got.Rejected)
		}
	}
}

func TestAMappingGoesBeforeWhatIsGuessed(t *testing.T) {
	got := readCSV(t, "Wer,Telefon,Handy,E-Mail\nAnna,8001,8002,anna@example.com", Mapping{"wer": ColumnName, "handy": ColumnPhone, "email": ""})
	compare(t, "header", got, []Row{row(2, "Anna", "8002", "")}, nil)
	if diff := cmp.Diff(Mapping{"wer": ColumnName, "telefon": "", "handy": ColumnPhone, "email": ""}, got.Mapping); diff != "" {
		t.Error(diff)
	}
	again := readCSV(t, "Wer,Telefon,Handy,E-Mail\nJan,8001,8003,x", got.Mapping)
	compare(t, "again", again, []Row{row(2, "Jan", "8003", "")}, nil)
	if diff := cmp.Diff(map[string]int{"Telefon": 1, "E-Mail": 1}, again.Unread); diff != "" {
		t.Error(diff)
	}
	got = readCSV(t, "8001,8002,Anna", Mapping{"#1": "", "#2": ColumnPhone})
	compare(t, "places", got, []Row{row(1, "Anna", "8002", "")}, nil)
}

func TestAWrongNumberInACellIsAProblemOfThatCell(t *testing.T) {
	got := readCSV(t, ",+34 91 555 0142\nx,+49 30 55X0\nEwa,+48 22 123 ext. 5\n", nil)
	if len(got.Rejected) > 0 || len(got.Rows) != 3 {
		t.Fatalf("%+v", got)
	}
	for _, row := range got.Rows[1:] {
		if diff := cmp.Diff([]Problem{{Column: ColumnPhone, Check: PhoneExtension}}, checkRow(&row.Attendee, false)); diff != "" {
			t.Errorf("%+v: %s", row, diff)
		}
	}
}

func TestRowsThatCannotBeKeptAreRejectedWithTheirCells(t *testing.T) {
	got := readCSV(t, "name,phone,role,note\nAnna,8001,boss,\n\n\"Jan\nNowak\",+48 22 1 ext. 5,,x\nEwa,8002,1,\n\"Ola,8003\nUla,8004,,,more\n,,,only a note\n", nil)
	compare(t, "rejected", got,
		[]Row{row(4, "Jan Nowak", "+48 22 1 ext. 5", ""), {Attendee: Attendee{Name: "Ewa", Phone: "8002", Role: Chair}, Line: 6}, row(8, "Ula", "8004", "")},
		[]Rejected{
			{Line: 2, Text: "Anna,8001,boss,", Cells: []string{"Anna", "8001", "boss", ""}, Reason: ReasonRole},
			{Line: 7, Text: `"Ola,8003`, Reason: ReasonQuotes},
			{Line: 9, Text: ",,,only a note", Cells: []string{"", "", "", "only a note"}, Reason: ReasonNoWay},
		})
	if got.Unread["note"] == 0 || got.Unread["#5"] != 1 {
		t.Errorf("unread: %v", got.Unread)
	}
	got = readCSV(t, "name,phone\n"+strings.Repeat("x", maxRecord+1)+"\nAnna,8001", nil)
	if len(got.Rows) != 1 || got.Rows[0].Line != 3 || got.Rejected[0].Reason != ReasonLong {
		t.Errorf("a long row: %+v", got.Rows)
	}
}

func TestEveryEncodingOfSpreadsheetsIsRead(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-8 with mark": "\ufeffname,phone\nZoë,8001",
		"Windows-1252":    "name,phone\nZo\xeb,8001",
		"UTF-16":          "\xff\xfe" + wide("name,phone\nZoë,8001"),
		"old Mac":         "name,phone\rZoë,8001\r",
		"told separator":  "sep=,\nname,phone\nZoë,8001",
	} {
		got := readCSV(t, text, nil)
		if len(got.Rows) != 1 || got.Rows[0].Name != "Zoë" || got.Rows[0].Phone != "8001" {
			t.Errorf("%s: %+v, %+v", name, got.Rows, got.Rejected)
		}
	}
}

// wide writes Latin text as UTF-16.
func wide(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(0)
	}
	return b.String()
}

func TestAFileThatCannotBeReadIsAnErrorForEveryReader(t *testing.T) {
	broken := errors.New("disk")
	for name, read := range map[string]func(io.Reader) (Reading, error){
		"csv":   func(r io.Reader) (Reading, error) { return ReadCSV(r, nil) },
		"vcard": ReadVCard,
		"json":  ReadJSON,
		"text":  func(r io.Reader) (Reading, error) { return Read(r, FormatText, nil) },
	} {
		if _, err := read(iotest.ErrReader(broken)); !errors.Is(err, broken) || fault.KindOf(err) != fault.Other {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := read(bytes.NewReader(make([]byte, maxInput+1))); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s, too large: %v", name, err)
		}
		if got, err := read(strings.NewReader("")); err != nil || got.Rows != nil || got.Rejected != nil {
			t.Errorf("%s, empty: %+v, %v", name, got, err)
		}
	}
}

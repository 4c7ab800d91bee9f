package person

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var two = []Person{
	{Name: "Barbara Example", Email: "barbara@example.com", Line: 2},
	{Name: "Jürgen Müller", Email: "jm@example.com", SIP: "jm@sip.example.com", Line: 3},
}

func TestReadCSVTakesEveryShapeOfList(t *testing.T) {
	for name, text := range map[string]string{
		"comma":                          "name,email,sip\nBarbara Example,barbara@example.com,\nJürgen Müller,jm@example.com,jm@sip.example.com\n",
		"semicolon, other order":         "E-Mail-Adresse;SIP-Adresse;Name\nbarbara@example.com;;Barbara Example\njm@example.com;sip:jm@sip.example.com;Jürgen Müller",
		"tab, other columns between":     "Abteilung\tName\tFirma\tE-Mail\tSIP\n1\tBarbara Example\tx\tbarbara@example.com\n2\tJürgen Müller\ty\tjm@example.com\tjm@sip.example.com\tmore\textra\n",
		"CRLF, quoted":                   "\"Name\",\"Email\",\"SIP\"\r\n\"Barbara Example\",\"barbara@example.com\",\"\"\r\n\"Jürgen Müller\",\"jm@example.com\",\"jm@sip.example.com\"\r\n",
		"CR":                             "name,email,sip\rBarbara Example,barbara@example.com\rJürgen Müller,jm@example.com,jm@sip.example.com\r",
		"byte order mark":                "\ufeffname,email,sip\nBarbara Example,barbara@example.com\nJürgen Müller,jm@example.com,jm@sip.example.com",
		"parts of the name":              "Last Name,First Name,E-mail Address,SIP URI\nExample,Barbara,barbara@example.com,\nMüller,Jürgen,jm@example.com,jm@sip.example.com",
		"French, name and first name":    "Nom;Prénom;Courriel;Adresse SIP\nExample;Barbara;barbara@example.com\nMüller;Jürgen;jm@example.com;jm@sip.example.com",
		"Japanese":                       "名前,メールアドレス,SIPアドレス\nBarbara Example,barbara@example.com\nJürgen Müller,jm@example.com,jm@sip.example.com",
		"streets beside e-mail":          "Address,Name,Email,SIP\nMain St 1,Barbara Example,barbara@example.com\nSide St 2,Jürgen Müller,jm@example.com,jm@sip.example.com",
		"just address":                   "Name,Address,SIP\nBarbara Example,barbara@example.com\nJürgen Müller,jm@example.com,jm@sip.example.com",
		"name within the address":        "email,sip\nBarbara Example <barbara@example.com>,\n\"\"\"Jürgen Müller\"\" <jm@example.com>\",jm@sip.example.com",
		"header without e-mail column":   "Name,Contact address here\nBarbara Example,barbara@example.com\nJürgen Müller,jm@example.com,jm@sip.example.com",
		"stray quotes and blanks around": "name , email , sip\n Barbara Example , barbara@example.com ,\n Jürgen Müller, \"jm@example.com\" , jm@sip.example.com",
		"Excel says the separator":       "sep=|\nname|email|sip\nBarbara Example|barbara@example.com|\nJürgen Müller|jm@example.com|jm@sip.example.com",
	} {
		t.Run(name, func(t *testing.T) {
			want := two
			if name == "Excel says the separator" {
				want = []Person{two[0], two[1]}
				want[0].Line, want[1].Line = 3, 4
			}
			checkList(t, strings.NewReader(text), want, nil)
		})
	}
}

func TestReadCSVKnowsColumnsWithoutHeader(t *testing.T) {
	want := []Person{two[0], two[1]}
	want[0].Line, want[1].Line = 1, 2
	for name, text := range map[string]string{
		"name first":    "Barbara Example,barbara@example.com\nJürgen Müller,jm@example.com,jm@sip.example.com",
		"address first": "barbara@example.com;Barbara Example\njm@example.com;Jürgen Müller;jm@sip.example.com",
		"with scheme":   "Barbara Example\tbarbara@example.com\nsip:jm@sip.example.com\tJürgen Müller\tjm@example.com",
	} {
		t.Run(name, func(t *testing.T) { checkList(t, strings.NewReader(text), want, nil) })
	}
	checkList(t, strings.NewReader("a@example.com\nb@example.com\n"), []Person{{Email: "a@example.com", Line: 1}, {Email: "b@example.com", Line: 2}}, nil)
	checkList(t, strings.NewReader("x@example.com,+49 30 1234,Ann"), []Person{{Name: "Ann", Email: "x@example.com", Phone: "+49 30 1234", Line: 1}}, nil)
}

func TestReadCSVTakesEveryEncoding(t *testing.T) {
	text := "name;email;sip\r\nBarbara Example;barbara@example.com\r\nJürgen Müller;jm@example.com;jm@sip.example.com\r\n"
	encode := func(s string, err error) io.Reader {
		if err != nil {
			t.Fatal(err)
		}
		return strings.NewReader(s)
	}
	for name, r := range map[string]io.Reader{
		"UTF-16 LE with mark":    encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)),
		"UTF-16 BE with mark":    encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)),
		"UTF-16 LE without mark": encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)),
		"UTF-16 BE without mark": encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(text)),
		"Windows-1252":           encode(charmap.Windows1252.NewEncoder().String(text)),
		"one byte at a time":     iotest.OneByteReader(strings.NewReader(text)),
		"data with the end":      iotest.DataErrReader(strings.NewReader(text)),
	} {
		t.Run(name, func(t *testing.T) { checkList(t, r, two, nil) })
	}
}

func TestReadCSVReportsBadRowsWithTheirLine(t *testing.T) {
	text := "name,email,sip\n" + // 1
		"Ann,ann@example.com\n" + // 2
		"\n,,\n" + // 3, 4
		"Bob,bob at example.com\n" + // 5
		"Cy,,\n" + // 6
		"\"Dee\nDee\",dee@example.com\n" + // 7, 8
		"Eve,ANN@example.com\n" + // 9
		"Fay,fay@example.com,not sip\n" + // 10
		"Gus\n" + // 11
		"\"Hal,hal@example.com\n" + // 12
		"Ida \"I\" Example,ida@example.com,,,,more\n" // 13
	checkList(t, strings.NewReader(text), []Person{
		{Name: "Ann", Email: "ann@example.com", Line: 2},
		{Name: "Dee Dee", Email: "dee@example.com", Line: 7},
		{Name: `Ida "I" Example`, Email: "ida@example.com", Line: 13},
	}, []RowError{
		{Line: 5, Reason: BadAddress, Value: "bob at example.com"},
		{Line: 6, Reason: NoAddress, Value: "Cy"},
		{Line: 9, Reason: Duplicate, Value: "ANN@example.com"},
		{Line: 10, Reason: BadSIP, Value: "not sip"},
		{Line: 11, Reason: NoAddress, Value: "Gus"},
		{Line: 12, Reason: BadQuotes, Value: `"Hal,hal@example.com`},
	})
}

func TestReadCSVDoesNotLetOneRowSwallowTheRest(t *testing.T) {
	var b strings.Builder
	b.WriteString("name,email\n\"open,a@example.com\n")
	for range maxRowLines + 5 {
		b.WriteString("x,\n")
	}
	b.WriteString(strings.Repeat("y", maxRowBytes+10) + "\nlast,last@example.com\n")
	people, bad, err := ReadCSV(strings.NewReader(b.String()))
	if err != nil || len(people) != 1 || people[0].Email != "last@example.com" || people[0].Line != maxRowLines+9 {
		t.Fatalf("%+v, %v", people, err)
	}
	if bad[0].Reason != BadQuotes || bad[0].Line != 2 || bad[len(bad)-1].Reason != TooLong {
		t.Errorf("%+v", bad)
	}
}

func TestReadCSVReturnsTheReadersErrorAndWhatCameBefore(t *testing.T) {
	broken := errors.New("disk gone")
	people, bad, err := ReadCSV(io.MultiReader(strings.NewReader("a@example.com\nb@example.com\n"), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || len(people) != 2 || len(bad) != 0 {
		t.Errorf("%+v, %+v, %v", people, bad, err)
	}
}

func TestReadCSVOfNothingIsNobody(t *testing.T) {
	for _, text := range []string{"", "\n\n", "name,email\n", "\ufeff"} {
		checkList(t, strings.NewReader(text), nil, nil)
	}
	checkList(t, strings.NewReader("hello there\n"), nil, []RowError{{Line: 1, Reason: NoAddress, Value: "hello there"}})
}

func checkList(t *testing.T, r io.Reader, want []Person, wantBad []RowError) {
	t.Helper()
	people, bad, err := ReadCSV(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, people); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantBad, bad); diff != "" {
		t.Error(diff)
	}
}

// FuzzReadCSV proves that no file makes the reader fail, that everybody it returns can be written
// to, and that lines are told in order.
func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("name,email,sip\nA,a@example.com,\"sip:\"\"x\"\n\"\n"))
	f.Add([]byte("\xff\xfea\x00@\x00b\x00.\x00c\x00c\x00"))
	f.Add([]byte("sep=;\r\"\r\"\r\r\n\t@"))
	f.Fuzz(func(t *testing.T, file []byte) {
		people, bad, err := ReadCSV(strings.NewReader(string(file)))
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, p := range people {
			if !ValidEmail(p.Email) || p.SIP != "" && !ValidSIP(p.SIP) || strings.ContainsAny(p.Name, "\r\n") || p.Line <= last {
				t.Fatalf("%+v", p)
			}
			last = p.Line
		}
		for _, b := range bad {
			if b.Line < 1 || b.Line > len(file)+1 || b.Error() == "" {
				t.Fatalf("%+v", b)
			}
		}
	})
}

func BenchmarkReadCSV(b *testing.B) {
	text := "name,email,sip\n" + strings.Repeat("\"Example, Barbara\",barbara@example.com,barbara@sip.example.com\n", 10_000)
	b.Run("people", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, _, err := ReadCSV(strings.NewReader(text)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor=encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := csv.NewReader(strings.NewReader(text)).ReadAll(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

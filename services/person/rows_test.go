package person

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecordsAreCutIntoFields(t *testing.T) {
	for text, want := range map[string][]string{
		"a;b;c":         {"a", "b", "c"},
		" a ; b ;c ":    {"a", "b", "c"},
		"a;;":           {"a", "", ""},
		"":              {""},
		`"a;b";c`:       {"a;b", "c"},
		`"a""b";c`:      {`a"b`, "c"},
		`"";c`:          {"", "c"},
		`"a" ; "b"`:     {"a", "b"},
		`"a"x;b`:        {"ax", "b"},
		`a "b" c;d`:     {`a "b" c`, "d"},
		`a"`:            {`a"`},
		"\"a\nb\";c":    {"a\nb", "c"},
		`"a";"b";"c;d"`: {"a", "b", "c;d"},
	} {
		got, ok := split(text, ';')
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("%q: %v %s", text, ok, diff)
		}
	}
	for _, text := range []string{`"a`, `"a""`, `a;"b`, `"a" "b;"`, "\"a\nb\"c;d", `a;"`} {
		got, ok := split(text, ';')
		if ok {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestTheSeparatorIsTheOneThatLinesAgreeOn(t *testing.T) {
	for _, c := range []struct {
		lines string
		want  byte
	}{
		{"a,b\nc,d", ','},
		{"a;b\nc;d", ';'},
		{"a\tb\nc\td", '\t'},
		{"name;email\nDoe, Ann;a@x.example\nRoe, Bob;b@x.example", ';'},
		{"name,email\nAnn; Dr.,a@x.example\n", ','},
		{"\"a;b\",c\n\"d;e\",f", ','},
		{"a\n\nb", ','},
		{"Doe, Ann;a@x.example", ';'},
		{"\n\na;b\n", ';'},
		{"sep=|\na|b", '|'},
		{"SEP=\t\na\tb", '\t'},
		{"sep=x\naxb", ','},
	} {
		r := newRows(strings.NewReader(c.lines))
		r.fill(1)
		r.sniff()
		if r.sep != c.want {
			t.Errorf("%q: %q, want %q", c.lines, r.sep, c.want)
		}
	}
}

func TestLinesAreCountedAsTheyStandInTheFile(t *testing.T) {
	r := newRows(strings.NewReader("a\n\r\n\rb\r\n\"c\nd\re\"\n,,\nf"))
	var got []int
	for {
		row, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, row.line)
	}
	if diff := cmp.Diff([]int{1, 4, 5, 9}, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeadersAreKnownInManyLanguages(t *testing.T) {
	for want, names := range map[column][]string{
		colName:  {"Name", "Full name", "FULL_NAME", "Display Name", "Anzeigename", "Nom", "Nombre completo", "Nome", "Naam", "Namn", "Nazwa", "Имя", "ФИО", "氏名", "姓名", "이름", "الاسم"},
		colFirst: {"First Name", "Given Name", "Vorname", "Prénom", "Imię"},
		colLast:  {"Last Name", "Surname", "Nachname", "Apellidos", "Cognome", "Nazwisko"},
		colEmail: {"email", "E-Mail", "e-mail address", "E-Mail-Adresse", "E-mail 1 - Value", "Courriel", "Correo electrónico", "E-postadress", "Почта", "メールアドレス", "邮箱", "이메일"},
		colSIP:   {"sip", "SIP address", "SIP URI", "SIP-Adresse", "Dirección SIP", "SIPアドレス"},
		colPhone: {"Phone", "Telefon", "Téléphone", "Teléfono", "電話番号", "Телефон"},
	} {
		for _, name := range names {
			cols, ok := readHeader([]string{"Company x", name})
			if !ok || cols.known[1] != want {
				t.Errorf("%q is not known", name)
			}
		}
	}
}

func TestAFirstRowWithAnAddressIsNoHeader(t *testing.T) {
	for _, fields := range [][]string{{"name", "a@x.example"}, {"Ann", "nobody"}, {""}, {"sip:a@x.example", "email"}} {
		if cols, ok := readHeader(fields); ok {
			t.Errorf("%q read as header %v", fields, cols.known)
		}
	}
}

func TestNamesArePutTogether(t *testing.T) {
	for want, raw := range map[string]rawPerson{
		"Ann Doe":  {first: "Ann", last: "Doe"},
		"Ann":      {first: "Ann"},
		"Doe":      {last: "Doe"},
		"Ann Roe":  {name: "Ann Roe", first: "Ann"},
		"Bob Roe":  {name: "Roe", first: "Bob"},
		"Cy Roe":   {name: "Roe, C.", first: "Cy", last: "Roe"},
		"Dee":      {name: "Dee"},
		"":         {},
		"Eve Zoe ": {name: "Eve Zoe "},
	} {
		if got := raw.fullName(); got != want {
			t.Errorf("%+v: %q, want %q", raw, got, want)
		}
	}
}

func TestValidAddresses(t *testing.T) {
	long := strings.Repeat("a", 64)
	for s, want := range map[string][2]bool{ // e-mail, SIP
		"a@b.example":                    {true, true},
		"a@b":                            {false, true},
		"a@10.0.0.1":                     {false, true},
		long + "@b.example":              {true, true},
		long + "a@b.example":             {false, false},
		"a@" + long + ".example":         {false, false},
		"a@" + long[1:] + ".example":     {true, true},
		"a!#$%&'*+-/=?^_`{|}~@b.example": {true, true},
		"a b@b.example":                  {false, false},
		"a,b@b.example":                  {false, false},
		"a@b_c.example":                  {false, false},
		"a@b.example.":                   {false, false},
		"a@.example":                     {false, false},
		"a@xn--bcher-kva.xn--p1ai":       {true, true},
		"ü@ü.example":                    {true, true},
		"\xff@b.example":                 {false, false},
		"a@b.example\n":                  {false, false},
		"@b.example":                     {false, false},
		"":                               {false, false},
	} {
		if got := [2]bool{ValidEmail(s), ValidSIP(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
	if ValidEmail("a@" + strings.Repeat(long[:50]+".", 6) + "example") {
		t.Error("an address of more than 254 bytes")
	}
}

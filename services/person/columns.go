package person

import (
	"slices"
	"strings"
	"unicode"
)

// column is what a column of a list holds.
type column int

const (
	colUnknown column = iota
	colName
	colFirst
	colLast
	colEmail
	colAddress // e-mail addresses, unless another column has them
	colSIP
	colPhone
)

// columns says which field holds what. Its zero value knows no header and looks at what stands in
// the fields.
type columns struct {
	known []column
}

// headers are the names of columns as people and programs write them, in small letters without
// blanks, hyphens and underscores.
var headers = map[string]column{
	"name": colName, "fullname": colName, "displayname": colName, "person": colName, "contact": colName, "nameandsurname": colName,
	"vollständigername": colName, "anzeigename": colName, "nombre": colName, "nombrecompleto": colName, "nom": colName, "nomcomplet": colName,
	"nome": colName, "nomecompleto": colName, "naam": colName, "namn": colName, "navn": colName, "nimi": colName,
	"nazwa": colName, "imięinazwisko": colName, "jméno": colName, "név": colName, "nume": colName, "имя": colName, "фио": colName, "імя": colName,
	"піб": colName, "όνομα": colName, "isim": colName, "ad": colName, "adsoyad": colName, "名前": colName, "氏名": colName, "姓名": colName, "名称": colName,
	"이름": colName, "성명": colName, "الاسم": colName, "שם": colName, "ชื่อ": colName, "tên": colName, "họtên": colName, "nama": colName,

	"firstname": colFirst, "givenname": colFirst, "forename": colFirst, "vorname": colFirst, "prénom": colFirst, "prenom": colFirst, "voornaam": colFirst,
	"förnamn": colFirst, "fornavn": colFirst, "imię": colFirst, "etunimi": colFirst,
	"lastname": colLast, "surname": colLast, "familyname": colLast, "nachname": colLast, "familienname": colLast, "nomdefamille": colLast,
	"apellido": colLast, "apellidos": colLast, "cognome": colLast, "sobrenome": colLast, "achternaam": colLast, "efternamn": colLast,
	"etternavn": colLast, "efternavn": colLast, "nazwisko": colLast, "příjmení": colLast, "sukunimi": colLast, "фамилия": colLast, "прізвище": colLast,

	"email": colEmail, "emailaddress": colEmail, "mail": colEmail, "mailaddress": colEmail, "address": colAddress, "emailid": colEmail, "emails": colEmail,
	"email1value": colEmail, "primaryemail": colEmail, "workemail": colEmail, "emailadresse": colEmail, "mailadresse": colEmail, "adresse": colAddress,
	"courriel": colEmail, "adresseemail": colEmail, "adressemail": colEmail, "adresseélectronique": colEmail, "correo": colEmail,
	"correoelectrónico": colEmail, "correoelectronico": colEmail, "dirección": colAddress, "indirizzoemail": colEmail, "postaelettronica": colEmail,
	"endereçodeemail": colEmail, "emailadres": colEmail, "epost": colEmail, "epostadress": colEmail, "epostadresse": colEmail, "sähköposti": colEmail,
	"adresemail": colEmail, "emailcím": colEmail, "почта": colEmail, "электроннаяпочта": colEmail, "адресэлектроннойпочты": colEmail,
	"електроннапошта": colEmail, "пошта": colEmail, "eposta": colEmail, "メール": colEmail, "メールアドレス": colEmail, "eメール": colEmail, "电子邮件": colEmail, "邮箱": colEmail,
	"電子郵件": colEmail, "邮件": colEmail, "이메일": colEmail, "메일": colEmail, "البريدالإلكتروني": colEmail, "אימייל": colEmail, "อีเมล": colEmail,

	"sip": colSIP, "sipaddress": colSIP, "sipuri": colSIP, "sipadresse": colSIP, "adressesip": colSIP, "direcciónsip": colSIP, "indirizzosip": colSIP,
	"endereçosip": colSIP, "sipadres": colSIP, "adressip": colSIP, "sipアドレス": colSIP, "sip地址": colSIP, "sip주소": colSIP, "адресsip": colSIP, "sipадрес": colSIP,

	"phone": colPhone, "phonenumber": colPhone, "telephone": colPhone, "telephonenumber": colPhone, "tel": colPhone, "mobile": colPhone, "telefon": colPhone,
	"telefonnummer": colPhone, "téléphone": colPhone, "teléfono": colPhone, "telefono": colPhone, "telefone": colPhone, "telefoon": colPhone,
	"puhelin": colPhone, "телефон": colPhone, "電話": colPhone, "電話番号": colPhone, "电话": colPhone, "電話號碼": colPhone, "전화": colPhone, "전화번호": colPhone,
}

// readHeader reads the first row as header. It is one when no field holds an address and one of
// them is a known name.
func readHeader(fields []string) (*columns, bool) {
	c := &columns{known: make([]column, len(fields))}
	found := false
	for i, f := range fields {
		if strings.Contains(f, "@") {
			return nil, false
		}
		c.known[i] = headers[headerWord(f)]
		found = found || c.known[i] != colUnknown
	}
	c.settle()
	return c, found
}

// settle makes the column that is called just "address" the one with the e-mail addresses, unless
// another is; then it holds streets.
func (c *columns) settle() {
	to := colEmail
	if slices.Contains(c.known, colEmail) {
		to = colUnknown
	}
	for i, col := range c.known {
		if col == colAddress {
			c.known[i] = to
		}
	}
}

// headerWord brings the name of a column into the form of headers.
func headerWord(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// person makes a person of a row, or says what is wrong with it.
func (c *columns) person(r row) (Person, *RowError) {
	raw := c.pick(r.fields)
	if raw.email == "" {
		raw.guess(r.fields, c.known)
	}
	if raw.email == "" {
		return fail(r.line, NoAddress, strings.Join(r.fields, " "))
	}
	name, email, ok := ParseAddress(raw.email)
	if !ok {
		return fail(r.line, BadAddress, raw.email)
	}
	p := Person{Name: CleanName(raw.fullName()), Email: email, Phone: raw.phone, Line: r.line}
	if p.Name == "" {
		p.Name = name
	}
	if raw.sip != "" {
		if p.SIP, ok = ParseSIP(raw.sip); !ok {
			return fail(r.line, BadSIP, raw.sip)
		}
	}
	return p, nil
}

func fail(line int, reason Reason, value string) (Person, *RowError) {
	bad := newRowError(line, reason, value)
	return Person{}, &bad
}

// rawPerson is what the fields of a row say, unchecked.
type rawPerson struct {
	name, first, last, email, sip, phone string
}

// pick takes the fields whose columns are known.
func (c *columns) pick(fields []string) rawPerson {
	var raw rawPerson
	for i, f := range fields {
		if i >= len(c.known) || f == "" {
			continue
		}
		switch c.known[i] {
		case colName:
			keep(&raw.name, f)
		case colFirst:
			keep(&raw.first, f)
		case colLast:
			keep(&raw.last, f)
		case colEmail:
			keep(&raw.email, f)
		case colSIP:
			keep(&raw.sip, f)
		case colPhone:
			keep(&raw.phone, f)
		}
	}
	return raw
}

// keep sets field unless an earlier column has.
func keep(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// guess fills in what no header tells: the first address is the e-mail address, the second one or
// one with a scheme the SIP address, digits a telephone number, and the first other text the name.
func (raw *rawPerson) guess(fields []string, known []column) {
	if slices.Contains(known, colEmail) {
		return
	}
	for i, f := range fields {
		if i < len(known) && known[i] != colUnknown || f == "" {
			continue
		}
		_, isSIP := cutPrefixFold(f, "sip:")
		switch {
		case isSIP || strings.Contains(f, "@") && raw.email != "":
			keep(&raw.sip, f)
		case strings.Contains(f, "@"):
			raw.email = f
		case isPhone(f):
			keep(&raw.phone, f)
		case raw.first == "" && raw.last == "":
			keep(&raw.name, f)
		}
	}
}

// isPhone tells whether s is made like a telephone number.
func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digits++
		} else if !strings.ContainsRune("+*#-./() ", r) {
			return false
		}
	}
	return digits >= 3
}

// fullName returns the name, put together from its parts where the list has them apart.
func (raw rawPerson) fullName() string {
	if raw.name != "" && (raw.first == "" || raw.last == "") {
		if raw.first != "" && !strings.Contains(raw.name, " ") {
			return raw.first + " " + raw.name // "Nom" and "Prénom", "Name" and "Vorname"
		}
		return raw.name
	}
	if raw.first == "" && raw.last == "" {
		return raw.name
	}
	return strings.TrimSpace(raw.first + " " + raw.last)
}

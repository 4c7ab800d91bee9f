package meeting

import "strings"

// label is what stands before a number or an address and says what it is.
type label int

const (
	noLabel label = iota
	plainLabel
	faxLabel
)

// labels are the words before numbers and addresses, in small letters without the dot or colon. Those
// that could be part of a name count only with a colon.
var labels = map[string]label{
	"tel": plainLabel, "phone": plainLabel, "telephone": plainLabel, "mobile": plainLabel, "cell": plainLabel, "email": plainLabel, "e-mail": plainLabel, "mail": plainLabel, "sip": plainLabel, "callto": plainLabel,
	"telefon": plainLabel, "kom": plainLabel, "handy": plainLabel, "mobil": plainLabel, "teléfono": plainLabel, "telefono": plainLabel, "móvil": plainLabel, "correo": plainLabel,
	"电话": plainLabel, "手机": plainLabel, "邮箱": plainLabel, "電話": plainLabel, "携帯": plainLabel, "メール": plainLabel, "電話番号": plainLabel,
	"fax": faxLabel, "faks": faxLabel, "telefax": faxLabel, "传真": faxLabel, "傳真": faxLabel, "ファックス": faxLabel, "fax-nr": faxLabel,
}

// colonLabels are labels only with a colon behind them.
var colonLabels = map[string]label{
	"t": plainLabel, "m": plainLabel, "p": plainLabel, "e": plainLabel, "h": plainLabel, "f": faxLabel, "number": plainLabel, "office": plainLabel, "work": plainLabel, "home": plainLabel, "direct": plainLabel,
	"name": plainLabel, "to": plainLabel, "cc": plainLabel, "bcc": plainLabel, "from": plainLabel, "an": plainLabel, "von": plainLabel, "do": plainLabel, "dw": plainLabel, "od": plainLabel, "para": plainLabel, "de": plainLabel,
	"收件人": plainLabel, "抄送": plainLabel, "发件人": plainLabel, "姓名": plainLabel, "宛先": plainLabel, "差出人": plainLabel, "名前": plainLabel,
	"imię": plainLabel, "nazwa": plainLabel, "nombre": plainLabel, "numer": plainLabel, "número": plainLabel, "nummer": plainLabel,
}

// labelOf reads a label at the beginning of a word, and returns what is written against it: the number in
// tel:+48…, which is a link too.
func labelOf(w string) (kind label, rest string) {
	head, rest, colon := strings.Cut(strings.Replace(w, "：", ":", 1), ":")
	head = strings.ToLower(strings.Trim(head, "(<. "))
	if kind = labels[head]; kind == noLabel && colon {
		kind = colonLabels[head]
	}
	if kind != noLabel && strings.HasPrefix(rest, "+") && head == "sip" || strings.Contains(w, "@") && head == "sip" {
		return noLabel, "" // A SIP address, not a label.
	}
	return kind, rest
}

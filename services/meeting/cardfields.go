package meeting

import (
	"io"
	"mime/quotedprintable"
	"slices"
	"strings"

	"foyer/services/person"
	"foyer/services/plain"

	"github.com/emersion/go-vcard"
	"golang.org/x/text/encoding/htmlindex"
)

// cardFields takes what an attendee needs from a card.
type cardFields struct {
	card vcard.Card
	// unreadable says that a field which was asked for has an encoding that cannot be read.
	unreadable bool
}

// text returns the value of a field on one line, with the encodings of version 2.1 undone.
func (c *cardFields) text(f *vcard.Field) string {
	if f == nil {
		return ""
	}
	value := f.Value
	switch encoding := strings.ToUpper(f.Params.Get("ENCODING")); encoding {
	case "", "8BIT", "7BIT":
	case "QUOTED-PRINTABLE":
		b, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
		if err != nil {
			c.unreadable = true
			return ""
		}
		value = c.decoded(string(b), f.Params.Get("CHARSET"))
	default: // b and BASE64 are for pictures.
		c.unreadable = true
		return ""
	}
	return trimmed(plain.Line(value))
}

// decoded reads text in a character set that a card names.
func (c *cardFields) decoded(s, charset string) string {
	if charset == "" || strings.EqualFold(charset, "UTF-8") {
		return plain.Text(s)
	}
	set, err := htmlindex.Get(charset)
	if err != nil {
		c.unreadable = true
		return ""
	}
	text, err := set.NewDecoder().String(s)
	if err != nil {
		c.unreadable = true
		return ""
	}
	return text
}

// name returns the formatted name, else the parts of the name, else the nickname or the organisation.
func (c *cardFields) name() string {
	if name := tidyName(c.text(c.card.Preferred(vcard.FieldFormattedName))); name != "" {
		return name
	}
	if f := c.card.Get(vcard.FieldName); f != nil {
		parts := append(strings.Split(c.text(f), ";"), "", "")
		if name := fullName("", trimmed(parts[1]), trimmed(parts[0])); name != "" {
			return name
		}
	}
	for _, field := range []string{vcard.FieldNickname, vcard.FieldOrganization} {
		if name, _, _ := strings.Cut(c.text(c.card.Preferred(field)), ";"); name != "" {
			return trimmed(name)
		}
	}
	return ""
}

// department returns the last unit of the organisation.
func (c *cardFields) department() string {
	parts := strings.Split(c.text(c.card.Preferred(vcard.FieldOrganization)), ";")
	if len(parts) < 2 {
		return ""
	}
	return trimmed(parts[len(parts)-1])
}

// email returns the preferred e-mail address that is one, else what stands there.
func (c *cardFields) email() string {
	first := ""
	for _, f := range c.ranked(vcard.FieldEmail, func(*vcard.Field) int { return 0 }) {
		text := c.text(f)
		if _, email, ok := person.ParseAddress(text); ok {
			return email
		}
		keep(&first, text)
	}
	return first
}

// ranked returns the fields of a name, preferred ones first, then those of a higher rank; a negative rank
// leaves a field out.
func (c *cardFields) ranked(name string, rank func(*vcard.Field) int) []*vcard.Field {
	var all []*vcard.Field
	for _, f := range c.card[name] {
		if rank(f) >= 0 {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b *vcard.Field) int {
		if pa, pb := preference(a), preference(b); pa != pb {
			return pa - pb
		}
		return rank(b) - rank(a)
	})
	return all
}

// preference returns 1 to 100 for a preferred field, the most preferred first, and 101 for others.
func preference(f *vcard.Field) int {
	const none = 101
	if f.Params.HasType("pref") {
		return 1
	}
	n := 0
	for _, d := range f.Params.Get(vcard.ParamPreferred) {
		if d < '0' || d > '9' || n > none {
			return none
		}
		n = 10*n + int(d-'0')
	}
	if n == 0 || n > none {
		return none
	}
	return n
}

// call finds the number to call, and says whether one was left out for its extension.
func (c *cardFields) call(a *Attendee) (extension bool) {
	wrong := ""
	for _, f := range c.ranked(vcard.FieldTelephone, telephoneRank) {
		text := c.text(f)
		switch _, ok := parseNumber(text); {
		case ok:
			a.Phone = CanonicalNumber(text)
			if f.Params.HasType(vcard.TypeCell) && isDigits(a.Phone) {
				a.Type = Mobile
			}
			return false
		case hasExtension(text):
			extension = true
		default:
			keep(&wrong, text)
		}
	}
	for _, f := range c.ranked(vcard.FieldIMPP, sipRank) {
		if number, ok := parseNumber(c.text(f)); ok {
			a.Phone = number
			return false
		}
	}
	if !extension {
		a.Phone = wrong // For Check to say what is wrong with it.
	}
	return extension
}

// telephoneRank ranks a number by its types.
func telephoneRank(f *vcard.Field) int {
	has := f.Params.HasType
	for _, never := range []string{vcard.TypeFax, "pager", "modem", "bbs", "textphone"} {
		if has(never) {
			return -1
		}
	}
	rank := 0
	for i, kind := range []string{vcard.TypeVoice, vcard.TypeCell, vcard.TypeWork} {
		if has(kind) {
			rank += 1 << i
		}
	}
	return rank
}

// sipRank leaves out what is no SIP address.
func sipRank(f *vcard.Field) int {
	if _, isSIP := cutFold(f.Value, "sip"); isSIP {
		return 0
	}
	return -1
}

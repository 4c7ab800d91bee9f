package person

import (
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"

	"foyer/services/plain"

	"github.com/emersion/go-vcard"
)

// ReadVCards reads the people of a vCard file of version 2.1 to 4, in any encoding that ReadCSV
// takes. Cards without a valid e-mail address, repeated ones and unreadable ones are left out and
// reported with the line at which they begin. The error is only for input that cannot be read;
// what was read before it is returned with it.
func ReadVCards(r io.Reader) ([]Person, []RowError, error) {
	list := list{seen: make(map[string]bool)}
	cards := cardReader{rows: newRows(plain.NewReader(r))}
	for {
		text, line, err := cards.next()
		switch {
		case errors.Is(err, io.EOF):
			return list.people, list.errors, nil
		case err != nil:
			return list.people, list.errors, fmt.Errorf("reading vCards: %w", err)
		}
		card, err := vcard.NewDecoder(strings.NewReader(text)).Decode()
		if err != nil {
			list.errors = append(list.errors, newRowError(line, BadCard, ""))
			continue
		}
		list.add(fromCard(card, line))
	}
}

// cardReader cuts a file into cards, so that a broken one does not hide those behind it.
type cardReader struct {
	rows *rows
}

// next returns the text of the next card, unfolded, and the line at which it begins.
func (c *cardReader) next() (text string, line int, err error) {
	var b strings.Builder
	for c.rows.fill(1) {
		l := c.rows.ahead[0]
		word := strings.ToUpper(strings.TrimSpace(l))
		if word == "BEGIN:VCARD" {
			if b.Len() > 0 {
				return b.String(), line, nil // The card before has no END; the decoder says so.
			}
			line = c.rows.line
		}
		c.rows.drop(1)
		if line > 0 {
			unfold(&b, l)
		}
		if word == "END:VCARD" && b.Len() > 0 {
			b.WriteByte('\n')
			return b.String(), line, nil
		}
	}
	if b.Len() > 0 {
		return b.String(), line, nil
	}
	return "", 0, c.rows.err
}

// unfold appends a line to a card; one that begins with a blank goes on with the line before.
func unfold(b *strings.Builder, l string) {
	switch {
	case b.Len() == 0:
		b.WriteString(l)
	case l != "" && (l[0] == ' ' || l[0] == '\t'):
		b.WriteString(l[1:])
	default:
		b.WriteByte('\n')
		b.WriteString(plain.CardLine(l))
	}
}

// fromCard makes a person of the card that begins at a line.
func fromCard(card vcard.Card, line int) (Person, *RowError) {
	raw := fieldText(card.Preferred(vcard.FieldEmail))
	name := CleanName(fieldText(card.Preferred(vcard.FieldFormattedName)))
	if raw == "" {
		return fail(line, NoAddress, name)
	}
	_, email, ok := ParseAddress(raw)
	if !ok {
		return fail(line, BadAddress, raw)
	}
	if name == email {
		name = "" // FN must be there, so programs write the address into it.
	}
	p := Person{Name: name, Email: email, Line: line}
	p.Phone, _ = cutPrefixFold(fieldText(card.Preferred(vcard.FieldTelephone)), "tel:")
	for _, address := range card.Values(vcard.FieldIMPP) {
		if _, isSIP := cutPrefixFold(address, "sip:"); isSIP {
			if sip, ok := ParseSIP(address); ok {
				p.SIP = sip
				break
			}
		}
	}
	return p, nil
}

// fieldText returns the value of a field on one line, with the encoding of version 2.1 undone.
func fieldText(f *vcard.Field) string {
	if f == nil {
		return ""
	}
	value := f.Value
	if strings.EqualFold(f.Params.Get("ENCODING"), "QUOTED-PRINTABLE") {
		if b, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value))); err == nil {
			value = plain.Text(string(b))
		}
	}
	return plain.Line(value)
}

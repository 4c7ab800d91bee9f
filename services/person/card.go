package person

import (
	"io"

	"github.com/emersion/go-vcard"
)

// WriteVCard writes p as a vCard 4 with the given links as IMPP, the preferred one first.
func WriteVCard(w io.Writer, p Person, links []string) error {
	card := make(vcard.Card)
	card.SetKind(vcard.KindIndividual)
	name := p.Name
	if name == "" {
		name = p.Email // FN must be there.
	}
	card.SetValue(vcard.FieldFormattedName, name)
	card.SetValue(vcard.FieldEmail, p.Email)
	if p.Phone != "" {
		card.SetValue(vcard.FieldTelephone, p.Phone)
	}
	for i, link := range links {
		field := &vcard.Field{Value: link}
		if i == 0 {
			field.Params = vcard.Params{vcard.ParamPreferred: {"1"}}
		}
		card.Add(vcard.FieldIMPP, field)
	}
	if p.SIP != "" {
		card.AddValue(vcard.FieldIMPP, "sip:"+p.SIP)
	}
	vcard.ToV4(card)
	return vcard.NewEncoder(w).Encode(card)
}

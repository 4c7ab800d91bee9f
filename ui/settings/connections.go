package settings

import (
	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// newConnections makes the section about what Foyer is connected to: a card for each service, one about
// Webex links, and where secrets are.
func (p *Page) newConnections() *widget.Column {
	p.note = widget.NewProse("", style.Caption, style.Ink2)
	p.services = newService(p, p.messengerKind())
	parts := []widget.Part{{Object: p.services.card}}
	if p.config.Meetings != nil {
		p.meetings = newService(p, p.meetingKind())
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: p.meetings.card})
	}
	return widget.NewColumn(0, append(parts,
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin, widget.Part{Object: p.webex})},
		widget.Part{Above: style.FieldGap, Object: p.note})...)
}

// connections are the cards of services.
func (p *Page) connections() []*service {
	var all []*service
	for _, s := range []*service{p.services, p.meetings} {
		if s != nil {
			all = append(all, s)
		}
	}
	return all
}

// showNote says where secrets are. The demo office has none of the user's.
func (p *Page) showNote() {
	note := "services.note"
	s := p.services
	if s.known && s.secret.Kept != agent.KeptInKeyring && !s.secret.Keyring {
		note = "services.note-elsewhere"
	}
	p.note.Hidden = s.state.Demo
	p.note.SetText(p.config.Say.T(note))
}

package settings

import (
	"slices"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// newConnections makes the section about what Foyer is connected to: a card for each service, one about
// Webex links, and where secrets are.
func (p *Page) newConnections() *widget.Column {
	p.note = widget.NewProse("", style.Caption, style.Ink2)
	p.webexCard = newCard(style.PageMargin, widget.Part{Object: p.webex})
	p.column = widget.NewColumn(0)
	p.arrange(p.values)
	return p.column
}

// takeServices shows what is set for the services.
func (p *Page) takeServices(v Values) {
	p.arrange(v)
	for i, values := range p.servicesOf(v) {
		p.cards[i].take(values)
	}
}

// servicesOf are the services in the order of their cards, each with its ID.
func (p *Page) servicesOf(v Values) []ServiceValues {
	if p.config.Several != nil && len(v.Several) > 0 {
		return v.Several
	}
	v.Service.ID, v.Meetings.ID = agent.ChatMessenger, agent.HuaweiMeeting
	if p.config.Meetings == nil && p.config.Several == nil {
		return []ServiceValues{v.Service}
	}
	return []ServiceValues{v.Service, v.Meetings}
}

// arrange has a card for each service. Those that stay keep what is being typed.
func (p *Page) arrange(v Values) {
	all := p.servicesOf(v)
	same := len(all) == len(p.cards)
	cards := make([]*service, len(all))
	for i, s := range all {
		at := slices.IndexFunc(p.cards, func(c *service) bool { return c.kind.id == s.ID })
		if at >= 0 {
			cards[i] = p.cards[at]
		} else {
			cards[i] = newService(p, p.kindOf(s.ID))
		}
		same = same && at == i
	}
	if same {
		return
	}
	p.cards, p.services, p.meetings = cards, nil, nil
	var parts []widget.Part
	for _, c := range cards {
		if c.kind.hasAccount && p.meetings == nil {
			p.meetings = c
		}
		if !c.kind.hasAccount && p.services == nil {
			p.services = c
		}
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: c.card})
	}
	p.column.Set(append(parts, widget.Part{Above: style.FieldGap, Object: p.webexCard}, widget.Part{Above: style.FieldGap, Object: p.note})...)
	p.remeasure()
}

// connections are the cards of services.
func (p *Page) connections() []*service {
	return p.cards
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

package rooms

import (
	"foyer/services/agent"
	"foyer/services/room"
)

// SetServices says which services there are. Where rooms can be read from several, one can be chosen.
func (p *Page) SetServices(all []agent.ServiceState) {
	p.model.services = agent.OfKind(all, agent.ChatMessenger)
	p.showChooser()
	p.Refresh()
}

// showChooser names the service that the rooms are read from, where there are several.
func (p *Page) showChooser() {
	names, current := agent.Titles(p.model.services, p.model.service.Name, p.config.Say.T("several.kind.chat-messenger"))
	if p.config.Choose == nil {
		names = nil
	}
	p.bar.chooser.Set(names, current)
}

// chooseService reads the rooms from another service.
func (p *Page) chooseService(i int) { p.config.Choose(p.model.services[i].Name) }

// anotherOffice shows what is known of the rooms of the service that is in use now. What was seen of those of
// another one is compared with nothing here.
func (p *Page) anotherOffice() {
	p.model.seen, p.storedSeen = room.Seen{}, nil
	p.recallSeen()
	p.compare()
	p.Load()
}

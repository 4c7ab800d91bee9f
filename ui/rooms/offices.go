package rooms

import (
	"slices"

	"foyer/services/agent"
	"foyer/services/room"
)

// SetServices says which services there are. Where rooms can be read from several, one can be chosen.
func (p *Page) SetServices(all []agent.ServiceState) {
	p.model.services = slices.DeleteFunc(slices.Clone(all), func(s agent.ServiceState) bool { return agent.KindOf(s.Name) != agent.ChatMessenger })
	p.showChooser()
	p.Refresh()
}

// showChooser names the service that the rooms are read from, where there are several.
func (p *Page) showChooser() {
	var names []string
	current := -1
	for i, s := range p.model.services {
		if s.Name == p.model.service.Name {
			current = i
		}
		name := s.Title
		if name == "" {
			name = p.config.Say.T("several.kind.chat-messenger")
		}
		names = append(names, name)
	}
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

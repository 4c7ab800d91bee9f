package outbox

import (
	"strings"

	"foyer/services/agent"
	"foyer/services/message"
)

// model is what the page knows, without anything that draws.
type model struct {
	state message.State // that is shown, "" for all
	words string
	// ids are what the filter chooses, items what was read of them, and of the one in the panel.
	ids    []int64
	items  map[int64]message.Item
	loaded bool
	// all counts the whole outbox, found what the words choose.
	all, found message.Counts
	held       []message.Batch // that are paused
	names      map[string]string
	service    agent.ServiceState
	// services are all that messages go through, those in trouble first and the one in use; nil where they
	// are not known.
	services []agent.ServiceState
	// shown is the message in the panel, 0 for none; history is its history once it was read.
	shown   int64
	history []message.Event
}

// cached is how many messages are kept beside those in sight.
const cached = 2000

func (m *model) filter() message.Filter { return message.Filter{State: m.state, Words: m.words} }

// filtered reports whether not everything is shown.
func (m *model) filtered() bool { return m.state != "" || m.words != "" }

// empty reports whether there is nothing in the outbox at all.
func (m *model) empty() bool { return m.loaded && m.all.Of("") == 0 }

// keep remembers what was read. When that is too much, all but the new and what is in the panel goes.
func (m *model) keep(items []message.Item) {
	if len(m.items)+len(items) > cached {
		panel, ok := m.items[m.shown]
		m.items = make(map[int64]message.Item, len(items)+1)
		if ok {
			m.items[m.shown] = panel
		}
	}
	for _, i := range items {
		m.items[i.ID] = i
	}
}

// name returns the name of whoever has an address, else the address.
func (m *model) name(address string) string {
	if name := m.names[strings.ToLower(address)]; name != "" {
		return name
	}
	return address
}

// know takes the names of people.
func (m *model) know(people []message.Correspondent) {
	m.names = make(map[string]string, len(people))
	for _, c := range people {
		if c.Name != "" {
			m.names[strings.ToLower(c.Address)] = c.Name
		}
	}
}

package outbox

import (
	"strings"

	"foyer/services/message"
)

// namedMost is how many recipients the panel names.
const namedMost = 20

// addressed are all whom a message goes to, when the title does not name them, and how it goes.
func (p *Page) addressed(i message.Item) []string {
	say := p.config.Say
	var lines []string
	list := func(addresses []string) string {
		var names []string
		for _, a := range addresses[:min(len(addresses), namedMost)] {
			names = append(names, p.model.name(a))
		}
		if more := len(addresses) - len(names); more > 0 {
			return say.N("outbox.and-more", more, "Name", strings.Join(names, ", "))
		}
		return strings.Join(names, ", ")
	}
	switch {
	case len(i.To) > 1:
		lines = append(lines, say.T("outbox.to", "Name", list(i.To)))
	case len(i.To) == 1 && p.model.name(i.To[0]) != i.To[0]:
		lines = append(lines, i.To[0])
	}
	if len(i.Mentions) > 0 {
		lines = append(lines, say.T("outbox.mentions", "Names", list(i.Mentions)))
	}
	if i.Envelope {
		lines = append(lines, say.T("outbox.as-envelope"))
	}
	return lines
}

package messages

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// model is what the page knows of the outbox and the service, without anything that draws.
type model struct {
	loaded  bool
	people  []message.Correspondent // who was written to, newest first
	found   []message.Correspondent // by the search
	rooms   []message.KnownRoom
	recent  []message.Item
	batches []message.Batch
	service agent.ServiceState
	// services are all that messages could go through.
	services []agent.ServiceState
}

// matchingRooms are the rooms whose name has these words, in any case and without regard to accents.
func (m *model) matchingRooms(query string) []message.KnownRoom {
	words := strings.Fields(fold(query))
	var found []message.KnownRoom
rooms:
	for _, r := range m.rooms {
		name := fold(r.Name)
		for _, w := range words {
			if !strings.Contains(name, w) {
				continue rooms
			}
		}
		found = append(found, r)
	}
	return found
}

// fold makes words comparable: without case, accents and differences of width.
func fold(s string) string {
	t := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if folded, _, err := transform.String(t, s); err == nil {
		s = folded
	}
	return strings.ToLower(s)
}

// nameOf is the name of somebody who was written to, or the address.
func (p *Page) nameOf(address string) string {
	for _, c := range p.model.people {
		if c.Name != "" && strings.EqualFold(c.Address, address) {
			return c.Name
		}
	}
	return address
}

// peopleRows shows people in a list.
func (p *Page) peopleRows(people []message.Correspondent) []shortRow {
	rows := make([]shortRow, len(people))
	for i, c := range people {
		rows[i] = shortRow{icon: "person", title: c.Name, second: c.Address}
		if c.Name == "" {
			rows[i].title, rows[i].second = c.Address, ""
		}
	}
	return rows
}

// sentRows shows what was sent last, with what became of it.
func (p *Page) sentRows(items []message.Item) []shortRow {
	rows := make([]shortRow, len(items))
	for i, item := range items {
		s := stateOf(item.State)
		rows[i] = shortRow{icon: s.Drawing(), color: s.Color(), title: firstLine(item.Text), trailing: p.stateWord(item.State)}
		switch item.State {
		case message.Sent:
			rows[i].trailing = p.config.Say.Recent(item.Ended, p.config.Now())
		case message.Failed, message.Unknown, message.Sending:
			rows[i].trailingColor = s.Color()
		case message.Queued:
		}
	}
	return rows
}

// firstLine is the first line of a text that says something.
func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			return cut(line, 120)
		}
	}
	return ""
}

// stateOf is the mark of a state.
func stateOf(s message.State) widget.State {
	switch s {
	case message.Sending:
		return widget.MessageSending
	case message.Sent:
		return widget.MessageSent
	case message.Failed:
		return widget.MessageFailed
	case message.Unknown:
		return widget.MessageUnknown
	case message.Queued:
	}
	return widget.MessageQueued
}

func (p *Page) stateWord(s message.State) string {
	return p.config.Say.T("messages.state." + string(s))
}

// problem is the sentence for what is wrong with a message, a row or a chat room.
func (p *Page) problem(problem message.Problem) string {
	return p.config.Say.T("messages.problem."+problem.Code, "Subject", problem.Subject)
}

// reason is the sentence for why a message did not arrive: the service's own words when it refused.
func (p *Page) reason(f *message.Failure) string {
	if f == nil {
		return ""
	}
	if f.Kind == fault.Refused && f.Words != "" {
		return f.Words
	}
	return p.config.Say.Reason(&fault.Error{Kind: f.Kind, Status: f.Status, Code: f.Code, Words: f.Words})
}

// hint is a sentence in small print with a shape before it.
func hint(drawing string, color style.Name, sentence string) *widget.Hint {
	return widget.NewHint(drawing, color, sentence)
}

package messages

import (
	"strings"

	"foyer/services/message"
)

// draft is a message as it stands in a tab, ready or not.
type draft struct {
	// people are written to, or, in a chat room, mentioned.
	people   addressees
	room     string
	text     string
	envelope bool
}

// empty reports whether there is nothing that somebody would miss.
func (d draft) empty() bool {
	return len(d.people.all) == 0 && d.room == "" && strings.TrimSpace(d.text) == ""
}

// message returns the draft as it would be sent; in says that it goes to a chat room.
func (d draft) message(in bool) message.Message {
	m := message.Message{Text: d.text, Envelope: d.envelope}
	if in {
		m.Room, m.Mentions = d.room, d.people.addresses()
	} else {
		m.To = d.people.addresses()
	}
	return m
}

// problems are what keeps the draft from being sent; those who are no address come first.
func (d draft) problems(in bool) []message.Problem {
	var all []message.Problem
	for _, r := range d.people.bad() {
		all = append(all, message.Problem{Code: message.ProblemBadAddress, Subject: r.Raw})
	}
	for _, p := range d.message(in).Check() {
		if p.Code == message.ProblemNoRecipient && len(all) > 0 {
			continue // there is somebody, who is to be corrected
		}
		if in && p.Code == message.ProblemNoRecipient {
			p.Code = message.ProblemNoRoom
		}
		all = append(all, p)
	}
	return all
}

// newDraft returns the draft that would be sent as this message.
func newDraft(m message.Message) draft {
	d := draft{room: m.Room, text: m.Text, envelope: m.Envelope}
	people := m.To
	if !m.IsDirect() {
		people = m.Mentions
	}
	for _, address := range people {
		d.people.add(message.ReadRecipients(address)...)
	}
	return d
}

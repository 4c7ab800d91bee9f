package message

import (
	"strings"
	"unicode/utf8"

	"foyer/services/person"
)

// MaxText is the greatest length of a message's text in bytes. undocumented: the service names no
// limit; this one keeps a slip from filling the outbox.
const MaxText = 1 << 20

// Check returns what keeps m from being sent, in the order recipients, chat room, text; nil when
// nothing does. Whether the service knows the recipients and the room is not checked.
func (m Message) Check() []Problem {
	var found []Problem
	add := func(code, subject string) { found = append(found, Problem{Code: code, Subject: subject}) }
	if m.IsDirect() && len(m.To) == 0 && len(m.Mentions) == 0 {
		add(ProblemNoRecipient, "")
	}
	for _, list := range [][]string{m.To, m.Mentions} {
		for _, address := range list {
			switch {
			case strings.ContainsAny(address, ",，、"):
				add(ProblemAddressComma, address)
			case !person.ValidEmail(address):
				add(ProblemBadAddress, address)
			}
		}
	}
	room := strings.TrimSpace(m.Room)
	switch {
	case room == "" && (m.Room != "" || len(m.Mentions) > 0):
		add(ProblemNoRoom, "")
	case room == Direct:
		add(ProblemRoomReserved, "")
	case !isText(room):
		add(ProblemNotText, "room")
	}
	if room != "" && len(m.To) > 0 {
		add(ProblemRoomAndPeople, "")
	}
	switch {
	case strings.TrimSpace(m.Text) == "":
		add(ProblemNoText, "")
	case len(m.Text) > MaxText:
		add(ProblemTooLong, "")
	case !isText(m.Text):
		add(ProblemNotText, "text")
	}
	return found
}

// isText tells whether s can be written as JSON without becoming something else.
func isText(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }

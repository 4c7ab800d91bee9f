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
	found := checkAddresses(nil, m.To)
	found = checkAddresses(found, m.Mentions)
	if m.IsDirect() && len(m.To) == 0 && len(m.Mentions) == 0 {
		found = append(found, Problem{Code: ProblemNoRecipient})
	}
	found = m.checkRoom(found)
	switch {
	case strings.TrimSpace(m.Text) == "":
		found = append(found, Problem{Code: ProblemNoText})
	case len(m.Text) > MaxText:
		found = append(found, Problem{Code: ProblemTooLong})
	case !isText(m.Text):
		found = append(found, Problem{Code: ProblemNotText})
	}
	return found
}

// checkAddresses appends what is wrong with addresses.
func checkAddresses(found []Problem, list []string) []Problem {
	for _, address := range list {
		switch {
		case strings.ContainsAny(address, ",，、"):
			found = append(found, Problem{ProblemAddressComma, address})
		case !person.ValidEmail(address):
			found = append(found, Problem{ProblemBadAddress, address})
		}
	}
	return found
}

// checkRoom appends what is wrong with the chat room.
func (m Message) checkRoom(found []Problem) []Problem {
	room := strings.TrimSpace(m.Room)
	switch {
	case room == "" && (m.Room != "" || len(m.Mentions) > 0):
		found = append(found, Problem{Code: ProblemNoRoom})
	case room == Direct:
		found = append(found, Problem{Code: ProblemRoomReserved})
	case !isText(room):
		found = append(found, Problem{Code: ProblemRoomNotText})
	}
	if room != "" && len(m.To) > 0 {
		found = append(found, Problem{Code: ProblemRoomAndPeople})
	}
	return found
}

// isText tells whether s can be written as JSON without becoming something else.
func isText(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }

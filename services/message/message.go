// Package message is what Foyer sends through Chat&Messenger: direct messages and messages to chat
// rooms, batches of them read from files, the rules of the outbox, quick calls and chat rooms. It
// sends nothing and stores nothing; those who do satisfy the ports in this package.
package message

import (
	"slices"
	"strings"
)

// Direct is the word that the service has in place of a chat room's name for direct messages, so a
// chat room of this name cannot be written to.
const Direct = "messenger"

// Message is what one call of the service delivers: to people, or to a chat room.
type Message struct {
	// To are the e-mail addresses of a direct message; nil for a chat room.
	To []string
	// Room is the name of the chat room; "" for a direct message. Names are not unique at the service.
	Room string
	// Mentions are the e-mail addresses that are mentioned in the room.
	Mentions []string
	// Text may have several lines, separated by "\n".
	Text string
	// Envelope asks for an opening confirmation: each person has to open the message.
	Envelope bool
}

// IsDirect reports whether the message goes to people and not to a chat room.
func (m Message) IsDirect() bool { return m.Room == "" }

// Destination names the talk that the message goes to. Messages to one destination are delivered in
// the order in which they were queued. The service has one talk for each combination of members, so
// neither the order of the addresses nor their case matters.
func (m Message) Destination() string {
	if !m.IsDirect() {
		return "room\x00" + m.Room
	}
	members := make([]string, len(m.To))
	for i, a := range m.To {
		members[i] = strings.ToLower(strings.TrimSpace(a))
	}
	slices.Sort(members)
	return "people\x00" + strings.Join(slices.Compact(members), ",")
}

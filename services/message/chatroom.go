package message

import (
	"encoding/json"
	"strings"
)

// ChatRoom is a chat room as it is created and updated. Members are the service's internal user ids,
// which no documented call finds for an e-mail address.
type ChatRoom struct {
	// ID is the service's; "" creates a room.
	ID   string
	Name string
	// Creator and Admin are user ids.
	Creator, Admin string
	// Threads says that messages form threads, Public that everybody may see and join the room.
	Threads, Public bool
	// Members are in the order of the file or of the answer.
	Members []Member
	// More are fields that this Foyer does not know, kept as they were.
	More map[string]json.RawMessage
}

// Member is a user id in a chat room's member map.
type Member struct {
	UID string
	// Flag is the map's value. undocumented: the vendor's sample has true for the creator alone. It is
	// kept as it is, and false for members that are added.
	Flag bool
}

// Check returns what keeps the room from being saved; nil when nothing does. Whether the service knows
// the user ids is not checked.
func (c ChatRoom) Check() []Problem {
	var found []Problem
	name := strings.TrimSpace(c.Name)
	switch {
	case name == "":
		found = append(found, Problem{Code: ProblemNoName})
	case name == Direct:
		found = append(found, Problem{Code: ProblemRoomReserved})
	case !isText(name):
		found = append(found, Problem{Code: ProblemRoomNotText})
	}
	seen := make(map[string]bool)
	for _, m := range c.Members {
		switch {
		case !isUID(m.UID):
			found = append(found, Problem{Code: ProblemBadMember, Subject: m.UID})
		case seen[m.UID]:
			found = append(found, Problem{Code: ProblemMemberTwice, Subject: m.UID})
		}
		seen[m.UID] = true
	}
	for _, uid := range []string{c.Creator, c.Admin} {
		if uid != "" && !isUID(uid) {
			found = append(found, Problem{Code: ProblemBadMember, Subject: uid})
		}
	}
	return found
}

// isUID tells whether s can be the service's id of a user. undocumented: the vendor's sample has small
// letters and digits; people who give e-mail addresses instead are the slip to catch.
func isUID(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '@' || r == ',' })
}

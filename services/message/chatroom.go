package message

import "encoding/json"

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

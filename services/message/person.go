package message

import "time"

// Correspondent is somebody who was written to, for suggestions.
type Correspondent struct {
	Address string
	Name    string // "" when it is not known
	Used    time.Time
	Count   int
}

// KnownRoom is a chat room that was written to or came back from the service.
type KnownRoom struct {
	Name string
	Used time.Time
	// Room is what the service returned for it; nil when it was only written to.
	Room *ChatRoom
}

package room

import (
	"strings"

	"foyer/services/fault"
)

// Codes of the *fault.Error that this package makes.
const (
	// CodeNoDate: the text is no day, or no month. Invalid.
	CodeNoDate = "no-date"
	// CodeWhenUnread: the text is no time span. Invalid.
	CodeWhenUnread = "when-unread"
	// CodeWhenPast: the time span is over. Invalid.
	CodeWhenPast = "when-past"
	// CodeNoRooms: the server answered well, but with no rooms, where it had some before. Faulty.
	CodeNoRooms = "no-rooms"
	// CodeNothingRead: the server answered well, but none of its bookings could be read, where they could
	// before. Faulty.
	CodeNothingRead = "nothing-read"
)

// maxShown bounds what is quoted of a text, in bytes.
const maxShown = 80

func invalid(op, code, text string) error {
	words := strings.ToValidUTF8(text[:min(len(text), maxShown)], "")
	return &fault.Error{Op: op, Kind: fault.Invalid, Code: code, Words: words}
}

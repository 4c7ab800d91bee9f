package chatmessenger

import (
	"encoding/json"
	"time"
)

// Rooms is a decoded answer about conference rooms.
type Rooms struct {
	// Rooms are in the order of the answer; those of an object in the order of its members.
	Rooms []Room
	// Unreadable counts the rooms and bookings that could not be read.
	Unreadable int
}

// Room is a conference room. undocumented: all its fields.
type Room struct {
	ID, Name    string
	Capacity    int // 0 when it is not known
	Place, Note string
	Equipment   []string
	Color       string
	Order       int
	// Hidden says that the room was deleted or disabled.
	Hidden bool
	// Bookings are in the order of the answer.
	Bookings []Booking
	// Raw is the room as it came.
	Raw json.RawMessage
}

// Booking is a reserved schedule of a room. undocumented: all its fields.
type Booking struct {
	ID, Title string
	// Start is before End.
	Start, End time.Time
	// EndUnknown says that no end was named, and that End is an hour after Start.
	EndUnknown bool
	// AllDay bookings begin and end at midnight.
	AllDay  bool
	Owner   string
	Members []string
	Note    string
	Private bool
	URL     string
	// Raw is the booking as it came.
	Raw json.RawMessage
}

package room

import (
	"encoding/json"
	"time"
)

// Day is what a server knows of a day.
type Day struct {
	Date Date `json:"date"`
	// Rooms are all rooms, also those without bookings.
	Rooms []Room `json:"rooms,omitempty"`
	// Bookings are in any order. Those that do not touch the day are not drawn on it, but a room is free
	// until the next one of them too.
	Bookings []Booking `json:"bookings,omitempty"`
	// Unknown are the IDs of rooms of which nobody knows what is booked in them.
	Unknown []string `json:"unknown,omitempty"`
	// Unreadable counts the rooms and bookings that could not be read.
	Unreadable int `json:"unreadable,omitempty"`
	// Scraps are some of those as they came, at most MaxScraps.
	Scraps []Scrap `json:"scraps,omitempty"`
}

// MaxScraps is how many unreadable entries are kept of a day or month.
const MaxScraps = 20

// Scrap is an entry that could not be read.
type Scrap struct {
	// RoomID is the room it was found in; "" for none.
	RoomID string          `json:"room,omitempty"`
	Raw    json.RawMessage `json:"raw"`
}

// Plan is what a server knows of a month; its fields are those of a Day.
type Plan struct {
	Month      Month     `json:"month"`
	Rooms      []Room    `json:"rooms,omitempty"`
	Bookings   []Booking `json:"bookings,omitempty"`
	Unknown    []string  `json:"unknown,omitempty"`
	Unreadable int       `json:"unreadable,omitempty"`
	Scraps     []Scrap   `json:"scraps,omitempty"`
}

// Day returns what the plan has of one day in a zone. A day outside of the month has all its rooms as
// unknown.
func (p Plan) Day(date Date, zone *time.Location) Day { return Day{} }

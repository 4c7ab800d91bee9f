package room

import (
	"encoding/json"
	"slices"
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

// Day returns what the plan has of one day in a zone. Of a day outside of the month all rooms are
// unknown, even where a booking reaches into it.
func (p Plan) Day(date Date, zone *time.Location) Day {
	d := Day{Date: date, Rooms: p.Rooms, Unknown: p.Unknown, Unreadable: p.Unreadable, Scraps: p.Scraps}
	d.Bookings = touching(p.Bookings, date, zone)
	if !p.Month.Contains(date) {
		d.Unknown = ids(p.Rooms)
	}
	return d
}

// touching returns the bookings that take up a moment of a day.
func touching(bookings []Booking, date Date, zone *time.Location) []Booking {
	start, end := date.Start(zone), date.End(zone)
	var all []Booking
	for i := range bookings {
		if bookings[i].touches(start, end) {
			all = append(all, bookings[i])
		}
	}
	return all
}

// ids returns the IDs of rooms.
func ids(rooms []Room) []string {
	all := make([]string, len(rooms))
	for i := range rooms {
		all[i] = rooms[i].ID
	}
	return slices.Clip(all)
}

package room

import "time"

// Hours are the working hours of a day, since midnight by the clock.
type Hours struct {
	From, To time.Duration
}

// DefaultHours are from 8 to 18.
var DefaultHours = Hours{From: 8 * time.Hour, To: 18 * time.Hour}

// Use is how full something is.
type Use struct {
	// Booked is how much of Of is taken within working hours; a moment that is booked twice counts once.
	Booked, Of time.Duration
	// Bookings is how many bookings touch the day, at whatever hour.
	Bookings int
	// Known is false when nobody knows what is booked.
	Known bool
}

// Percent returns Booked of Of from 0 to 100, rounded, but not to 0 or 100 unless it is exactly that.
func (u Use) Percent() int { return 0 }

// RoomUse is how full a room is on a day.
type RoomUse struct {
	Room Room
	Use
}

// DayUse is how full a day is.
type DayUse struct {
	Date Date
	// Use is that of all known rooms together.
	Use
	// Rooms are in the order of SortRooms.
	Rooms []RoomUse
}

// Fullest returns the day's rooms, the fullest first.
func (d DayUse) Fullest() []RoomUse { return nil }

// Usage tells how full each day of a month is, within working hours in a zone. Hidden rooms do not
// count.
func Usage(p Plan, zone *time.Location, h Hours) []DayUse { return nil }

package room

import "time"

// Watch is what somebody wants to be told about: a room, or a booking in it.
type Watch struct {
	RoomID string `json:"room"`
	// BookingID is the booking; "" watches the room.
	BookingID string `json:"booking,omitempty"`
	// Date is the day of the booking; a watched room has none.
	Date Date `json:"date,omitzero"`
}

// AlertKind is why somebody is told. The values go to JSON.
type AlertKind string

// The kinds of alerts.
const (
	// BecameFree: the watched room is free, by the clock or because a booking is gone.
	BecameFree AlertKind = "became-free"
	// Starting: the watched booking starts soon, or has started.
	Starting AlertKind = "starting"
	// BookingMoved: the watched booking is at another time or in another room.
	BookingMoved AlertKind = "moved"
	// BookingGone: the watched booking is not on its day any more.
	BookingGone AlertKind = "gone"
)

// Alert is what happened to something that is watched.
type Alert struct {
	Kind  AlertKind
	Watch Watch
	Room  Room
	// Booking is the watched one as it is, or as it was when it is gone; of a room that became free the
	// next one, nil for none.
	Booking *Booking
	// Before is a moved booking as it was.
	Before *Booking
	// Until is how long the room is free; zero when nothing is booked any more.
	Until time.Time
	// Stale says that it is told from data that are too old.
	Stale bool
}

// Alerts tells what happened to what is watched between two boards of the same day, made from the same
// snapshot at two moments or from two snapshots. Between boards of different days, and where one of
// the two has never been read, only the clock tells.
func Alerts(watches []Watch, before, after *Board) []Alert { return nil }

// Current returns the watches that may still have something to tell on a day.
func Current(watches []Watch, today Date) []Watch { return nil }

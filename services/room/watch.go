package room

import (
	"slices"
	"time"
)

// Watch is what somebody wants to be told about: a room, or a booking in it.
type Watch struct {
	RoomID string `json:"room"`
	// BookingID is the booking; "" watches the room. A booking without an ID cannot be watched.
	BookingID string `json:"booking,omitempty"`
	// Date is the day of the booking, Start when it started at the time of the wish, which tells the dates
	// of a series from each other. A watched room has neither.
	Date  Date      `json:"date,omitzero"`
	Start time.Time `json:"start,omitzero"`
}

// AlertKind is why somebody is told. The values go to JSON.
type AlertKind string

// The kinds of alerts.
const (
	// BecameFree: the watched room is free, by the clock or because a booking is gone.
	BecameFree AlertKind = "became-free"
	// Starting: the watched booking starts soon, or has started.
	Starting AlertKind = "starting"
	// BookingMoved: the watched booking starts at another time or is in another room.
	BookingMoved AlertKind = "moved"
	// BookingGone: the watched booking is not on its day any more.
	BookingGone AlertKind = "gone"
)

// Alert is what happened to something that is watched.
type Alert struct {
	Kind  AlertKind
	Watch Watch
	// Room is where: of a booking that moved, where it is now.
	Room Room
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

// Alerts tells what happened to what is watched between two boards: of one snapshot at two moments, of
// two snapshots, or of a day and the next. Each thing is told once if every board is compared with the
// one before it. A room that nobody knew anything of has not become free, and a booking is not gone
// from a day that was not read.
func Alerts(watches []Watch, before, after *Board) []Alert {
	if before == nil || after == nil || !after.Today {
		return nil
	}
	p := passage{before, after}
	var all []Alert
	for _, w := range watches {
		var alerts []Alert
		if w.BookingID == "" {
			alerts = p.room(w)
		} else {
			alerts = p.booking(w)
		}
		for _, a := range alerts {
			a.Watch, a.Stale = w, after.Freshness == Stale
			all = append(all, a)
		}
	}
	return all
}

// Current returns the watches that may still have something to tell on a day.
func Current(watches []Watch, today Date) []Watch {
	return slices.DeleteFunc(slices.Clone(watches), func(w Watch) bool {
		return w.BookingID != "" && w.Date.Compare(today) < 0
	})
}

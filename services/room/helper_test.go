package room

import (
	"fmt"
	"testing"
	"time"
	_ "time/tzdata" // Zones are the same on every computer.
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func berlin(t testing.TB) *time.Location { return zone(t, "Europe/Berlin") }

// monday is the day of the looks.
var monday = Date{2026, time.November, 23}

// on returns a moment such as 09:30 of a day; 25:00 is 1:00 of the next one.
func on(t testing.TB, d Date, clock string, z *time.Location) time.Time {
	t.Helper()
	var hour, minute int
	if _, err := fmt.Sscanf(clock, "%d:%d", &hour, &minute); err != nil {
		t.Fatalf("%q is no time: %v", clock, err)
	}
	return time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, z)
}

// booking makes one on Monday in Berlin.
func booking(t testing.TB, room, id, from, to string) Booking {
	t.Helper()
	z := berlin(t)
	return Booking{ID: id, RoomID: room, Title: "Title of " + id, Start: on(t, monday, from, z), End: on(t, monday, to, z)}
}

// read returns a snapshot of Monday as it is read at a moment.
func read(at time.Time, rooms []Room, bookings ...Booking) Snapshot {
	return Snapshot{Day: Day{Date: monday, Rooms: rooms, Bookings: bookings}, Reading: Reading{At: at}}
}

func rooms(ids ...string) []Room {
	all := make([]Room, len(ids))
	for i, id := range ids {
		all[i] = Room{ID: id, Name: "Room " + id}
	}
	return all
}

// clock writes a time as it stands on a board, "" for none.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02 15:04")
}

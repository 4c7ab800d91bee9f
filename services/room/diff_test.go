package room

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// write writes a change.
func (c Change) write() string {
	s := string(c.Kind) + " " + c.Room.ID
	for _, b := range []*Booking{c.Before, c.After} {
		if b == nil {
			s += " -"
			continue
		}
		s += " " + b.Title + "@" + b.RoomID + " " + b.Start.Format("15:04")
	}
	return s
}

func TestChangesAreToldByRoomAndTime(t *testing.T) {
	z := berlin(t)
	b := func(room, id, title, from, to string) Booking {
		b := booking(t, room, id, from, to)
		b.Title = title
		return b
	}
	by := func(b Booking, name string) Booking { b.Organizer.Name = name; return b }
	off := func(b Booking) Booking { b.Cancelled = true; return b }
	sync := b("a", "1", "Sync", "10:00", "11:00")
	for _, c := range []struct {
		name          string
		before, after []Booking
		want          []string
	}{
		{"nothing", []Booking{sync, b("b", "2", "Daily", "09:00", "10:00")}, []Booking{b("b", "2", "Daily", "09:00", "10:00"), sync}, nil},
		{"a new one", nil, []Booking{sync}, []string{"added a - Sync@a 10:00"}},
		{"one is gone, and its room is free", []Booking{sync}, nil, []string{"freed a Sync@a 10:00 -", "removed a Sync@a 10:00 -"}},
		{"one is cancelled", []Booking{sync}, []Booking{off(sync)}, []string{"freed a Sync@a 10:00 -", "removed a Sync@a 10:00 -"}},
		{"a later one is gone", []Booking{b("a", "1", "Sync", "15:00", "16:00")}, nil, []string{"removed a Sync@a 15:00 -"}},
		{"another one runs now", []Booking{sync}, []Booking{b("a", "2", "Board", "10:00", "11:00")}, []string{"removed a Sync@a 10:00 -", "added a - Board@a 10:00"}},
		{"later", []Booking{sync}, []Booking{b("a", "1", "Sync", "14:00", "15:00")}, []string{"freed a Sync@a 10:00 -", "moved a Sync@a 10:00 Sync@a 14:00"}},
		{"shorter", []Booking{sync}, []Booking{b("a", "1", "Sync", "10:00", "10:30")}, []string{"freed a Sync@a 10:00 -", "moved a Sync@a 10:00 Sync@a 10:00"}},
		{"into another room", []Booking{sync}, []Booking{b("b", "1", "Sync", "10:00", "11:00")}, []string{"freed a Sync@a 10:00 -", "moved b Sync@a 10:00 Sync@b 10:00"}},
		{"IDs that count from 1 in each room", []Booking{sync}, []Booking{b("b", "1", "Board", "10:00", "11:00")}, []string{"freed a Sync@a 10:00 -", "removed a Sync@a 10:00 -", "added b - Board@b 10:00"}},
		{"another title", []Booking{sync}, []Booking{b("a", "1", "Big sync", "10:00", "11:00")}, []string{"edited a Sync@a 10:00 Big sync@a 10:00"}},
		{"another organiser", []Booking{sync}, []Booking{by(sync, "Ludwig Muster")}, []string{"edited a Sync@a 10:00 Sync@a 10:00"}},
		{"a series shares its ID", []Booking{b("a", "1", "Sync", "09:00", "09:30"), b("a", "1", "Sync", "14:00", "14:30")}, []Booking{b("a", "1", "Sync", "14:15", "14:45")}, []string{"removed a Sync@a 09:00 -", "moved a Sync@a 14:00 Sync@a 14:15"}},
		{"without IDs the same", []Booking{b("a", "", "Sync", "14:00", "15:00")}, []Booking{b("a", "", "Sync", "14:00", "15:00")}, nil},
		{"without IDs by title", []Booking{b("a", "", "Sync", "14:00", "15:00"), b("a", "", "Board", "15:00", "16:00")}, []Booking{b("a", "", "Sync", "15:00", "16:00"), b("a", "", "Board", "14:00", "15:00")}, []string{"edited a Sync@a 14:00 Board@a 14:00", "edited a Board@a 15:00 Sync@a 15:00"}},
		{"without IDs to another time", []Booking{b("a", "", "Sync", "14:00", "15:00")}, []Booking{b("a", "", "Sync", "16:00", "17:00")}, []string{"moved a Sync@a 14:00 Sync@a 16:00"}},
		{"without IDs into another room", []Booking{by(b("a", "", "Sync", "14:00", "15:00"), "Chen Wei")}, []Booking{by(b("b", "", "Sync", "14:00", "15:00"), "Chen Wei")}, []string{"moved b Sync@a 14:00 Sync@b 14:00"}},
		{"without IDs and organisers it is another one", []Booking{b("a", "", "Sync", "14:00", "15:00")}, []Booking{b("b", "", "Sync", "14:00", "15:00")}, []string{"removed a Sync@a 14:00 -", "added b - Sync@b 14:00"}},
	} {
		day := func(bookings []Booking) Day { return Day{Date: monday, Rooms: rooms("a", "b"), Bookings: bookings} }
		var got []string
		for _, change := range Diff(day(c.before), day(c.after), on(t, monday, "10:42", z), z) {
			got = append(got, change.write())
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestChangesOfRoomsAreTold(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	before := Day{Date: monday, Rooms: rooms("a", "b", "c"), Bookings: []Booking{booking(t, "c", "1", "10:00", "11:00")}}
	after := Day{Date: monday, Rooms: rooms("b", "d", "c"), Unknown: []string{"c"}}
	var got []string
	for _, c := range Diff(before, after, now, z) {
		got = append(got, c.write())
	}
	if diff := cmp.Diff([]string{"room-removed a - -", "room-added d - -"}, got); diff != "" {
		t.Error(diff)
	}
	after.Date = monday.AddDays(1)
	if got := Diff(before, after, now, z); got != nil {
		t.Errorf("between two days: %v", got)
	}
}

// Applying what is told to the old bookings makes the new ones.
func TestChangesAreAllThatChanged(t *testing.T) {
	for seed := range uint64(offices) {
		was, is := newOffice(t, seed), newOffice(t, seed+8*offices) // the same day, other bookings
		for i := range min(len(was.bookings), len(is.bookings)) {
			if i%3 == 0 {
				is.bookings[i] = was.bookings[i]
			}
		}
		before, after := was.snapshot().Day, is.snapshot().Day
		keys := map[string]int{}
		count := func(d Day, n int) {
			g := group(d.Rooms, d.Bookings, was.zone, true)
			for i := range g.rooms {
				for _, b := range g.rooms[i].bookings {
					keys[b.Key()+b.Title+b.End.String()] += n
				}
			}
		}
		count(before, 1)
		count(after, -1)
		for _, c := range Diff(before, after, before.Date.Start(was.zone).Add(10*time.Hour), was.zone) {
			if c.Kind == Freed {
				continue
			}
			if c.Before != nil {
				keys[c.Before.Key()+c.Before.Title+c.Before.End.String()]--
			}
			if c.After != nil {
				keys[c.After.Key()+c.After.Title+c.After.End.String()]++
			}
		}
		for key, n := range keys {
			if n != 0 {
				t.Fatalf("office %d: %q is left %d times", seed, key, n)
			}
		}
	}
}

package room

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// office is a made-up day around a change of the clocks, or around none.
type office struct {
	zone  *time.Location
	day   Date
	rooms []Room
	// bookings are in whole minutes; some are copies, cancelled, of strays or of hidden rooms.
	bookings []Booking
	rand     *rand.Rand
}

func newOffice(t *testing.T, seed uint64) *office {
	r := rand.New(rand.NewPCG(seed, 4))
	days := []struct {
		zone string
		day  Date
	}{
		{"Europe/Berlin", monday}, {"Europe/Berlin", Date{2026, 3, 29}}, {"Europe/Berlin", Date{2026, 10, 25}}, {"Asia/Tokyo", monday},
		{"Africa/Cairo", Date{2026, 4, 24}}, {"America/Havana", Date{2025, 11, 2}}, {"Australia/Lord_Howe", Date{2026, 10, 4}}, {"Asia/Kathmandu", monday},
	}
	d := days[seed%uint64(len(days))]
	o := &office{zone: zone(t, d.zone), day: d.day, rand: r}
	for i := range 1 + r.IntN(4) {
		o.rooms = append(o.rooms, Room{ID: fmt.Sprint("r", i), Name: fmt.Sprint("Room ", 20-i), Capacity: r.IntN(4) * 4, Hidden: r.IntN(8) == 0})
	}
	for i := range r.IntN(14) {
		o.bookings = append(o.bookings, o.invent(i))
	}
	if len(o.bookings) > 2 {
		o.bookings = append(o.bookings, o.bookings[0])
	}
	return o
}

func (o *office) invent(i int) Booking {
	start := o.day.Start(o.zone).Add(time.Duration(o.rand.IntN(40)-8) * time.Hour).Add(time.Duration(o.rand.IntN(4)) * 15 * time.Minute)
	lengths := []int{5, 15, 30, 60, 60, 90, 240, 24 * 60, 50 * 60}
	b := Booking{ID: fmt.Sprint(i), RoomID: o.rooms[o.rand.IntN(len(o.rooms))].ID, Title: fmt.Sprint("Booking ", i), Start: start}
	b.End = start.Add(time.Duration(lengths[o.rand.IntN(len(lengths))]) * time.Minute)
	b.Cancelled = o.rand.IntN(10) == 0
	switch o.rand.IntN(12) {
	case 0:
		b.RoomID = "stray"
	case 1:
		b.AllDay = true
		b, _ = b.Mended(o.zone)
	case 2:
		b.ID = ""
	}
	return b
}

func (o *office) snapshot() Snapshot {
	return Snapshot{Day: Day{Date: o.day, Rooms: o.rooms, Bookings: o.bookings}, Reading: Reading{At: o.day.Start(o.zone)}}
}

// of returns what takes up a room, in the naive way.
func (o *office) of(room string) []Booking {
	var all []Booking
	for i, b := range o.bookings {
		isCopy := slices.ContainsFunc(o.bookings[:i], func(e Booking) bool {
			return e.RoomID == b.RoomID && e.ID == b.ID && e.Title == b.Title && e.Start.Equal(b.Start) && e.End.Equal(b.End)
		})
		if b.RoomID == room && !b.Cancelled && !isCopy {
			all = append(all, b)
		}
	}
	return all
}

func inUse(bookings []Booking, t time.Time) bool {
	return slices.ContainsFunc(bookings, func(b Booking) bool { return !t.Before(b.Start) && t.Before(b.End) })
}

// turns returns the first minute after now at which the room begins or ends to be in use.
func turns(bookings []Booking, now time.Time, to bool) time.Time {
	last := now
	for _, b := range bookings {
		if b.End.After(last) {
			last = b.End
		}
	}
	for t := now.Add(time.Minute); !t.After(last); t = t.Add(time.Minute) {
		if inUse(bookings, t) == to {
			return t
		}
	}
	return time.Time{}
}

// naive tells the status in the naive way, minute by minute.
func naive(bookings []Booking, now time.Time) (Status, time.Time) {
	if inUse(bookings, now) {
		return InUse, turns(bookings, now, false)
	}
	until := turns(bookings, now, true)
	if !until.IsZero() && until.Sub(now) <= DefaultSoon {
		return Soon, until
	}
	return Free, until
}

const offices = 160

func TestTheBoardIsWhatEveryMinuteSays(t *testing.T) {
	for seed := range uint64(offices) {
		o := newOffice(t, seed)
		s := o.snapshot()
		start, end := o.day.Start(o.zone), o.day.End(o.zone)
		for now := start; now.Before(end); now = now.Add(time.Duration(1+o.rand.IntN(180)) * time.Minute) {
			board := NewBoard(s, now, o.zone, Options{})
			for i := range board.Lines {
				l := &board.Lines[i]
				status, until := naive(o.of(l.Room.ID), now)
				if l.Status != status || !l.Until.Equal(until) {
					t.Fatalf("office %d, %s, %s: %s until %s, want %s until %s", seed, now, l.Room.Name, l.Status, l.Until, status, until)
				}
			}
			checkChanges(t, board, s)
		}
	}
}

// checkChanges compares the board with the ones of the next change and of the minute before.
func checkChanges(t *testing.T, b *Board, s Snapshot) {
	t.Helper()
	before := NewBoard(s, b.Changes.Add(-time.Second), b.Zone, Options{})
	for i := range b.Lines {
		if b.Lines[i].Status != before.Lines[i].Status {
			t.Fatalf("%s changes before %s", b.Lines[i].Room.Name, b.Changes)
		}
	}
	if b.Changes.Equal(b.End) {
		return
	}
	after := NewBoard(s, b.Changes, b.Zone, Options{})
	for i := range b.Lines {
		if b.Lines[i].Status != after.Lines[i].Status {
			return
		}
	}
	t.Fatalf("nothing changes at %s", b.Changes)
}

func TestTheBoardLosesNoBooking(t *testing.T) {
	for seed := range uint64(offices) {
		o := newOffice(t, seed)
		board := NewBoard(o.snapshot(), o.day.Start(o.zone), o.zone, Options{Hidden: true})
		shown := 0
		for i := range board.Lines {
			l := &board.Lines[i]
			want := slices.DeleteFunc(o.of(l.Room.ID), func(b Booking) bool { return !b.Overlaps(board.Start, board.End) })
			if len(l.Slots) != len(want) {
				t.Fatalf("office %d, %s: %d slots of %d bookings", seed, l.Room.Name, len(l.Slots), len(want))
			}
			shown += len(want)
			for _, b := range want {
				if !slices.ContainsFunc(l.Slots, func(s Slot) bool { return s.Booking.Key() == b.Key() && s.Booking.RoomID == l.Room.ID }) {
					t.Fatalf("office %d, %s: %s is not there", seed, l.Room.Name, b.Title)
				}
			}
			checkLanes(t, l)
		}
		elsewhere := 0
		for _, b := range o.bookings {
			if !b.Cancelled && !b.Overlaps(board.Start, board.End) {
				elsewhere++
			}
		}
		if board.Bookings != shown || shown+elsewhere+board.Copies+board.Cancelled < len(o.bookings) {
			t.Fatalf("office %d: %d shown, %d on other days, %d copies and %d cancelled of %d", seed, shown, elsewhere, board.Copies, board.Cancelled, len(o.bookings))
		}
	}
}

// checkLanes compares each slot with each other one.
func checkLanes(t *testing.T, l *Line) {
	t.Helper()
	doubles := 0
	for i, a := range l.Slots {
		isDouble := false
		for j, b := range l.Slots {
			if i == j || !a.Start.Before(b.End) || !b.Start.Before(a.End) {
				continue
			}
			isDouble = true
			if a.Lane == b.Lane || a.Lanes != b.Lanes {
				t.Fatalf("%s and %s share lane %d of %d and %d", a.Booking.Title, b.Booking.Title, a.Lane, a.Lanes, b.Lanes)
			}
		}
		if a.Double() != isDouble || a.Lane >= a.Lanes || i > 0 && a.Start.Before(l.Slots[i-1].Start) {
			t.Fatalf("%s has lane %d of %d, double %v", a.Booking.Title, a.Lane, a.Lanes, isDouble)
		}
		if isDouble {
			doubles++
		}
	}
	if l.Doubles != doubles {
		t.Fatalf("%d doubles, want %d", l.Doubles, doubles)
	}
}

func TestTheBoardDoesNotDependOnTheOrderOfWhatCame(t *testing.T) {
	for seed := range uint64(offices) {
		o := newOffice(t, seed)
		now := o.day.Start(o.zone).Add(time.Duration(o.rand.IntN(23*60)) * time.Minute)
		want := NewBoard(o.snapshot(), now, o.zone, Options{})
		o.rooms, o.bookings = slices.Clone(o.rooms), slices.Clone(o.bookings) // The board points into them.
		o.rand.Shuffle(len(o.bookings), func(i, j int) { o.bookings[i], o.bookings[j] = o.bookings[j], o.bookings[i] })
		o.rand.Shuffle(len(o.rooms), func(i, j int) { o.rooms[i], o.rooms[j] = o.rooms[j], o.rooms[i] })
		got := NewBoard(o.snapshot(), now, o.zone, Options{})
		for i := range want.Lines {
			a, b := &want.Lines[i], &got.Lines[i]
			if a.Room.ID != b.Room.ID || say(a) != say(b) || len(a.Slots) != len(b.Slots) {
				t.Fatalf("office %d: %s %s and %s %s", seed, a.Room.Name, say(a), b.Room.Name, say(b))
			}
			for j := range a.Slots {
				if a.Slots[j].Booking.Key() != b.Slots[j].Booking.Key() || a.Slots[j].Lane != b.Slots[j].Lane {
					t.Fatalf("office %d: slots of %s differ", seed, a.Room.Name)
				}
			}
		}
	}
}

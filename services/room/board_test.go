package room

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// say writes what a line says at its head.
func say(l *Line) string {
	s := string(l.Status)
	if !l.Until.IsZero() {
		s += " until " + clock(l.Until)
	}
	if l.Guess {
		s += " or so"
	}
	if l.Now != nil {
		s += ", now " + l.Now.ID
	}
	if l.Next != nil {
		s += ", next " + l.Next.ID
	}
	return s
}

func TestARoomIsWhatItsBookingsSay(t *testing.T) {
	z := berlin(t)
	b := func(id, from, to string) Booking { return booking(t, "a", id, from, to) }
	guess := b("g", "10:00", "11:00")
	guess.EndUnknown = true
	whole := b("w", "00:00", "24:00")
	whole.AllDay = true
	off := b("x", "10:00", "11:00")
	off.Cancelled = true
	for _, c := range []struct {
		name, now string
		bookings  []Booking
		want      string
	}{
		{"nothing is booked", "10:42", nil, "free"},
		{"something comes later", "10:42", []Booking{b("1", "14:00", "15:00")}, "free until 23 14:00, next 1"},
		{"the nearest counts", "10:42", []Booking{b("2", "16:00", "17:00"), b("1", "14:00", "15:00")}, "free until 23 14:00, next 1"},
		{"what is over does not count", "10:42", []Booking{b("1", "08:00", "09:00")}, "free"},
		{"six minutes are not soon", "10:39", []Booking{b("1", "10:45", "12:00")}, "free until 23 10:45, next 1"},
		{"five minutes are soon", "10:40", []Booking{b("1", "10:45", "12:00")}, "soon until 23 10:45, next 1"},
		{"the start belongs to it", "10:45", []Booking{b("1", "10:45", "12:00")}, "in-use until 23 12:00, now 1"},
		{"the end does not", "12:00", []Booking{b("1", "10:45", "12:00")}, "free"},
		{"it runs", "10:42", []Booking{b("1", "10:00", "11:00"), b("2", "11:15", "12:00")}, "in-use until 23 11:00, now 1, next 2"},
		{"one follows the other", "10:42", []Booking{b("1", "10:00", "11:00"), b("2", "11:00", "12:00"), b("3", "12:01", "13:00")}, "in-use until 23 12:00, now 1, next 2"},
		{"one is taken over by the next", "11:00", []Booking{b("1", "10:00", "11:00"), b("2", "11:00", "12:00")}, "in-use until 23 12:00, now 2"},
		{"two run at a time", "10:42", []Booking{b("1", "10:00", "11:00"), b("2", "10:30", "11:30")}, "in-use until 23 11:30, now 1"},
		{"a long one hides a short one", "10:42", []Booking{b("1", "10:00", "12:00"), b("2", "10:30", "11:00")}, "in-use until 23 12:00, now 1"},
		{"the longer one of two is first", "10:42", []Booking{b("1", "10:00", "11:00"), b("2", "10:00", "12:00")}, "in-use until 23 12:00, now 2"},
		{"double ones hand over", "10:42", []Booking{b("1", "10:00", "11:00"), b("2", "10:50", "12:00"), b("3", "11:30", "13:00")}, "in-use until 23 13:00, now 1, next 2"},
		{"over midnight into the day", "00:30", []Booking{b("1", "-2:00", "01:00")}, "in-use until 23 01:00, now 1"},
		{"over midnight out of the day", "23:30", []Booking{b("1", "22:00", "26:00")}, "in-use until 24 02:00, now 1"},
		{"tomorrow's first", "23:30", []Booking{b("1", "24:00", "26:00")}, "free until 24 00:00, next 1"},
		{"over several days", "10:42", []Booking{b("1", "-30:00", "60:00")}, "in-use until 25 12:00, now 1"},
		{"the whole day", "10:42", []Booking{whole}, "in-use until 24 00:00, now w"},
		{"no end is known", "10:42", []Booking{guess}, "in-use until 23 11:00 or so, now g"},
		{"an end is known too", "10:42", []Booking{guess, b("1", "10:30", "11:00")}, "in-use until 23 11:00, now g"},
		{"a later end is known", "10:42", []Booking{guess, b("1", "11:00", "11:30")}, "in-use until 23 11:30, now g, next 1"},
		{"cancelled ones take up nothing", "10:42", []Booking{off}, "free"},
		{"an end before the start is tomorrow's", "23:30", []Booking{b("1", "23:00", "01:00")}, "in-use until 24 01:00, now 1"},
	} {
		now := on(t, monday, c.now, z)
		board := NewBoard(read(now, rooms("a"), c.bookings...), now, z, Options{})
		if diff := cmp.Diff(c.want, say(&board.Lines[0])); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestTheBoardOfTheLooks(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	s := read(now, []Room{{ID: "f", Name: "Fjord"}, {ID: "d", Name: "Delta"}, {ID: "b", Name: "Borealis"}, {ID: "a", Name: "Aurora"}, {ID: "h", Name: "Harbour"}, {ID: "x", Name: "Attic", Hidden: true}},
		booking(t, "f", "lunch", "11:30", "13:00"), booking(t, "f", "roadmap", "14:00", "15:30"), booking(t, "f", "vendor", "14:45", "16:30"),
		booking(t, "d", "design", "10:45", "12:15"), booking(t, "b", "interview", "10:00", "11:30"), booking(t, "a", "board", "14:00", "16:00"), booking(t, "x", "dust", "10:00", "11:00"))
	s.Unknown, s.Unreadable = []string{"h"}, 2
	board := NewBoard(s, now, z, Options{Every: time.Minute})
	var got []string
	for i := range board.Lines {
		got = append(got, board.Lines[i].Room.Name+" "+say(&board.Lines[i]))
	}
	want := []string{
		"Aurora free until 23 14:00, next board", "Borealis in-use until 23 11:30, now interview", "Delta soon until 23 10:45, next design",
		"Fjord free until 23 11:30, next lunch", "Harbour unknown",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Counts{Free: 2, Soon: 1, InUse: 1, Unknown: 1}, board.Counts); diff != "" || board.Counts.Total() != 5 {
		t.Error(diff)
	}
	if board.Bookings != 6 || board.Unreadable != 2 || board.HiddenRooms != 1 || !board.Today || board.Freshness != Fresh {
		t.Errorf("%d bookings, %d unreadable, %d hidden rooms, today %v, %s", board.Bookings, board.Unreadable, board.HiddenRooms, board.Today, board.Freshness)
	}
	if got := clock(board.Changes); got != "23 10:45" {
		t.Errorf("it changes at %s", got)
	}
	if board.Line("d").Room.Name != "Delta" || board.Line("x") != nil {
		t.Error("lines are not found by their room")
	}
	if all := NewBoard(s, now, z, Options{Hidden: true}); len(all.Lines) != 6 || all.HiddenRooms != 0 {
		t.Errorf("with hidden rooms it has %d lines", len(all.Lines))
	}
}

func TestDoubleBookingsHaveLanesAndAreNeverMerged(t *testing.T) {
	z := berlin(t)
	b := func(id, from, to string) Booking { return booking(t, "a", id, from, to) }
	for _, c := range []struct {
		name     string
		bookings []Booking
		want     []string // ID, lane of lanes
		doubles  int
	}{
		{"one after the other", []Booking{b("1", "09:00", "10:00"), b("2", "10:00", "11:00")}, []string{"1 0/1", "2 0/1"}, 0},
		{"two", []Booking{b("1", "14:00", "15:30"), b("2", "14:45", "16:30")}, []string{"1 0/2", "2 1/2"}, 2},
		{"the same time", []Booking{b("2", "14:00", "15:00"), b("1", "14:00", "15:00")}, []string{"1 0/2", "2 1/2"}, 2},
		{"a chain needs two lanes", []Booking{b("1", "09:00", "11:00"), b("2", "10:00", "12:00"), b("3", "11:00", "13:00")}, []string{"1 0/2", "2 1/2", "3 0/2"}, 3},
		{"three at once", []Booking{b("1", "09:00", "12:00"), b("2", "10:00", "12:00"), b("3", "11:00", "13:00"), b("4", "13:00", "14:00")}, []string{"1 0/3", "2 1/3", "3 2/3", "4 0/1"}, 3},
		{"a whole day over all", []Booking{b("1", "00:00", "24:00"), b("2", "09:00", "10:00"), b("3", "11:00", "12:00")}, []string{"1 0/2", "2 1/2", "3 1/2"}, 3},
	} {
		now := on(t, monday, "08:00", z)
		line := NewBoard(read(now, rooms("a"), c.bookings...), now, z, Options{}).Lines[0]
		var got []string
		for _, s := range line.Slots {
			got = append(got, fmt.Sprintf("%s %d/%d", s.Booking.ID, s.Lane, s.Lanes))
			if s.Double() != (s.Lanes > 1) {
				t.Errorf("%s: %s is double: %v", c.name, s.Booking.ID, s.Double())
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" || line.Doubles != c.doubles {
			t.Errorf("%s (%d): %s", c.name, line.Doubles, diff)
		}
	}
}

func TestSlotsAreCutAtMidnight(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "12:00", z)
	board := NewBoard(read(now, rooms("a"),
		booking(t, "a", "yesterday", "-3:00", "00:00"), booking(t, "a", "night", "-2:00", "02:00"), booking(t, "a", "late", "23:00", "25:00"), booking(t, "a", "tomorrow", "24:00", "25:00"), booking(t, "a", "days", "-48:00", "72:00")), now, z, Options{})
	var got []string
	for _, s := range board.Lines[0].Slots {
		got = append(got, fmt.Sprint(s.Booking.ID, " ", clock(s.Start), "-", clock(s.End), " ", s.Before, s.After))
	}
	want := []string{"days 23 00:00-24 00:00 true true", "night 23 00:00-23 02:00 true false", "late 23 23:00-24 00:00 false true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnotherDayHasNoNow(t *testing.T) {
	z := berlin(t)
	s := read(on(t, monday, "10:00", z), rooms("a", "b", "c"), booking(t, "a", "1", "09:00", "10:00"), booking(t, "a", "2", "14:00", "15:00"))
	s.Unknown = []string{"c"}
	for _, c := range []struct {
		name, now string
		want      []string
		changes   string
	}{
		{"the day before", "-10:00", []string{"booked, next 1", "free", "unknown"}, "23 00:00"},
		{"the day after", "34:00", []string{"booked", "free", "unknown"}, ""},
	} {
		board := NewBoard(s, on(t, monday, c.now, z), z, Options{})
		var got []string
		for i := range board.Lines {
			got = append(got, say(&board.Lines[i]))
		}
		if diff := cmp.Diff(c.want, got); diff != "" || board.Today {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(Counts{Free: 1, Unknown: 1, Booked: 1}, board.Counts); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if got := clock(board.Changes); got != c.changes {
			t.Errorf("%s: it changes at %q", c.name, got)
		}
	}
}

func TestNothingIsDroppedInSilence(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	same, other := booking(t, "a", "1", "09:00", "10:00"), booking(t, "a", "2", "09:00", "10:00")
	off := booking(t, "a", "3", "09:00", "10:00")
	off.Cancelled = true
	bare := booking(t, "a", "", "09:00", "10:00")
	bare2 := bare
	bare2.Title = "Something else"
	startless := Booking{ID: "4", RoomID: "a", End: now}
	board := NewBoard(read(now, append(rooms("a"), rooms("a")...), off, same, same, other, bare, bare, bare2, startless, booking(t, "Attic 10", "5", "10:00", "11:00"), booking(t, "Attic 9", "6", "10:00", "11:00"), booking(t, "", "7", "12:00", "13:00")), now, z, Options{})
	var got []string
	for i := range board.Lines {
		got = append(got, fmt.Sprintf("%s: %d", board.Lines[i].Room.Name, len(board.Lines[i].Slots)))
	}
	if diff := cmp.Diff([]string{"Room a: 4", ": 1", "Attic 9: 1", "Attic 10: 1"}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{7, 2, 1, 1}, []int{board.Bookings, board.Copies, board.Cancelled, board.Unreadable}); diff != "" {
		t.Errorf("bookings, copies, cancelled, unreadable: %s", diff)
	}
}

package room

import (
	"testing"
	"time"
)

func TestAWatchedBookingIsFoundAgainWhereItMovedTo(t *testing.T) {
	z := berlin(t)
	early, late := booking(t, "a", "1", "09:00", "10:00"), booking(t, "a", "1", "14:00", "15:00")
	w, ok := WatchOf(&late, z)
	if !ok || w.Date != monday || !w.Start.Equal(late.Start) {
		t.Fatalf("the wish is %+v", w)
	}
	moved := booking(t, "a", "1", "15:00", "16:00")
	for _, c := range []struct {
		name  string
		board []Booking
		date  Date
		want  string
	}{
		{"as it was", []Booking{early, late}, monday, "23 14:00"},
		{"later", []Booking{early, moved}, monday, "23 15:00"},
		{"another one has its ID in another room", []Booking{booking(t, "b", "1", "14:00", "15:00")}, monday, ""},
		{"gone", nil, monday, ""},
		{"another day", []Booking{late}, monday.AddDays(1), ""},
	} {
		s := read(time.Time{}, rooms("a", "b"), c.board...)
		s.Date = c.date
		got := ""
		if k := NewBoard(s, late.Start, z, Options{}).Watched(w); k != nil {
			got = clock(k.Start)
		}
		if got != c.want {
			t.Errorf("%s: found at %q, want %q", c.name, got, c.want)
		}
	}
	if NewBoard(read(late.Start, rooms("a"), late), late.Start, z, Options{}).Watched(Watch{RoomID: "a"}) != nil {
		t.Error("a watched room is a watched booking")
	}
}

func TestABookingWithoutAnIDCannotBeWatched(t *testing.T) {
	k := booking(t, "a", "", "09:00", "10:00")
	if _, ok := WatchOf(&k, berlin(t)); ok {
		t.Error("it can be watched")
	}
}

func TestTheDayOfAWatchedBookingIsThatOfTheOffice(t *testing.T) {
	k := booking(t, "a", "1", "00:30", "01:00")
	k.Start = k.Start.UTC() // still Sunday there
	if w, _ := WatchOf(&k, berlin(t)); w.Date != monday {
		t.Errorf("it is %v", w.Date)
	}
}

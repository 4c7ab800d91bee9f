package room

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFiltersChooseLinesAndSayWhatFreeNowWouldLeave(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	all := []Room{
		{ID: "a", Name: "Aurora", Capacity: 8, Place: "2nd floor", Equipment: []string{"Screen"}}, {ID: "b", Name: "Borealis", Capacity: 4, Place: "2nd floor"},
		{ID: "c", Name: "Cirrus", Capacity: 12, Place: "10th floor", Note: "screen on wheels"}, {ID: "d", Name: "Delta", Place: "10th floor"},
	}
	board := NewBoard(read(now, all, booking(t, "b", "1", "10:00", "11:00"), booking(t, "d", "2", "10:45", "11:00"), booking(t, "a", "3", "12:00", "13:00")), now, z, Options{})
	for _, c := range []struct {
		name   string
		filter Filter
		want   string // the rooms
		counts Counts
	}{
		{"all", Filter{}, "abcd", Counts{Free: 2, Soon: 1, InUse: 1}},
		{"free now", Filter{FreeNow: true}, "ac", Counts{Free: 2, Soon: 1, InUse: 1}},
		{"a name", Filter{Words: "AUR"}, "a", Counts{Free: 1}},
		{"equipment or note", Filter{Words: "screen"}, "ac", Counts{Free: 2}},
		{"words of several fields", Filter{Words: " screen 2nd "}, "a", Counts{Free: 1}},
		{"no such words", Filter{Words: "piano"}, "", Counts{}},
		{"seats", Filter{Capacity: 8}, "ac", Counts{Free: 2}},
		{"a place", Filter{Place: "2nd floor"}, "ab", Counts{Free: 1, InUse: 1}},
		{"a place that is free", Filter{Place: "2nd floor", FreeNow: true}, "a", Counts{Free: 1, InUse: 1}},
	} {
		only := board.Only(c.filter)
		got := ""
		for i := range only.Lines {
			got += only.Lines[i].Room.ID
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(c.counts, only.Counts); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		f := c.filter
		f.FreeNow = false
		matched := 0
		for _, r := range all {
			if f.Match(r) {
				matched++
			}
		}
		if matched != c.counts.Total() || c.filter.IsZero() != (c.name == "all") {
			t.Errorf("%s matches %d rooms", c.name, matched)
		}
	}
	if len(board.Lines) != 4 || board.Bookings != 3 || board.Only(Filter{Words: "aurora"}).Bookings != 1 {
		t.Errorf("the board has %d lines and %d bookings", len(board.Lines), board.Bookings)
	}
	if diff := cmp.Diff([]string{"2nd floor", "10th floor"}, Places(append(all, Room{Place: "Attic", Hidden: true}, Room{}))); diff != "" {
		t.Error(diff)
	}
}

func TestAFilteredMonthHasTheBookingsOfItsRooms(t *testing.T) {
	p := Plan{Month: MonthOf(monday), Rooms: rooms("a", "b"), Unreadable: 2, Bookings: []Booking{booking(t, "a", "1", "09:00", "10:00"), booking(t, "b", "2", "09:00", "10:00"), booking(t, "stray a", "3", "09:00", "10:00")}}
	got := p.Only(Filter{Words: "a", FreeNow: true})
	if len(got.Rooms) != 1 || len(got.Bookings) != 2 || got.Bookings[1].ID != "3" || got.Unreadable != 2 || len(p.Rooms) != 2 {
		t.Errorf("%d rooms, %d bookings", len(got.Rooms), len(got.Bookings))
	}
	if diff := cmp.Diff(p, p.Only(Filter{})); diff != "" {
		t.Errorf("without a filter: %s", diff)
	}
}

func TestBookingsAreSearchedForByWords(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	name := func(b Booking, title, organizer string) Booking {
		b.Title, b.Organizer.Name = title, organizer
		return b
	}
	secret := name(booking(t, "a", "secret", "12:00", "13:00"), "Design of pay", "Barbara Example")
	secret.Private = true
	guest := name(booking(t, "b", "guest", "09:00", "09:30"), "Design talk", "")
	guest.People = []Person{{Name: "Chen Wei", Email: "chen@example.com"}}
	board := NewBoard(read(now, []Room{{ID: "a", Name: "Aurora"}, {ID: "b", Name: "Borealis"}}, secret, guest,
		name(booking(t, "a", "early", "08:00", "09:00"), "Design sync", "Ludwig Muster"), name(booking(t, "b", "now", "10:00", "11:00"), "Design review", "Barbara Example"), name(booking(t, "a", "late", "15:00", "16:00"), "Design review", "Chen Wei")), now, z, Options{})
	for _, c := range []struct {
		words  string
		veiled bool
		limit  int
		want   []string
	}{
		{"design", false, 9, []string{"now", "secret", "late", "guest", "early"}},
		{"design", true, 9, []string{"now", "late", "guest", "early"}},
		{"DESIGN", false, 2, []string{"now", "secret"}},
		{"chen", false, 9, []string{"late", "guest"}},
		{"example review", false, 9, []string{"now"}},
		{"aurora", true, 9, []string{"secret", "late", "early"}},
		{" ", false, 9, nil}, {"design", false, 0, nil}, {"piano", false, 9, nil},
	} {
		var got []string
		for _, h := range board.Search(c.words, c.veiled, c.limit) {
			got = append(got, h.Booking.ID)
			if c.veiled && h.Booking.Private && h.Booking.Title != "" || h.Room.ID != h.Booking.RoomID {
				t.Errorf("%q: %v in %s", c.words, h.Booking, h.Room.Name)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q, veiled %v: %s", c.words, c.veiled, diff)
		}
	}
}

package room

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// tell writes an answer.
func tell(a Answer) string {
	switch {
	case a.Free:
		s := a.Room.ID + " free"
		if !a.Until.IsZero() {
			s += " until " + clock(a.Until)
		}
		if !a.Seats {
			s += ", seats not known"
		}
		return s
	case a.Why == Taken:
		s := fmt.Sprintf("%s taken by %s, free ", a.Room.ID, a.InTheWay.ID)
		if a.NextFree.IsZero() {
			return s + "not as far as is known"
		}
		s += clock(a.NextFree)
		if !a.NextUntil.IsZero() {
			s += " until " + clock(a.NextUntil)
		}
		return s
	default:
		return a.Room.ID + " " + string(a.Why)
	}
}

func TestRoomsAreFoundByFitAndThenByTime(t *testing.T) {
	z := berlin(t)
	s := read(on(t, monday, "08:00", z), []Room{
		{ID: "four", Name: "A", Capacity: 4, Place: "2nd floor", Equipment: []string{"Screen", "Whiteboard"}}, {ID: "six", Name: "B", Capacity: 6, Place: "2nd floor"}, {ID: "six2", Name: "C", Capacity: 6, Place: "3rd floor", Equipment: []string{"Screen"}},
		{ID: "ten", Name: "D", Capacity: 10, Note: "with a view"}, {ID: "any", Name: "E"}, {ID: "busy", Name: "F", Capacity: 8}, {ID: "full", Name: "G", Capacity: 8}, {ID: "dark", Name: "H", Capacity: 8}, {ID: "gone", Name: "I", Capacity: 8, Hidden: true},
	},
		booking(t, "six", "six-1", "09:00", "10:00"), booking(t, "six", "six-2", "12:00", "13:00"), booking(t, "ten", "ten-1", "11:00", "12:00"),
		booking(t, "busy", "busy-1", "09:30", "10:30"), booking(t, "busy", "busy-2", "11:00", "12:00"), booking(t, "busy", "busy-3", "13:00", "14:00"), booking(t, "full", "full-1", "08:00", "23:30"))
	s.Unknown = []string{"dark"}
	span := func(from, to string) Query { return Query{From: on(t, monday, from, z), To: on(t, monday, to, z)} }
	with := func(q Query, people int, words string) Query { q.People, q.Words = people, words; return q }
	for _, c := range []struct {
		name string
		q    Query
		want []string
	}{
		{"five people at ten", with(span("10:00", "10:45"), 5, ""), []string{
			"six2 free", "six free until 23 12:00", "ten free until 23 11:00", "any free, seats not known",
			"busy taken by busy-1, free 23 12:00 until 23 13:00", "full taken by full-1, free not as far as is known", "dark unknown", "four too-small",
		}},
		{"anybody at ten, the one that is free for longest first", span("10:00", "10:45"), []string{
			"four free", "six2 free", "any free", "six free until 23 12:00", "ten free until 23 11:00",
			"busy taken by busy-1, free 23 12:00 until 23 13:00", "full taken by full-1, free not as far as is known", "dark unknown",
		}},
		{"a gap that is exactly long enough", with(span("10:00", "10:30"), 7, ""), []string{
			"ten free until 23 11:00", "any free, seats not known", "busy taken by busy-1, free 23 10:30 until 23 11:00", "full taken by full-1, free 23 23:30", "dark unknown", "six too-small", "six2 too-small", "four too-small",
		}},
		{"a room is free until the very start", with(span("10:00", "11:00"), 9, "view"), []string{"ten free until 23 11:00"}},
		{"a room is free from the very end", with(span("12:00", "13:00"), 9, ""), []string{"ten free", "any free, seats not known", "busy too-small", "full too-small", "dark too-small", "six too-small", "six2 too-small", "four too-small"}},
		{"words in any order, case and width", with(span("10:00", "11:00"), 0, "ｓｃｒｅｅｎ 2nd"), []string{"four free"}},
		{"no such words", with(span("10:00", "11:00"), 0, "piano"), nil},
		{"the day after is not known", span("33:00", "34:00"), []string{"four unknown", "six unknown", "six2 unknown", "ten unknown", "any unknown", "busy unknown", "full unknown", "dark unknown"}},
		{"the night is known by half", with(span("23:45", "24:30"), 9, "view"), []string{"ten unknown"}},
		{"no time at all", span("10:00", "10:00"), nil},
	} {
		var got []string
		for _, a := range Find(c.q, z, s) {
			got = append(got, tell(a))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestSeveralDaysAreLookedThrough(t *testing.T) {
	z := berlin(t)
	long := booking(t, "a", "long", "22:00", "33:00") // until 9:00
	today, tomorrow := read(on(t, monday, "08:00", z), rooms("a", "b"), long), read(on(t, monday, "08:00", z), rooms("a", "b"), long, booking(t, "b", "2", "34:00", "35:00"))
	tomorrow.Date = monday.AddDays(1)
	q := Query{From: on(t, monday, "23:00", z), To: on(t, monday, "25:00", z)}
	write := func(days ...Snapshot) []string {
		var got []string
		for _, a := range Find(q, z, days...) {
			got = append(got, tell(a))
		}
		return got
	}
	want := []string{"b free until 24 10:00", "a taken by long, free 24 09:00"}
	if diff := cmp.Diff(want, write(today, tomorrow)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, write(tomorrow, today)); diff != "" {
		t.Errorf("in another order: %s", diff)
	}
	tomorrow.At = time.Time{}
	if diff := cmp.Diff([]string{"a taken by long, free not as far as is known", "b unknown"}, write(today, tomorrow)); diff != "" {
		t.Errorf("a day that was never read: %s", diff)
	}
}

func TestWhatIsFoundIsWhatEveryMinuteSays(t *testing.T) {
	for seed := range uint64(offices) {
		o := newOffice(t, seed)
		start, end := o.day.Start(o.zone), o.day.End(o.zone)
		from := start.Add(time.Duration(o.rand.IntN(20*60)) * time.Minute)
		q := Query{From: from, To: from.Add(time.Duration(1+o.rand.IntN(180)) * time.Minute), People: o.rand.IntN(10)}
		for _, a := range Find(q, o.zone, o.snapshot()) {
			if a.Why == TooSmall {
				continue
			}
			bookings := o.of(a.Room.ID)
			free := func(at time.Time) bool {
				return !slices.ContainsFunc(bookings, func(b Booking) bool { return b.Overlaps(at, at.Add(q.To.Sub(q.From))) })
			}
			isKnown := !q.To.After(end) && slices.ContainsFunc(o.rooms, func(r Room) bool { return r.ID == a.Room.ID })
			if a.Free != (free(q.From) && isKnown) || (a.Why == NotKnown) != (free(q.From) && !isKnown) {
				t.Fatalf("office %d: %s is free %v, %s", seed, a.Room.ID, a.Free, a.Why)
			}
			if a.Free || a.Why == NotKnown || a.Room.ID == "stray" {
				continue
			}
			next := time.Time{}
			for at := q.From; !at.Add(q.To.Sub(q.From)).After(end); at = at.Add(time.Minute) {
				if free(at) {
					next = at
					break
				}
			}
			if !a.NextFree.Equal(next) {
				t.Fatalf("office %d: %s is free at %s, want %s", seed, a.Room.ID, a.NextFree, next)
			}
		}
	}
}

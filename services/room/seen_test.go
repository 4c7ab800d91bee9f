package room

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// told returns what is told of a day, and since when.
func told(t *testing.T, l *Seen, s Snapshot, now time.Time) (since string, all []string) {
	t.Helper()
	at, changes := l.Changes(s, NewBoard(s, now, berlin(t), Options{Every: time.Minute}))
	for _, c := range changes {
		all = append(all, c.write())
	}
	if at.IsZero() {
		return "", all
	}
	return at.In(berlin(t)).Format("15:04"), all
}

func TestWhatChangedSinceADayWasSeenIsTold(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	before := []Booking{booking(t, "a", "1", "08:00", "12:00"), booking(t, "a", "2", "14:00", "15:00"), booking(t, "b", "3", "09:00", "10:00")}
	next := booking(t, "b", "9", "33:00", "34:00") // is on Tuesday
	seen := read(now.Add(-time.Hour), rooms("a", "b"), before...)
	with := func(change func(*Snapshot)) Snapshot {
		s := read(now, rooms("a", "b"), slices.Clone(before)...)
		change(&s)
		return s
	}
	for _, c := range []struct {
		name string
		was  func(*Snapshot)
		is   Snapshot
		want []string
	}{
		{"nothing", nil, with(func(*Snapshot) {}), nil},
		{"a new one, and one of tomorrow", nil, with(func(s *Snapshot) { s.Bookings = append(s.Bookings, booking(t, "b", "4", "16:00", "17:00"), next) }), []string{"added b - Title of 4@b 16:00"}},
		{"one is gone, without that its room is free", nil, with(func(s *Snapshot) { s.Bookings = s.Bookings[1:] }), []string{"removed a Title of 1@a 08:00 -"}},
		{"one moved", nil, with(func(s *Snapshot) { s.Bookings[1] = booking(t, "a", "2", "15:00", "16:00") }), []string{"moved a Title of 2@a 14:00 Title of 2@a 15:00"}},
		{"one has another title", nil, with(func(s *Snapshot) { s.Bookings[1].Title = "New" }), []string{"edited a Title of 2@a 14:00 New@a 14:00"}},
		{"a room more", nil, with(func(s *Snapshot) { s.Rooms = rooms("a", "b", "c") }), nil},
		{"a hidden room", nil, with(func(s *Snapshot) { s.Rooms[0].Hidden, s.Bookings = true, s.Bookings[1:] }), nil},
		{"a room of which nothing is known any more", nil, with(func(s *Snapshot) { s.Unknown, s.Bookings = []string{"b"}, s.Bookings[:2] }), nil},
		{"a room of which nothing was known", func(s *Snapshot) { s.Unknown, s.Bookings = []string{"b"}, s.Bookings[:2] }, with(func(*Snapshot) {}), nil},
		{"one that cannot be read any more", nil, with(func(s *Snapshot) { s.Unreadable, s.Bookings = 1, s.Bookings[1:] }), nil},
		{"one that could not be read before", func(s *Snapshot) { s.Unreadable, s.Bookings = 1, s.Bookings[1:] }, with(func(*Snapshot) {}), nil},
		{"stale", nil, with(func(s *Snapshot) { s.Misses, s.Bookings = StaleAfter, s.Bookings[1:] }), nil},
		{"unread", nil, with(func(s *Snapshot) { s.At, s.Bookings = time.Time{}, s.Bookings[1:] }), nil},
		{"older than what was seen", nil, with(func(s *Snapshot) { s.At, s.Bookings = now.Add(-2*time.Hour), s.Bookings[1:] }), nil},
	} {
		var l Seen
		was := seen
		was.Rooms, was.Bookings = slices.Clone(seen.Rooms), slices.Clone(seen.Bookings)
		if c.was != nil {
			c.was(&was)
		}
		l.Keep(was)
		since, got := told(t, &l, c.is, now)
		if diff := cmp.Diff(c.want, got); diff != "" || since != "09:42" {
			t.Errorf("%s: since %q (-want +got):\n%s", c.name, since, diff)
		}
	}
}

func TestADayStaysAsItWasSeenUntilItsChangesAreTold(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	first, second := read(now.Add(-time.Hour), rooms("a")), read(now.Add(-time.Minute), rooms("a"), booking(t, "a", "1", "12:00", "13:00"))
	third := read(now, rooms("a"), booking(t, "a", "1", "12:00", "13:00"), booking(t, "a", "2", "14:00", "15:00"))
	var l Seen
	if since, got := told(t, &l, third, now); since != "" || got != nil {
		t.Errorf("of what nobody saw %q is told since %q", got, since)
	}
	l.Keep(Snapshot{Day: Day{Date: monday}})
	if since, _ := told(t, &l, third, now); since != "" {
		t.Error("what was never read was seen")
	}
	l.Keep(first)
	l.Keep(second)
	if since, got := told(t, &l, third, now); since != "09:42" || len(got) != 2 {
		t.Errorf("since %q: %q", since, got)
	}
	l.Forget(monday)
	l.Keep(second)
	if since, got := told(t, &l, third, now); since != "10:41" || len(got) != 1 {
		t.Errorf("after it was seen, since %q: %q", since, got)
	}
}

func TestFewDaysAreRememberedAndWithoutTheirSource(t *testing.T) {
	var l Seen
	at := on(t, monday, "10:42", berlin(t))
	for i := range seenMost + 1 {
		s := read(at, rooms("a"), Booking{RoomID: "a", Raw: json.RawMessage(`{}`)})
		s.Date, s.Scraps = monday.AddDays(i), []Scrap{{}}
		l.Keep(s)
		if s.Bookings[0].Raw == nil {
			t.Fatal("what is kept takes something away from what is shown")
		}
	}
	if len(l.days) != seenMost || l.find(monday) != nil || l.find(monday.AddDays(seenMost)) == nil {
		t.Errorf("%d days are remembered", len(l.days))
	}
	for _, s := range l.days {
		if s.Scraps != nil || s.Bookings[0].Raw != nil {
			t.Error("the source is kept")
		}
	}
}

func TestWhatWasSeenComesBack(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	var l, back Seen
	l.Keep(read(now.Add(-time.Hour), rooms("a"), booking(t, "a", "1", "12:00", "13:00")))
	content, err := json.Marshal(l)
	if err == nil {
		err = json.Unmarshal(content, &back)
	}
	if err != nil {
		t.Fatal(err)
	}
	third := read(now, rooms("a"), booking(t, "a", "1", "14:00", "15:00"))
	if since, got := told(t, &back, third, now); since != "09:42" || len(got) != 1 {
		t.Errorf("since %q: %q", since, got)
	}
	for _, bad := range []string{`{}`, `[{"day":1}]`, ``} {
		if err := json.Unmarshal([]byte(bad), &back); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	if err := json.Unmarshal([]byte(`[{"day":{},"reading":{}}]`), &back); err != nil || len(back.days) != 0 {
		t.Errorf("a day that was never read: %v, %d days", err, len(back.days))
	}
}

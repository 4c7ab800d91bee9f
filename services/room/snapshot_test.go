package room

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

var unreachable = &fault.Error{Op: "x", Kind: fault.Unreachable, Code: "no-host", Words: "no such host"}

func TestTwoMissesMakeItStale(t *testing.T) {
	z := berlin(t)
	at := func(c string) time.Time { return on(t, monday, c, z) }
	s := Snapshot{}
	step := func(name, now string, want Freshness, misses int, since string) {
		t.Helper()
		if got := s.Freshness(at(now), time.Minute); got != want || s.Misses != misses || clock(s.Since) != since {
			t.Errorf("%s: %s, %d misses since %q", name, got, s.Misses, clock(s.Since))
		}
	}
	step("at first", "10:10", Unread, 0, "")
	s = s.Missed(unreachable, at("10:10"), at("10:11"))
	step("never read", "10:10", Unread, 1, "23 10:10")
	s = s.Read(Day{Date: monday, Rooms: rooms("a")}, at("10:12"), at("10:13"))
	step("read", "10:12", Fresh, 0, "")
	s = s.Missed(unreachable, at("10:13"), at("10:14"))
	step("one miss", "10:13", Fresh, 1, "23 10:13")
	s = s.Missed(&fault.Error{Kind: fault.Cancelled}, at("10:14"), at("10:14"))
	step("a cancelled poll is none", "10:14", Fresh, 1, "23 10:13")
	s = s.Missed(&fault.Error{Kind: fault.Faulty, Status: 500, Code: "server-fault", Words: "oops"}, at("10:14"), at("10:16"))
	step("two misses", "10:14", Stale, 2, "23 10:13")
	f, ok := errors.AsType[*fault.Error](s.Err())
	if !ok || f.Kind != fault.Faulty || f.Status != 500 || f.Words != "oops" || clock(s.NextTry) != "23 10:16" || clock(s.At) != "23 10:12" || len(s.Rooms) != 1 {
		t.Errorf("the snapshot says %v, next %s, as of %s, %d rooms", s.Err(), s.NextTry, s.At, len(s.Rooms))
	}
	s = s.Read(Day{Date: monday, Rooms: rooms("a", "b")}, at("10:16"), at("10:17"))
	step("read again", "10:16", Fresh, 0, "")
	if s.Err() != nil || len(s.Rooms) != 2 {
		t.Errorf("after a good answer: %v, %d rooms", s.Err(), len(s.Rooms))
	}
}

func TestWhatWasNotAskedForAgainGrowsStale(t *testing.T) {
	now := on(t, monday, "10:00", berlin(t))
	r := Reading{At: now}
	for age, want := range map[time.Duration]Freshness{0: Fresh, 3 * time.Minute: Fresh, 3*time.Minute + 1: Stale, 8 * time.Hour: Stale, -time.Minute: Fresh, -2 * time.Minute: Stale} {
		if got := r.Freshness(now.Add(age), time.Minute); got != want {
			t.Errorf("after %s it is %s", age, got)
		}
	}
	if got := r.Freshness(now.Add(1000*time.Hour), 0); got != Fresh {
		t.Errorf("a day that is not polled is %s", got)
	}
}

func TestAGoodBoardIsNeverReplacedByAnEmptyOne(t *testing.T) {
	now := on(t, monday, "10:00", berlin(t))
	good := read(now, rooms("a", "b"), booking(t, "a", "1", "09:00", "11:00"))
	for _, c := range []struct {
		name string
		day  Day
		code string // "" for an answer that is taken
	}{
		{"no rooms", Day{Date: monday}, CodeNoRooms},
		{"nothing can be read", Day{Date: monday, Rooms: rooms("a", "b"), Unreadable: 7}, CodeNothingRead},
		{"all bookings were cancelled", Day{Date: monday, Rooms: rooms("a", "b")}, ""},
		{"some can be read", Day{Date: monday, Rooms: rooms("a"), Bookings: good.Bookings, Unreadable: 7}, ""},
		{"another day", Day{Date: monday.AddDays(1)}, ""},
	} {
		later := now.Add(time.Minute)
		s := good.Read(c.day, later, later.Add(time.Minute))
		m := MonthSnapshot{Plan: Plan{Month: MonthOf(monday), Rooms: good.Rooms, Bookings: good.Bookings}, Reading: good.Reading}
		m = m.Read(Plan{Month: MonthOf(c.day.Date).Add(c.day.Date.Day - monday.Day), Rooms: c.day.Rooms, Bookings: c.day.Bookings, Unreadable: c.day.Unreadable}, later, later)
		for what, r := range map[string]Reading{"day": s.Reading, "month": m.Reading} {
			code := ""
			if r.Why != nil {
				code = r.Why.Code
			}
			if code != c.code || r.At.Equal(later) != (c.code == "") {
				t.Errorf("%s, %s: %v as of %s", c.name, what, r.Err(), r.At)
			}
		}
		if kept := cmp.Equal(s.Day, good.Day); kept != (c.code != "") {
			t.Errorf("%s: the day was kept: %v", c.name, kept)
		}
	}
	// A server that has never had any is believed.
	if s := (Snapshot{}).Read(Day{Date: monday}, now, now); s.Why != nil || !s.At.Equal(now) {
		t.Errorf("an empty office: %v", s.Err())
	}
}

func TestADayThatWasNeverReadShowsItsRoomsAsUnknown(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "23:59", z)
	s := read(now, rooms("a", "b"), booking(t, "a", "night", "22:00", "26:00"), booking(t, "b", "day", "09:00", "10:00")).Missed(unreachable, now, now)
	turned := s.Turn(monday.AddDays(1), z)
	if len(s.Bookings) != 2 || s.At.IsZero() {
		t.Error("the old snapshot was changed")
	}
	board := NewBoard(turned, on(t, monday, "24:30", z), z, Options{Every: time.Minute})
	var got []string
	for i := range board.Lines {
		got = append(got, say(&board.Lines[i]))
	}
	if diff := cmp.Diff([]string{"in-use until 24 02:00, now night", "unknown"}, got); diff != "" || board.Freshness != Unread || turned.Misses != 1 {
		t.Errorf("%s, %d misses: %s", board.Freshness, turned.Misses, diff)
	}
	if same := s.Turn(monday, z); !cmp.Equal(same, s) {
		t.Error("turned to its own day it is another")
	}
}

func TestRoomsOfANewerListAreUnknown(t *testing.T) {
	now := on(t, monday, "10:00", berlin(t))
	s := read(now, rooms("a", "b"))
	newer := s.With([]Room{{ID: "b", Name: "Renamed"}, {ID: "h", Name: "Harbour"}, {ID: "h", Name: "Harbour"}})
	if len(s.Rooms) != 2 || s.Rooms[1].Name != "Room b" || s.Unknown != nil {
		t.Errorf("the old snapshot was changed: %v", s.Rooms)
	}
	board := NewBoard(newer, now, now.Location(), Options{})
	var got []string
	for i := range board.Lines {
		got = append(got, board.Lines[i].Room.Name+" "+say(&board.Lines[i]))
	}
	if diff := cmp.Diff([]string{"Harbour unknown", "Renamed free", "Room a free"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAMonthKnowsItsDays(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:00", z)
	m := MonthSnapshot{Plan: Plan{
		Month: MonthOf(monday), Rooms: rooms("a"), Unknown: []string{"u"}, Unreadable: 3,
		Bookings: []Booking{booking(t, "a", "night", "22:00", "26:00"), booking(t, "a", "days", "-24:00", "240:00")},
	}, Reading: Reading{At: now, Misses: 1}}
	for day, want := range map[string]int{"20261121": 0, "20261122": 1, "20261123": 2, "20261124": 2, "20261125": 1, "20261202": 1} {
		date, err := ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		s := m.Day(date, z)
		isKnown := MonthOf(date) == m.Month
		if s.Date != date || len(s.Bookings) != want || s.At.IsZero() == isKnown || s.Misses != 1 || len(s.Rooms) != 1 || s.Unreadable != 3 {
			t.Errorf("%s: %d bookings, as of %s, %d misses", day, len(s.Bookings), s.At, s.Misses)
		}
	}
	if d := m.Plan.Day(Date{2026, 12, 1}, z); !cmp.Equal(d.Unknown, []string{"a"}) {
		t.Errorf("outside of the month %v are unknown", d.Unknown)
	}
}

func TestSnapshotsSurviveJSON(t *testing.T) {
	z := time.UTC
	now := on(t, monday, "10:00", z)
	b := Booking{ID: "1", RoomID: "a", Title: "Sync", Start: now, End: now.Add(time.Hour), EndUnknown: true, AllDay: true, Organizer: Person{Name: "Barbara Example"}, People: []Person{{Email: "chen@example.com"}}, Note: "n", Private: true, URL: "u", Cancelled: true, Raw: json.RawMessage(`{"a":1}`)}
	s := read(now, []Room{{ID: "a", Name: "Aurora", Capacity: 8, Place: "2nd floor", Equipment: []string{"screen"}, Note: "n", Color: "#fff", Order: 3, Hidden: true, Raw: json.RawMessage(`{"b":[2]}`)}}, b)
	s.Unknown, s.Unreadable, s.Scraps = []string{"u"}, 2, []Scrap{{RoomID: "a", Raw: json.RawMessage(`"x"`)}}
	s = s.Missed(unreachable, now.Add(time.Minute), now.Add(2*time.Minute))
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var got Snapshot
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, got); diff != "" {
		t.Error(diff)
	}
	m := MonthSnapshot{Plan: Plan{Month: MonthOf(monday), Rooms: s.Rooms, Bookings: s.Bookings, Unreadable: 1}, Reading: s.Reading}
	if text, err = json.Marshal(m); err != nil {
		t.Fatal(err)
	}
	var month MonthSnapshot
	if err := json.Unmarshal(text, &month); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, month); diff != "" {
		t.Error(diff)
	}
	if empty, err := json.Marshal(Snapshot{}); err != nil || string(empty) != `{"date":""}` {
		t.Errorf("an empty one is %s, %v", empty, err)
	}
}

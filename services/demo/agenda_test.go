package demo_test

import (
	"testing"
	"time"
	_ "time/tzdata" // Windows has no zones of its own

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

// special counts what is special on a day.
type special struct{ AllDay, Night, Private, Double int }

func specialOn(t *testing.T, day time.Time, all []demo.Booking) special {
	t.Helper()
	next := day.AddDate(0, 0, 1)
	var s special
	for i, b := range all {
		if b.AllDay && b.End.Sub(b.Start) == 24*time.Hour {
			s.AllDay++
		}
		if !b.AllDay && b.Start.After(day) && b.End.After(next) {
			s.Night++
		}
		if b.Private {
			s.Private = 1 // or more
		}
		for _, other := range all[:i] {
			if other.Room == b.Room && other.End.After(b.Start) {
				s.Double++
			}
		}
		if !b.End.After(b.Start) || b.ID == "" || b.Organizer == "" {
			t.Fatalf("%s: %+v", day.Format(time.DateOnly), b)
		}
	}
	return s
}

func TestEveryDayHasWhatADayCanHave(t *testing.T) {
	office, _ := visit(t, demo.Config{})
	for n := range 800 {
		day := time.Date(2026, 1, 1+n, 0, 0, 0, 0, berlin)
		all := office.Bookings(day, day.AddDate(0, 0, 1))
		if s := specialOn(t, day, all); s != (special{1, 1, 1, 1}) || len(all) < 6 || len(all) > 80 {
			t.Errorf("%s: %d bookings, %+v", day.Format("Mon 2006-01-02"), len(all), s)
		}
	}
}

func TestADayIsTheSameHoweverItIsAskedFor(t *testing.T) {
	office, _ := visit(t, demo.Config{})
	later, _ := visit(t, demo.Config{Now: func() time.Time { return monday.AddDate(1, 0, 0) }})
	from, to := time.Date(2026, 11, 26, 0, 0, 0, 0, berlin), time.Date(2026, 11, 27, 0, 0, 0, 0, berlin)
	want := office.Bookings(from, to)
	if d := cmp.Diff(want, later.Bookings(from, to)); d != "" {
		t.Errorf("a year later:\n%s", d)
	}
	ids := map[string]bool{}
	for _, b := range office.Bookings(from.AddDate(0, -1, 0), to.AddDate(0, 1, 0)) {
		if ids[b.ID] {
			t.Errorf("the id %s is there twice", b.ID)
		}
		ids[b.ID] = true
	}
	for _, b := range want {
		if !ids[b.ID] {
			t.Errorf("the month does not have %+v", b)
		}
	}
}

func TestSomethingGoesOnAtAnyTime(t *testing.T) {
	office, _ := visit(t, demo.Config{})
	for hour := range 24 * 14 {
		now := monday.Add(time.Duration(hour) * time.Hour)
		if len(office.Bookings(now, now.Add(time.Minute))) == 0 {
			t.Errorf("nothing at %s", now)
		}
		if free := len(office.Rooms()) - len(office.Bookings(now, now.Add(time.Minute))); free < 1 {
			t.Errorf("no room is free at %s", now)
		}
	}
}

func TestDaysAreRightWhereClocksChange(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	office, _ := visit(t, demo.Config{Zone: zone})
	day := time.Date(2026, 10, 25, 0, 0, 0, 0, zone) // has 25 hours
	for _, b := range office.Bookings(day.Add(12*time.Hour), day.Add(13*time.Hour)) {
		if b.AllDay && (!b.Start.Equal(day) || !b.End.Equal(day.Add(25*time.Hour))) {
			t.Errorf("all day is %v to %v", b.Start, b.End)
		}
	}
}

func TestDataCanBeSetAndReset(t *testing.T) {
	office, c := visit(t, demo.Config{})
	room := demo.Room{ID: "1", Name: "Attic", Capacity: 3}
	booking := demo.Booking{ID: "2", Room: "1", Title: "Tidying", Start: monday, End: monday.Add(time.Hour)}
	if err := office.SetData(demo.Data{Rooms: []demo.Room{room}, Bookings: []demo.Booking{booking}}); err != nil {
		t.Fatal(err)
	}
	_, text := c.call("POST", "getConferenceRoomStatus", token, "yyyyMMdd=20261123")
	want := `{"conferenceRooms":[{"capacity":3,"id":"1","name":"Attic","order":1,"reservedSchedules":[{"allDay":false,"end":` +
		milliseconds(booking.End) + `,"id":"2","isPrivate":false,"start":` + milliseconds(booking.Start) + `,"title":"Tidying"}]}]}`
	if text != want {
		t.Errorf("answered %s\nwant %s", text, want)
	}
	for name, wrong := range map[string]demo.Data{
		"no name":      {Rooms: []demo.Room{{ID: "1"}}},
		"twice":        {Rooms: []demo.Room{room, room}},
		"no such room": {Bookings: []demo.Booking{booking}},
		"backwards":    {Rooms: []demo.Room{room}, Bookings: []demo.Booking{{ID: "2", Room: "1", Start: monday, End: monday}}},
	} {
		if err := office.SetData(wrong); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if got := len(office.Rooms()); got != 1 {
		t.Errorf("%d rooms", got)
	}
	office.Reset()
	if got := len(office.Rooms()); got != 12 {
		t.Errorf("%d rooms after a reset", got)
	}
}

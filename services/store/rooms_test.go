package store

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/room"
)

var monday = room.Date{Year: 2026, Month: time.November, Day: 23}

// boardOf is a snapshot of a day with as many rooms, of which each has a booking.
func boardOf(date room.Date, rooms int, at time.Time) room.Snapshot {
	s := room.Snapshot{Day: room.Day{Date: date, Unreadable: 1, Scraps: []room.Scrap{{RoomID: "r1", Raw: json.RawMessage(`{"start":"soon"}`)}}}}
	start := date.At(9*time.Hour, time.UTC)
	for i := range rooms {
		id := fmt.Sprintf("r%d", i+1)
		s.Rooms = append(s.Rooms, room.Room{ID: id, Name: "Room " + id, Capacity: i, Raw: json.RawMessage(`{"id":"` + id + `"}`)})
		s.Bookings = append(s.Bookings, room.Booking{ID: "b" + id, RoomID: id, Title: "Tea <&> 会議", Start: start, End: start.Add(time.Hour),
			Organizer: room.Person{Name: "Barbara Example"}, Raw: json.RawMessage(`{"id":1}`)})
	}
	return s.Read(s.Day, at, at.Add(time.Minute))
}

func saveDay(t testing.TB, s *Store, snapshot room.Snapshot) {
	t.Helper()
	if err := s.RoomsOf("").SaveDay(t.Context(), snapshot); err != nil {
		t.Fatal(err)
	}
}

func wantDay(t testing.TB, s *Store, want room.Snapshot) {
	t.Helper()
	got, err := s.RoomsOf("").Day(t.Context(), want.Date)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func unread(date room.Date) room.Snapshot { return room.Snapshot{Day: room.Day{Date: date}} }

func TestADayComesBackWhole(t *testing.T) {
	s, c := opened(t)
	wantDay(t, s, unread(monday))
	first := boardOf(monday, 3, c.at)
	saveDay(t, s, first)
	saveDay(t, s, boardOf(monday.AddDays(1), 1, c.at))
	wantDay(t, s, first)
	missed := first.Missed(&fault.Error{Op: "asking", Kind: fault.Unreachable, Code: "no-host", Words: "where?"}, c.at.Add(time.Minute), c.at.Add(3*time.Minute))
	saveDay(t, s, missed)
	wantDay(t, s, missed)
	second := boardOf(monday, 2, c.at.Add(time.Hour))
	saveDay(t, s, second)
	wantDay(t, s, second)
	wantDay(t, s, boardOf(monday.AddDays(1), 1, c.at))
}

func TestAMonthComesBackWhole(t *testing.T) {
	s, c := opened(t)
	day := boardOf(monday, 40, c.at)
	want := room.MonthSnapshot{Plan: room.Plan{Month: room.MonthOf(monday), Rooms: day.Rooms, Bookings: day.Bookings, Unknown: []string{"r7"}}, Reading: day.Reading}
	if got, err := s.RoomsOf("").Month(t.Context(), want.Month); err != nil || cmp.Diff(room.MonthSnapshot{Plan: room.Plan{Month: want.Month}}, got) != "" {
		t.Errorf("%+v, %v", got, err)
	}
	if err := s.RoomsOf("").SaveMonth(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	got, err := s.RoomsOf("").Month(t.Context(), want.Month)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	wantDay(t, s, unread(monday))
}

func TestTheLastDayIsFound(t *testing.T) {
	s, c := opened(t)
	last := func(want room.Snapshot) {
		t.Helper()
		got, err := s.RoomsOf("").LastDay(t.Context(), monday)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v\n%s", err, diff)
		}
	}
	last(unread(monday))
	if err := s.RoomsOf("").SaveMonth(t.Context(), room.MonthSnapshot{Plan: room.Plan{Month: room.MonthOf(monday)}}); err != nil {
		t.Fatal(err)
	}
	saveDay(t, s, boardOf(monday.AddDays(1), 1, c.at))
	last(unread(monday))
	saveDay(t, s, boardOf(monday.AddDays(-40), 2, c.at))
	saveDay(t, s, boardOf(monday.AddDays(-3), 3, c.at))
	last(boardOf(monday.AddDays(-3), 3, c.at))
	// That a day could not be read hides no rooms.
	saveDay(t, s, unread(monday).Missed(errDown, c.at, time.Time{}))
	last(boardOf(monday.AddDays(-3), 3, c.at))
}

var errDown = &fault.Error{Op: "asking", Kind: fault.Unreachable, Code: "no-host", Words: `{"at":"gate"}`}

func TestADayThatWasNeverReadSaysWhyAndGoesFirst(t *testing.T) {
	s, c := opened(t)
	saveDay(t, s, boardOf(monday, 1, c.at))
	for n := range maxPeriods + 5 {
		c.pass(time.Second)
		missed := unread(monday.AddDays(n+1)).Missed(errDown, c.at, time.Time{})
		saveDay(t, s, missed)
		if n == 0 {
			wantDay(t, s, missed)
		}
	}
	if day, err := s.RoomsOf("").Day(t.Context(), monday); err != nil || len(day.Rooms) != 1 {
		t.Errorf("what was read made room for what was not: %+v, %v", day, err)
	}
	wantDay(t, s, unread(monday.AddDays(1)))
}

func TestAPollGrowsTheRevisionAndWritesOnlyWhatChanged(t *testing.T) {
	s, c := opened(t)
	saveDay(t, s, boardOf(monday, 300, c.at))
	var before, after int64
	revision := func() int64 {
		n, err := s.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	size := func() int64 {
		info, err := os.Stat(s.Path() + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	before, log := revision(), size()
	for n := range 5 {
		saveDay(t, s, boardOf(monday, 300, c.at.Add(time.Duration(n)*time.Minute)))
	}
	if after = revision(); after != before+5 {
		t.Errorf("five polls took the revision from %d to %d", before, after)
	}
	if grown := size() - log; grown > 5*5*4200 {
		t.Errorf("five polls without news wrote %d bytes", grown)
	}
}

func TestRoomsAreKeptForSixtyDaysAndNotTooMany(t *testing.T) {
	c := newClock()
	path := filepath.Join(folder(t), "foyer.db")
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	for n := range maxPeriods + 5 {
		saveDay(t, s, boardOf(monday.AddDays(n), 1, c.at))
		c.pass(time.Second)
	}
	for n := range 5 {
		wantDay(t, s, unread(monday.AddDays(n)))
	}
	day, err := s.RoomsOf("").Day(t.Context(), monday.AddDays(5))
	if err != nil || len(day.Rooms) != 1 {
		t.Errorf("%+v, %v", day, err)
	}
	c.pass(KeptRooms - time.Minute)
	fresh := boardOf(monday, 2, c.at)
	saveDay(t, s, fresh)
	c.pass(time.Hour)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, path, c)
	wantDay(t, s, fresh)
	var rows, contents int
	if err := s.reader.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM room_snapshots), (SELECT count(*) FROM room_contents)").Scan(&rows, &contents); err != nil || rows != 1 || contents != 1 {
		t.Errorf("%d rows and %d contents are left, %v", rows, contents, err)
	}
}

func TestADamagedDayIsNotThereAndCounted(t *testing.T) {
	for name, statement := range map[string]string{
		"cut":           "UPDATE room_contents SET content = substr(content, 1, 20)",
		"nonsense":      "UPDATE room_contents SET content = x'ffffffff'",
		"nothing":       "UPDATE room_contents SET content = x''",
		"a reading":     "UPDATE room_snapshots SET reading = '{'",
		"another type":  "UPDATE room_snapshots SET reading = '[1]'",
		"another's day": "UPDATE room_snapshots SET reading = '{\"at\":7}'",
	} {
		c := newClock()
		path := filepath.Join(folder(t), "foyer.db")
		s, err := Open(t.Context(), path, c.now)
		if err != nil {
			t.Fatal(err)
		}
		saveDay(t, s, boardOf(monday, 3, c.at))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		edited(t, path, statement)
		s = reopened(t, path, c)
		wantDay(t, s, unread(monday))
		if s.DamagedRooms() != 1 {
			t.Errorf("%s: %d were counted", name, s.DamagedRooms())
		}
		again := boardOf(monday, 2, c.at)
		saveDay(t, s, again)
		wantDay(t, s, again)
	}
}

func TestRoomsAreRescuedWithTheRest(t *testing.T) {
	path, _, c := busyOutbox(t)
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	want := boardOf(monday, 5, c.at)
	saveDay(t, s, want)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	root := rootOf(t, path, "events")
	spoil(t, path, func(b []byte) []byte {
		for i := range page {
			b[(root-1)*page+i] = byte(i*7 + 1)
		}
		return b
	})
	s = reopened(t, path, c)
	if s.Damage().Path == "" || s.Damage().Messages == 0 {
		t.Errorf("%+v", s.Damage())
	}
	wantDay(t, s, want)
}

func TestAnInterruptedSaveIsCancelled(t *testing.T) {
	s, c := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wantFault(t, s.RoomsOf("").SaveDay(ctx, boardOf(monday, 1, c.at)), fault.Cancelled, "")
	_, err := s.RoomsOf("").Day(ctx, monday)
	wantFault(t, err, fault.Cancelled, "")
	wantDay(t, s, unread(monday))
}

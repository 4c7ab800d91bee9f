package room

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// write writes an alert.
func (a Alert) write() string {
	s := string(a.Kind) + " " + a.Room.ID
	if a.Booking != nil {
		s += " " + a.Booking.ID + " " + clock(a.Booking.Start)
	}
	if a.Before != nil {
		s += " from " + a.Before.RoomID + " " + clock(a.Before.Start)
	}
	if !a.Until.IsZero() {
		s += " until " + clock(a.Until)
	}
	if a.Stale {
		s += " stale"
	}
	return s
}

func TestWatchesTellWhatHappenedBetweenTwoLooks(t *testing.T) {
	z := berlin(t)
	look := func(now string, bookings ...Booking) *Board {
		at := on(t, monday, now, z)
		return NewBoard(read(at, rooms("a", "b"), bookings...), at, z, Options{Every: time.Minute})
	}
	b := func(from, to string) Booking { return booking(t, "a", "1", from, to) }
	elsewhere := booking(t, "b", "1", "14:00", "15:00")
	other := elsewhere
	other.Title = "Something else"
	never, stale := look("10:59"), look("11:00")
	never = NewBoard(Snapshot{Day: Day{Date: monday, Rooms: rooms("a", "b")}}, never.Now, z, Options{})
	stale.Freshness = Stale
	tuesday := NewBoard(Snapshot{Day: Day{Date: monday.AddDays(1), Rooms: rooms("a", "b")}, Reading: Reading{At: stale.Now}}, on(t, monday, "24:00", z), z, Options{})
	room, book := Watch{RoomID: "a"}, Watch{RoomID: "a", BookingID: "1", Date: monday, Start: b("14:00", "15:00").Start}
	for _, c := range []struct {
		name          string
		watch         Watch
		before, after *Board
		want          []string
	}{
		{"it became free by the clock", room, look("10:59", b("10:00", "11:00")), look("11:00", b("10:00", "11:00")), []string{"became-free a"}},
		{"it became free before its time", room, look("10:30", b("10:00", "11:00")), look("10:31", booking(t, "a", "2", "12:00", "13:00")), []string{"became-free a 2 23 12:00 until 23 12:00"}},
		{"the next one was cancelled", room, look("10:57", b("11:00", "12:00")), look("10:58"), []string{"became-free a"}},
		{"the next one starts soon", room, look("10:59", b("10:00", "11:00"), booking(t, "a", "2", "11:04", "12:00")), look("11:00", b("10:00", "11:00"), booking(t, "a", "2", "11:04", "12:00")), nil},
		{"one follows the other", room, look("10:59", b("10:00", "11:00"), booking(t, "a", "2", "11:00", "12:00")), look("11:00", b("10:00", "11:00"), booking(t, "a", "2", "11:00", "12:00")), nil},
		{"it was free", room, look("10:59"), look("11:00"), nil},
		{"nobody knew", room, never, look("11:00"), nil},
		{"nobody knows", room, look("10:59", b("10:00", "11:00")), never, nil},
		{"the data are old", room, look("10:59", b("10:00", "11:00")), stale, []string{"became-free a stale"}},
		{"at midnight", room, look("23:59", b("22:00", "24:00")), tuesday, []string{"became-free a"}},
		{"of another day", room, look("10:59", b("10:00", "11:00")), NewBoard(tuesday.snapshotOf(), look("11:00").Now, z, Options{}), nil},
		{"it is no room any more", Watch{RoomID: "c"}, look("10:59"), look("11:00"), nil},

		{"it starts soon", book, look("13:54", b("14:00", "15:00")), look("13:55", b("14:00", "15:00")), []string{"starting a 1 23 14:00"}},
		{"it was told", book, look("13:55", b("14:00", "15:00")), look("13:56", b("14:00", "15:00")), nil},
		{"it started while nobody looked", book, look("13:00", b("14:00", "15:00")), look("14:20", b("14:00", "15:00")), []string{"starting a 1 23 14:00"}},
		{"it is over", book, look("13:00", b("14:00", "15:00")), look("15:00", b("14:00", "15:00")), nil},
		{"it starts later", book, look("10:00", b("14:00", "15:00")), look("10:01", b("14:30", "15:00")), []string{"moved a 1 23 14:30 from a 23 14:00"}},
		{"it is longer", book, look("10:00", b("14:00", "15:00")), look("10:01", b("14:00", "16:00")), nil},
		{"it is moved to now", book, look("10:00", b("14:00", "15:00")), look("10:01", b("10:05", "15:00")), []string{"moved a 1 23 10:05 from a 23 14:00", "starting a 1 23 10:05"}},
		{"it is in another room", book, look("10:00", b("14:00", "15:00")), look("10:01", elsewhere), []string{"moved b 1 23 14:00 from a 23 14:00"}},
		{"another one has its ID", book, look("10:00", b("14:00", "15:00")), look("10:01", other), []string{"gone a 1 23 14:00"}},
		{"it is gone", book, look("10:00", b("14:00", "15:00")), look("10:01"), []string{"gone a 1 23 14:00"}},
		{"the day was not read", book, look("10:00", b("14:00", "15:00")), never, nil},
		{"another day is read", book, look("10:00", b("14:00", "15:00")), tuesday, nil},
		{"one of a series is over", book, look("09:59", b("09:00", "10:00"), b("14:00", "15:00")), look("10:00", b("09:00", "10:00"), b("14:00", "15:00")), nil},
		{"it is on a list of tomorrow", Watch{RoomID: "a", BookingID: "1", Date: monday.AddDays(1)}, look("13:54", b("14:00", "15:00")), look("13:55", b("14:00", "15:00")), nil},
	} {
		var got []string
		for _, a := range Alerts([]Watch{c.watch}, c.before, c.after) {
			got = append(got, a.write())
			if a.Watch != c.watch {
				t.Errorf("%s: it is told of %v", c.name, a.Watch)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	if got := Alerts([]Watch{room}, nil, look("11:00")); got != nil {
		t.Errorf("the first look tells %v", got)
	}
}

// snapshotOf returns a snapshot of the same day without bookings.
func (b *Board) snapshotOf() Snapshot {
	return Snapshot{Day: Day{Date: b.Date, Rooms: rooms("a", "b")}, Reading: b.Reading}
}

func TestTheFirstMinutesOfADayAreWatched(t *testing.T) {
	z := berlin(t)
	early := booking(t, "a", "1", "00:02", "01:00")
	day, before := read(on(t, monday, "-1:00", z), rooms("a"), early), read(on(t, monday, "-1:00", z), rooms("a"))
	before.Date = monday.AddDays(-1)
	w := []Watch{{RoomID: "a", BookingID: "1", Date: monday}}
	last, first := NewBoard(before, on(t, monday, "-0:01", z).Add(-2*time.Minute), z, Options{}), NewBoard(day, on(t, monday, "00:00", z), z, Options{})
	if got := Alerts(w, last, first); len(got) != 1 || got[0].Kind != Starting {
		t.Errorf("at midnight: %v", got)
	}
	if got := Alerts(w, first, NewBoard(day, on(t, monday, "00:01", z), z, Options{})); got != nil {
		t.Errorf("a minute later: %v", got)
	}
}

func TestEachThingIsToldOnce(t *testing.T) {
	for seed := range uint64(offices / 4) {
		o := newOffice(t, seed)
		s := o.snapshot()
		var watches []Watch
		for _, r := range o.rooms {
			watches = append(watches, Watch{RoomID: r.ID})
		}
		for _, b := range o.bookings[:max(len(o.bookings)-1, 0)] { // The last one may be a copy.
			if b.ID != "" {
				watches = append(watches, Watch{RoomID: b.RoomID, BookingID: b.ID, Date: o.day, Start: b.Start})
			}
		}
		told := map[Watch]int{}
		start := o.day.Start(o.zone)
		before := NewBoard(s, start, o.zone, Options{})
		for now := start.Add(time.Minute); now.Before(before.End); now = now.Add(time.Minute) {
			after := NewBoard(s, now, o.zone, Options{})
			for _, a := range Alerts(watches, before, after) {
				if a.Kind == Starting {
					told[a.Watch]++
				}
				if l := after.Line(a.Watch.RoomID); a.Kind == BecameFree && l.Status != Free || a.Kind == BookingMoved || a.Kind == BookingGone {
					t.Fatalf("office %d, %s: %s", seed, now, a.write())
				}
			}
			before = after
		}
		for w, n := range told {
			if n != 1 {
				t.Errorf("office %d: %s is told %d times", seed, w.BookingID, n)
			}
		}
	}
}

func TestWatchesEndWithTheirDay(t *testing.T) {
	room, old, today := Watch{RoomID: "a"}, Watch{RoomID: "a", BookingID: "1", Date: monday.AddDays(-1)}, Watch{RoomID: "a", BookingID: "1", Date: monday}
	all := []Watch{old, room, today}
	if diff := cmp.Diff([]Watch{room, today}, Current(all, monday)); diff != "" || all[0] != old {
		t.Error(diff)
	}
}

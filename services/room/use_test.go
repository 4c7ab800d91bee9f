package room

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestUseIsTheShareOfTheWorkingHours(t *testing.T) {
	z := berlin(t)
	p := Plan{Month: MonthOf(monday), Rooms: append(rooms("b", "a", "dark"), Room{ID: "x", Hidden: true}), Unknown: []string{"dark"}, Bookings: []Booking{
		booking(t, "a", "1", "08:00", "10:00"), booking(t, "a", "2", "13:00", "17:00"), // 60 %, as Cirrus in the looks
		booking(t, "b", "3", "11:30", "13:00"), booking(t, "b", "4", "14:00", "15:30"), booking(t, "b", "5", "14:45", "16:30"), // 40 %, the double hour once
		booking(t, "b", "6", "19:00", "20:00"), booking(t, "b", "7", "-24:00", "-23:00"), booking(t, "a", "8", "17:30", "32:30"),
		booking(t, "x", "9", "08:00", "18:00"), booking(t, "dark", "10", "08:00", "18:00"),
	}}
	write := func(d DayUse) []string {
		all := []string{fmt.Sprint(d.Date, " ", d.Percent(), " % ", d.Bookings)}
		for _, r := range d.Fullest() {
			all = append(all, fmt.Sprint(r.Room.ID, " ", r.Percent(), " % ", r.Bookings, " ", r.Known))
		}
		return all
	}
	days := Usage(p, z, Hours{})
	if len(days) != 30 {
		t.Fatalf("November has %d days", len(days))
	}
	for day, want := range map[int][]string{
		22: {"20261122 0 % 1", "a 0 % 0 true", "b 0 % 1 true", "dark 0 % 0 false"},
		23: {"20261123 53 % 8", "a 65 % 3 true", "b 40 % 4 true", "dark 100 % 1 false"},
		24: {"20261124 3 % 1", "a 5 % 1 true", "b 0 % 0 true", "dark 0 % 0 false"},
		30: {"20261130 0 % 0", "a 0 % 0 true", "b 0 % 0 true", "dark 0 % 0 false"},
	} {
		if diff := cmp.Diff(want, write(days[day-1])); diff != "" {
			t.Errorf("%d November: %s", day, diff)
		}
	}
	if use := Usage(p, z, Hours{From: 19 * time.Hour, To: 20 * time.Hour})[22]; use.Percent() != 100 {
		t.Errorf("at night %d %% are booked", use.Percent())
	}
	if use := Usage(Plan{Month: p.Month, Rooms: rooms("a"), Unknown: []string{"a"}}, z, Hours{})[0]; use.Known || use.Percent() != 0 {
		t.Errorf("a day of which nothing is known is %d %% full", use.Percent())
	}
}

func TestPercentIsNeverAllOrNothingByRounding(t *testing.T) {
	for booked, want := range map[time.Duration]int{0: 0, 1: 1, time.Hour: 10, 10*time.Hour - 1: 99, 10 * time.Hour: 100, 11 * time.Hour: 100, 246 * time.Minute: 41, 243 * time.Minute: 41, 242 * time.Minute: 40, -time.Hour: 0} {
		if got := (Use{Booked: booked, Of: 10 * time.Hour}).Percent(); got != want {
			t.Errorf("%s are %d %%", booked, got)
		}
	}
	if got := (Use{Booked: time.Hour}).Percent(); got != 0 {
		t.Errorf("of nothing it is %d %%", got)
	}
}

func TestWorkingHoursFollowTheClocks(t *testing.T) {
	z := berlin(t)
	march := Plan{Month: Month{2026, 3}, Rooms: rooms("a"), Bookings: []Booking{{ID: "1", RoomID: "a", AllDay: true, Start: Date{2026, 3, 29}.Start(z), End: Date{2026, 3, 29}.End(z)}}}
	if use := Usage(march, z, Hours{To: 24 * time.Hour})[28]; use.Of != 23*time.Hour || use.Booked != 23*time.Hour {
		t.Errorf("the short day has %s of %s", use.Booked, use.Of)
	}
	if use := Usage(march, z, DefaultHours)[28]; use.Of != 10*time.Hour || use.Percent() != 100 {
		t.Errorf("its working hours are %s, %d %%", use.Of, use.Percent())
	}
}

func TestUseIsWhatEveryMinuteSays(t *testing.T) {
	for seed := range uint64(offices / 2) {
		o := newOffice(t, seed)
		for _, d := range Usage(Plan{Month: MonthOf(o.day), Rooms: o.rooms, Bookings: o.bookings}, o.zone, DefaultHours) {
			start, end := d.Date.Start(o.zone), d.Date.End(o.zone)
			if d.Date.Compare(o.day.AddDays(-1)) < 0 || d.Date.Compare(o.day.AddDays(2)) > 0 {
				continue
			}
			for _, r := range d.Rooms {
				bookings := o.of(r.Room.ID)
				booked := time.Duration(0)
				for m := start; m.Before(end); m = m.Add(time.Minute) {
					if h := m.Hour(); h >= 8 && h < 18 && inUse(bookings, m) {
						booked += time.Minute
					}
				}
				touching := slices.DeleteFunc(bookings, func(b Booking) bool { return !b.Overlaps(start, end) })
				if r.Booked != booked || r.Bookings != len(touching) {
					t.Fatalf("office %d, %s, %s: %s and %d bookings, want %s and %d", seed, d.Date, r.Room.ID, r.Booked, r.Bookings, booked, len(touching))
				}
			}
		}
	}
}

package room

import (
	"testing"
	"time"
)

func TestAWeekHoldsItsDayAndBeginsWhereItShall(t *testing.T) {
	for _, begin := range []time.Weekday{time.Monday, time.Sunday, time.Saturday} {
		for i := range 40 {
			d := monday.AddDays(i)
			week, found := d.Week(begin), 0
			for k, day := range week {
				if k > 0 && day != week[k-1].AddDays(1) {
					t.Errorf("%v is followed by %v", week[k-1], day)
				}
				if day == d {
					found++
				}
			}
			if week[0].Weekday() != begin || found != 1 {
				t.Errorf("the week of %v is %v", d, week)
			}
		}
	}
	if got := (Date{2027, time.January, 1}).Week(time.Monday)[0]; got != (Date{2026, time.December, 28}) {
		t.Errorf("the week of New Year begins with %v", got)
	}
}

func TestHowFullADayIsInSomeRoomsIsAsIfThereWereNoOthers(t *testing.T) {
	z := berlin(t)
	all := rooms("a", "b", "c")
	all[0].Capacity, all[1].Capacity = 4, 12
	p := Plan{Month: MonthOf(monday), Rooms: all, Unknown: []string{"c"}, Bookings: []Booking{booking(t, "a", "1", "08:00", "18:00"), booking(t, "b", "2", "08:00", "13:00"), booking(t, "c", "3", "09:00", "10:00")}}
	day := func(p Plan) DayUse { return Usage(p, z, DefaultHours)[monday.Day-1] }
	for _, f := range []Filter{{}, {Capacity: 8}, {Words: "room a"}, {Words: "room c"}, {Words: "nothing"}, {FreeNow: true}} {
		if got, want := day(p).In(f), day(p.Only(f)).Use; got != want {
			t.Errorf("%+v: %+v, want %+v", f, got, want)
		}
	}
	if got := day(p).In(Filter{Capacity: 8}).Percent(); got != 50 {
		t.Errorf("half a day is %d %%", got)
	}
}

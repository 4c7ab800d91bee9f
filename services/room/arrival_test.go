package room

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestArrivalsAreTheNextHourByTime(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "10:42", z)
	s := read(now, []Room{{ID: "d", Name: "Delta"}, {ID: "l", Name: "Lagoon"}, {ID: "f", Name: "Fjord"}, {ID: "c", Name: "Cirrus"}},
		booking(t, "l", "daily", "10:00", "11:00"), booking(t, "l", "agency", "11:15", "12:15"), booking(t, "f", "lunch", "11:42", "13:00"), booking(t, "d", "design", "10:45", "12:15"),
		booking(t, "c", "other", "11:15", "12:00"), booking(t, "c", "workshop", "13:00", "17:00"), booking(t, "f", "late", "11:43", "11:50"), booking(t, "d", "budget", "12:15", "13:00"), booking(t, "d", "now", "10:42", "10:44"))
	write := func(a Arrival) string {
		text := fmt.Sprintf("%s in %s %s", a.Booking.ID, a.Room.Name, a.In)
		if a.Soon {
			text += " soon"
		}
		if a.After != nil {
			text += " after " + a.After.ID
		}
		return text
	}
	all, then := NewBoard(s, now, z, Options{}).Arrivals(time.Hour)
	var got []string
	for _, a := range append(all, *then) {
		got = append(got, write(a))
	}
	want := []string{"design in Delta 3m0s soon after now", "other in Cirrus 33m0s", "agency in Lagoon 33m0s after daily", "lunch in Fjord 1h0m0s", "late in Fjord 1h1m0s"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if none, then := NewBoard(read(now, rooms("a")), now, z, Options{}).Arrivals(time.Hour); none != nil || then != nil {
		t.Errorf("an empty day has %v, then %v", none, then)
	}
}

func TestArrivalsLookOverMidnight(t *testing.T) {
	z := berlin(t)
	now := on(t, monday, "23:30", z)
	all, then := NewBoard(read(now, rooms("a"), booking(t, "a", "1", "24:15", "25:00"), booking(t, "a", "0", "-3:00", "01:00")), now, z, Options{}).Arrivals(time.Hour)
	if len(all) != 1 || all[0].In != 45*time.Minute || then != nil {
		t.Errorf("%v, then %v", all, then)
	}
}

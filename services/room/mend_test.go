package room

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestBookingsAreMendedByTheRulesForServers(t *testing.T) {
	z := berlin(t)
	const never = "-"
	for _, c := range []struct {
		name, start, end string
		allDay           bool
		want             string // "" for a booking that nobody can place
		guess            bool
	}{
		{"a usual one stays", "09:00", "10:00", false, "23 09:00-23 10:00", false},
		{"one over midnight stays", "22:00", "26:00", false, "23 22:00-24 02:00", false},
		{"without an end it is an hour", "09:00", never, false, "23 09:00-23 10:00", true},
		{"an end before the start is that of the next day", "22:00", "02:00", false, "23 22:00-24 02:00", false},
		{"24:00 that was read as 0:00", "14:00", "00:00", false, "23 14:00-24 00:00", false},
		{"an end at the start is that of the next day", "10:00", "10:00", false, "23 10:00-24 10:00", false},
		{"an end days before is none", "40:00", "09:00", false, "24 16:00-24 17:00", true},
		{"a whole day is its day", "09:00", "17:00", true, "23 00:00-24 00:00", false},
		{"a whole day to midnight is no second day", "00:00", "24:00", true, "23 00:00-24 00:00", false},
		{"whole days are all that they touch", "09:00", "48:01", true, "23 00:00-26 00:00", false},
		{"a whole day without an end is a day", "09:00", never, true, "23 00:00-24 00:00", false},
		{"a whole day that ends before it is a day", "09:00", "08:00", true, "23 00:00-24 00:00", false},
		{"without a start it has no place", never, "10:00", false, "", false},
	} {
		b := Booking{AllDay: c.allDay}
		if c.start != never {
			b.Start = on(t, monday, c.start, z).UTC() // the zone is the caller's
		}
		if c.end != never {
			b.End = on(t, monday, c.end, z).UTC()
		}
		mended, ok := b.Mended(z)
		got := ""
		if ok {
			got = clock(mended.Start.In(z)) + "-" + clock(mended.End.In(z))
		}
		if diff := cmp.Diff(c.want, got); diff != "" || mended.EndUnknown != c.guess {
			t.Errorf("%s (guess %v): %s", c.name, mended.EndUnknown, diff)
		}
		if again, _ := mended.Mended(z); ok && !cmp.Equal(again, mended) {
			t.Errorf("%s: mended twice it is %v", c.name, again)
		}
	}
}

func TestTheNextDayIsADayOfTheCalendar(t *testing.T) {
	z := berlin(t)
	night := Date{2026, 10, 24} // 25 hours later it is the same time
	b := Booking{Start: on(t, night, "22:00", z), End: on(t, night, "06:00", z)}
	mended, ok := b.Mended(z)
	if got := mended.End.Format(time.RFC3339); !ok || got != "2026-10-25T06:00:00+01:00" {
		t.Errorf("it ends at %s", got)
	}
	whole, ok := Booking{AllDay: true, Start: on(t, Date{2026, 10, 25}, "00:00", z)}.Mended(z)
	if got := whole.End.Sub(whole.Start); !ok || got != 25*time.Hour {
		t.Errorf("the long day is %s", got)
	}
}

func TestAVeiledBookingSaysOnlyWhen(t *testing.T) {
	b := booking(t, "a", "1", "09:00", "10:00")
	b.Organizer, b.People, b.Note, b.URL, b.Raw = Person{"Barbara Example", "barbara@example.com"}, []Person{{Name: "Ludwig Muster"}}, "note", "https://example.com", []byte("{}")
	if diff := cmp.Diff(b, b.Veiled()); diff != "" {
		t.Errorf("one that is not private: %s", diff)
	}
	b.Private = true
	want := Booking{ID: "1", RoomID: "a", Start: b.Start, End: b.End, Private: true}
	if diff := cmp.Diff(want, b.Veiled()); diff != "" {
		t.Error(diff)
	}
	if b.Key() != b.Veiled().Key() {
		t.Error("the veil changes its key")
	}
}

func TestKeysTellBookingsApart(t *testing.T) {
	seen := map[string]int{}
	bookings := []Booking{booking(t, "a", "1", "09:00", "10:00"), booking(t, "b", "1", "09:00", "10:00"), booking(t, "a", "2", "09:00", "10:00"), booking(t, "a", "1", "10:00", "11:00"), booking(t, "a", "", "09:00", "10:00"), booking(t, "a", "", "10:00", "11:00")}
	for i, b := range bookings {
		if j, ok := seen[b.Key()]; ok {
			t.Errorf("%d and %d have one key", i, j)
		}
		seen[b.Key()] = i
	}
	if got := (Person{Email: "chen@example.com"}).String() + (Person{Name: "Chen Wei", Email: "chen@example.com"}).String(); got != "chen@example.comChen Wei" {
		t.Errorf("people are called %s", got)
	}
}

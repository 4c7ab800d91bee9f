package main

import (
	"bytes"
	"testing"
	"time"
	_ "time/tzdata" // Zones are the same on every computer.

	"github.com/google/go-cmp/cmp"

	"foyer/assets"
	"foyer/services/fault"
	"foyer/services/room"
	"foyer/ui/text"
)

// noon is on a Monday in Berlin.
func noon(t *testing.T) time.Time {
	t.Helper()
	z, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return time.Date(2026, 11, 23, 12, 0, 20, 0, z)
}

func TestTimesAreReadAsPeopleAndMachinesWriteThem(t *testing.T) {
	now := noon(t)
	for _, c := range []struct{ from, to, want string }{
		{"now", "15:00", "23 12:00-23 15:00"},
		{"14:00", "15:30", "23 14:00-23 15:30"},
		{"2pm", "3pm", "23 14:00-23 15:00"},
		{"9:00", "15:00", "23 12:00-23 15:00"},
		{"22:00", "2:00", "23 22:00-24 02:00"},
		{"tomorrow 9:00", "10:00", "24 09:00-24 10:00"},
		{"tomorrow 9:00", "tomorrow 10:00", "24 09:00-24 10:00"},
		{"Fri 9:00", "Fri 10:00", "27 09:00-27 10:00"},
		{"in 1 hour", "in 2 hours", "23 13:00-23 14:00"},
		{"2026-11-28 9:00", "2026-11-28 10:00", "28 09:00-28 10:00"},
		{"2026-11-23T13:00:00Z", "15:00", "23 14:00-23 15:00"},
		{"now", "2026-11-23T13:00:00Z", "23 12:00-23 14:00"},
		{"2026-11-23T08:00:00Z", "2026-11-23T13:00:00Z", "23 12:00-23 14:00"},
	} {
		from, to, err := roomsFreeCommand{From: c.from, To: c.to}.span(now)
		const form = "02 15:04"
		if got := from.Format(form) + "-" + to.Format(form); got != c.want || err != nil {
			t.Errorf("from %s to %s: %s, %v, want %s", c.from, c.to, got, err, c.want)
		}
	}
	for _, c := range [][2]string{{"11:00", "11:30"}, {"", ""}, {"now", "soon"}, {"soon", "15:00"}, {"2026-11-23T13:00:00Z", "2026-11-23T12:30:00Z"}, {"2026-11-22T13:00:00Z", "2026-11-22T14:00:00Z"}} {
		if from, to, err := (roomsFreeCommand{From: c[0], To: c[1]}).span(now); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %s, %s, %v", c, from, to, err)
		}
	}
}

func TestBookingsSayTheirTimeByTheClockOfTheOffice(t *testing.T) {
	words, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	now := noon(t)
	r := &roomReader{post: &post{app: &app{words: words}}, zone: now.Location(), now: now}
	day := func(d, h, m int) time.Time { return time.Date(2026, 11, d, h, m, 0, 0, now.Location()) }
	for _, c := range []struct {
		booking        room.Booking
		inDay, inMonth string
	}{
		{room.Booking{Start: day(23, 9, 0).UTC(), End: day(23, 10, 30).UTC()}, "09:00–10:30", "2026-11-23 09:00–10:30"},
		{room.Booking{Start: day(23, 22, 0), End: day(24, 0, 0)}, "22:00–00:00", "2026-11-23 22:00–00:00"},
		{room.Booking{Start: day(23, 22, 0), End: day(24, 1, 0)}, "2026-11-23 22:00 – 2026-11-24 01:00", "2026-11-23 22:00 – 2026-11-24 01:00"},
		{room.Booking{Start: day(23, 0, 0), End: day(24, 0, 0), AllDay: true}, "all day", "2026-11-23 all day"},
		{room.Booking{Start: day(23, 0, 0), End: day(26, 0, 0), AllDay: true}, "2026-11-23 – 2026-11-25", "2026-11-23 – 2026-11-25"},
	} {
		if diff := cmp.Diff([]string{c.inDay, c.inMonth}, []string{r.span(c.booking, true), r.span(c.booking, false)}); diff != "" {
			t.Error(diff)
		}
	}
	got := []string{r.moment(day(23, 13, 2).UTC()), r.moment(day(24, 9, 0)), r.moment(day(17, 9, 0)), r.moment(day(16, 9, 0))}
	if diff := cmp.Diff([]string{"13:02", "Tuesday 09:00", "Tuesday 09:00", "2026-11-16 09:00"}, got); diff != "" {
		t.Error(diff)
	}
	all := []room.Booking{{Private: true, EndUnknown: true, Start: day(23, 9, 0), End: day(23, 10, 0)}, {Start: day(23, 9, 30), End: day(23, 11, 0)}, {Start: day(23, 11, 0), End: day(23, 12, 0)}}
	if diff := cmp.Diff([]string{"Private, double booking, end unknown", "double booking", ""}, []string{r.marks(all, 0), r.marks(all, 1), r.marks(all, 2)}); diff != "" {
		t.Error(diff)
	}
}

func TestColumnsStandBelowEachOtherOnATerminal(t *testing.T) {
	var out bytes.Buffer
	a := &app{out: &out}
	if err := a.table([][]string{{"Aurora", "8", "free"}, {"会議室 3", "", "in\tuse\x1b[2J"}, {"e\u0301", "12"}, {"", ""}}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("Aurora    8   free\n会議室 3      in use [2J\ne\u0301         12\n\n", out.String()); diff != "" {
		t.Error(diff)
	}
}

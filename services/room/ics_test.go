package room

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
)

var calendarWords = Calendar{Name: "Rooms", Private: "Private", Untitled: "Booked", At: time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)}

// calendar writes an export and returns its lines as they were before they were folded.
func calendar(t testing.TB, e Export, c Calendar) (file string, lines []string) {
	t.Helper()
	var out bytes.Buffer
	if err := e.WriteICS(&out, c); err != nil {
		t.Fatal(err)
	}
	file = out.String()
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("no line of a calendar: %q", line)
		}
	}
	unfolded := strings.ReplaceAll(strings.TrimSuffix(file, "\r\n"), "\r\n ", "")
	return file, strings.Split(unfolded, "\r\n")
}

// event is a booking as another program reads it.
type event struct {
	Title, Where, Note, URL, Class, Organizer string
	People                                    []string
	Start, End                                string
}

// events reads a file with a parser that has nothing to do with this package, in the zone of the reader.
func events(t testing.TB, file string, zone *time.Location) []event {
	t.Helper()
	c, err := ical.NewDecoder(strings.NewReader(file)).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	var all []event
	for _, e := range c.Events() {
		text := func(name string) string {
			s, err := e.Props.Text(name)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			return s
		}
		who := func(p *ical.Prop) string {
			if p == nil {
				return ""
			}
			return p.Params.Get(ical.ParamCommonName) + " " + p.Value
		}
		from, err := e.DateTimeStart(zone)
		to, err2 := e.DateTimeEnd(zone)
		if err := errors.Join(err, err2); err != nil {
			t.Error(err)
		}
		read := event{Title: text(ical.PropSummary), Where: text(ical.PropLocation), Note: text(ical.PropDescription), Class: text(ical.PropClass),
			Organizer: who(e.Props.Get(ical.PropOrganizer)), Start: from.In(zone).Format("02 15:04"), End: to.In(zone).Format("02 15:04")}
		if p := e.Props.Get(ical.PropURL); p != nil {
			read.URL = p.Value
		}
		for _, p := range e.Props.Values(ical.PropAttendee) {
			read.People = append(read.People, who(&p))
		}
		all = append(all, read)
	}
	return all
}

func TestOtherCalendarsReadThePeriod(t *testing.T) {
	e := export(t)
	e.Bookings = slices.Clone(e.Bookings)
	e.Bookings[1].Title, e.Bookings[1].Note = `a\b; c, d`+"\u2028e", "line 1\r\nline 2\r\x00"+strings.Repeat("ü", 90)
	e.Bookings[1].Organizer = Person{"O'Brien, \"Pat\"; x:y", "pat+o@example.com"}
	want := []event{
		{Title: "Title of first", Where: "@urora, 2nd floor, left", Start: "23 08:00", End: "23 09:00"},
		{Title: "a\\b; c, d\ne", Where: "@urora, 2nd floor, left", Note: "line 1\nline 2\n" + strings.Repeat("ü", 90), URL: "https://example.com/m",
			Organizer: "O'Brien, 'Pat'; x:y mailto:pat+o@example.com", People: []string{"-x invalid:nomail", " mailto:chen@example.com"}, Start: "23 22:00", End: "24 02:00"},
		{Title: "Pay", Where: "Borealis", Class: "PRIVATE", Start: "23 00:00", End: "24 00:00"},
	}
	file, lines := calendar(t, e, calendarWords)
	if diff := cmp.Diff(want, events(t, file, e.Zone)); diff != "" {
		t.Error(diff)
	}
	if !slices.Contains(lines, "DTSTART;VALUE=DATE:20261123") || !slices.Contains(lines, "DTEND;VALUE=DATE:20261124") || !slices.Contains(lines, "DTSTAMP:20261123T110000Z") {
		t.Errorf("%q", lines)
	}
	second, err := ics.ParseCalendar(strings.NewReader(file))
	if err != nil || len(second.Events()) != len(want) {
		t.Errorf("a second parser reads %v, %v", second, err)
	}
	e.Veiled = true
	want[2].Title = "Private"
	file, _ = calendar(t, e, calendarWords)
	if diff := cmp.Diff(want, events(t, file, e.Zone)); diff != "" {
		t.Errorf("veiled: %s", diff)
	}
}

func TestTimesAreRightOnDaysOnWhichTheClocksAreChanged(t *testing.T) {
	for _, c := range []struct {
		day      Date
		from, to string // in UTC
		hours    time.Duration
	}{
		{Date{2026, time.March, 29}, "20260329T003000Z", "20260329T013000Z", 23},
		{Date{2026, time.October, 25}, "20261024T233000Z", "20261025T013000Z", 25},
		{Date{2026, time.November, 23}, "20261123T003000Z", "20261123T023000Z", 24},
	} {
		z := berlin(t)
		long := Booking{ID: "long", RoomID: "a", Start: on(t, c.day, "01:30", z), End: on(t, c.day, "03:30", z)}
		if c.day.Month == time.October {
			long.End = long.Start.Add(2 * time.Hour)
		}
		whole := Booking{ID: "whole", RoomID: "a", AllDay: true, Start: c.day.Start(z), End: c.day.End(z)}
		if got := whole.End.Sub(whole.Start); got != c.hours*time.Hour {
			t.Fatalf("%s has %s", c.day, got)
		}
		e := Export{Rooms: rooms("a"), Bookings: []Booking{long, whole}, From: c.day, To: c.day, Zone: z}
		_, lines := calendar(t, e, calendarWords)
		for _, line := range []string{"DTSTART:" + c.from, "DTEND:" + c.to, "DTSTART;VALUE=DATE:" + c.day.String(), "DTEND;VALUE=DATE:" + c.day.AddDays(1).String()} {
			if !slices.Contains(lines, line) {
				t.Errorf("%s: no %s in %q", c.day, line, lines)
			}
		}
		// Whole days of the server are none in another zone.
		e.Zone = zone(t, "Asia/Tokyo")
		if _, lines := calendar(t, e, calendarWords); slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "VALUE=DATE") }) {
			t.Errorf("%s in Tokyo: %q", c.day, lines)
		}
	}
}

// uids returns the UIDs of an export by the titles.
func uids(t testing.TB, e Export) map[string]string {
	t.Helper()
	_, lines := calendar(t, e, calendarWords)
	all, last := make(map[string]string), ""
	for _, line := range lines {
		if id, ok := strings.CutPrefix(line, "UID:"); ok {
			last = id
		}
		if title, ok := strings.CutPrefix(line, "SUMMARY:"); ok {
			all[title+" "+last] = last
		}
	}
	return all
}

func TestABookingHasTheSameIDInEveryFileAndNoOtherHasIt(t *testing.T) {
	series, again := booking(t, "a", "s", "09:00", "10:00"), booking(t, "a", "s", "11:00", "12:00")
	there := booking(t, "b", "s", "09:00", "10:00")
	next := booking(t, "a", "s", "33:00", "34:00")
	nameless, twin := booking(t, "a", "", "14:00", "15:00"), booking(t, "a", "", "14:00", "15:00")
	twin.Note = "another one"
	twin.Organizer.Name = "Chen Wei"
	e := Export{Rooms: rooms("a", "b"), Bookings: []Booking{series, again, there, next, nameless, twin}, From: monday, To: monday.AddDays(1), Zone: berlin(t)}
	all := uids(t, e)
	if len(all) != len(e.Bookings) {
		t.Errorf("%d UIDs for %d bookings: %v", len(all), len(e.Bookings), all)
	}
	slices.Reverse(e.Bookings)
	if diff := cmp.Diff(all, uids(t, e)); diff != "" {
		t.Errorf("in another order: %s", diff)
	}
	e.To, e.Zone = monday, zone(t, "America/New_York")
	for name := range uids(t, e) {
		if _, same := all[name]; !same {
			t.Errorf("another UID in another period and zone: %s", name)
		}
	}
	moved := Export{Rooms: e.Rooms, Bookings: []Booking{there}, From: monday, To: monday, Zone: berlin(t)}
	before := uids(t, moved)
	moved.Bookings = []Booking{booking(t, "b", "s", "15:00", "16:00")}
	if diff := cmp.Diff(before, uids(t, moved)); diff != "" {
		t.Errorf("moved within the day: %s", diff)
	}
}

func TestAnEmptyPeriodIsACalendarAndAFullDiskIsReported(t *testing.T) {
	e := Export{From: monday, To: monday, Zone: berlin(t)}
	_, lines := calendar(t, e, Calendar{})
	if diff := cmp.Diff([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Foyer//Rooms//EN", "CALSCALE:GREGORIAN", "END:VCALENDAR"}, lines); diff != "" {
		t.Error(diff)
	}
	if err := e.WriteICS(&full{}, calendarWords); !errors.Is(err, errFull) {
		t.Error(err)
	}
	if err := e.WriteICS(io.Discard, calendarWords); err != nil {
		t.Error(err)
	}
}

func TestAnAgendaHasAllRoomsAndHidesNothingElse(t *testing.T) {
	e := export(t)
	e.Rooms = append(e.Rooms, Room{ID: "c", Name: "Corona"})
	e.Bookings = append(e.Bookings, booking(t, "stray", "s", "09:00", "10:00"))
	for _, veiled := range []bool{false, true} {
		e.Veiled = veiled
		got := make(map[string][]string)
		for _, a := range e.Agenda() {
			got[a.Room.Name] = nil
			for _, b := range a.Bookings {
				got[a.Room.Name] = append(got[a.Room.Name], b.Title)
			}
		}
		pay := "Pay"
		if veiled {
			pay = ""
		}
		want := map[string][]string{"@urora": {"Title of first", "=1+1"}, "Borealis": {pay}, "Corona": nil, "stray": {"Title of s"}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("veiled %v: %s", veiled, diff)
		}
	}
}

func FuzzWriteICS(f *testing.F) {
	f.Add("Title", "note", "Chen Wei", "chen@example.com", "https://example.com/")
	f.Add("\\n;,\r\n:", strings.Repeat("漢字", 60), `"^'`, "a b@example.com\r\nX:1", "https://exa mple\r\n/")
	f.Fuzz(func(t *testing.T, title, note, name, address, link string) {
		b := booking(t, "a", "x", "09:00", "10:00")
		b.Title, b.Note, b.Organizer, b.URL = title, note, Person{name, address}, link
		e := Export{Rooms: rooms("a"), Bookings: []Booking{b}, From: monday, To: monday, Zone: berlin(t)}
		file, _ := calendar(t, e, calendarWords)
		got := events(t, file, e.Zone)
		want := plainLines(title)
		if title == "" {
			want = calendarWords.Untitled
		}
		if len(got) != 1 || got[0].Title != want || got[0].Note != plainLines(note) || strings.Contains(file, "\nX:") {
			t.Errorf("%q and %q come back as %+v", title, note, got)
		}
	})
}

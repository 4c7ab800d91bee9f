package room

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
)

// Calendar is what an iCalendar file needs beyond the bookings.
type Calendar struct {
	// Name is what calendars call it; "" for none.
	Name string
	// Private is the title of private bookings that are veiled, and Untitled that of bookings without one.
	Private, Untitled string
	// At is when the bookings were read.
	At time.Time
}

// WriteICS writes the bookings that touch the period as an iCalendar file (RFC 5545), by room and
// start. Times are in UTC, so that they are right in every zone and on days on which the clocks are
// changed; all-day bookings are whole days. A booking has the same UID in every file, which it keeps
// when it is moved within its day. Nobody is invited by the file. Cancelled bookings and hidden rooms
// are left out. It returns w's error.
func (e Export) WriteICS(w io.Writer, c Calendar) error {
	f := newICSFile(w)
	f.raw("BEGIN", "VCALENDAR")
	f.raw("VERSION", "2.0")
	f.raw("PRODID", "-//Foyer//Rooms//EN")
	f.raw("CALSCALE", "GREGORIAN")
	if c.Name != "" {
		f.text("NAME", c.Name)
		f.text("X-WR-CALNAME", c.Name) // the one that calendars read
	}
	told := make(map[string]bool)
	for _, a := range e.Agenda() {
		for i := range a.Bookings {
			e.event(f, c, &a.Room, &a.Bookings[i], told)
		}
	}
	f.raw("END", "VCALENDAR")
	if err := f.out.Flush(); err != nil {
		return fmt.Errorf("writing the calendar: %w", err)
	}
	return nil
}

// event writes a booking. told are the UIDs so far.
func (e Export) event(f *icsFile, c Calendar, r *Room, b *Booking, told map[string]bool) {
	f.raw("BEGIN", "VEVENT")
	f.raw("UID", uid(b, told))
	f.raw("DTSTAMP", c.At.UTC().Format(icsMoment))
	f.span(b, e.Zone)
	f.text("SUMMARY", c.title(b, e.Veiled))
	where := r.Name
	if r.Place != "" {
		where += ", " + r.Place
	}
	f.text("LOCATION", where)
	if b.Note != "" {
		f.text("DESCRIPTION", b.Note)
	}
	if u, err := url.Parse(b.URL); err == nil && u.Host != "" {
		f.raw("URL", u.String())
	}
	if b.Private {
		f.raw("CLASS", "PRIVATE")
	}
	if b.Organizer != (Person{}) || len(b.People) > 0 {
		f.person("ORGANIZER", b.Organizer) // There are no attendees without one.
	}
	for _, p := range b.People {
		f.person("ATTENDEE", p)
	}
	f.raw("END", "VEVENT")
}

func (c Calendar) title(b *Booking, veiled bool) string {
	switch {
	case b.Private && (veiled || b.Title == ""):
		return c.Private
	case b.Title == "":
		return c.Untitled
	default:
		return b.Title
	}
}

// uid returns what tells a booking from all others in calendars: of those that are told already, by its
// start too. The dates of a series may share an ID, and so may what is booked in several rooms at once.
func uid(b *Booking, told map[string]bool) string {
	name := b.ID
	if name == "" {
		name = "title " + b.Title
	}
	id := digest(b.RoomID, name, b.Start.UTC().Format(time.DateOnly))
	if told[id] {
		id = digest(b.RoomID, name, b.Start.UTC().Format(time.RFC3339))
	}
	for n := 2; told[id]; n++ { // Without an ID, two may have all of that in common.
		id = digest(b.RoomID, name, b.Start.UTC().Format(time.RFC3339), fmt.Sprint(n))
	}
	told[id] = true
	return id
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16]) + "@foyer"
}

package main

import (
	"bytes"
	"slices"
	"time"

	"foyer/services/room"
)

type roomsShowCommand struct {
	Period string `arg:"" optional:"" name:"day-or-month" help:"${rooms_period}"`
	As     string `enum:",table,json,csv,ics" default:"" placeholder:"FORMAT" help:"${as_rooms}"`
	serviceFlag
}

// roomDay is a room with what is booked in it, as JSON.
type roomDay struct {
	Room roomJSON `json:"room"`
	// Unknown says that nobody knows what is booked.
	Unknown  bool          `json:"unknown,omitempty"`
	Bookings []bookingJSON `json:"bookings"`
}

// period is what is known of a day or a month.
type period struct {
	room.Export
	at         time.Time
	unknown    []string // IDs of rooms of which nobody knows what is booked
	unreadable int
}

// Run shows what is booked on a day or in a month.
func (c roomsShowCommand) Run(a *app) error {
	return a.withRooms(c.serviceFlag, func(r *roomReader) error {
		p, down := c.read(r)
		show, verdict := r.shown(p.at, down)
		if !show {
			return verdict
		}
		r.unreadable(p.unreadable)
		return firstOf(c.write(r, p), verdict)
	})
}

// read reads the period that is asked for.
func (c roomsShowCommand) read(r *roomReader) (p period, err error) {
	p.Zone, p.Veiled = r.zone, r.hides()
	date := room.DateOf(r.now)
	if c.Period != "" {
		if m, err := room.ParseMonth(c.Period); err == nil {
			s, err := r.month(m)
			p.Rooms, p.Bookings, p.From, p.To = s.Rooms, s.Bookings, m.First(), m.Last()
			p.at, p.unknown, p.unreadable = s.At, s.Unknown, s.Unreadable
			return p, err
		}
		if date, err = room.ParseDate(c.Period); err != nil {
			return p, wrong{r.words.T("cli.rooms-no-period", "Text", c.Period)}
		}
	}
	s, err := r.day(date)
	p.Rooms, p.Bookings, p.From, p.To = s.Rooms, s.Bookings, date, date
	p.at, p.unknown, p.unreadable = s.At, s.Unknown, s.Unreadable
	return p, err
}

// write writes it in the format that is asked for.
func (c roomsShowCommand) write(r *roomReader, p period) error {
	var out bytes.Buffer
	switch {
	case c.As == "csv":
		if err := p.WriteCSV(&out); err != nil {
			return err
		}
	case c.As == "ics":
		p.Veiled = true // Calendars are passed on.
		words := room.Calendar{Name: r.words.T("cli.rooms-calendar"), Private: r.words.T("cli.rooms-private"), Untitled: r.words.T("cli.rooms-untitled"), At: p.at}
		if err := p.WriteICS(&out, words); err != nil {
			return err
		}
	case c.As == "json", c.As == "" && r.JSON:
		return r.document(days(p))
	default:
		return r.table(r.bookings(p))
	}
	_, err := r.out.Write(out.Bytes())
	return err
}

func days(p period) []roomDay {
	all := []roomDay{}
	for _, a := range p.Agenda() {
		d := roomDay{Room: roomOf(a.Room), Unknown: slices.Contains(p.unknown, a.Room.ID), Bookings: []bookingJSON{}}
		for _, b := range a.Bookings {
			d.Bookings = append(d.Bookings, bookingOf(b))
		}
		all = append(all, d)
	}
	return all
}

// bookings returns a row for each booking, and one for each room without any.
func (r *roomReader) bookings(p period) [][]string {
	var rows [][]string
	for _, a := range p.Agenda() {
		switch {
		case slices.Contains(p.unknown, a.Room.ID):
			rows = append(rows, []string{a.Room.Name, r.words.T("cli.rooms.unknown")})
		case len(a.Bookings) == 0:
			rows = append(rows, []string{a.Room.Name, r.words.T("cli.rooms-nothing")})
		}
		for i, b := range a.Bookings {
			title := b.Title
			if title == "" && !b.Private {
				title = r.words.T("cli.rooms-untitled")
			}
			rows = append(rows, []string{a.Room.Name, r.span(b, p.From == p.To), title, b.Organizer.String(), r.marks(a.Bookings, i)})
		}
	}
	return rows
}

// span writes when a booking is. Within one day that is shown, the day goes without saying.
func (r *roomReader) span(b room.Booking, oneDay bool) string {
	start, end := b.Start.In(r.zone), b.End.In(r.zone)
	from, last := room.DateOf(start), room.DateOf(end.Add(-1))
	day := ""
	if !oneDay {
		day = start.Format(time.DateOnly) + " "
	}
	switch {
	case b.AllDay && from == last:
		return day + r.words.T("cli.rooms-all-day")
	case b.AllDay:
		return start.Format(time.DateOnly) + " – " + end.Add(-1).Format(time.DateOnly)
	case from == last:
		return day + r.words.Clock(start) + "–" + r.words.Clock(end)
	default:
		return r.words.DateClock(start) + " – " + r.words.DateClock(end)
	}
}

// marks says what is odd about the i-th booking of a room.
func (r *roomReader) marks(all []room.Booking, i int) string {
	marks := ""
	mark := func(is bool, key string) {
		if is && marks != "" {
			marks += ", "
		}
		if is {
			marks += r.words.T(key)
		}
	}
	b := all[i]
	isDouble := false
	for n := range all {
		isDouble = isDouble || n != i && all[n].Overlaps(b.Start, b.End)
	}
	mark(b.Private, "cli.rooms-private")
	mark(isDouble, "cli.rooms-double")
	mark(b.EndUnknown, "cli.rooms-end-unknown")
	return marks
}

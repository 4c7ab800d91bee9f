package rooms

import (
	"fmt"
	"strconv"
	"time"

	"foyer/services/room"
	"foyer/ui/widget"
)

// clock writes a time of day as the office sees it.
func (p *Page) clock(t time.Time) string { return p.config.Say.Clock(t.In(p.config.zone())) }

// mark is the shape and colour of a status.
func mark(s room.Status) widget.State {
	switch s {
	case room.Free:
		return widget.RoomFree
	case room.Soon:
		return widget.RoomStartsSoon
	case room.InUse, room.Booked:
		return widget.RoomInUse
	}
	return widget.RoomUnknown
}

// standing says what a room is and until when.
func (p *Page) standing(b *room.Board, l *room.Line) string {
	say := p.config.Say
	switch l.Status {
	case room.Free:
		if l.Until.IsZero() || !l.Until.Before(b.End) {
			if len(l.Slots) > 0 && b.Today {
				return say.T("rooms.free-rest")
			}
			return say.T("rooms.free-all-day")
		}
		return say.T("rooms.free-until", "Time", p.clock(l.Until))
	case room.Soon:
		return say.T("rooms.starts-at", "Time", p.clock(l.Until))
	case room.InUse:
		return p.inUse(b, l)
	case room.Booked:
		return say.N("rooms.bookings", len(l.Slots))
	}
	return say.T("rooms.not-known")
}

// inUse says until when a room is in use.
func (p *Page) inUse(b *room.Board, l *room.Line) string {
	say := p.config.Say
	switch {
	case l.Now != nil && l.Now.AllDay && !l.Until.Before(b.End):
		return say.T("rooms.in-use-all-day")
	case l.Until.IsZero():
		return say.T("rooms.in-use")
	case !l.Until.Before(b.End):
		return say.T("rooms.in-use-rest")
	case l.Guess:
		return say.T("rooms.in-use-perhaps", "Time", p.clock(l.Until))
	}
	return say.T("rooms.in-use-until", "Time", p.clock(l.Until))
}

// title is what a booking is about; a private one says so, and no more when it is veiled.
func (p *Page) title(k *room.Booking) string {
	say := p.config.Say
	switch {
	case k.Private && (p.model.veiled || k.Title == ""):
		return say.T("rooms.private")
	case k.Title == "":
		return say.T("rooms.no-title")
	}
	return k.Title
}

// organizer is who booked, "" when nobody knows or may.
func (p *Page) organizer(k *room.Booking) string {
	if k.Private && p.model.veiled {
		return ""
	}
	return k.Organizer.String()
}

// who is who booked and how many others take part.
func (p *Page) who(k *room.Booking) string {
	name := p.organizer(k)
	if k.Private && p.model.veiled {
		return ""
	}
	others := 0
	for _, o := range k.People {
		if o != k.Organizer {
			others++
		}
	}
	switch {
	case name == "" && others == 0:
		return ""
	case name == "":
		return p.config.Say.N("rooms.people", others)
	case others == 0:
		return name
	}
	return p.config.Say.N("rooms.and-people", others, "Name", name)
}

// span is when a booking is, on the day that is shown.
func (p *Page) span(s *room.Slot) string {
	say, k := p.config.Say, s.Booking
	if k.AllDay {
		return say.T("rooms.all-day")
	}
	from, to := p.clock(k.Start), p.clock(k.End)
	if s.Before {
		from = p.dayTime(k.Start)
	}
	if s.After {
		to = p.dayTime(k.End)
	}
	if k.EndUnknown {
		return say.T("rooms.span-open", "From", from)
	}
	return say.T("rooms.span", "From", from, "To", to)
}

// dayTime is a time of another day.
func (p *Page) dayTime(t time.Time) string {
	t = t.In(p.config.zone())
	return p.config.Say.T("rooms.day-time", "Day", p.shortDate(room.DateOf(t)), "Time", p.clock(t))
}

// in says how long something is away, in minutes or hours.
func (p *Page) in(d time.Duration) string {
	say := p.config.Say
	minutes := int((d + time.Minute - 1) / time.Minute)
	if minutes < 60 {
		return say.T("rooms.minutes", "Minutes", max(minutes, 1))
	}
	if minutes%60 == 0 {
		return say.T("rooms.hours", "Hours", minutes/60)
	}
	return say.T("rooms.hours-minutes", "Hours", minutes/60, "Minutes", minutes%60)
}

// soonIn is in without rounding up: 10:45 is in 3 min at 10:42:10, as clocks on walls say.
func (p *Page) soonIn(start time.Time) string {
	now := p.now().Truncate(time.Minute)
	return p.in(start.Sub(now))
}

// age says how old what is shown is.
func (p *Page) age(r room.Reading) string {
	say := p.config.Say
	switch old := p.now().Sub(r.At); {
	case r.At.IsZero():
		return say.T("rooms.never-read")
	case p.model.stale():
		return say.T("rooms.as-of", "When", p.moment(r.At))
	case old < time.Second:
		return say.T("rooms.updated-now")
	case old < 90*time.Second:
		return say.T("rooms.updated-seconds", "Seconds", int(old/time.Second))
	case old < time.Hour:
		return say.T("rooms.updated-minutes", "Minutes", int(old/time.Minute))
	}
	return say.T("rooms.as-of", "When", p.moment(r.At))
}

// moment is a time today, else the day as well.
func (p *Page) moment(t time.Time) string {
	t = t.In(p.config.zone())
	if room.DateOf(t) == room.DateOf(p.now()) {
		return p.clock(t)
	}
	return p.dayTime(t)
}

func (p *Page) monthWord(m time.Month) string {
	return p.config.Say.T("rooms.month." + strconv.Itoa(int(m)))
}

func (p *Page) weekday(d room.Date) string {
	return p.config.Say.T("when.weekday." + strconv.Itoa(int(d.Weekday())))
}

func (p *Page) shortDay(w time.Weekday) string {
	return p.config.Say.ShortWeekday(w)
}

func (p *Page) shortMonth(m time.Month) string {
	return p.config.Say.T("when.month." + strconv.Itoa(int(m)))
}

// date is a day in the toolbar, shortDate one within a sentence, longDate one over the view of now.
func (p *Page) date(d room.Date) string {
	return p.config.Say.T("rooms.date", "Weekday", p.shortDay(d.Weekday()), "Day", d.Day, "Month", p.shortMonth(d.Month), "Year", fmt.Sprint(d.Year))
}

func (p *Page) shortDate(d room.Date) string {
	return p.config.Say.T("rooms.date-short", "Weekday", p.shortDay(d.Weekday()), "Day", d.Day, "Month", p.shortMonth(d.Month))
}

func (p *Page) panelDate(d room.Date) string {
	return p.config.Say.T("rooms.date-short", "Weekday", p.weekday(d), "Day", d.Day, "Month", p.shortMonth(d.Month))
}

func (p *Page) longDate(d room.Date) string {
	return p.config.Say.T("rooms.date-long", "Day", d.Day, "Month", p.monthWord(d.Month), "Year", fmt.Sprint(d.Year))
}

func (p *Page) monthName(m room.Month) string {
	return p.config.Say.T("rooms.month-year", "Month", p.config.Say.T("rooms.month-alone."+strconv.Itoa(int(m.Month))), "Year", fmt.Sprint(m.Year))
}

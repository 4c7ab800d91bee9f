package chatmessenger

import (
	"cmp"
	"encoding/json"
	"time"
)

// bookings reads the bookings of a room: an array, an object with their ids as names, or an object with
// days as names of arrays or of objects. key and day are what is known from the names above.
func (x *decoder) bookings(value json.RawMessage, key, day string, depth int) []Booking {
	var all []Booking
	if isNull(value) && key == "" && day == "" {
		return nil
	}
	if list, ok := elements(value); ok && depth > 0 {
		all = make([]Booking, 0, len(list))
		for _, element := range list {
			all = x.one(all, element, "", day)
		}
		return all
	}
	o, ok := members(value)
	switch {
	case !ok || depth == 0:
		x.miss(value)
		return nil
	case x.isBooking(o):
		return x.one(nil, value, key, day)
	}
	for _, m := range o {
		switch {
		case isDay(m.name):
			all = append(all, x.bookings(m.value, m.name, m.name, depth-1)...)
		default:
			all = x.one(all, m.value, m.name, day)
		}
	}
	return all
}

func (x *decoder) isBooking(o object) bool {
	_, ok := o.first(x.Booking.Start, isAny)
	return ok
}

// one appends a booking, or counts it as unreadable.
func (x *decoder) one(all []Booking, value json.RawMessage, key, day string) []Booking {
	o, ok := x.members(value)
	if !ok {
		x.miss(value)
		return all
	}
	b := Booking{ID: key, Raw: value}
	if id, ok := o.text(x.Booking.ID); ok {
		b.ID = id
	}
	if !x.span(&b, o, day) {
		x.miss(value)
		return all
	}
	b.Start, b.End = b.Start.In(x.zone), b.End.In(x.zone)
	b.Title, _ = o.text(x.Booking.Title)
	b.Owner, _ = o.words(x.Booking.Owner, x.nameOf)
	if list, ok := o.first(x.Booking.Members, isAny); ok {
		b.Members = x.attendees(list)
	}
	b.Note, _ = o.text(x.Booking.Note)
	b.Private = o.flag(x.Booking.Private, x.Booking.Public)
	if address, ok := o.text(x.Booking.URL); ok {
		b.URL = webURL(address)
	}
	x.people = append(x.people, x.parties(o))
	return append(all, b)
}

// span sets when the booking begins and ends; false when it has no start.
func (x *decoder) span(b *Booking, o object, day string) bool {
	start := x.moment(o, x.Booking.Start, func() time.Time {
		on, _ := time.Parse("20060102", cmp.Or(day, x.asked))
		return on
	})
	if !start.known() {
		return false
	}
	end := x.moment(o, x.Booking.End, func() time.Time { return dayOnly(start.day(x.zone)) })
	b.Start, b.AllDay = start.time(x.zone), o.flag(x.Booking.AllDay, nil) || start.isDay()
	switch {
	case end.known():
		b.End = end.time(x.zone)
	case b.AllDay:
		b.End = b.Start
	default:
		b.End, b.EndUnknown = b.Start.Add(time.Hour), true
	}
	if b.AllDay {
		b.Start, b.End = wholeDays(b.Start.In(x.zone), b.End.In(x.zone), end.isDay())
		return true
	}
	if end.isDay() { // the day on which it ends, to its last moment
		b.End = b.End.AddDate(0, 0, 1)
	}
	if !b.End.After(b.Start) { // 24:00, or over midnight
		b.End = b.End.AddDate(0, 0, 1)
	}
	if !b.End.After(b.Start) {
		b.End, b.EndUnknown = b.Start.Add(time.Hour), true
	}
	return true
}

// wholeDays widens a time span to whole days. An end that is a day counts as a part of it.
func wholeDays(start, end time.Time, endIsDay bool) (from, to time.Time) {
	from, to = midnight(start), midnight(end)
	if endIsDay || to.Before(end) || !to.After(from) {
		to = midnight(to.AddDate(0, 0, 1))
	}
	if !to.After(from) {
		to = midnight(from.AddDate(0, 0, 1))
	}
	return from, to
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

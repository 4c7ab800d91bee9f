package room

import "time"

// Mended returns the booking with a span that can be drawn, by the rules for what servers write: the
// whole days that an all-day booking touches; without an end an hour, with EndUnknown; an end at or
// before the start is that of the next day (24:00, or over midnight), and without an end that comes
// after it an hour as well. It is false for a booking without a start, which nobody can place.
func (b Booking) Mended(zone *time.Location) (Booking, bool) {
	switch {
	case b.Start.IsZero():
		return b, false
	case b.AllDay:
		b.Start, b.End = wholeDays(b.Start.In(zone), b.End.In(zone))
		return b, true
	case b.End.After(b.Start):
		return b, true
	case !b.End.IsZero():
		b.End = b.End.In(zone).AddDate(0, 0, 1)
	}
	if !b.End.After(b.Start) {
		b.End, b.EndUnknown = b.Start.Add(time.Hour), true
	}
	return b, true
}

// wholeDays widens a span to the days that it touches, at least that of its start.
func wholeDays(start, end time.Time) (from, to time.Time) {
	first, last := DateOf(start), DateOf(start)
	if end.After(start) {
		last = DateOf(end.Add(-1))
	}
	return first.Start(start.Location()), last.End(start.Location())
}

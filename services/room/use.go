package room

import (
	"cmp"
	"slices"
	"time"
)

// Hours are the working hours of a day, since midnight by the clock.
type Hours struct {
	From, To time.Duration
}

// DefaultHours are from 8 to 18.
var DefaultHours = Hours{From: 8 * time.Hour, To: 18 * time.Hour}

// Use is how full something is.
type Use struct {
	// Booked is how much of Of is taken within working hours; a moment that is booked twice counts once.
	Booked, Of time.Duration
	// Bookings is how many bookings touch the day, at whatever hour.
	Bookings int
	// Known is false when nobody knows what is booked.
	Known bool
}

// Percent returns how much of Of is booked, from 0 to 100: rounded, but 0 and 100 only if it is exactly
// that.
func (u Use) Percent() int {
	switch {
	case u.Booked <= 0 || u.Of <= 0:
		return 0
	case u.Booked >= u.Of:
		return 100
	}
	percent := int((u.Booked.Seconds()*100)/u.Of.Seconds() + 0.5)
	return min(max(percent, 1), 99)
}

// LineUse is how full one room is on a day.
type LineUse struct {
	Room Room
	Use
}

// DayUse is how full a day is.
type DayUse struct {
	Date Date
	// Use is that of all known rooms together.
	Use
	// Rooms are in the order of SortRooms; rooms that only bookings know come last.
	Rooms []LineUse
}

// Fullest returns the day's rooms, the fullest first, those of which nothing is known last.
func (d DayUse) Fullest() []LineUse {
	all := slices.Clone(d.Rooms)
	slices.SortStableFunc(all, func(a, b LineUse) int {
		if a.Known != b.Known {
			if a.Known {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Percent(), a.Percent())
	})
	return all
}

// Usage tells how full each day of a month is, within working hours in a zone; hours that are none are
// DefaultHours. Hidden rooms do not count.
func Usage(p Plan, zone *time.Location, h Hours) []DayUse {
	if h.From >= h.To {
		h = DefaultHours
	}
	g := group(p.Rooms, p.Bookings, zone, false)
	unknown := make(map[string]bool, len(p.Unknown))
	for _, id := range p.Unknown {
		unknown[id] = true
	}
	m := newMonthUse(p.Month, zone, h, len(g.rooms))
	for i := range g.rooms {
		m.add(i, &g.rooms[i], !unknown[g.rooms[i].room.ID])
	}
	return m.days
}

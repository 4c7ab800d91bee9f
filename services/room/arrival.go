package room

import (
	"slices"
	"time"
)

// Arrival is a booking that people will come for.
type Arrival struct {
	Booking *Booking
	Room    Room
	// In is how long it is until it starts.
	In time.Duration
	// Soon says that it starts soon.
	Soon bool
	// After is the last booking before it in the room that is not over yet, nil for none.
	After *Booking
}

// Arrivals returns the bookings that start after now and within a while, by their start and then in the
// order of the rooms; and the first one after that, nil for none. Of what starts after midnight it
// knows the first booking of each room at most.
func (b *Board) Arrivals(within time.Duration) (arrivals []Arrival, then *Arrival) {
	until := b.Now.Add(within)
	for i := range b.Lines {
		l := &b.Lines[i]
		for _, k := range l.coming(b) {
			switch {
			case !k.Start.After(b.Now):
			case !k.Start.After(until):
				arrivals = append(arrivals, b.arrival(l, k))
			case then == nil || k.Start.Before(then.Booking.Start):
				a := b.arrival(l, k)
				then = &a
			}
		}
	}
	slices.SortStableFunc(arrivals, func(a, b Arrival) int { return a.Booking.Start.Compare(b.Booking.Start) })
	return arrivals, then
}

// coming returns the bookings of a line that may be still to come.
func (l *Line) coming(b *Board) []*Booking {
	all := make([]*Booking, 0, len(l.Slots)+1)
	for i := range l.Slots {
		all = append(all, l.Slots[i].Booking)
	}
	if l.Next != nil && !l.Next.Start.Before(b.End) {
		all = append(all, l.Next)
	}
	return all
}

func (b *Board) arrival(l *Line, k *Booking) Arrival {
	a := Arrival{Booking: k, Room: l.Room, In: k.Start.Sub(b.Now)}
	a.Soon = a.In <= b.Soon
	for i := range l.Slots {
		before := l.Slots[i].Booking
		isBefore := before.End.After(b.Now) && !before.End.After(k.Start)
		if isBefore && (a.After == nil || before.End.After(a.After.End)) {
			a.After = before
		}
	}
	return a
}

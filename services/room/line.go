package room

import "time"

// Line is a room on the board.
type Line struct {
	Room   Room
	Status Status
	// Until is when that ends. Of a room in use it is the first moment at which nothing runs any more,
	// also after bookings that follow each other without a break; of a free one or one that is taken soon,
	// the start of the next booking. Zero: not as far as is known.
	Until time.Time
	// Guess says that Until is the end of a booking of which no end was named.
	Guess bool
	// Now is the booking that runs, the first of several; Next the first that starts after Now. On a day
	// that is to come, Next is its first booking.
	Now, Next *Booking
	// Slots are the bookings that touch the day, by their start.
	Slots []Slot
	// Doubles counts the slots that share a moment with another one.
	Doubles int
}

// judge sets the status of a line from all bookings of its room, by their start. known is false when
// nobody knows whether those are all.
func (b *Board) judge(l *Line, bookings []*Booking, known bool) {
	switch {
	case b.Today:
		b.judgeNow(l, bookings, known)
		return
	case !known:
		l.Status = Unknown
	case len(l.Slots) > 0:
		l.Status = Booked
	default:
		l.Status = Free
	}
	if len(l.Slots) > 0 && b.Now.Before(b.Start) {
		l.Next = l.Slots[0].Booking
	}
}

// judgeNow sets what the room is now.
func (b *Board) judgeNow(l *Line, bookings []*Booking, known bool) {
	l.run(bookings, b.Now)
	switch {
	case l.Now != nil:
		l.Status = InUse
		b.changes(l.Until)
	case !known:
		l.Status = Unknown
		if l.Next != nil {
			b.changes(l.Next.Start)
		}
	case l.Next == nil:
		l.Status = Free
	case l.Next.Start.Sub(b.Now) <= b.Soon:
		l.Status, l.Until = Soon, l.Next.Start
		b.changes(l.Until)
	default:
		l.Status, l.Until = Free, l.Next.Start
		b.changes(l.Until.Add(-b.Soon))
	}
}

// run finds what runs at a moment and until when, and what starts next.
func (l *Line) run(bookings []*Booking, now time.Time) {
	for _, k := range bookings {
		isLater := k.Start.After(now)
		if isLater && l.Next == nil {
			l.Next = k
		}
		if isLater && (l.Now == nil || k.Start.After(l.Until)) {
			return
		}
		if k.End.After(now) {
			l.prolong(k)
		}
	}
}

// prolong adds a booking that begins before those that run are over.
func (l *Line) prolong(k *Booking) {
	if l.Now == nil {
		l.Now = k
	}
	switch {
	case k.End.After(l.Until):
		l.Until, l.Guess = k.End, k.EndUnknown
	case k.End.Equal(l.Until):
		l.Guess = l.Guess && k.EndUnknown
	}
}

// changes notes that a status changes at a time.
func (b *Board) changes(at time.Time) {
	if b.Changes.IsZero() || at.Before(b.Changes) {
		b.Changes = at
	}
}

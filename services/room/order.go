package room

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"time"
)

// entry stands for a booking while it is sorted: many bookings are too large to be looked at in turns.
type entry struct {
	start int64 // in seconds
	at    int   // in bookings, and behind them in mended
}

// ordering puts bookings in order.
type ordering struct {
	bookings []Booking
	mended   []*Booking
	entries  []entry
}

// entry returns that of the i-th booking, mended where it has to be; false for one without a start.
func (o *ordering) entry(i int, zone *time.Location) (entry, bool) {
	b := &o.bookings[i]
	if b.Start.IsZero() || !b.End.After(b.Start) {
		mended, ok := b.Mended(zone)
		if !ok {
			return entry{}, false
		}
		b = &mended
		i = len(o.bookings) + len(o.mended)
		o.mended = append(o.mended, b)
	}
	return entry{b.Start.Unix(), i}, true
}

// booking returns the one that an entry stands for.
func (o *ordering) booking(e entry) *Booking {
	if e.at < len(o.bookings) {
		return &o.bookings[e.at]
	}
	return o.mended[e.at-len(o.bookings)]
}

// sorted appends the bookings of one room to a list: by their start, the longer one first, in an order
// that does not depend on the one they came in, and without copies.
func (o *ordering) sorted(entries []entry, all []*Booking) []*Booking {
	if !slices.IsSortedFunc(entries, o.compare) {
		slices.SortFunc(entries, o.compare)
	}
	for i, e := range entries {
		b := o.booking(e)
		if i > 0 && e.start == entries[i-1].start && isCopy(all[len(all)-1], b) {
			continue
		}
		all = append(all, b)
	}
	return all
}

func (o *ordering) compare(a, b entry) int {
	if a.start != b.start {
		return cmp.Compare(a.start, b.start)
	}
	return compareBookings(o.booking(a), o.booking(b))
}

func compareBookings(a, b *Booking) int {
	if c := a.Start.Compare(b.Start); c != 0 {
		return c
	}
	return cmp.Or(b.End.Compare(a.End), strings.Compare(a.ID, b.ID), strings.Compare(a.Title, b.Title),
		strings.Compare(a.Organizer.Name, b.Organizer.Name), strings.Compare(a.Organizer.Email, b.Organizer.Email), bytes.Compare(a.Raw, b.Raw))
}

// isCopy tells whether two bookings of a room say the same. A booking of several days may be listed
// under each of them. The same span alone is no copy but a double booking, as long as the ID, or
// without IDs anything at all, differs.
func isCopy(a, b *Booking) bool {
	if a.ID != b.ID || !a.Start.Equal(b.Start) || !a.End.Equal(b.End) {
		return false
	}
	return a.ID != "" || compareBookings(a, b) == 0
}

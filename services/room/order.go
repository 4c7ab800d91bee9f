package room

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// inOrder returns bookings by their start, the longer one first, in an order that does not depend on
// the one they came in.
func inOrder(bookings []*Booking) []*Booking {
	if !slices.IsSortedFunc(bookings, compareBookings) {
		slices.SortFunc(bookings, compareBookings)
	}
	return bookings
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

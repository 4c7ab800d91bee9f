package room

import (
	"cmp"
	"strings"
)

// settle pairs the bookings that are where and when they were, nearly all of them, and returns the
// others.
func (d *differ) settle(was, is *grouped) (restWas, restIs []*Booking) {
	now := make(map[string][]*Booking, len(is.rooms))
	for i := range is.rooms {
		now[is.rooms[i].room.ID] = is.rooms[i].bookings
	}
	for i := range was.rooms {
		id := was.rooms[i].room.ID
		w, n := d.settleRoom(was.rooms[i].bookings, now[id])
		restWas, restIs = append(restWas, w...), append(restIs, n...)
		delete(now, id)
	}
	for i := range is.rooms {
		restIs = append(restIs, now[is.rooms[i].room.ID]...)
	}
	return restWas, restIs
}

// settleRoom goes through both lists of a room, which are in the same order.
func (d *differ) settleRoom(was, is []*Booking) (restWas, restIs []*Booking) {
	for len(was) > 0 && len(is) > 0 {
		switch c := comparePlaces(was[0], is[0]); {
		case c == 0:
			d.compare(was[0], is[0])
			was, is = was[1:], is[1:]
		case c < 0:
			restWas, was = append(restWas, was[0]), was[1:]
		default:
			restIs, is = append(restIs, is[0]), is[1:]
		}
	}
	return append(restWas, was...), append(restIs, is...)
}

// comparePlaces compares by when bookings are and by what they are known again, in the order of
// compareBookings.
func comparePlaces(a, b *Booking) int {
	c := cmp.Or(a.Start.Compare(b.Start), b.End.Compare(a.End), strings.Compare(a.ID, b.ID))
	if c == 0 && a.ID == "" {
		c = strings.Compare(a.Title, b.Title)
	}
	return c
}

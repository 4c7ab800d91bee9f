package room

import (
	"cmp"
	"time"
)

// rank tells which answer comes first.
func (q Query) rank(a, b Answer) int {
	tier := a.tier()
	if c := cmp.Compare(tier, b.tier()); c != 0 {
		return c
	}
	c := 0
	switch {
	case a.Free:
		if q.People > 0 {
			c = cmp.Compare(a.Room.Capacity, b.Room.Capacity)
		}
		c = cmp.Or(c, later(b.Until, a.Until))
	case a.Why == Taken:
		c = later(a.NextFree, b.NextFree)
	case a.Why == TooSmall:
		c = cmp.Compare(b.Room.Capacity, a.Room.Capacity)
	}
	if c != 0 {
		return c
	}
	return compareRoomsAt(&a.Room, &b.Room)
}

// tier sorts the kinds of answers.
func (a Answer) tier() int {
	switch {
	case a.Free && a.Seats:
		return 0
	case a.Free:
		return 1
	case a.Why == Taken:
		return 2
	case a.Why == NotKnown:
		return 3
	default:
		return 4
	}
}

// later compares two times of which zero is never, after all others.
func later(a, b time.Time) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

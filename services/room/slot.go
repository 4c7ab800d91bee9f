package room

import "time"

// Slot is a booking as it is drawn on a day.
type Slot struct {
	Booking *Booking
	// Start and End are those of the booking within the day.
	Start, End time.Time
	// Before and After say that the booking began before the day, and that it ends after it.
	Before, After bool
	// Lane counts from 0; Lanes is how many bookings share the row here, 1 for the usual one. It is the
	// same for all that are bound together by double bookings.
	Lane, Lanes int
}

// Double reports whether the slot shares a moment with another one of the room.
func (s Slot) Double() bool { return s.Lanes > 1 }

// draw sets the slots of a line from the bookings of its room, by their start. They are appended to a
// list that all lines share.
func (b *Board) draw(l *Line, bookings []*Booking, all []Slot) []Slot {
	first := len(all)
	for _, k := range bookings {
		if !k.touches(b.Start, b.End) {
			continue
		}
		all = append(all, Slot{})
		s := &all[len(all)-1]
		s.Booking, s.Start, s.End, s.Lanes = k, k.Start, k.End, 1
		if k.Start.Before(b.Start) {
			s.Before, s.Start = true, b.Start
		}
		if k.End.After(b.End) {
			s.After, s.End = true, b.End
		}
	}
	l.Slots = all[first:len(all):len(all)]
	l.Doubles = lay(l.Slots)
	return all
}

// lay puts slots that share a moment in different lanes, and returns how many those are.
func lay(slots []Slot) int {
	const usual = 8
	var some [usual]time.Time
	lanes, doubles := lanes(some[:0]), 0
	for first := 0; first < len(slots); {
		end, next := slots[first].End, first+1
		for next < len(slots) && slots[next].Start.Before(end) {
			if slots[next].End.After(end) {
				end = slots[next].End
			}
			next++
		}
		if next > first+1 {
			lanes = lanes.lay(slots[first:next])
			doubles += next - first
		}
		first = next
	}
	return doubles
}

// lanes are until when each lane is taken.
type lanes []time.Time

// lay gives each slot of a bundle the first lane that is free again, as few lanes as can be.
func (l lanes) lay(slots []Slot) lanes {
	l = l[:0]
	for i := range slots {
		lane := 0
		for lane < len(l) && l[lane].After(slots[i].Start) {
			lane++
		}
		if lane == len(l) {
			l = append(l, time.Time{})
		}
		l[lane] = slots[i].End
		slots[i].Lane = lane
	}
	for i := range slots {
		slots[i].Lanes = len(l)
	}
	return l
}

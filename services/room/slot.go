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
		if !k.Overlaps(b.Start, b.End) {
			continue
		}
		s := Slot{Booking: k, Start: k.Start, End: k.End, Lanes: 1}
		if s.Before = k.Start.Before(b.Start); s.Before {
			s.Start = b.Start
		}
		if s.After = k.End.After(b.End); s.After {
			s.End = b.End
		}
		all = append(all, s)
	}
	l.Slots = all[first:len(all):len(all)]
	l.Doubles = lay(l.Slots)
	return all
}

// lay puts slots that share a moment in different lanes, and returns how many those are.
func lay(slots []Slot) int {
	doubles := 0
	for first := 0; first < len(slots); {
		end, next := slots[first].End, first+1
		for next < len(slots) && slots[next].Start.Before(end) {
			if slots[next].End.After(end) {
				end = slots[next].End
			}
			next++
		}
		if next > first+1 {
			layBundle(slots[first:next])
			doubles += next - first
		}
		first = next
	}
	return doubles
}

// layBundle gives each slot the first lane that is free again, as few lanes as can be.
func layBundle(slots []Slot) {
	var ends []time.Time // of the lanes
	for i := range slots {
		lane := 0
		for lane < len(ends) && ends[lane].After(slots[i].Start) {
			lane++
		}
		if lane == len(ends) {
			ends = append(ends, time.Time{})
		}
		ends[lane] = slots[i].End
		slots[i].Lane = lane
	}
	for i := range slots {
		slots[i].Lanes = len(ends)
	}
}

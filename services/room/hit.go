package room

import "slices"

// Hit is a booking that was looked for.
type Hit struct {
	Room    Room
	Booking *Booking
}

// Search finds bookings of the board by words in their title, note, people and room, in any order and
// case: first those that run or are to come, by their start, then those that are over, the last one
// first; no more than limit. With veiled, private bookings are found by their room alone, and are
// Veiled. Without words there are none.
func (b *Board) Search(words string, veiled bool, limit int) []Hit {
	wanted := want(words)
	if len(wanted) == 0 || limit <= 0 {
		return nil
	}
	var hits []Hit
	for i := range b.Lines {
		l := &b.Lines[i]
		for j := range l.Slots {
			k := l.Slots[j].Booking
			if veiled && k.Private {
				bare := k.Veiled()
				k = &bare
			}
			if wanted.in(k.words(l.Room.Name)...) {
				hits = append(hits, Hit{Room: l.Room, Booking: k})
			}
		}
	}
	slices.SortStableFunc(hits, func(x, y Hit) int {
		overX, overY := !x.Booking.End.After(b.Now), !y.Booking.End.After(b.Now)
		switch {
		case overX != overY && overX:
			return 1
		case overX != overY:
			return -1
		case overX:
			return y.Booking.Start.Compare(x.Booking.Start)
		default:
			return x.Booking.Start.Compare(y.Booking.Start)
		}
	})
	return hits[:min(len(hits), limit)]
}

// words returns the texts that a booking is found by.
func (b *Booking) words(room string) []string {
	all := []string{b.Title, b.Note, room, b.Organizer.Name, b.Organizer.Email}
	for _, p := range b.People {
		all = append(all, p.Name, p.Email)
	}
	return all
}

package room

// Agenda is a room with what is booked in it.
type Agenda struct {
	Room     Room
	Bookings []Booking
}

// Agenda returns all rooms in the order of the board with the bookings that touch the period, by their
// start. Rooms that only bookings know come last. Hidden rooms, cancelled bookings and copies are left
// out; with Veiled, private bookings are Veiled.
func (e Export) Agenda() []Agenda {
	start, end := e.From.Start(e.Zone), e.To.End(e.Zone)
	g := group(e.Rooms, e.Bookings, e.Zone, false)
	all := make([]Agenda, len(g.rooms))
	for i, r := range g.rooms {
		all[i].Room = *r.room
		for _, b := range r.bookings {
			if !b.Overlaps(start, end) {
				continue
			}
			if e.Veiled {
				all[i].Bookings = append(all[i].Bookings, b.Veiled())
			} else {
				all[i].Bookings = append(all[i].Bookings, *b)
			}
		}
	}
	return all
}

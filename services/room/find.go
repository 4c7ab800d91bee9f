package room

import (
	"slices"
	"time"
)

// Find answers a query from the snapshots of all the days that it touches; more days let it look
// further. The free rooms come first: those that are known to be large enough before those of which
// nobody knows, the smallest first, and among those of a size the one that is free for longest
// afterwards. Without People the size does not matter. Then come the rooms that are taken, by their
// next free time, those of which nothing is known, and those that are too small, the largest first.
// Rooms without the words and hidden rooms are left out. days stay as they are.
func Find(q Query, zone *time.Location, days ...Snapshot) []Answer {
	if !q.From.Before(q.To) {
		return nil
	}
	s := newSearch(q, zone, days)
	words := want(q.Words)
	var answers []Answer
	for i := range s.rooms {
		if words.inRoom(s.rooms[i].room) {
			answers = append(answers, s.answer(&s.rooms[i]))
		}
	}
	slices.SortStableFunc(answers, q.rank)
	return answers
}

// search is what is known for a query.
type search struct {
	Query
	grouped
	zone *time.Location
	// known are the days that were read, by their date: the rooms of which it is known what is booked.
	known map[Date]map[string]bool
}

func newSearch(q Query, zone *time.Location, days []Snapshot) *search {
	s := &search{Query: q, zone: zone, known: make(map[Date]map[string]bool, len(days))}
	var rooms []Room
	var bookings []Booking
	for i := range days {
		d := &days[i]
		if len(days) == 1 { // the usual case, without copying them
			rooms, bookings = d.Rooms, d.Bookings
		} else {
			rooms, bookings = append(rooms, d.Rooms...), append(bookings, d.Bookings...)
		}
		if !d.At.IsZero() {
			s.known[d.Date] = d.knownRooms()
		}
	}
	s.grouped = group(rooms, bookings, zone, false)
	return s
}

// knownRooms are the IDs of the rooms of which it is known what is booked.
func (d *Day) knownRooms() map[string]bool {
	known := make(map[string]bool, len(d.Rooms))
	for i := range d.Rooms {
		known[d.Rooms[i].ID] = true
	}
	for _, id := range d.Unknown {
		delete(known, id)
	}
	return known
}

// horizon returns the moment from which on nothing is known of a room, beginning with the query.
func (s *search) horizon(id string) time.Time {
	day := DateOf(s.From.In(s.zone))
	for s.known[day][id] {
		day = day.AddDays(1)
	}
	return day.Start(s.zone)
}

func (s *search) answer(r *roomBookings) Answer {
	a := Answer{Room: *r.room, Seats: s.People <= 0 || r.room.Capacity >= s.People}
	if !a.Seats && r.room.Capacity > 0 {
		a.Why = TooSmall
		return a
	}
	horizon := s.horizon(r.room.ID)
	for _, b := range r.bookings {
		if b.touches(s.From, s.To) {
			a.Why, a.InTheWay = Taken, b
			a.NextFree, a.NextUntil = s.next(r.bookings, horizon)
			return a
		}
	}
	if horizon.Before(s.To) {
		a.Why = NotKnown
		return a
	}
	a.Free, a.Until = true, after(r.bookings, s.To, horizon)
	return a
}

// next finds the first time at which the room is free for as long as it is wanted, and until when.
func (s *search) next(bookings []*Booking, horizon time.Time) (from, until time.Time) {
	span := s.To.Sub(s.From)
	from = s.From
	for _, b := range bookings {
		if b.Start.Sub(from) >= span {
			break
		}
		if b.End.After(from) {
			from = b.End
		}
	}
	if from.Add(span).After(horizon) {
		return time.Time{}, time.Time{}
	}
	return from, after(bookings, from.Add(span), horizon)
}

// after returns the start of the first booking at or after a time; zero when there is none before the
// horizon.
func after(bookings []*Booking, t, horizon time.Time) time.Time {
	for _, b := range bookings {
		if !b.Start.Before(t) && b.Start.Before(horizon) {
			return b.Start
		}
	}
	return time.Time{}
}

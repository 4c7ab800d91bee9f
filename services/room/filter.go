package room

import "slices"

// Filter chooses rooms. The zero value chooses all.
type Filter struct {
	// Words have to stand in the room's name, place, equipment or note, in any order and case.
	Words string `json:"words,omitempty"`
	// Place is the room's place as it is written; "" for any.
	Place string `json:"place,omitempty"`
	// Capacity is how many seats there have to be; 0 for any. Rooms of which it is not known fit 0 only.
	Capacity int `json:"capacity,omitempty"`
	// FreeNow chooses the rooms that are Free, not those that are taken soon.
	FreeNow bool `json:"freeNow,omitempty"`
}

// IsZero reports whether the filter chooses all rooms.
func (f Filter) IsZero() bool { return f == Filter{} }

// Match reports whether the filter chooses the room, whatever its status.
func (f Filter) Match(r Room) bool { return f.chooses(&r, want(f.Words)) }

// chooses is Match with the words cut already.
func (f Filter) chooses(r *Room, words wanted) bool {
	return r.Capacity >= f.Capacity && (f.Place == "" || f.Place == r.Place) && words.inRoom(r)
}

// Only returns the board with the lines that the filter chooses. Its Counts and Bookings are those of
// the lines that it would choose without FreeNow, so that they say what FreeNow would leave.
func (b *Board) Only(f Filter) *Board {
	only := *b
	only.Lines, only.Counts, only.Bookings = nil, Counts{}, 0
	words := want(f.Words)
	for i := range b.Lines {
		l := &b.Lines[i]
		if !f.chooses(&l.Room, words) {
			continue
		}
		only.Counts.add(l.Status)
		only.Bookings += len(l.Slots)
		if !f.FreeNow || l.Status == Free {
			only.Lines = append(only.Lines, *l)
		}
	}
	return &only
}

// Only returns the plan with the rooms that the filter chooses, without regard to FreeNow, and with
// their bookings. Bookings of rooms that are not listed go with a room that has no more than its ID.
func (p Plan) Only(f Filter) Plan {
	words := want(f.Words)
	chosen := make(map[string]bool, len(p.Rooms))
	var rooms []Room
	for i := range p.Rooms {
		r := &p.Rooms[i]
		if chosen[r.ID] = f.chooses(r, words); chosen[r.ID] {
			rooms = append(rooms, *r)
		}
	}
	var bookings []Booking
	for i := range p.Bookings {
		id := p.Bookings[i].RoomID
		ok, listed := chosen[id]
		if !listed {
			ok = f.chooses(&Room{ID: id, Name: id}, words)
			chosen[id] = ok
		}
		if ok {
			bookings = append(bookings, p.Bookings[i])
		}
	}
	p.Rooms, p.Bookings = rooms, bookings
	return p
}

// Places returns the places of the rooms that are not hidden, each once, in natural order.
func Places(rooms []Room) []string {
	var all []string
	for i := range rooms {
		if r := &rooms[i]; r.Place != "" && !r.Hidden {
			all = append(all, r.Place)
		}
	}
	slices.SortFunc(all, CompareNames)
	return slices.Compact(all)
}

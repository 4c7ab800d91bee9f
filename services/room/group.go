package room

import (
	"slices"
	"time"
)

// roomBookings is a room with its bookings by their start.
type roomBookings struct {
	room     *Room
	bookings []*Booking
}

// grouped are rooms in the order of the board, those that only bookings know at the end.
type grouped struct {
	rooms []roomBookings
	// listed is how many of them are no such strays.
	listed int
	// How many bookings are not in them: copies, cancelled ones, and those without a start; and how many
	// rooms are hidden.
	copies, cancelled, startless, hidden int
	// index is where a room is by its ID while they are sorted out, nowhere for one that is not shown.
	index map[string]int
}

const nowhere = -1

// group sorts out which booking is in which room. Bookings whose span is none are mended in a copy;
// those without a start, which nobody can place, are left out. What is given is not changed.
func group(rooms []Room, bookings []Booking, zone *time.Location, hidden bool) grouped {
	g := grouped{index: make(map[string]int, len(rooms))}
	g.list(rooms, hidden)
	places, counts := g.place(bookings)
	o := ordering{bookings: bookings, entries: make([]entry, len(bookings))}
	ends := make([]int, len(counts)) // of the entries of each room so far
	for i, first := 0, 0; i < len(counts); i++ {
		ends[i] = first
		first += counts[i]
	}
	for i, place := range places {
		if place == nowhere {
			continue
		}
		if e, ok := o.entry(i, zone); ok {
			o.entries[ends[place]] = e
			ends[place]++
		} else {
			counts[place]--
			g.startless++
		}
	}
	all := make([]*Booking, 0, len(bookings))
	for i := range g.rooms {
		first := len(all)
		all = o.sorted(o.entries[ends[i]-counts[i]:ends[i]], all)
		g.rooms[i].bookings = all[first:len(all):len(all)]
		g.copies += counts[i] - len(g.rooms[i].bookings)
	}
	slices.SortFunc(g.rooms[g.listed:], func(a, b roomBookings) int { return compareRoomsAt(a.room, b.room) })
	return g
}

// list takes the rooms that are to be shown, each once.
func (g *grouped) list(rooms []Room, hidden bool) {
	g.rooms = make([]roomBookings, 0, len(rooms))
	for i := range rooms {
		r := &rooms[i]
		if _, known := g.index[r.ID]; known {
			continue
		}
		g.index[r.ID] = nowhere
		if r.Hidden && !hidden {
			g.hidden++
			continue
		}
		g.rooms = append(g.rooms, roomBookings{room: r})
	}
	byOrder := func(a, b roomBookings) int { return compareRoomsAt(a.room, b.room) }
	if !slices.IsSortedFunc(g.rooms, byOrder) {
		slices.SortFunc(g.rooms, byOrder)
	}
	for i := range g.rooms {
		g.index[g.rooms[i].room.ID] = i
	}
	g.listed = len(g.rooms)
}

// place finds the room of each booking, and how many each room has. Rooms that are not listed are
// added.
func (g *grouped) place(bookings []Booking) (places, counts []int) {
	places, counts = make([]int, len(bookings)), make([]int, len(g.rooms))
	last, at := "", nowhere
	for i := range bookings {
		places[i] = nowhere
		if bookings[i].Cancelled {
			g.cancelled++
			continue
		}
		if id := bookings[i].RoomID; id != last || at == nowhere { // Most sources list them by room.
			last, at = id, g.find(id)
		}
		if places[i] = at; at == nowhere {
			continue
		}
		for at >= len(counts) {
			counts = append(counts, 0)
		}
		counts[at]++
	}
	return places, counts
}

// find returns where the room is, at the end for one that is not listed.
func (g *grouped) find(id string) int {
	at, known := g.index[id]
	if !known {
		at = len(g.rooms)
		g.index[id] = at
		g.rooms = append(g.rooms, roomBookings{room: &Room{ID: id, Name: id}})
	}
	return at
}

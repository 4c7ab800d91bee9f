package chatmessenger

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"foyer/services/room"
)

// listing is an answer as the rooms' board wants it.
type listing struct {
	rooms      []room.Room
	bookings   []room.Booking
	unknown    []string
	unreadable int
	scraps     []room.Scrap
}

// listing translates the answer. A room that comes twice is one with the bookings of both.
func (d decoded) listing(names Dialect, zone *time.Location) listing {
	l := listing{rooms: make([]room.Room, 0, len(d.found.Rooms)), bookings: make([]room.Booking, 0, len(d.people)), unknown: d.unknown,
		unreadable: d.found.Unreadable, scraps: d.scraps}
	known := make(map[string]bool, len(d.found.Rooms))
	read := 0
	for i := range d.found.Rooms {
		r := &d.found.Rooms[i]
		if !known[r.ID] {
			known[r.ID] = true
			l.rooms = append(l.rooms, r.board(names))
		}
		for _, b := range r.Bookings {
			booking, ok := b.board(r.ID, d.people[read]).Mended(zone)
			read++
			if ok {
				l.bookings = append(l.bookings, booking)
			}
		}
	}
	return l
}

func (r *Room) board(names Dialect) room.Room {
	return room.Room{ID: r.ID, Name: r.Name, Capacity: r.Capacity, Place: r.Place, Equipment: r.Equipment, Note: r.Note, Color: r.Color,
		Order: r.Order, Hidden: r.Hidden, Raw: without(r.Raw, names.Room.Bookings)}
}

func (b *Booking) board(roomID string, p parties) room.Booking {
	return room.Booking{ID: b.ID, RoomID: roomID, Title: b.Title, Start: b.Start, End: b.End, EndUnknown: b.EndUnknown, AllDay: b.AllDay,
		Organizer: p.owner, People: p.members, Note: b.Note, Private: b.Private, URL: b.URL, Raw: b.Raw}
}

// without returns an object without some of its members, and nothing for what is no object.
func without(raw json.RawMessage, names Names) json.RawMessage {
	o, ok := members(raw)
	if !ok {
		return nil
	}
	leaves := func(m member) bool {
		return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, m.name) })
	}
	if !slices.ContainsFunc(o, leaves) {
		return raw
	}
	kept := []byte{'{'}
	for _, m := range slices.DeleteFunc(o, leaves) {
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil
		}
		if len(kept) > 1 {
			kept = append(kept, ',')
		}
		kept = append(append(append(kept, name...), ':'), m.value...)
	}
	return append(kept, '}')
}

// hasOther reports whether the answer names a room that a list of rooms does not have.
func (l listing) hasOther(master listing) bool {
	places := master.places()
	return slices.ContainsFunc(l.rooms, func(r room.Room) bool { _, ok := places.of(r); return !ok })
}

// completed returns the answer with all rooms of a list of them. The list knows more of a room than what
// stands beside its bookings. If the answer said nothing at all, nothing is known of those rooms.
func (l listing) completed(master listing) listing {
	places := master.places()
	rooms := slices.Clone(master.rooms)
	renamed := map[string]string{}
	for _, r := range l.rooms {
		at, ok := places.of(r)
		if !ok {
			rooms = append(rooms, r)
			continue
		}
		if rooms[at].ID != r.ID {
			renamed[r.ID] = rooms[at].ID
		}
		rooms[at] = merged(rooms[at], r)
	}
	for i := range l.bookings {
		if id, ok := renamed[l.bookings[i].RoomID]; ok {
			l.bookings[i].RoomID = id
		}
	}
	for i, id := range l.unknown {
		if other, ok := renamed[id]; ok {
			l.unknown[i] = other
		}
	}
	if len(l.rooms) == 0 && l.unreadable > 0 {
		for _, r := range rooms {
			l.unknown = append(l.unknown, r.ID)
		}
	}
	l.rooms = rooms
	l.unreadable += master.unreadable
	l.scraps = append(slices.Clip(l.scraps), master.scraps...)
	l.scraps = l.scraps[:min(len(l.scraps), room.MaxScraps)]
	return l
}

// merged fills what a list of rooms leaves open.
func merged(a, b room.Room) room.Room {
	if a.Name == a.ID {
		a.Name = b.Name
	}
	if a.Capacity == 0 {
		a.Capacity = b.Capacity
	}
	if a.Place == "" {
		a.Place = b.Place
	}
	if a.Note == "" {
		a.Note = b.Note
	}
	if a.Color == "" {
		a.Color = b.Color
	}
	if len(a.Equipment) == 0 {
		a.Equipment = b.Equipment
	}
	if a.Order == 0 {
		a.Order = b.Order
	}
	a.Hidden = a.Hidden || b.Hidden
	return a
}

// places say where rooms are in a list.
type places struct {
	byID, byName map[string]int
	rooms        []room.Room
}

const ambiguous = -1

func (l listing) places() places {
	p := places{byID: make(map[string]int, len(l.rooms)), byName: make(map[string]int, len(l.rooms)), rooms: l.rooms}
	for i, r := range l.rooms {
		p.byID[r.ID] = i
		if _, twice := p.byName[r.Name]; twice {
			p.byName[r.Name] = ambiguous
		} else {
			p.byName[r.Name] = i
		}
	}
	return p
}

// of finds a room by its ID; by its name alone if one of the two answers had no ID for it.
func (p places) of(r room.Room) (int, bool) {
	if i, ok := p.byID[r.ID]; ok {
		return i, true
	}
	i, ok := p.byName[r.Name]
	if !ok || i == ambiguous || !isMade(r.ID) && !isMade(p.rooms[i].ID) {
		return 0, false
	}
	return i, true
}

// isMade reports whether a room's ID was made from its name.
func isMade(id string) bool { return strings.HasPrefix(id, madeID) }

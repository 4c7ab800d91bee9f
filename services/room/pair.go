package room

import (
	"slices"
	"time"
)

// identity is by what a booking is known again. Fields that do not count are left empty.
type identity struct {
	room, id, title string
	organizer       Person
	start, end      int64
}

// The ways of knowing a booking again that is not as it was, from the surest to the one that remains.
var identities = []func(b *Booking) (identity, bool){
	func(b *Booking) (identity, bool) { // no ID, and another title
		return identity{room: b.RoomID, start: b.Start.Unix(), end: b.End.Unix(), organizer: b.Organizer}, b.ID == ""
	},
	func(b *Booking) (identity, bool) { // another time
		return identity{room: b.RoomID, id: b.ID}, b.ID != ""
	},
	func(b *Booking) (identity, bool) {
		return identity{room: b.RoomID, title: b.Title, organizer: b.Organizer}, b.ID == "" && b.Title != ""
	},
	func(b *Booking) (identity, bool) { // another room; IDs may count from 1 in each, so it is not enough
		return identity{id: b.ID, title: b.Title}, b.ID != ""
	},
	func(b *Booking) (identity, bool) {
		return identity{title: b.Title, organizer: b.Organizer}, b.ID == "" && b.Title != "" && b.Organizer != Person{}
	},
}

// pair finds out which bookings are the same, and tells what is different of them.
func (d *differ) pair(was, is []*Booking) {
	for _, identify := range identities {
		if len(was) == 0 || len(is) == 0 {
			break
		}
		was, is = d.match(was, is, identify)
	}
	for _, b := range was {
		d.note(Removed, b.RoomID, b, nil)
	}
	for _, b := range is {
		d.note(Added, b.RoomID, nil, b)
	}
}

// match pairs bookings that one way of knowing them shows to be the same, those that are nearest in
// time, and returns the others.
func (d *differ) match(was, is []*Booking, identify func(*Booking) (identity, bool)) (restWas, restIs []*Booking) {
	waiting := make(map[identity][]*Booking, len(was))
	for _, b := range was {
		if key, ok := identify(b); ok {
			waiting[key] = append(waiting[key], b)
		}
	}
	paired := make(map[*Booking]bool, len(was))
	for _, b := range is {
		key, ok := identify(b)
		if all := waiting[key]; ok && len(all) > 0 {
			i := nearest(all, b.Start)
			d.compare(all[i], b)
			paired[all[i]] = true
			waiting[key] = slices.Delete(all, i, i+1)
			continue
		}
		restIs = append(restIs, b)
	}
	for _, b := range was {
		if !paired[b] {
			restWas = append(restWas, b)
		}
	}
	return restWas, restIs
}

// nearest returns which booking starts nearest to a time.
func nearest(bookings []*Booking, t time.Time) int {
	best := 0
	for i, b := range bookings {
		if b.Start.Sub(t).Abs() < bookings[best].Start.Sub(t).Abs() {
			best = i
		}
	}
	return best
}

// compare tells what is different of one booking.
func (d *differ) compare(was, is *Booking) {
	switch {
	case was.RoomID != is.RoomID || !was.Start.Equal(is.Start) || !was.End.Equal(is.End):
		d.note(Moved, is.RoomID, was, is)
	case !sameWords(was, is):
		d.note(Edited, is.RoomID, was, is)
	}
}

// sameWords tells whether two bookings are the same but for their time and room.
func sameWords(a, b *Booking) bool {
	return a.Title == b.Title && a.Organizer == b.Organizer && slices.Equal(a.People, b.People) && a.Note == b.Note &&
		a.URL == b.URL && a.Private == b.Private && a.AllDay == b.AllDay && a.EndUnknown == b.EndUnknown
}

func (d *differ) note(kind ChangeKind, room string, before, after *Booking) {
	d.changes = append(d.changes, Change{Kind: kind, Room: *d.rooms[room], Before: before, After: after})
}

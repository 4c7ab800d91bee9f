package room

import (
	"cmp"
	"slices"
	"time"
)

// ChangeKind is what happened between two looks. The values go to JSON.
type ChangeKind string

// The kinds of changes.
const (
	// Added: there is a new booking.
	Added ChangeKind = "added"
	// Moved: it is at another time or in another room.
	Moved ChangeKind = "moved"
	// Edited: something else of it is different.
	Edited ChangeKind = "edited"
	// Removed: it is gone, or cancelled.
	Removed ChangeKind = "removed"
	// Freed: a room that would be in use now is free.
	Freed ChangeKind = "freed"
	// RoomAdded and RoomRemoved: there is another room, or one less.
	RoomAdded   ChangeKind = "room-added"
	RoomRemoved ChangeKind = "room-removed"
)

// Change is one thing that is different.
type Change struct {
	Kind ChangeKind
	// Room is where: of a booking that moved, where it is now.
	Room Room
	// Before and After are the booking as it was and as it is; nil for what was not or is not there.
	Before, After *Booking
}

// Diff tells what is different between two readings of the same day, by room and time; between
// different days it tells nothing. A booking is known again by its ID, and without one by its title and
// organiser. Freed rooms are those of now. Rooms of which it is not known any more what is booked have
// no removed bookings.
func Diff(before, after Day, now time.Time, zone *time.Location) []Change {
	if before.Date != after.Date {
		return nil
	}
	was, is := group(before.Rooms, before.Bookings, zone, true), group(after.Rooms, after.Bookings, zone, true)
	d := differ{rooms: make(map[string]*Room)}
	d.compareRooms(&was, &is)
	d.pair(d.settle(&was, &is))
	d.freed(&was, &is, now)
	d.forget(after.Unknown)
	slices.SortStableFunc(d.changes, compareChanges)
	return d.changes
}

func compareChanges(a, b Change) int {
	return cmp.Or(compareRoomsAt(&a.Room, &b.Room), a.when().Compare(b.when()))
}

// when returns the time by which changes of a room are told.
func (c Change) when() time.Time {
	switch {
	case c.After != nil:
		return c.After.Start
	case c.Before != nil:
		return c.Before.Start
	default:
		return time.Time{}
	}
}

// differ collects changes.
type differ struct {
	changes []Change
	// rooms are those of both sides, as they are now.
	rooms map[string]*Room
}

// compareRooms finds rooms that are new or gone.
func (d *differ) compareRooms(was, is *grouped) {
	for i := range was.rooms {
		r := was.rooms[i].room
		d.rooms[r.ID] = r
		if _, ok := is.index[r.ID]; !ok && i < was.listed {
			d.changes = append(d.changes, Change{Kind: RoomRemoved, Room: *r})
		}
	}
	for i := range is.rooms {
		r := is.rooms[i].room
		d.rooms[r.ID] = r
		if _, ok := was.index[r.ID]; !ok && i < is.listed {
			d.changes = append(d.changes, Change{Kind: RoomAdded, Room: *r})
		}
	}
}

// freed finds rooms in which something ran now, and does not any more.
func (d *differ) freed(was, is *grouped, now time.Time) {
	running := make(map[string]bool)
	for i := range is.rooms {
		running[is.rooms[i].room.ID] = firstRunning(is.rooms[i].bookings, now) != nil
	}
	for i := range was.rooms {
		id := was.rooms[i].room.ID
		runs, listed := running[id]
		if b := firstRunning(was.rooms[i].bookings, now); b != nil && listed && !runs {
			d.changes = append(d.changes, Change{Kind: Freed, Room: *d.rooms[id], Before: b})
		}
	}
}

// firstRunning returns the first booking that runs at a moment, nil for none.
func firstRunning(bookings []*Booking, now time.Time) *Booking {
	for _, b := range bookings {
		if !b.Start.After(now) && b.End.After(now) {
			return b
		}
	}
	return nil
}

// forget takes back what would be told of rooms of which nothing is known.
func (d *differ) forget(unknown []string) {
	d.changes = slices.DeleteFunc(d.changes, func(c Change) bool {
		return (c.Kind == Removed || c.Kind == Freed) && slices.Contains(unknown, c.Room.ID)
	})
}

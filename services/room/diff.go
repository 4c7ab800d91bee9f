package room

import "time"

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

// Diff tells what is different in a day or in two readings of the same days, by room and time. A
// booking is known again by its ID, and without one by its title and organiser. Freed rooms are those
// of now.
func Diff(before, after Day, now time.Time, zone *time.Location) []Change { return nil }

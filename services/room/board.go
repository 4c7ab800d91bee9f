package room

import "time"

// DefaultSoon is how long before its start a booking starts soon.
const DefaultSoon = 5 * time.Minute

// Options are how a board is made. The zero value is the usual one.
type Options struct {
	// Soon is how long before its start a booking starts soon; 0 for DefaultSoon.
	Soon time.Duration
	// Every is the interval of the polls, for Board.Freshness; 0 for a day that is read once.
	Every time.Duration
	// Hidden shows rooms that were deleted or disabled too.
	Hidden bool
}

// Board is a day of all rooms, seen at a moment.
type Board struct {
	Date Date
	Zone *time.Location
	Now  time.Time
	// Start and End are the first moment of the day and the first one after it.
	Start, End time.Time
	// Today says that the day is Now's. Without it no booking runs, and a room is Free, Booked or Unknown.
	Today bool
	// Lines are in the order of SortRooms; rooms that only bookings know come last.
	Lines []Line
	// Counts are the statuses of the lines; after Only those it would show without FreeNow.
	Counts Counts
	// Bookings is how many bookings touch the day, without cancelled ones and copies.
	Bookings int
	// Cancelled and Copies count what takes up nothing: cancelled bookings, and entries that say again
	// what another one says.
	Cancelled, Copies int
	// HiddenRooms counts the rooms that are left out because they are hidden, with their bookings.
	HiddenRooms int
	// Unreadable counts the entries that could not be read; Scraps are some of them.
	Unreadable int
	Scraps     []Scrap
	// Reading is how old the data are, Freshness whether that is too old.
	Reading   Reading
	Freshness Freshness
	// Changes is when a status changes next by itself; zero for never.
	Changes time.Time
}

// Line is a room on the board.
type Line struct {
	Room   Room
	Status Status
	// Until is when that ends. Of a room in use it is the first moment at which nothing runs any more,
	// also after bookings that follow each other without a break; of a free one or one that is taken soon,
	// the start of the next booking. Zero: not as far as is known.
	Until time.Time
	// Guess says that Until is the end of a booking of which no end was named.
	Guess bool
	// Now is the booking that runs, the first of several; Next the first that starts after Now.
	Now, Next *Booking
	// Slots are the bookings that touch the day, by their start.
	Slots []Slot
	// Doubles counts the slots that share a moment with another one.
	Doubles int
}

// Slot is a booking as it is drawn on a day.
type Slot struct {
	Booking *Booking
	// Start and End are those of the booking within the day.
	Start, End time.Time
	// Before and After say that the booking began before the day, and that it ends after it.
	Before, After bool
	// Lane counts from 0; Lanes is how many bookings share the row here, 1 for the usual one. Bookings in
	// different lanes are double bookings, unless they only touch the same third one.
	Lane, Lanes int
}

// Double reports whether the slot shares a moment with another one of the room.
func (s Slot) Double() bool { return s.Lanes > 1 }

// NewBoard makes the board of a snapshot at a moment, in the zone in which the office looks at it. It
// keeps pointers into the snapshot. Bookings of rooms that are not listed have a line of their own;
// none is left out but those of hidden rooms, cancelled ones and copies. Of a snapshot that was never
// read, rooms are Unknown unless a booking is known to run.
func NewBoard(s Snapshot, now time.Time, zone *time.Location, o Options) *Board { return &Board{} }

package room

import "time"

// Query is what is asked of a room.
type Query struct {
	// From is before To; nothing can be had for another span.
	From, To time.Time
	// People is how many seats are needed; 0 for any.
	People int
	// Words have to stand in the room's name, place, equipment or note, in any order and case.
	Words string
}

// Why is the reason for which a room cannot be had. The values go to JSON.
type Why string

// The reasons.
const (
	// Taken: there is a booking in the way.
	Taken Why = "taken"
	// TooSmall: it has fewer seats than people.
	TooSmall Why = "too-small"
	// NotKnown: nobody knows what is booked in it at that time.
	NotKnown Why = "unknown"
)

// Answer is a room and whether it can be had.
type Answer struct {
	Room Room
	Free bool
	// Seats says that the room is known to be large enough; without it nobody knows its capacity, or it is
	// too small.
	Seats bool
	// Until is when the next booking of a free room starts; zero when there is none as far as is known.
	Until time.Time
	// Why is the reason of a room that is not free.
	Why Why
	// InTheWay is the first booking that is, nil without one.
	InTheWay *Booking
	// NextFree is when a room that is taken is free for long enough, after From; zero when it is not as far
	// as is known. NextUntil is when that ends, like Until.
	NextFree, NextUntil time.Time
}

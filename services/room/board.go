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
	// Soon is how long before its start a booking starts soon.
	Soon time.Duration
	// Changes is when a status changes next by itself, or the day begins or is over; zero for never.
	Changes time.Time
}

// NewBoard makes the board of a snapshot at a moment, in the zone in which the office looks at it. It
// keeps pointers into the snapshot. Bookings of rooms that are not listed have a line of their own;
// none is left out but those of hidden rooms, cancelled ones and copies. Of a snapshot that was never
// read, rooms are Unknown unless a booking is known to run.
func NewBoard(s Snapshot, now time.Time, zone *time.Location, o Options) *Board {
	if o.Soon == 0 {
		o.Soon = DefaultSoon
	}
	b := &Board{
		Date: s.Date, Zone: zone, Now: now, Start: s.Date.Start(zone), End: s.Date.End(zone),
		Soon: o.Soon, Scraps: s.Scraps, Reading: s.Reading, Freshness: s.Reading.Freshness(now, o.Every),
	}
	b.begin()
	g := group(s.Rooms, s.Bookings, zone, o.Hidden)
	b.Copies, b.Cancelled, b.HiddenRooms, b.Unreadable = g.copies, g.cancelled, g.hidden, s.Unreadable+g.startless
	unknown := make(map[string]bool, len(s.Unknown))
	for _, id := range s.Unknown {
		unknown[id] = true
	}
	b.Lines = make([]Line, len(g.rooms))
	slots := make([]Slot, 0, len(s.Bookings))
	for i := range g.rooms {
		l := &b.Lines[i]
		l.Room = *g.rooms[i].room
		bookings := g.rooms[i].bookings
		slots = b.draw(l, bookings, slots)
		b.judge(l, bookings, b.Freshness != Unread && !unknown[l.Room.ID])
		b.Counts.add(l.Status)
		b.Bookings += len(l.Slots)
	}
	return b
}

// begin looks where now is in the day.
func (b *Board) begin() {
	switch {
	case b.Now.Before(b.Start):
		b.changes(b.Start)
	case b.Now.Before(b.End):
		b.Today = true
		b.changes(b.End)
	}
}

// Line returns the line of a room, nil when it has none.
func (b *Board) Line(roomID string) *Line {
	for i := range b.Lines {
		if b.Lines[i].Room.ID == roomID {
			return &b.Lines[i]
		}
	}
	return nil
}

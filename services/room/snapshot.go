package room

import (
	"slices"
	"time"

	"foyer/services/fault"
)

// Snapshot is the last good answer about a day and what is known of its age. It is a value: polls
// return new ones, and what is inside is never changed.
type Snapshot struct {
	Day
	Reading
}

// Read returns the snapshot after a poll that was answered with day at a time. An answer without any
// room where there were some, or with bookings of which none could be read where they could before,
// is taken for a miss with CodeNoRooms or CodeNothingRead: a good board is never replaced by an empty
// one. A day of another date replaces the snapshot as a whole.
func (s Snapshot) Read(day Day, at, next time.Time) Snapshot {
	if s.Date == day.Date {
		before, after := amount{len(s.Rooms), len(s.Bookings), 0}, amount{len(day.Rooms), len(day.Bookings), day.Unreadable}
		if err := doubt(before, after); err != nil {
			return s.Missed(err, at, next)
		}
	}
	return Snapshot{Day: day, Reading: answered(at, next)}
}

// Missed returns the snapshot after a poll that ended with err, with the day as it was.
func (s Snapshot) Missed(err error, at, next time.Time) Snapshot {
	s.Reading = s.Reading.Missed(err, at, next)
	return s
}

// Turn returns the snapshot of another day before it was read, for midnight and for paging while the
// server is down: the same rooms, and of the bookings those that reach into it. It is Unread, but keeps
// its misses. Of the snapshot's own date it is the snapshot itself.
func (s Snapshot) Turn(date Date, zone *time.Location) Snapshot {
	if s.Date == date {
		return s
	}
	s.Day = Day{Date: date, Rooms: s.Rooms, Bookings: touching(s.Bookings, date, zone)}
	s.At = time.Time{}
	return s
}

// With returns the snapshot with the rooms of a newer list: those it does not have are added as
// unknown, the others are brought up to date. None is taken away.
func (s Snapshot) With(rooms []Room) Snapshot {
	known := make(map[string]int, len(s.Rooms))
	for i := range s.Rooms {
		known[s.Rooms[i].ID] = i
	}
	s.Rooms, s.Unknown = slices.Clone(s.Rooms), slices.Clip(s.Unknown)
	for _, r := range rooms {
		if i, ok := known[r.ID]; ok {
			s.Rooms[i] = r
			continue
		}
		known[r.ID] = len(s.Rooms)
		s.Rooms = append(s.Rooms, r)
		s.Unknown = append(s.Unknown, r.ID)
	}
	return s
}

// amount is how much an answer holds.
type amount struct{ rooms, bookings, unreadable int }

// doubt returns why an answer cannot replace a good one, nil when it can.
func doubt(before, after amount) error {
	code := ""
	switch {
	case before.rooms > 0 && after.rooms == 0:
		code = CodeNoRooms
	case before.bookings > 0 && after.bookings == 0 && after.unreadable > 0:
		code = CodeNothingRead
	default:
		return nil
	}
	return &fault.Error{Op: "reading the rooms", Service: "chat-messenger", Kind: fault.Faulty, Code: code}
}

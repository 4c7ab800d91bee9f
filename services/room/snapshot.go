package room

import "time"

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
func (s Snapshot) Read(day Day, at, next time.Time) Snapshot { return s }

// Missed returns the snapshot after a poll that ended with err, with the day as it was.
func (s Snapshot) Missed(err error, at, next time.Time) Snapshot {
	s.Reading = s.Reading.Missed(err, at, next)
	return s
}

// Turn returns the snapshot of another day before it was read, for midnight and for paging while the
// server is down: the same rooms, and of the bookings those that reach into it. It is Unread, but keeps
// its misses.
func (s Snapshot) Turn(date Date, zone *time.Location) Snapshot { return s }

// With returns the snapshot with the rooms of a newer list: those it does not have are added as
// unknown, the others are brought up to date. None is taken away.
func (s Snapshot) With(rooms []Room) Snapshot { return s }

// MonthSnapshot is the last good answer about a month and what is known of its age.
type MonthSnapshot struct {
	Plan
	Reading
}

// Read returns the snapshot after a poll that was answered with plan at a time, as Snapshot.Read does.
func (s MonthSnapshot) Read(plan Plan, at, next time.Time) MonthSnapshot { return s }

// Missed returns the snapshot after a poll that ended with err, with the month as it was.
func (s MonthSnapshot) Missed(err error, at, next time.Time) MonthSnapshot {
	s.Reading = s.Reading.Missed(err, at, next)
	return s
}

// Day returns what the month knows of one of its days, with the age of the month.
func (s MonthSnapshot) Day(date Date, zone *time.Location) Snapshot { return Snapshot{} }

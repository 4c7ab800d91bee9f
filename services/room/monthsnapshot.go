package room

import "time"

// MonthSnapshot is the last good answer about a month and what is known of its age.
type MonthSnapshot struct {
	Plan
	Reading
}

// Read returns the snapshot after a poll that was answered with plan at a time, as Snapshot.Read does.
func (s MonthSnapshot) Read(plan Plan, at, next time.Time) MonthSnapshot {
	if s.Month == plan.Month {
		before, after := amount{len(s.Rooms), len(s.Bookings), 0}, amount{len(plan.Rooms), len(plan.Bookings), plan.Unreadable}
		if err := doubt(before, after); err != nil {
			return s.Missed(err, at, next)
		}
	}
	return MonthSnapshot{Plan: plan, Reading: answered(at, next)}
}

// Missed returns the snapshot after a poll that ended with err, with the month as it was.
func (s MonthSnapshot) Missed(err error, at, next time.Time) MonthSnapshot {
	s.Reading = s.Reading.Missed(err, at, next)
	return s
}

// Day returns what the month knows of one of its days, with the age of the month; of a day outside of
// it the rooms alone, unread.
func (s MonthSnapshot) Day(date Date, zone *time.Location) Snapshot {
	day := Snapshot{Day: s.Plan.Day(date, zone), Reading: s.Reading}
	if !s.Month.Contains(date) {
		day.At, day.Unknown = time.Time{}, nil
	}
	return day
}

package room

import (
	"encoding/json"
	"slices"
	"time"
)

// seenMost is how many days are remembered; of more, those that were kept first are dropped.
const seenMost = 8

// Seen remembers days as somebody saw them last, to tell what changed since. The zero value has seen
// nothing. It belongs to one goroutine.
type Seen struct {
	days []Snapshot // those kept last come last
}

// Keep notes that a day was seen as it is in s, and is not looked at any more. A day of which changes
// are still to be told stays as it was before them, until Forget. What was never read was not seen.
func (l *Seen) Keep(s Snapshot) {
	if s.At.IsZero() || l.find(s.Date) != nil {
		return
	}
	s.Bookings = slices.Clone(s.Bookings)
	for i := range s.Bookings {
		s.Bookings[i].Raw = nil // it is never shown, and most of what a booking weighs
	}
	s.Scraps = nil
	if len(l.days) == seenMost {
		l.days = slices.Delete(l.days, 0, 1)
	}
	l.days = append(l.days, s)
}

// seenJSON is a day as somebody saw it, as JSON.
type seenJSON struct {
	Day     Day     `json:"day"`
	Reading Reading `json:"reading"`
}

// MarshalJSON writes what was seen, for the next time.
func (l Seen) MarshalJSON() ([]byte, error) {
	all := make([]seenJSON, len(l.days))
	for i, s := range l.days {
		all[i] = seenJSON{s.Day, s.Reading}
	}
	return json.Marshal(all)
}

// UnmarshalJSON reads what MarshalJSON wrote. Of more days than are remembered, the last ones are.
func (l *Seen) UnmarshalJSON(data []byte) error {
	var all []seenJSON
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	l.days = nil
	for _, s := range all[max(0, len(all)-seenMost):] {
		if !s.Reading.At.IsZero() {
			l.days = append(l.days, Snapshot{Day: s.Day, Reading: s.Reading})
		}
	}
	return nil
}

// Forget ends telling what changed on a day: it was seen.
func (l *Seen) Forget(date Date) {
	l.days = slices.DeleteFunc(l.days, func(s Snapshot) bool { return s.Date == date })
}

// find returns a day as it was seen, nil when it was not.
func (l *Seen) find(date Date) *Snapshot {
	for i := range l.days {
		if l.days[i].Date == date {
			return &l.days[i]
		}
	}
	return nil
}

// Changes tells which bookings of a day are added, moved, edited or removed since it was seen, by room
// and time, and when what was seen then had been read; the zero time for a day that was not seen.
// Nothing is told of a board that is Unread or Stale, of hidden rooms, and where entries that cannot be
// read, or rooms of which nothing was known, may be the whole difference.
func (l *Seen) Changes(s Snapshot, b *Board) (since time.Time, changes []Change) {
	was := l.find(s.Date)
	if was == nil {
		return time.Time{}, nil
	}
	if b.Freshness != Fresh || !s.At.After(was.At) {
		return was.At, nil
	}
	all := Diff(was.Day, s.Day, b.Now, b.Zone)
	return was.At, slices.DeleteFunc(all, func(c Change) bool { return !was.tells(c, &s, b) })
}

// tells reports whether a change is one of a booking on the day, and certain.
func (s *Snapshot) tells(c Change, now *Snapshot, b *Board) bool {
	onDay := c.Before != nil && c.Before.touches(b.Start, b.End) || c.After != nil && c.After.touches(b.Start, b.End)
	switch {
	case !onDay || c.Room.Hidden:
		return false
	case c.Kind == Added:
		return s.Unreadable <= now.Unreadable && !slices.Contains(s.Unknown, c.Room.ID)
	case c.Kind == Removed:
		return now.Unreadable <= s.Unreadable
	default:
		return c.Kind == Moved || c.Kind == Edited
	}
}

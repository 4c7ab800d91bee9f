package room

import "time"

// DefaultSpan is how long a room is wanted when only a start is said.
const DefaultSpan = time.Hour

// ParseWhen reads for when a room is wanted, as people say it, in now.Location():
//   - now for 45 min, 45 min, now, until 15:00, now-15:00,
//   - 14:00-15:30, 9 to 10, today 14:00 for 2 h, 2-3pm, 22:00-2:00,
//   - tomorrow 9-10, Fri 14:00 – 15:30, 2026-11-22 9:00-12:00, and all other days of message.ParseExpiry.
//
// A start alone lasts DefaultSpan. What has begun starts now. It fails with a *fault.Error of kind
// Invalid, with CodeWhenUnread for what is no time span and CodeWhenPast for one that is over.
func ParseWhen(text string, now time.Time) (from, to time.Time, err error) {
	return time.Time{}, time.Time{}, nil
}

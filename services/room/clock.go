package room

import "time"

// At returns the moment at which the clocks of a zone show clock since midnight; 24 hours are the
// day's end. Of a time that comes twice it is the first, and of one that is skipped the moment of the
// skip.
func (d Date) At(clock time.Duration, zone *time.Location) time.Time {
	seconds := int(clock / time.Second)
	t := time.Date(d.Year, d.Month, d.Day, 0, 0, seconds, 0, zone)
	begin, end := t.ZoneBounds()
	if isFar(begin, t) && isFar(end, t) {
		return t
	}
	// The clocks are changed nearby, and time.Date does not say which of its sides it took.
	wall := time.Date(d.Year, d.Month, d.Day, 0, 0, seconds, 0, time.UTC)
	var first time.Time
	for _, near := range []time.Time{t, begin.Add(-1), end} {
		at, ok := onSide(wall, near.In(zone))
		if ok && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	switch {
	case !first.IsZero():
		return first
	case shown(t).After(wall):
		return begin
	default:
		return end
	}
}

// isFar tells whether a change of the clocks does not matter to t. No change is larger than a day.
func isFar(change, t time.Time) bool {
	return change.IsZero() || t.Sub(change).Abs() > 48*time.Hour
}

// onSide returns when the clocks show wall if they go as they do near a moment, and whether they do go
// so then.
func onSide(wall, near time.Time) (time.Time, bool) {
	_, offset := near.Zone()
	at := wall.Add(-time.Duration(offset) * time.Second).In(near.Location())
	_, there := at.Zone()
	return at, there == offset
}

// shown returns what the clocks show at t, as if it were UTC.
func shown(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

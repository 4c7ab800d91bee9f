package chatmessenger

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// moment is a point in time as far as it was named: exact, or a day, or a time of day, or both.
type moment struct {
	exact time.Time
	// on is a day, at midnight UTC.
	on time.Time
	// clock is a time of day, which may be 24:00 and later.
	clock    time.Duration
	hasClock bool
}

func (m moment) known() bool { return !m.exact.IsZero() || !m.on.IsZero() }

// isDay reports whether only a day is known.
func (m moment) isDay() bool { return m.exact.IsZero() && !m.on.IsZero() && !m.hasClock }

func (m moment) time(zone *time.Location) time.Time {
	if !m.exact.IsZero() {
		return m.exact
	}
	seconds := int(m.clock / time.Second) // normalized by Date, also over midnight and summer time
	return time.Date(m.on.Year(), m.on.Month(), m.on.Day(), 0, 0, seconds, 0, zone)
}

// day is the day of a known moment.
func (m moment) day(zone *time.Location) time.Time {
	if !m.exact.IsZero() {
		return m.exact.In(zone)
	}
	return m.on
}

// moment finds a point in time under several names. A day and a time of day may stand under different
// ones; a time of day alone is on the day of the booking, else on the fallback.
func (x *decoder) moment(o object, names Names, fallback func() time.Time) moment {
	var found moment
	for _, name := range names {
		value, ok := o.named(name)
		if !ok {
			continue
		}
		m := x.read(value, deepest)
		if !m.exact.IsZero() {
			return m
		}
		if found.on.IsZero() {
			found.on = m.on
		}
		if m.hasClock && !found.hasClock {
			found.clock, found.hasClock = m.clock, true
		}
	}
	if !found.hasClock || !found.on.IsZero() {
		return found
	}
	for _, name := range x.Booking.Day {
		if value, ok := o.named(name); ok {
			if day := x.read(value, deepest); day.known() {
				found.on = dayOnly(day.day(x.zone))
				return found
			}
		}
	}
	found.on = fallback()
	return found
}

func dayOnly(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// read reads one value: milliseconds or seconds since 1970, a date, a time, or Firestore's object.
func (x *decoder) read(value json.RawMessage, depth int) moment {
	if at, ok := usualTime(value); ok {
		return moment{exact: at}
	}
	if o, ok := members(value); ok && depth > 0 {
		for _, name := range []string{"seconds", "_seconds"} {
			if seconds, ok := o.named(name); ok {
				return epoch(scalar(seconds), time.Second)
			}
		}
		if inner, ok := o.first(Names{"dateTime", "date", "$date"}, isAny); ok {
			return x.read(inner, depth-1)
		}
		return moment{}
	}
	text := scalar(value)
	if areDigits(text) || number.MatchString(text) {
		return x.number(text)
	}
	return x.text(text)
}

// usualTime knows the milliseconds of our days, which are thirteen digits, at a glance.
func usualTime(value json.RawMessage) (time.Time, bool) {
	if len(value) != 13 || value[0] == '0' {
		return time.Time{}, false
	}
	milliseconds := int64(0)
	for _, digit := range value {
		if digit < '0' || digit > '9' {
			return time.Time{}, false
		}
		milliseconds = 10*milliseconds + int64(digit-'0')
	}
	t := time.UnixMilli(milliseconds)
	return t, isLikely(t)
}

// areDigits knows the usual number at a glance.
func areDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

var number = regexp.MustCompile(`^-?\d+(\.\d+)?([eE][+-]?\d+)?$`)

// number reads digits. 12 and 14 of them may be a date and a time, or milliseconds of another century.
func (x *decoder) number(text string) moment {
	for _, layout := range []string{"20060102", "200601021504", "20060102150405"} {
		if len(text) != len(layout) {
			continue
		}
		t, err := time.ParseInLocation(layout, text, x.zone)
		switch {
		case err != nil || !isLikely(t):
		case len(text) == len("20060102"):
			return moment{on: dayOnly(t)}
		default:
			return moment{exact: t}
		}
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return moment{}
	}
	switch {
	case value >= 1e12:
		return epoch(text, time.Millisecond)
	case value >= 1e9:
		return epoch(text, time.Second)
	}
	return moment{}
}

func epoch(text string, unit time.Duration) moment {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(value) || math.Abs(value) > 1e15 {
		return moment{}
	}
	t := time.Unix(int64(value), 0)
	if unit == time.Millisecond {
		t = time.UnixMilli(int64(value))
	}
	if !isLikely(t) {
		return moment{}
	}
	return moment{exact: t}
}

// isLikely keeps ids and other numbers from being taken for times.
func isLikely(t time.Time) bool { return t.Year() > 1970 && t.Year() < 2200 }

var (
	zoned = []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006/1/2 15:04:05 -0700"}
	local = []string{"2006-1-2 15:04:05", "2006-1-2 15:04", "2006/1/2 15:04:05", "2006/1/2 15:04", "2006-1-2T15:04:05", "2006-1-2T15:04", "2006年1月2日 15:04"}
	dates = []string{"2006-1-2", "2006/1/2", "2006年1月2日"}
	clock = regexp.MustCompile(`^(\d{1,2}):(\d{2})(?::(\d{2}))?$`)
	// late is a date with an hour that Go does not know: 24:00, and 25:30 for half past one at night.
	late = regexp.MustCompile(`^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[ T](2[4-9]:\d{2}(?::\d{2})?)$`)
)

func (x *decoder) text(text string) moment {
	for _, layout := range zoned {
		if t, err := time.Parse(layout, text); err == nil && isLikely(t) {
			return moment{exact: t}
		}
	}
	for _, layout := range local {
		if t, err := time.ParseInLocation(layout, text, x.zone); err == nil && isLikely(t) {
			return moment{exact: t}
		}
	}
	if parts := late.FindStringSubmatch(text); parts != nil {
		day, hour := x.text(parts[1]), x.text(parts[2])
		hour.on = day.on
		return hour
	}
	for _, layout := range dates {
		if t, err := time.Parse(layout, text); err == nil && isLikely(t) {
			return moment{on: t}
		}
	}
	if parts := clock.FindStringSubmatch(text); parts != nil {
		return clockOf(parts[1:])
	}
	return moment{}
}

func clockOf(parts []string) moment {
	var n [3]int
	for i, part := range parts {
		n[i], _ = strconv.Atoi(strings.TrimSpace(part)) // digits, or none
	}
	if n[0] > 29 || n[1] > 59 || n[2] > 59 {
		return moment{}
	}
	return moment{clock: time.Duration(n[0])*time.Hour + time.Duration(n[1])*time.Minute + time.Duration(n[2])*time.Second, hasClock: true}
}

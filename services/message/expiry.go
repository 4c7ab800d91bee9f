package message

import (
	"time"

	"foyer/services/fault"
)

// Codes of the *fault.Error that ParseExpiry returns; its kind is Invalid.
const (
	// CodeExpiryUnread: the text is no time.
	CodeExpiryUnread = "expiry-unread"
	// CodeExpiryPast: the time is over.
	CodeExpiryPast = "expiry-past"
)

// ParseExpiry reads when something ends, as people say it, in now.Location():
//   - a time of today: 18:00, 5pm, noon, midnight (the end of the day),
//   - a day and a time: today 18:00, tomorrow at 9, Fri 12:00, 22 Nov 18:00, 22.11.2026 18:00,
//     2026-11-22 18:00; a day without a time ends at 23:59,
//   - a while from now: 2 h, 90 min, 1h30, in half an hour, in 2 days, in 2 days 9:00,
//   - RFC 3339.
//
// A weekday is the next one, today's until its time is over; a day without its year is the next one
// too. A time of today that is over is an error with CodeExpiryPast and not tomorrow's: that has to be
// said. Words may be of any language that plain.EnglishTime knows.
func ParseExpiry(text string, now time.Time) (time.Time, error) {
	trimmed := tidy(text)
	at, err := time.Parse(time.RFC3339, trimmed)
	ok := err == nil
	if !ok {
		e := expiry{tokens: timeTokens(trimmed)}
		e.read()
		at, ok = e.time(now)
	}
	code := CodeExpiryPast
	if !ok {
		code = CodeExpiryUnread
	}
	if !ok || !at.After(now) {
		return time.Time{}, &fault.Error{Op: "reading an expiry", Kind: fault.Invalid, Code: code, Words: shown(text)}
	}
	return at.In(now.Location()), nil
}

// time returns what was said, and whether that is a time at all.
func (e *expiry) time(now time.Time) (time.Time, bool) {
	if !e.makesSense() {
		return time.Time{}, false
	}
	c := clock{hour: 23, minute: 59}
	switch {
	case e.clock != nil:
		c = *e.clock
	case e.lasts() && !e.hasDay():
		return now.AddDate(0, 0, e.days).Add(e.span), true
	}
	switch {
	case e.date != nil:
		at := e.date.at(c, now)
		return at, e.weekday == nil || c.hour < 24 && at.Weekday() == *e.weekday
	case e.weekday != nil:
		days := (int(*e.weekday) - int(now.Weekday()) + 7) % 7
		if days == 0 && (e.next || !c.on(now, 0).After(now)) {
			days = 7
		}
		return c.on(now, days), true
	case e.offset != nil:
		return c.on(now, *e.offset), true
	default:
		return c.on(now, e.days), true
	}
}

// makesSense tells whether what was said goes together.
func (e *expiry) makesSense() bool {
	switch {
	case e.failed || e.at:
		return false
	case e.next && (e.weekday == nil || e.date != nil):
		return false
	case e.date != nil && !e.date.exists():
		return false
	case e.lasts() && e.hasDay() || e.span != 0 && e.clock != nil:
		return false // in 2 days may have a time of day, in 2 hours not
	}
	return e.lasts() || e.hasDay() || e.clock != nil
}

// lasts tells whether a while from now was said.
func (e *expiry) lasts() bool { return e.span != 0 || e.days != 0 }

// on returns the time on the day that many days from now.
func (c clock) on(now time.Time, days int) time.Time {
	year, month, day := now.Date()
	return time.Date(year, month, day+days, c.hour, c.minute, 0, 0, now.Location())
}

// exists tells whether there is such a day. Of 29 February without a year it is not asked which.
func (d date) exists() bool {
	year := d.year
	if year == 0 {
		year = 2024
	}
	t := time.Date(year, d.month, d.day, 12, 0, 0, 0, time.UTC)
	return year >= 1000 && d.day > 0 && t.Month() == d.month && t.Day() == d.day
}

// at returns the day at c, the next such day when no year was said.
func (d date) at(c clock, now time.Time) time.Time {
	year := d.year
	if year == 0 {
		year = now.Year()
	}
	for {
		t := time.Date(year, d.month, d.day, c.hour, c.minute, 0, 0, now.Location())
		real := time.Date(year, d.month, d.day, 12, 0, 0, 0, time.UTC).Day() == d.day // not 29 February of any year
		if d.year != 0 || real && t.After(now) {
			return t
		}
		year++
	}
}

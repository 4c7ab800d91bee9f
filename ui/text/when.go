package text

import (
	"strconv"
	"time"
)

// Recent says when something was, as short as a list wants it: "2 min ago", "09:58", "Friday",
// "18 Nov", "18 Nov 2025". Both times are shown in now's zone.
func (c *Catalogue) Recent(t, now time.Time) string {
	t = t.In(now.Location())
	days := daysBetween(t, now)
	switch age := now.Sub(t); {
	case age < time.Minute && age > -time.Minute:
		return c.T("when.now")
	case age > 0 && age < 10*time.Minute:
		return c.N("when.minutes", int(age/time.Minute))
	case days == 0:
		return c.Clock(t)
	case days > 0 && days < 5: // further back, a weekday has to be counted out
		return c.Weekday(t)
	}
	return c.day(t, now)
}

// Moment says when something was, within a sentence: "today 10:40", "18 Nov 2025".
func (c *Catalogue) Moment(t, now time.Time) string {
	t = t.In(now.Location())
	switch daysBetween(t, now) {
	case 0:
		return c.T("when.today", "Time", c.Clock(t))
	case 1:
		return c.T("when.yesterday", "Time", c.Clock(t))
	}
	return c.day(t, now)
}

// ShortWeekday returns the name of a day as it stands above a column: "Mon".
func (c *Catalogue) ShortWeekday(day time.Weekday) string {
	return c.T("rooms.weekday." + strconv.Itoa(int(day)))
}

// Weekday returns the name of t's day.
func (c *Catalogue) Weekday(t time.Time) string { return c.WeekdayName(t.Weekday()) }

// WeekdayName returns the name of a day.
func (c *Catalogue) WeekdayName(day time.Weekday) string {
	return c.T("when.weekday." + strconv.Itoa(int(day)))
}

func (c *Catalogue) day(t, now time.Time) string {
	month := c.T("when.month." + strconv.Itoa(int(t.Month())))
	if t.Year() == now.Year() {
		return c.T("when.day", "Day", t.Day(), "Month", month)
	}
	return c.T("when.day-year", "Day", t.Day(), "Month", month, "Year", t.Year())
}

// daysBetween counts midnights from t to now, both in one zone.
func daysBetween(t, now time.Time) int {
	a := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
	b := time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, time.UTC)
	return int(b.Sub(a) / (24 * time.Hour))
}

// Example writes a day with its year and a time, to show how both look.
func (c *Catalogue) Example(t time.Time) string {
	month := c.T("when.month." + strconv.Itoa(int(t.Month())))
	day := c.T("when.day-year", "Day", t.Day(), "Month", month, "Year", t.Year())
	return c.T("language.day", "Weekday", c.Weekday(t), "Day", day, "Time", c.Clock(t))
}

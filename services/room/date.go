package room

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Date is a day of the calendar, in no zone. The zero Date is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day that t is in, in t's own zone.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// ParseDate reads yyyyMMdd or yyyy-MM-dd. It fails with a *fault.Error of kind Invalid and
// CodeNoDate, also for days that the calendar does not have.
func ParseDate(text string) (Date, error) {
	trimmed := strings.TrimSpace(text)
	t, err := time.Parse("20060102", trimmed)
	if err != nil {
		t, err = time.Parse(time.DateOnly, trimmed)
	}
	if err != nil {
		return Date{}, invalid("reading a day", CodeNoDate, text)
	}
	return DateOf(t), nil
}

// String returns yyyyMMdd, and "" for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d%02d%02d", d.Year, int(d.Month), d.Day)
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// noon is a moment of the day that every calendar day has.
func (d Date) noon() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// Weekday returns which day of the week it is.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.noon().AddDate(0, 0, n)) }

// Compare returns -1, 0 or 1 as d is before, at or after other.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// Start returns the first moment of the day in a zone. That is not always 0:00: where the clocks are
// changed at midnight there may be none, or two.
func (d Date) Start(zone *time.Location) time.Time { return d.At(0, zone) }

// End returns the first moment after the day, 23, 24 or 25 hours after Start in most zones. A day that
// a zone left out, as Samoa did in 2011, has no moment at all.
func (d Date) End(zone *time.Location) time.Time { return d.AddDays(1).At(0, zone) }

// MarshalText writes yyyyMMdd.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate does, and "" as no day.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	read, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = read
	return nil
}

package room

import (
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
func ParseDate(text string) (Date, error) { return Date{}, nil }

// String returns yyyyMMdd, and "" for no day.
func (d Date) String() string { return "" }

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Weekday returns which day of the week it is.
func (d Date) Weekday() time.Weekday { return 0 }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return d }

// Compare returns -1, 0 or 1 as d is before, at or after other.
func (d Date) Compare(other Date) int { return 0 }

// Start returns the first moment of the day in a zone. That is not always 0:00: where the clocks are
// changed at midnight there may be none, or two.
func (d Date) Start(zone *time.Location) time.Time { return time.Time{} }

// End returns the first moment after the day, 23, 24 or 25 hours after Start in most zones.
func (d Date) End(zone *time.Location) time.Time { return time.Time{} }

// At returns the moment at which the clocks of a zone show clock since midnight; 24 hours are the
// day's end. Of a time that comes twice it is the first, and of one that is skipped the moment of the
// skip.
func (d Date) At(clock time.Duration, zone *time.Location) time.Time { return time.Time{} }

// MarshalText writes yyyyMMdd.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate does, and "" as no day.
func (d *Date) UnmarshalText(text []byte) error { return nil }

package room

import "time"

// Month is a month of the calendar, in no zone. The zero Month is none.
type Month struct {
	Year  int
	Month time.Month
}

// MonthOf returns the month that a day is in.
func MonthOf(d Date) Month { return Month{d.Year, d.Month} }

// ParseMonth reads yyyyMM or yyyy-MM. It fails with a *fault.Error of kind Invalid and CodeNoDate.
func ParseMonth(text string) (Month, error) { return Month{}, nil }

// String returns yyyyMM, and "" for none.
func (m Month) String() string { return "" }

// IsZero reports whether m is no month.
func (m Month) IsZero() bool { return m == Month{} }

// Add returns the month n months later.
func (m Month) Add(n int) Month { return m }

// First returns the month's first day.
func (m Month) First() Date { return Date{m.Year, m.Month, 1} }

// Last returns the month's last day.
func (m Month) Last() Date { return Date{} }

// Days returns all days of the month.
func (m Month) Days() []Date { return nil }

// Weeks returns the weeks that the month touches, each from the weekday that weeks begin with, with
// the days of the months before and after it.
func (m Month) Weeks(begin time.Weekday) [][7]Date { return nil }

// Contains reports whether the day is in the month.
func (m Month) Contains(d Date) bool { return MonthOf(d) == m }

// MarshalText writes yyyyMM.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what ParseMonth does, and "" as none.
func (m *Month) UnmarshalText(text []byte) error { return nil }

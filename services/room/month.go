package room

import (
	"fmt"
	"strings"
	"time"
)

// Month is a month of the calendar, in no zone. The zero Month is none.
type Month struct {
	Year  int
	Month time.Month
}

// MonthOf returns the month that a day is in.
func MonthOf(d Date) Month { return Month{d.Year, d.Month} }

// ParseMonth reads yyyyMM or yyyy-MM. It fails with a *fault.Error of kind Invalid and CodeNoDate.
func ParseMonth(text string) (Month, error) {
	trimmed := strings.TrimSpace(text)
	t, err := time.Parse("200601", trimmed)
	if err != nil {
		t, err = time.Parse("2006-01", trimmed)
	}
	if err != nil {
		return Month{}, invalid("reading a month", CodeNoDate, text)
	}
	return MonthOf(DateOf(t)), nil
}

// String returns yyyyMM, and "" for none.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d%02d", m.Year, int(m.Month))
}

// IsZero reports whether m is no month.
func (m Month) IsZero() bool { return m == Month{} }

// Add returns the month n months later.
func (m Month) Add(n int) Month {
	return MonthOf(DateOf(time.Date(m.Year, m.Month+time.Month(n), 1, 12, 0, 0, 0, time.UTC)))
}

// First returns the month's first day.
func (m Month) First() Date { return Date{m.Year, m.Month, 1} }

// Last returns the month's last day.
func (m Month) Last() Date { return m.Add(1).First().AddDays(-1) }

// Days returns all days of the month.
func (m Month) Days() []Date {
	all := make([]Date, m.Last().Day)
	for i := range all {
		all[i] = Date{m.Year, m.Month, i + 1}
	}
	return all
}

// Weeks returns the weeks that the month touches, each from the weekday that weeks begin with, with
// the days of the months before and after it.
func (m Month) Weeks(begin time.Weekday) [][7]Date {
	first, last := m.First(), m.Last()
	day := first.AddDays(-(int(first.Weekday()-begin) + 7) % 7)
	var weeks [][7]Date
	for day.Compare(last) <= 0 {
		var week [7]Date
		for i := range week {
			week[i] = day
			day = day.AddDays(1)
		}
		weeks = append(weeks, week)
	}
	return weeks
}

// Contains reports whether the day is in the month.
func (m Month) Contains(d Date) bool { return MonthOf(d) == m }

// MarshalText writes yyyyMM.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what ParseMonth does, and "" as none.
func (m *Month) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Month{}
		return nil
	}
	read, err := ParseMonth(string(text))
	if err != nil {
		return err
	}
	*m = read
	return nil
}

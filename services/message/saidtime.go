package message

import "time"

// expiry collects what a text says of a time.
type expiry struct {
	tokens []timeToken
	failed bool

	// span is a while from now, and days whole days of it.
	span time.Duration
	days int
	// rest says that a bare number is minutes, after hours; at, that it is an hour.
	rest, at bool

	clock *clock
	// The day: one of them, or a weekday with its date.
	weekday *time.Weekday
	offset  *int // days from today
	date    *date
	// next says that the weekday is not today.
	next bool
}

// clock is a time of day; 24:00 is the end of it.
type clock struct{ hour, minute int }

// read takes all tokens.
func (e *expiry) read() {
	for len(e.tokens) > 0 && !e.failed {
		t := e.take()
		switch t.kind {
		case timeNumber:
			e.number(t)
		case timeClock:
			e.setClock(t.clock)
		case timeDate:
			e.setDate(t.date)
		case timeMonth:
			e.setDate(date{month: time.Month(t.n)})
		case timeWeekday:
			day := time.Weekday(t.n)
			e.failed = e.weekday != nil || e.offset != nil
			e.weekday = &day
		case timeOffset:
			e.failed = e.hasDay()
			e.offset = &t.n
		case timeAt:
			e.at = true
		case timeNext:
			e.next = true
		case timeNoise:
		default:
			e.failed = true
		}
	}
}

func (e *expiry) take() timeToken {
	t := e.tokens[0]
	e.tokens = e.tokens[1:]
	return t
}

// takeIf takes the next token if it is of that kind.
func (e *expiry) takeIf(k timeKind) (timeToken, bool) {
	if len(e.tokens) == 0 || e.tokens[0].kind != k {
		return timeToken{}, false
	}
	return e.take(), true
}

func (e *expiry) hasDay() bool { return e.weekday != nil || e.offset != nil || e.date != nil }

func (e *expiry) setDate(d date) {
	e.failed = e.failed || e.date != nil || e.offset != nil
	e.date = &d
}

// setClock takes a time of day with its am or pm. 1:30 h is a while.
func (e *expiry) setClock(c clock) {
	if unit, ok := e.takeIf(timeUnit); ok {
		e.failed = unit.n != minutesInHour
		e.addSpan(float64(c.hour)+float64(c.minute)/minutesInHour, minutesInHour)
		return
	}
	if half, ok := e.takeIf(timeHalfDay); ok {
		e.failed = c.hour < 1 || c.hour > 12
		c.hour = c.hour%12 + half.n
	}
	e.takeIf(timeClockWord)
	e.failed = e.failed || e.clock != nil || c.hour > 24 || c.minute > 59 || c.hour == 24 && c.minute > 0
	e.clock, e.at = &c, false
}

// number takes a number by what stands behind and before it.
func (e *expiry) number(t timeToken) {
	if t.amount == 0.5 && len(e.tokens) > 0 && e.tokens[0].amount == 1 {
		e.take() // half an hour
	}
	if unit, ok := e.takeIf(timeUnit); ok {
		e.addSpan(t.amount, unit.n)
		return
	}
	n := t.clock.hour
	switch isWhole := t.amount == float64(n); {
	case isWhole && (e.dayOrYear(n) || e.rested(n)):
	case n == noHour || isWhole && !e.isHour():
		e.failed = true
	default:
		e.setClock(t.clock)
	}
}

// dayOrYear takes a number as day beside a month, or as year behind both.
func (e *expiry) dayOrYear(n int) bool {
	switch {
	case n == noHour:
		return false
	case e.takeMonth():
		e.date.day = n
	case e.date == nil:
		return false
	case e.date.day == 0:
		e.date.day = n
	case e.date.year == 0 && n >= 1000:
		e.date.year = n
	default:
		return false
	}
	return true
}

// rested takes a number as minutes behind hours: 1h30.
func (e *expiry) rested(n int) bool {
	if !e.rest || n >= minutesInHour {
		return false
	}
	e.span += time.Duration(n) * time.Minute
	e.rest = false
	return true
}

// takeMonth takes the month behind a day: 22 Nov, 22nd of November.
func (e *expiry) takeMonth() bool {
	i := 0
	for i < len(e.tokens) && e.tokens[i].kind == timeNoise {
		i++
	}
	if i == len(e.tokens) || e.tokens[i].kind != timeMonth {
		return false
	}
	e.setDate(date{month: time.Month(e.tokens[i].n)})
	e.tokens = e.tokens[i+1:]
	return true
}

// isHour tells whether a bare number is an hour: 5 pm, at 9, tomorrow 9.
func (e *expiry) isHour() bool {
	follows := timeNone
	if len(e.tokens) > 0 {
		follows = e.tokens[0].kind
	}
	return e.at || e.offset != nil || follows == timeHalfDay || follows == timeClockWord
}

// addSpan adds a while: whole days by the calendar, all else by the clock.
func (e *expiry) addSpan(n float64, minutes int) {
	e.rest = minutes == minutesInHour
	days := n * float64(minutes) / minutesInDay
	if minutes >= minutesInDay && days == float64(int(days)) {
		e.days += int(days)
		return
	}
	e.span += time.Duration(n * float64(minutes) * float64(time.Minute))
}

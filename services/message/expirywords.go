package message

// expiryWords are the words of ParseExpiry in small letters. plain.EnglishTime makes them of those of
// other languages.
var expiryWords = map[string]timeToken{
	"today": {kind: timeOffset}, "tonight": {kind: timeOffset}, "tomorrow": {kind: timeOffset, n: 1}, "overmorrow": {kind: timeOffset, n: 2},

	"m": {kind: timeUnit, n: 1}, "min": {kind: timeUnit, n: 1}, "mins": {kind: timeUnit, n: 1}, "minute": {kind: timeUnit, n: 1}, "minutes": {kind: timeUnit, n: 1},
	"h": {kind: timeUnit, n: minutesInHour}, "hr": {kind: timeUnit, n: minutesInHour}, "hrs": {kind: timeUnit, n: minutesInHour},
	"hour": {kind: timeUnit, n: minutesInHour}, "hours": {kind: timeUnit, n: minutesInHour},
	"d": {kind: timeUnit, n: minutesInDay}, "day": {kind: timeUnit, n: minutesInDay}, "days": {kind: timeUnit, n: minutesInDay},
	"w": {kind: timeUnit, n: 7 * minutesInDay}, "week": {kind: timeUnit, n: 7 * minutesInDay}, "weeks": {kind: timeUnit, n: 7 * minutesInDay},

	"a": {kind: timeNumber, amount: 1, clock: clock{hour: noHour}}, "an": {kind: timeNumber, amount: 1, clock: clock{hour: noHour}},
	"half": {kind: timeNumber, amount: 0.5, clock: clock{hour: noHour}},

	"am": {kind: timeHalfDay}, "pm": {kind: timeHalfDay, n: 12}, "o'clock": {kind: timeClockWord},
	"noon": {kind: timeClock, clock: clock{hour: 12}}, "midday": {kind: timeClock, clock: clock{hour: 12}}, "midnight": {kind: timeClock, clock: clock{hour: 24}},

	"sun": {kind: timeWeekday}, "sunday": {kind: timeWeekday},
	"mon": {kind: timeWeekday, n: 1}, "monday": {kind: timeWeekday, n: 1},
	"tue": {kind: timeWeekday, n: 2}, "tues": {kind: timeWeekday, n: 2}, "tuesday": {kind: timeWeekday, n: 2},
	"wed": {kind: timeWeekday, n: 3}, "wednesday": {kind: timeWeekday, n: 3},
	"thu": {kind: timeWeekday, n: 4}, "thur": {kind: timeWeekday, n: 4}, "thurs": {kind: timeWeekday, n: 4}, "thursday": {kind: timeWeekday, n: 4},
	"fri": {kind: timeWeekday, n: 5}, "friday": {kind: timeWeekday, n: 5},
	"sat": {kind: timeWeekday, n: 6}, "saturday": {kind: timeWeekday, n: 6},

	"jan": {kind: timeMonth, n: 1}, "january": {kind: timeMonth, n: 1}, "feb": {kind: timeMonth, n: 2}, "february": {kind: timeMonth, n: 2},
	"mar": {kind: timeMonth, n: 3}, "march": {kind: timeMonth, n: 3}, "apr": {kind: timeMonth, n: 4}, "april": {kind: timeMonth, n: 4},
	"may": {kind: timeMonth, n: 5}, "jun": {kind: timeMonth, n: 6}, "june": {kind: timeMonth, n: 6}, "jul": {kind: timeMonth, n: 7}, "july": {kind: timeMonth, n: 7},
	"aug": {kind: timeMonth, n: 8}, "august": {kind: timeMonth, n: 8}, "sep": {kind: timeMonth, n: 9}, "sept": {kind: timeMonth, n: 9}, "september": {kind: timeMonth, n: 9},
	"oct": {kind: timeMonth, n: 10}, "october": {kind: timeMonth, n: 10}, "nov": {kind: timeMonth, n: 11}, "november": {kind: timeMonth, n: 11},
	"dec": {kind: timeMonth, n: 12}, "december": {kind: timeMonth, n: 12},

	"at": {kind: timeAt}, "next": {kind: timeNext},
	"in": {kind: timeNoise}, "on": {kind: timeNoise}, "by": {kind: timeNoise}, "until": {kind: timeNoise}, "till": {kind: timeNoise}, "to": {kind: timeNoise},
	"for": {kind: timeNoise}, "from": {kind: timeNoise}, "now": {kind: timeNoise}, "this": {kind: timeNoise}, "the": {kind: timeNoise}, "of": {kind: timeNoise},
	"and": {kind: timeNoise}, "st": {kind: timeNoise}, "nd": {kind: timeNoise}, "rd": {kind: timeNoise}, "th": {kind: timeNoise},
	"expires": {kind: timeNoise}, "ends": {kind: timeNoise}, "within": {kind: timeNoise}, "later": {kind: timeNoise},
}

package message

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"foyer/services/plain"
)

// timeKind is what a token of a time is.
type timeKind int

const (
	timeNone timeKind = iota
	timeNumber
	timeClock     // 18:00
	timeDate      // 2026-11-22
	timeUnit      // n is its length in minutes
	timeOffset    // today, tomorrow: n days
	timeWeekday   // n from Sunday
	timeMonth     // n from 1
	timeHalfDay   // am, pm: n hours later
	timeClockWord // o'clock
	timeAt        // a number behind it is an hour
	timeNext      // not today
	timeNoise     // means nothing
)

const (
	minutesInHour = 60
	minutesInDay  = 24 * minutesInHour
)

// timeToken is a part of a time.
type timeToken struct {
	kind   timeKind
	n      int
	amount float64
	clock  clock
	date   date
}

// date is a day; year 0 is one that was not said.
type date struct {
	year  int
	month time.Month
	day   int
}

// timePatterns are how tokens are written, and what they are.
var timePatterns = []struct {
	written *regexp.Regexp
	read    func(parts []string) timeToken
}{
	{regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})t?`), func(p []string) timeToken {
		if atoi(p[1]) == 0 {
			return timeToken{} // A year that was not said is something else.
		}
		return timeToken{kind: timeDate, date: date{atoi(p[1]), time.Month(atoi(p[2])), atoi(p[3])}}
	}},
	{regexp.MustCompile(`^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?`), func(p []string) timeToken {
		return timeToken{kind: timeDate, date: date{atoi(p[3]), time.Month(atoi(p[2])), atoi(p[1])}}
	}},
	{regexp.MustCompile(`^(\d{1,2}):(\d\d)(?::\d\d)?`), func(p []string) timeToken {
		return timeToken{kind: timeClock, clock: clock{hour: atoi(p[1]), minute: atoi(p[2])}}
	}},
	{regexp.MustCompile(`^(\d{1,5})(?:\.(\d{1,2}))?`), func(p []string) timeToken {
		t := timeToken{kind: timeNumber, clock: clock{hour: noHour}}
		t.amount, _ = strconv.ParseFloat(p[0], 64) // The pattern lets nothing else through.
		if len(p[2]) == 2 || p[2] == "" {
			t.clock = clock{hour: atoi(p[1]), minute: atoi(p[2])} // 18.30
		}
		return t
	}},
	{regexp.MustCompile(`^[\pL\pM'’.]+`), func(p []string) timeToken {
		return expiryWords[strings.Trim(strings.ReplaceAll(p[0], "’", "'"), ".")]
	}},
}

// noHour is no hour of a clock.
const noHour = 99

// timeTokens cuts text into tokens. What is none is a token of no kind.
func timeTokens(text string) []timeToken {
	const longest = 80 // bytes; no time needs more
	if len(text) > longest {
		return []timeToken{{}}
	}
	text = strings.NewReplacer("a.m", "am", "p.m", "pm", "day after tomorrow", "overmorrow").Replace(strings.ToLower(plain.EnglishTime(text)))
	var tokens []timeToken
	for {
		if text = strings.TrimLeft(text, " ,、@+"); text == "" {
			return tokens
		}
		parts, read := []string(nil), func([]string) timeToken { return timeToken{} }
		for _, p := range timePatterns {
			if parts = p.written.FindStringSubmatch(text); parts != nil {
				read = p.read
				break
			}
		}
		if parts == nil {
			return []timeToken{{}}
		}
		tokens = append(tokens, read(parts))
		text = text[len(parts[0]):]
	}
}

// atoi returns the number in digits, 0 for none.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

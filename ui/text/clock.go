package text

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Clock writes a time of day in its own zone: "14:05", or "2:05 PM" where the clock has twelve hours.
func (c *Catalogue) Clock(t time.Time) string { return c.clock(t, "15:04", "3:04") }

// ClockSeconds is Clock to the second.
func (c *Catalogue) ClockSeconds(t time.Time) string { return c.clock(t, "15:04:05", "3:04:05") }

// Hour writes a whole hour, short: "14", or "2 PM".
func (c *Catalogue) Hour(t time.Time) string {
	switch {
	case !c.TwelveHours():
		return t.Format("15")
	case t.Hour() < 12:
		return c.T("language.hour-am", "Hour", t.Format("3"))
	default:
		return c.T("language.hour-pm", "Hour", t.Format("3"))
	}
}

// DateClock writes a day in digits, year first, as tables want it, with the time: "2026-11-23 14:05".
func (c *Catalogue) DateClock(t time.Time) string { return t.Format(time.DateOnly) + " " + c.Clock(t) }

func (c *Catalogue) clock(t time.Time, layout, twelve string) string {
	switch {
	case !c.TwelveHours():
		return t.Format(layout)
	case t.Hour() < 12:
		return c.T("language.am", "Time", t.Format(twelve))
	default:
		return c.T("language.pm", "Time", t.Format(twelve))
	}
}

// halfDays are the times of twelve hours in what people type, in the words of one language, by the hour
// that their half of the day begins with.
type halfDays map[int]*regexp.Regexp

// digits is what stands for a time in the language's words.
const digits = `(\d{1,2})(?:[:.](\d{2}))?`

func newHalfDays(c *Catalogue, in *choice) halfDays {
	all := halfDays{}
	for key, from := range map[string]int{"language.am": 0, "language.pm": 12} {
		m, _ := c.find(in, key)
		before, after, ok := strings.Cut(m.form(formOther), "{{.Time}}")
		if !ok {
			continue
		}
		all[from] = regexp.MustCompile("(?i)" + loose(before, "", `\s*`) + digits + loose(after, `\s*`, ""))
	}
	return all
}

// loose is a pattern for words with any blanks and dots in between, or none: "p. m." is typed as "pm", too.
// left and right stand around words that there are.
func loose(words, left, right string) string {
	var letters []string
	end := ""
	for _, r := range words {
		if r == ' ' || r == '.' {
			continue
		}
		letters = append(letters, regexp.QuoteMeta(string(r)))
		if end = ""; r < utf8.RuneSelf {
			end = `(?:\.|\b)`
		}
	}
	if letters == nil {
		return ""
	}
	return left + strings.Join(letters, `[\s.]*`) + end + right
}

// InDay writes the times of twelve hours in what somebody typed in this language ("午後2:05", "2:05 p. m.")
// as they are written with 24 hours, which every reader of times understands. All else stays.
func (c *Catalogue) InDay(text string) string {
	for from, pattern := range c.chosen.Load().days() {
		text = pattern.ReplaceAllStringFunc(text, func(found string) string {
			parts := pattern.FindStringSubmatch(found)
			hour, _ := strconv.Atoi(parts[1])
			if hour < 1 || hour > 12 {
				return found
			}
			minute := parts[2]
			if minute == "" {
				minute = "00"
			}
			return time.Time{}.Add(time.Duration(hour%12+from)*time.Hour).Format("15") + ":" + minute
		})
	}
	return text
}

// clockLayouts are the ways in which a time of day is understood.
var clockLayouts = []string{"15:04", "1504", "15.04", "3:04pm", "3pm", "3.04pm"}

// ReadClock reads a time of day that somebody typed, with 24 hours or with twelve: "14:05", "1405",
// "2:05 pm", "午後2:05".
func (c *Catalogue) ReadClock(typed string) (hour, minute int, ok bool) {
	plain := strings.Join(strings.Fields(strings.ToLower(c.InDay(typed))), "")
	plain = strings.NewReplacer("a.m.", "am", "p.m.", "pm").Replace(plain)
	for _, layout := range clockLayouts {
		t, err := time.Parse(layout, plain)
		if none := strings.HasSuffix(layout, "pm") && strings.Trim(plain, "0apm:.") == ""; err == nil && !none { // there is no 0 am
			return t.Hour(), t.Minute(), true
		}
	}
	return 0, 0, false
}

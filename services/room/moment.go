package room

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

const clockPattern = `\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?`

var (
	whenNumber = regexp.MustCompile(`^\d{1,3}$`)
	// An hour alone is none to message.ParseExpiry unless it says "at".
	bareHour   = regexp.MustCompile(`(?i)(^|[^\d.:/-])(\d{1,2})$`)
	clockAlone = regexp.MustCompile(`(?i)^(?:at\s+)?` + clockPattern + `$`)
	clockFirst = regexp.MustCompile(`(?i)^(` + clockPattern + `)\s+(?:on\s+)?(\D.*)$`)
	halfOfDay  = regexp.MustCompile(`(?i)\s*([ap])\.?m\.?$`)
	// The start of a day is never after it, so it has to be known here.
	zeroClock = regexp.MustCompile(`(?i)^(?:at\s+)?(?:0{1,2}(?:[:.]00)?|12(?:[:.]00)?\s*a\.?m\.?)$`)
	dotted    = regexp.MustCompile(`\b(\d{1,2})\.([0-5]\d)([^.\d]|$)`)
	dayOfNow  = regexp.MustCompile(`(?i)\b(?:today|tonight|tomorrow|in)\b`)
)

// while reads how long something lasts: what takes as long from whenever it begins.
func while(text string) (time.Duration, bool) {
	if dayOfNow.MatchString(text) {
		return 0, false
	}
	midnight := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	later := midnight.Add(7*time.Hour + 7*time.Minute)
	a, errA := message.ParseExpiry(text, midnight)
	b, errB := message.ParseExpiry(text, later)
	span := a.Sub(midnight)
	return span, errA == nil && errB == nil && span == b.Sub(later)
}

// point reads a moment after another one.
func (w *when) point(text string, after time.Time) (time.Time, bool) {
	at, err := message.ParseExpiry(text, after)
	if isUnread(err) && bareHour.MatchString(text) {
		at, err = message.ParseExpiry(bareHour.ReplaceAllString(text, "${1} at ${2}"), after)
	}
	if err != nil && !isUnread(err) {
		w.past = true
	}
	return at, err == nil
}

func isUnread(err error) bool {
	f, ok := errors.AsType[*fault.Error](err)
	return ok && f.Code == message.CodeExpiryUnread
}

// day reads a day without a time: a text that has room for one.
func (w *when) day(text string) (Date, bool) {
	at, err := message.ParseExpiry(text, w.now)
	_, errClock := message.ParseExpiry(text+" 23:59", w.now)
	return DateOf(at), err == nil && errClock == nil
}

// begin reads when a span starts, which may have been earlier today.
func (w *when) begin(text string) (time.Time, bool) {
	if _, ok := while(text); ok {
		return time.Time{}, false
	}
	if at, ok := w.point(text, w.now); ok {
		return at, true
	}
	clock, isToday := cutToday(text)
	if !isToday && !clockAlone.MatchString(text) {
		return time.Time{}, false
	}
	past := w.past
	at, ok := w.clock(clock, DateOf(w.now))
	w.past = past && !ok // What began earlier is not over yet.
	return at, ok
}

// cutToday returns the time of a text that says today.
func cutToday(text string) (string, bool) {
	const today = "today "
	if len(text) > len(today) && strings.EqualFold(text[:len(today)], today) {
		return text[len(today):], true
	}
	return text, false
}

// clock reads a time of day on a day.
func (w *when) clock(text string, day Date) (time.Time, bool) {
	zone := w.now.Location()
	if zeroClock.MatchString(text) {
		return day.Start(zone), true
	}
	if !clockAlone.MatchString(text) {
		return time.Time{}, false
	}
	return w.point(text, day.Start(zone))
}

// span reads a start and an end.
func (w *when) span(start, end string) (from, to time.Time, ok bool) {
	if parts := clockFirst.FindStringSubmatch(end); parts != nil && clockAlone.MatchString(start) && !clockAlone.MatchString(end) {
		start, end = parts[2]+" "+start, parts[1] // 9-10 tomorrow
	}
	starts := []string{start}
	if half := halfOfDay.FindStringSubmatch(end); half != nil && !halfOfDay.MatchString(start) {
		other := map[string]string{"a": " pm", "p": " am"}[strings.ToLower(half[1])]
		starts = []string{start + " " + half[1] + "m", start + other, start} // 2-3pm, 11-1pm
	}
	for _, s := range starts {
		if from, ok = w.begin(s); !ok {
			continue
		}
		if to, ok = w.finish(end, from); ok && (len(starts) == 1 || to.Sub(from) <= maxNight) {
			return from, to, true
		}
	}
	return time.Time{}, time.Time{}, false
}

// finish reads when a span ends, which may be after midnight.
func (w *when) finish(text string, from time.Time) (time.Time, bool) {
	past := w.past
	defer func() { w.past = past }() // An end before its start is a slip.
	base := from
	if dayOfNow.MatchString(text) {
		base = w.now
	}
	if to, ok := w.point(text, base); ok {
		return to, to.After(from)
	}
	to, ok := w.clock(text, DateOf(from).AddDays(1))
	return to, ok && to.Sub(from) <= maxNight
}

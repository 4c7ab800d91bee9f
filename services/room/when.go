package room

import (
	"regexp"
	"strings"
	"time"

	"foyer/services/plain"
)

// DefaultSpan is how long a room is wanted when only a start is said.
const DefaultSpan = time.Hour

const (
	// maxWhen bounds a text that can be a time span, in bytes.
	maxWhen = 120
	// maxNight bounds what goes over midnight without saying so: 15:00-14:00 is a slip.
	maxNight = 12 * time.Hour
)

var (
	whenFor   = regexp.MustCompile(`(?i)^(.*?)\s*\bfor\b\s*(.+)$`)
	whenUntil = regexp.MustCompile(`(?i)^(?:from\s+)?(?:now\s*)?(?:-|\b(?:until|till|to)\b)\s*(.+)$`)
	whenParts = regexp.MustCompile(`(?i)\s*-\s*|\s+(?:to|until|till)\s+`)
	whenDash  = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "−", "-", "〜", "-", "～", "-", "~", "-", "：", ":")
)

// ParseWhen reads for when a room is wanted, as people say it, in now.Location():
//   - now for 45 min, 45 min, now, until 15:00, now-15:00,
//   - 14:00-15:30, 9 to 10, today 14:00 for 2 h, 2-3pm, 22:00-2:00,
//   - tomorrow 9-10, 9-10 tomorrow, Fri 14:00 – 15:30, 2026-11-22 9:00-12:00, and all other days of
//     message.ParseExpiry.
//
// Words may be of any language that plain.EnglishTime knows. A start alone lasts DefaultSpan, and a day
// alone is all of it. What has begun starts now, at the full minute. It fails with a
// *fault.Error of kind Invalid, with CodeWhenUnread for what is no time span and CodeWhenPast for one
// that is over.
func ParseWhen(text string, now time.Time) (from, to time.Time, err error) {
	const op = "reading a time span"
	w := when{now: now.Truncate(time.Minute)}
	said := plain.EnglishTime(whenDash.Replace(text))
	said = dotted.ReplaceAllString(said, "${1}:${2}${3}") // 15.00 is no number.
	ok := len(said) <= maxWhen
	if ok {
		from, to, ok = w.read(said)
	}
	switch {
	case ok && !to.After(now), !ok && w.past:
		return time.Time{}, time.Time{}, invalid(op, CodeWhenPast, text)
	case !ok:
		return time.Time{}, time.Time{}, invalid(op, CodeWhenUnread, text)
	case from.Before(w.now):
		from = w.now
	}
	return from.In(now.Location()), to.In(now.Location()), nil
}

// when reads a time span.
type when struct {
	now time.Time
	// past says that something was a time, but one that is over.
	past bool
}

func (w *when) read(text string) (from, to time.Time, ok bool) {
	if strings.EqualFold(text, "now") {
		return w.now, w.now.Add(DefaultSpan), true
	}
	if span, ok := while(text); ok {
		return w.now, w.now.Add(span), true
	}
	if parts := whenFor.FindStringSubmatch(text); parts != nil {
		return w.lasting(parts[1], parts[2])
	}
	if parts := whenUntil.FindStringSubmatch(text); parts != nil {
		if to, ok := w.point(parts[1], w.now); ok {
			return w.now, to, true
		}
	}
	// The last one first: a date may have dashes too.
	ends := whenParts.FindAllStringIndex(text, -1)
	for i := len(ends) - 1; i >= 0; i-- {
		if from, to, ok := w.span(text[:ends[i][0]], text[ends[i][1]:]); ok {
			return from, to, true
		}
	}
	if day, ok := w.day(text); ok {
		return day.Start(w.now.Location()), day.End(w.now.Location()), true
	}
	if whenNumber.MatchString(text) {
		return from, to, false // an hour, minutes, or seats
	}
	from, ok = w.begin(text)
	return from, from.Add(DefaultSpan), ok
}

// lasting reads a start, or nothing for now, and how long it lasts from there.
func (w *when) lasting(start, length string) (from, to time.Time, ok bool) {
	span, ok := while(length)
	if !ok && whenNumber.MatchString(length) {
		span, ok = while(length + " min")
	}
	if !ok {
		return from, to, false
	}
	if from = w.now; start != "" && !strings.EqualFold(start, "now") {
		from, ok = w.begin(start)
	}
	return from, from.Add(span), ok
}

package messages

import (
	"time"

	"foyer/services/message"
)

// pace is how fast the rows of a batch come to rest, by what was seen of the last minute.
type pace struct{ seen []paceMark }

type paceMark struct {
	at   time.Time
	done int
}

// Bounds of what a pace is reckoned from.
const (
	paceOver  = time.Minute
	paceLeast = 2 * time.Second
)

// note takes how many rows are at rest now.
func (p *pace) note(now time.Time, done int) {
	if n := len(p.seen); n > 0 && done < p.seen[n-1].done {
		p.seen = nil // rows were put back
	}
	p.seen = append(p.seen, paceMark{now, done})
	for len(p.seen) > 2 && now.Sub(p.seen[0].at) > paceOver {
		p.seen = p.seen[1:]
	}
}

// left is how long so many rows still take; ok is false while nobody can say.
func (p *pace) left(rows int) (d time.Duration, ok bool) {
	if len(p.seen) == 0 {
		return 0, false
	}
	first, last := p.seen[0], p.seen[len(p.seen)-1]
	took, done := last.at.Sub(first.at), last.done-first.done
	if took < paceLeast || done <= 0 {
		return 0, false
	}
	return time.Duration(float64(took) / float64(done) * float64(rows)), true
}

// leftWords say how many rows of a batch are at rest, and how long the others still take.
func (b *batchTab) leftWords(m message.Batch) string {
	say := b.page.config.Say
	open := m.Counts.Queued + m.Counts.Sending
	words := say.T("messages.done-of", "Done", m.Rows-open, "All", m.Rows)
	if open == 0 || m.Paused || m.Cancelled {
		return words
	}
	left, ok := b.pace.left(open)
	switch {
	case !ok:
		return words
	case left < time.Minute:
		return say.T("messages.left-seconds", "Done", words)
	case left < 90*time.Minute:
		return say.N("messages.left-minutes", int(left.Round(time.Minute)/time.Minute), "Done", words)
	}
	return say.N("messages.left-hours", int(left.Round(time.Hour)/time.Hour), "Done", words)
}

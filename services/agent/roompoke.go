package agent

import (
	"context"
	"errors"
	"time"

	"foyer/services/fault"
)

// lastPoll is what has to be known of the last poll when there is reason to make another one early. It
// is guarded by roomPoll.mu.
type lastPoll struct {
	began  time.Time
	failed bool
	pause  time.Time // until when the server asked to be left alone; zero for not
	// While it is on its way:
	cut   context.CancelFunc // ends it
	again bool               // there was reason for another one meanwhile
	late  *time.Timer        // ends it when it has had its time
}

// pokeGap is how far apart two polls begin at least of which the first brought nothing, however much
// reason there is to hope. After a good answer it is MinPoll. A poll that was on its way when the network
// changed may wait for an answer over one that is gone: it is given as long.
const pokeGap = 5 * time.Second

// poke polls as soon as that is decent.
func (p *roomPoll) poke() {
	now := p.now()
	p.mu.Lock()
	p.fails, p.next = 0, p.last.soonest(now)
	if l := &p.last; l.cut != nil {
		l.again = true
		if l.late == nil {
			age := max(now.Sub(l.began), 0)
			l.late = time.AfterFunc(max(pokeGap-age, 0), l.cut)
		}
	}
	p.mu.Unlock()
	p.nudge()
}

// soonest is when the next poll may begin.
func (l *lastPoll) soonest(now time.Time) time.Time {
	gap := MinPoll
	if l.failed {
		gap = pokeGap
	}
	at := now
	if age := now.Sub(l.began); age >= 0 && age < gap { // less than 0 is a clock that was set back
		at = l.began.Add(gap)
	}
	if l.pause.After(at) && !l.pause.After(now.Add(MaxPoll)) {
		at = l.pause
	}
	return at
}

// pauseOf is until when the server asked to be left alone; zero for not at all.
func pauseOf(err error, now time.Time) time.Time {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.RetryAfter <= 0 {
		return time.Time{}
	}
	return now.Add(min(e.RetryAfter, MaxPoll))
}

// begin notes that a poll is on its way.
func (p *roomPoll) begin(cut context.CancelFunc) {
	now := p.now()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = lastPoll{began: now, cut: cut, pause: p.last.pause}
}

// end notes how it ended, and sees to it that the next one is later.
func (p *roomPoll) end(s RoomSettings, err error) {
	now := p.now()
	p.mu.Lock()
	defer p.mu.Unlock()
	l := &p.last
	if l.late != nil {
		l.late.Stop()
	}
	again := l.again
	*l = lastPoll{began: l.began, failed: err != nil, pause: l.pause}
	switch {
	case again:
		p.fails, p.next = 0, l.soonest(now)
	case !now.Before(p.next):
		p.next = now.Add(s.Every)
	}
}

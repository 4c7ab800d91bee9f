package agent

import (
	"errors"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// pace says when a service may be asked. In trouble it rests, longer each time; then it is tried with
// one message, and where that could harm the message, before it with a question that changes nothing.
type pace struct {
	jitter func() float64

	mu      sync.Mutex
	strikes int // troubles since the service last worked
	turn    int // counts the rests
	// The present or the last rest; both zero without one. They have no monotonic part, since that
	// stands still while the computer sleeps.
	since, until time.Time
	asked        bool // the service asked for this rest
	single       bool // one message at a time
	question     bool // the question comes before the next message
	questions    int  // that were asked in vain
}

// move is what a pace allows.
type move int

const (
	// run: as many calls at once as are wanted.
	run move = iota
	// try: one message.
	try
	// ask: the question.
	ask
	// rest: nothing until the rest is over.
	rest
)

// maxQuestions is how often a service is asked in vain before a message is risked: it may refuse the
// question for reasons of its own, and take messages all the same.
const maxQuestions = 5

// next says what may be done, and until when nothing if that is rest.
func (p *pace) next(now time.Time) (move, time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.resting(now):
		return rest, p.until
	case p.question:
		return ask, time.Time{}
	case p.single:
		return try, time.Time{}
	default:
		return run, time.Time{}
	}
}

// begin reports whether a call that was prepared may begin, and returns what sent wants to know.
func (p *pace) begin(now time.Time) (turn int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.turn, !p.resting(now)
}

// resting: a clock that was set back ends the rest, since it would last for too long.
func (p *pace) resting(now time.Time) bool { return now.Before(p.until) && !now.Before(p.since) }

// sent notes how a call that began in that turn ended. next is when the message is to be tried again,
// or zero.
func (p *pace) sent(turn int, err error, now, next time.Time) {
	t := troubleOf(err)
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case t == ownTrouble:
	case turn != p.turn: // it was on its way when the rest began
		if t == away && p.until.Before(next) {
			p.until = next
		}
	case t == noTrouble:
		p.reset()
	case t == doubtful && p.strikes == 0 && retryAfter(err) == 0:
		p.strikes++ // one answer that went astray is no reason to wait
	default:
		p.strikes++
		p.single, p.question = true, t != away
		wait := max(message.Backoff(p.strikes, p.jitter()), retryAfter(err))
		p.restUntil(now, later(now.Add(wait), next), retryAfter(err) > 0)
	}
}

// answered notes how the question ended.
func (p *pace) answered(err error, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e, isFault := errors.AsType[*fault.Error](err)
	switch {
	case err == nil || isFault && e.Status == http404: // not every server has the function that is asked for
		p.question, p.questions = false, 0
	case troubleOf(err) == ownTrouble:
	default:
		if p.questions++; p.questions >= maxQuestions {
			p.question, p.questions = false, 0
		}
		p.strikes++
		wait := max(message.Backoff(p.strikes, p.jitter()), retryAfter(err))
		p.restUntil(now, now.Add(wait), retryAfter(err) > 0)
	}
}

// end ends the rest. One that the service asked for is ended only if the user wants it so.
func (p *pace) end(user bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.asked && !user {
		return
	}
	p.since, p.until, p.asked = time.Time{}, time.Time{}, false
	if user {
		p.question = false
	}
}

// freshTry is how long a service that could not be reached rests at least when somebody writes to it.
const freshTry = 10 * time.Second

// nudge lets a service that could not be reached be tried before its rest is over, since somebody is
// there and has just written something.
func (p *pace) nudge(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.asked && !p.question && now.Sub(p.since) >= freshTry {
		p.since, p.until = time.Time{}, time.Time{}
	}
}

func (p *pace) reset() {
	p.strikes, p.since, p.until, p.asked = 0, time.Time{}, time.Time{}, false
	p.single, p.question, p.questions = false, false, 0
}

func (p *pace) restUntil(now, until time.Time, asked bool) {
	p.turn++
	p.since, p.until, p.asked = now, until, asked
}

func retryAfter(err error) time.Duration {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.RetryAfter
	}
	return 0
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

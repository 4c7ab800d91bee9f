package agent

import (
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// look says how many messages to take now, or when to look again; the zero time is: when something
// comes back or somebody wakes us. It sends for a messenger and asks the service on the way.
func (r *delivery) look() (n int, at time.Time) {
	now := r.now()
	if r.care.need != nothing && !now.Before(r.care.at) {
		r.attend()
	}
	if r.care.need != nothing {
		return 0, r.care.at
	}
	if r.reached() {
		return 0, time.Time{}
	}
	if m, _, failed := r.line.ready(); m == nil {
		return 0, r.lookForMessenger(failed, now)
	}
	move, until := r.pace.next(now)
	switch {
	case r.errand:
		return 0, time.Time{}
	case r.ask && r.running == 0:
		r.ask = false
		r.run(r.question)
		return 0, time.Time{}
	case move == rest:
		return 0, r.atRest(until)
	case move == ask:
		return 0, r.lookToAsk(now)
	}
	n = r.room(move)
	if n == 0 || !r.dry {
		return n, time.Time{}
	}
	return 0, r.unlessDue(now)
}

// atRest returns when to try a service that rests; never when nothing waits for it.
func (r *delivery) atRest(until time.Time) time.Time {
	at := r.due()
	if !at.IsZero() {
		at = later(at, until)
	}
	r.line.rests(at)
	return at
}

// lookForMessenger sends for a messenger, or returns when to do that again.
func (r *delivery) lookForMessenger(failed error, now time.Time) time.Time {
	if r.errand {
		return time.Time{}
	}
	if failed != nil && now.Before(r.getAt) {
		return r.atRest(r.getAt)
	}
	if (failed != nil || r.goal != nil) && r.due().IsZero() {
		return time.Time{}
	}
	r.run(func() error {
		_, _, err := r.line.get(r.ends)
		return err
	})
	return time.Time{}
}

// slowly is the first wait after there was no messenger for another reason than the settings, such as
// a keyring that does not answer.
const slowly = 10 * time.Second

// got notes how the errand ended.
func (r *delivery) got(err error) {
	if err == nil {
		r.getting = 0
		return
	}
	r.getting++
	wait := message.MaxBackoff
	if fault.KindOf(err) != fault.NotConfigured {
		wait = min(wait, time.Duration(r.getting)*slowly)
	}
	r.getAt = r.now().Add(wait)
	r.Log.Warn("there is no messenger", "error", err)
	if r.goal != nil {
		r.goal.err = err
	}
}

// lookToAsk asks the service if something is due that would be risked.
func (r *delivery) lookToAsk(now time.Time) time.Time {
	if r.running > 0 {
		return time.Time{}
	}
	if at := r.due(); at.IsZero() || at.After(now) {
		return at
	}
	r.run(r.question)
	return time.Time{}
}

// question asks the service something that changes nothing.
func (r *delivery) question() error {
	m, turn, _ := r.line.ready()
	if m == nil {
		return nil
	}
	_, err := m.Check(r.ends)
	r.pace.answered(err, r.now())
	r.line.note(turn, err)
	return nil
}

// run does an errand beside everything else.
func (r *delivery) run(errand func() error) {
	r.errand = true
	r.errands.Go(func() { r.inbox.put(result{errand: true, err: errand()}) })
}

// room is how many messages may be taken.
func (r *delivery) room(m move) int {
	workers := max(r.Concurrency(), 1)
	switch {
	case m == try && r.running > 0:
		return 0
	case m == try:
		return 1
	case r.bulk && r.running < workers:
		return maxBulk
	case r.bulk:
		return 0
	default:
		return max(workers+r.tempo.ahead(workers)-r.running, 0)
	}
}

// The waits when the outbox says that something is due and gives nothing: that cannot last, but it
// must not become a busy loop either.
const (
	firstNudge = 10 * time.Millisecond
	lastNudge  = 10 * time.Second
)

// unlessDue returns when the next message is due.
func (r *delivery) unlessDue(now time.Time) time.Time {
	at := r.due()
	if at.IsZero() || at.After(now) {
		r.nudge = 0
		return at
	}
	r.nudge = min(max(2*r.nudge, firstNudge), lastNudge)
	return now.Add(r.nudge)
}

// due asks the outbox when the next message is due; zero is never.
func (r *delivery) due() time.Time {
	ctx, done := r.storing()
	defer done()
	at, err := r.Outbox.Due(ctx, r.Service)
	if err != nil {
		r.stumble(err)
		return r.care.at
	}
	return at
}

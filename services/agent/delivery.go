package agent

import (
	"context"
	"sync"
	"time"

	"foyer/services/message"
)

// delivery is one Run or Drain of a Deliverer: one goroutine that speaks with the outbox, and workers
// who speak with the service.
type delivery struct {
	*Deliverer
	ends  context.Context // ends when nothing new is to be begun
	calls context.Context // ends when the time for the last calls is over
	cut   context.CancelFunc

	bench   bench
	inbox   *inbox
	errands sync.WaitGroup

	out     map[int64]message.Item // taken, and their outcome is not on the disk yet
	settled []message.Settled      // what is to be stored next
	oldest  time.Time              // when the first of them came
	running int                    // units that are taken and have not come back
	errand  bool                   // one is on its way
	ask     bool                   // the service is to be asked although nothing waits
	dry     bool                   // nothing more was due when we last looked
	bulk    bool                   // what was taken last goes out many to a call
	bulks   map[int64]bool         // which batches do
	getting int                    // how often there was no messenger, and
	getAt   time.Time              // when to try again to make one
	nudge   time.Duration          // how long to wait when something should be due and is not
	seen    time.Time              // the clock when it was last looked at

	tempo tempo
	news  news
	care  care
	goal  *goal // nil for Run
}

func (d *Deliverer) begin(ctx context.Context) *delivery {
	r := &delivery{Deliverer: d, ends: ctx, inbox: newInbox(),
		out: make(map[int64]message.Item), bulks: make(map[int64]bool), seen: d.now(), care: care{need: recovery}}
	r.calls, r.cut = context.WithCancel(context.WithoutCancel(ctx))
	return r
}

// loop delivers until there is an end to it.
func (r *delivery) loop() {
	for r.ends.Err() == nil {
		r.collect()
		n, at := r.look()
		enough, more := r.enough(n)
		switch {
		case r.care.need == nothing && enough:
			r.advance(n)
		case r.done(at):
			return
		default:
			r.wait(at, more)
		}
		r.tell(false)
	}
}

// enough reports whether there is enough to do for the disk, or how many more results are to come
// before there is: while there is plenty for the workers, one write stores many outcomes.
func (r *delivery) enough(n int) (ok bool, more int) {
	if n == 0 && len(r.settled) == 0 {
		return false, 1
	}
	ahead := r.tempo.ahead(max(r.Concurrency(), 1))
	more = min(ahead/2-len(r.settled), r.bench.waiting()-ahead/4)
	if more <= 0 || !r.oldest.IsZero() && r.now().Sub(r.oldest) >= gather {
		return true, 1
	}
	return false, more
}

// gather is how long an outcome waits for others before all of them are stored.
const gather = 20 * time.Millisecond

// collect takes what has come back, without waiting.
func (r *delivery) collect() {
	for _, back := range r.inbox.take() {
		r.take(back)
	}
}

func (r *delivery) take(back result) {
	if back.errand {
		r.errand = false
		r.got(back.err)
		return
	}
	r.running--
	if len(r.settled) == 0 {
		r.oldest = r.now()
	}
	r.settled = append(r.settled, back.settled...)
	if back.took > 0 {
		r.tempo.called(back.took)
	}
}

// longestWait bounds a wait by the timers' clock, which stands still while the computer sleeps.
const longestWait = time.Minute

// wait returns when so many more results have come back, the deliverer was woken or is to end, or at
// that time; the zero time is never.
func (r *delivery) wait(at time.Time, more int) {
	r.inbox.expect(more)
	defer r.inbox.expect(1)
	first := sooner(at, r.news.at(r.idle()))
	if more > 1 {
		first = sooner(first, r.now().Add(gather))
	}
	var alarm <-chan time.Time
	if !first.IsZero() {
		t := time.NewTimer(min(max(first.Sub(r.now()), 0), longestWait))
		defer t.Stop()
		alarm = t.C
	}
	select {
	case <-r.ends.Done():
	case <-r.inbox.full:
	case <-r.wake:
		r.woken()
	case <-alarm:
	}
	r.lookAtClock(at)
}

// lookAtClock notices that the time has come, and that the clock was set back: what waits for a time
// of the old clock would wait for too long.
func (r *delivery) lookAtClock(at time.Time) {
	now := r.now()
	if !at.IsZero() && !now.Before(at) {
		r.dry = false
	}
	if now.Before(r.seen.Add(-longestWait)) {
		r.Log.Warn("the clock was set back", "by", r.seen.Sub(now))
		r.hurryAll(func(*message.Failure) bool { return true })
	}
	r.seen = now
}

// woken looks at everything anew.
func (r *delivery) woken() {
	r.dry, r.nudge, r.care.at = false, 0, time.Time{}
	r.pace.nudge(r.now())
	w := r.takeWanted()
	r.ask = r.ask || w.question
	if w.messenger {
		r.getAt = time.Time{}
	}
	if w.network {
		r.pace.reconnect(r.now())
		r.hurryAll(unreached)
	}
	if w.messages {
		r.hurryAll(unasked)
	}
}

func (r *delivery) hurryAll(after func(*message.Failure) bool) {
	r.dry = false
	if err := r.hurry(r.ends, after, nil); err != nil {
		r.Log.Warn("hurrying what waits", "error", err)
	}
}

// idle reports whether nothing is on its way and everything is stored.
func (r *delivery) idle() bool { return r.running == 0 && len(r.settled) == 0 }

// sooner returns the earlier of two times, of which zero is never.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

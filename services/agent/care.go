package agent

import (
	"context"
	"errors"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// need is what the outbox needs before anything else is taken from it.
type need int

const (
	nothing need = iota
	// recovery: what a process that died was sending is to become unknown.
	recovery
	// mending: a call of the outbox failed, and nobody knows what of it is on the disk.
	mending
)

// care looks after an outbox that has just been opened or has failed.
type care struct {
	need  need
	at    time.Time // not before
	fails int
}

// storeTime is how long one call of the outbox may take. It is not cut short by the end of delivery:
// what is on the disk would be unknown.
const storeTime = 30 * time.Second

func (r *delivery) storing() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(r.ends), storeTime)
}

// maxCare is the longest wait between two tries to store outcomes; without any the wait may become as
// long as for a service. patientTries is how often a command tries before it gives up.
const (
	maxCare      = 30 * time.Second
	patientTries = 3
)

// stumble notes that the outbox failed. Nothing more is taken from it, and outcomes are kept here
// until they can be stored; so they are only lost when the process ends before.
func (r *delivery) stumble(err error) {
	r.care.fails++
	r.giveBack(r.bench.clear())
	wait := message.Backoff(r.care.fails, r.Jitter())
	if !r.idle() {
		wait = min(wait, maxCare)
	}
	r.care.at = r.now().Add(wait)
	if r.care.need == nothing {
		r.care.need = mending
	}
	code := "outbox"
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Code != "" {
		code = e.Code
	}
	if r.setProblem(code) { // said once, and not each time
		r.Log.Error("the outbox failed", "error", err, "unstored", len(r.settled))
	}
	if r.goal != nil && r.care.fails >= patientTries {
		r.goal.err = err
	}
}

// attend does what the outbox needs.
func (r *delivery) attend() {
	var err error
	switch r.care.need {
	case recovery:
		if err = r.recover(); err == nil {
			err = r.aim()
		}
	case mending:
		err = r.mend()
	case nothing:
		return
	}
	if err != nil {
		r.stumble(err)
		return
	}
	r.care = care{}
	r.dry = false
	r.setProblem("")
}

// recovered says that what a process that died was sending is unknown by now. Those who deliver to several
// services share it: the first of them sees to that for all, before anybody takes a message.
type recovered struct {
	mu   sync.Mutex
	done bool
}

// recover makes unknown what a process that died was sending, through whatever service.
func (r *delivery) recover() error {
	r.recovered.mu.Lock()
	defer r.recovered.mu.Unlock()
	if r.recovered.done {
		return nil
	}
	err := r.recoverAll()
	r.recovered.done = err == nil
	return err
}

func (r *delivery) recoverAll() error {
	ctx, done := r.storing()
	defer done()
	sending, err := r.Outbox.MessageIDs(ctx, message.Filter{State: message.Sending})
	if err != nil {
		return err
	}
	n, err := r.Outbox.Recover(ctx)
	if err != nil || n == 0 {
		return err
	}
	r.Log.Warn("sending was interrupted", "messages", n)
	r.news.changed = true
	items, err := r.Outbox.Messages(ctx, sending)
	for _, i := range items {
		r.news.learn(i, r.now())
	}
	return err
}

// mend stores the outcomes that could not be stored, and gives back what a failed call may have taken
// without telling us.
func (r *delivery) mend() error {
	if err := r.store(0); err != nil {
		return err
	}
	ctx, done := r.storing()
	defer done()
	sending, err := r.Outbox.MessageIDs(ctx, message.Filter{State: message.Sending, Service: r.Service})
	if err != nil {
		return err
	}
	for _, id := range sending {
		if _, ours := r.out[id]; !ours {
			r.settled = append(r.settled, untried(id, r.now()))
		}
	}
	return nil
}

func untried(id int64, now time.Time) message.Settled {
	return message.Settled{ID: id, Outcome: message.Outcome{State: message.Queued, At: now, Untried: true}}
}

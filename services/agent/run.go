package agent

import (
	"context"
	"time"

	"github.com/gofrs/flock"

	"foyer/services/fault"
)

// Run delivers whenever something is due, until ctx ends. Then it takes nothing more, waits for the
// calls that are on their way, half a minute at most, and stores what became of them.
func (d *Deliverer) Run(ctx context.Context) error {
	unlock := d.lockPatiently(ctx)
	if unlock == nil {
		return nil
	}
	defer unlock()
	d.recovered = &recovered{}
	return d.deliver(ctx)
}

// deliver is Run for who holds the lock.
func (d *Deliverer) deliver(ctx context.Context) error {
	r := d.begin(ctx)
	r.loop()
	return r.stop()
}

// lockPatiently waits for the right to deliver until ctx ends; then it returns nil.
func (d *Deliverer) lockPatiently(ctx context.Context) (unlock func()) {
	unlock, err := d.lock(ctx, nil)
	for err != nil && ctx.Err() == nil {
		d.Log.Error("locking the outbox", "error", err)
		d.setProblem("lock")
		if !pause(ctx, lockAgain) {
			return nil
		}
		unlock, err = d.lock(ctx, nil)
	}
	if err != nil {
		return nil // ended while another process delivers
	}
	d.setProblem("")
	return unlock
}

// How often the lock is tried while another process delivers, and after it could not even be tried.
const (
	firstTry  = 5 * time.Millisecond
	lastTry   = 500 * time.Millisecond
	lockAgain = time.Minute
)

// lock waits for the right to deliver, or until the wait is of no use any more: then unlock is nil.
func (d *Deliverer) lock(ctx context.Context, useless func() (bool, error)) (unlock func(), err error) {
	const op = "locking the outbox"
	l := flock.New(d.Lock, flock.SetPermissions(0o600))
	for wait := firstTry; ; wait = min(2*wait, lastTry) {
		got, err := l.TryLock()
		if err != nil {
			return nil, &fault.Error{Op: op, Service: "agent", Kind: fault.Other, Code: "lock", Err: err}
		}
		if got {
			return func() { _ = l.Close() }, nil
		}
		if useless != nil {
			if done, err := useless(); done || err != nil {
				return nil, err
			}
		}
		if !pause(ctx, wait) {
			return nil, &fault.Error{Op: op, Service: "agent", Kind: fault.Cancelled, Err: ctx.Err()}
		}
	}
}

// lastCalls is how long calls that are on their way are waited for in the end.
const lastCalls = 30 * time.Second

// stop gives back what nobody has begun, waits for the rest, and stores all of it.
func (r *delivery) stop() error {
	defer r.cut()
	r.giveBack(r.bench.clear())
	enough := time.NewTimer(lastCalls)
	defer enough.Stop()
	for r.collect(); r.running > 0 || r.errand; r.collect() {
		if len(r.settled) > 0 && r.care.need == nothing { // in case that we are killed while we wait
			r.advance(0)
		}
		select {
		case <-r.inbox.full:
		case <-enough.C:
			r.Log.Warn("calls are cut short", "running", r.running)
			r.cut()
		}
	}
	r.bench.working.Wait()
	r.errands.Wait()
	err := r.storeLast()
	r.tell(true)
	return err
}

// storeLast stores what is left. What cannot be stored stays marked as sending, and becomes unknown
// with the next recovery.
func (r *delivery) storeLast() error {
	if len(r.settled) == 0 {
		return nil
	}
	wait := 100 * time.Millisecond
	for {
		err := r.store(0)
		if err == nil || wait > time.Second {
			return err
		}
		again := time.NewTimer(wait) // ends has ended, so that there is nothing to wait with
		<-again.C
		wait *= 2
	}
}

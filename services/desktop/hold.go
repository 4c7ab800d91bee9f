package desktop

import (
	"context"
	"errors"
	"time"
)

// Hold says whether the desktop gives something to Foyer.
type Hold string

// The states of something that is to be held.
const (
	// HoldOff: nobody wants it.
	HoldOff Hold = "off"
	// HoldHeld: it works.
	HoldHeld Hold = "held"
	// HoldTaken: another program has it.
	HoldTaken Hold = "taken"
	// HoldUnsupported: this desktop cannot do it.
	HoldUnsupported Hold = "unsupported"
	// HoldFailed: it should work, and does not.
	HoldFailed Hold = "failed"
)

// How long to wait before the next try: at first, and at most. A connection that was lost may be back
// soon; a program that has the keys seldom gives them back.
const (
	lostFirst, lostLast   = time.Second, time.Minute
	takenFirst, takenLast = time.Minute, 16 * time.Minute
	// lastingHold is how long it has to have worked for the waits to begin anew.
	lastingHold = time.Minute
)

// holdError says why something is not held.
type holdError struct {
	hold           Hold
	detail, advice string
	err            error
	final          bool // trying again is of no use
}

func (e *holdError) Error() string {
	if e.err != nil {
		return string(e.hold) + ": " + e.err.Error()
	}
	return string(e.hold) + " " + e.detail
}

func (e *holdError) Unwrap() error { return e.err }

// next is how long to wait for the next try after the last wait; 0 for ever.
func (e *holdError) next(last time.Duration) time.Duration {
	switch {
	case e.final || e.hold == HoldUnsupported:
		return 0
	case e.hold == HoldTaken:
		return min(max(2*last, takenFirst), takenLast)
	default:
		return min(max(2*last, lostFirst), lostLast)
	}
}

// insist tries again and again to hold something, until ctx ends or trying is of no use, and tells why it is
// not held. Errors that are no *holdError mean that it should work: then advice says what to do.
func insist(ctx context.Context, advice string, hold func() error, failed func(*holdError)) {
	var wait time.Duration
	for {
		began := time.Now()
		err := hold()
		if ctx.Err() != nil {
			return
		}
		failure, told := errors.AsType[*holdError](err)
		if !told {
			failure = &holdError{hold: HoldFailed, advice: advice, err: err}
		}
		failed(failure)
		if time.Since(began) >= lastingHold {
			wait = 0
		}
		if wait = failure.next(wait); wait == 0 || !sleep(ctx, wait) {
			return
		}
	}
}

// sleep waits, and reports whether ctx let it.
func sleep(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

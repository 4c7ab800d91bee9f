package message

import (
	"errors"
	"time"

	"foyer/services/fault"
)

// Attempt is what the rules of the outbox have to know of a try that is over.
type Attempt struct {
	// Tries counts the tries of the message since Queued, this one included.
	Tries int
	// Queued is when the message was queued, Now when the try was over.
	Queued, Now time.Time
}

// HTTP statuses with a rule of their own; the domain does not import net/http.
const (
	statusTimeout     = 408
	statusTooMany     = 429
	statusUnavailable = 503
)

// Settle says what becomes of a message after a try that ended with err, by the rules of the outbox:
//   - no error: sent,
//   - refused, or wrong in itself: failed, with the service's words,
//   - provably not sent, or 429 or 503 with Retry-After: queued again, not before Retry-After, else
//     after Backoff; failed with CodeExpired when GiveUp is over, or would be before the next try,
//   - given up before a byte left: queued again as if it had not been taken,
//   - anything else: unknown, because nobody knows whether it arrived.
//
// jitter is in [0,1), as for Backoff. The failure of a message that is queued again says why.
func Settle(err error, a Attempt, jitter float64) Outcome {
	o := Outcome{State: Unknown, At: a.Now, Failure: NewFailure(err)}
	if err == nil {
		o.State = Sent
		return o
	}
	var f *fault.Error
	if !errors.As(err, &f) {
		return o
	}
	switch {
	case f.Kind == fault.Cancelled:
		return Outcome{State: Queued, At: a.Now, Untried: true}
	case asksToWait(f):
		return a.later(o, a.Now.Add(f.RetryAfter))
	case f.Kind == fault.Unreachable || f.Kind == fault.NotConfigured:
		return a.later(o, a.Now.Add(max(f.RetryAfter, Backoff(a.Tries, jitter))))
	case f.Kind == fault.Invalid || f.Kind == fault.Refused && saysNo(f):
		o.State = Failed
	}
	return o
}

// asksToWait tells whether the service has not taken the message and says when it will.
func asksToWait(f *fault.Error) bool {
	return (f.Status == statusTooMany || f.Status == statusUnavailable) && f.RetryAfter > 0 && f.Kind != fault.UnknownOutcome
}

// saysNo tells whether a refusal is for good. Without words of the service, 408 and 429 are not.
func saysNo(f *fault.Error) bool {
	return f.Status != statusTimeout && f.Status != statusTooMany || f.Words != ""
}

// later queues a message again for next, unless its time is over by then. A try at the very end of
// its time is its last.
func (a Attempt) later(o Outcome, next time.Time) Outcome {
	end := a.Queued.Add(GiveUp)
	if !a.Queued.IsZero() && (!a.Now.Before(end) || next.After(end.Add(MaxBackoff))) {
		o.State = Failed
		o.Failure.Code = CodeExpired
		return o
	}
	o.State, o.Next = Queued, next
	return o
}

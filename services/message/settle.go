package message

import "time"

// Attempt is what the rules of the outbox have to know of a try that is over.
type Attempt struct {
	// Tries counts the tries of the message since Queued, this one included.
	Tries int
	// Queued is when the message was queued, Now when the try was over.
	Queued, Now time.Time
}

// Settle says what becomes of a message after a try that ended with err, by the rules of the outbox.
func Settle(err error, a Attempt, jitter float64) Outcome { return Outcome{} }

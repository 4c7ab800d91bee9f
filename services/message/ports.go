package message

import (
	"context"
	"time"
)

// Sender delivers messages. A nil error means that the service accepted; else it is a *fault.Error:
//   - Unreachable, NotConfigured or Cancelled: no byte of the message left this computer,
//   - Refused: the service said no,
//   - Faulty: the service answered with a fault (Status, RetryAfter) or with something unreadable,
//   - UnknownOutcome: bytes left and no answer came.
type Sender interface {
	// Send delivers one message.
	Send(ctx context.Context, m Message) error
	// SendBulk delivers direct messages in one call; all share its outcome.
	SendBulk(ctx context.Context, messages []Message) error
}

// Queue keeps the outbox for the one who delivers. What a call returned without error is on the disk.
// Only the holder of the delivery lock may call it. Errors are *fault.Error.
type Queue interface {
	// Recover makes unknown what a process that died was sending, through whatever service, and returns how
	// many those were.
	Recover(ctx context.Context) (int, error)
	// Advance stores the outcomes of messages that were taken, and takes up to n due messages of a service
	// in the same transaction: they are marked as sending on the disk before they are returned. A message is
	// due when its Next has come, its batch is not paused, and no earlier message to its destination is
	// queued or sending. Of one destination at most one is taken, but of a bulk batch a run may be. The same
	// people and rooms are other destinations through another service.
	Advance(ctx context.Context, service string, settled []Settled, n int) ([]Item, error)
	// Due returns when the next message of a service may be taken, the past for now; the zero time when none
	// waits but held ones.
	Due(ctx context.Context, service string) (time.Time, error)
}

// Settled is the outcome of a message that was taken.
type Settled struct {
	ID int64
	Outcome
}

// Outcome is what becomes of a message after a try.
type Outcome struct {
	State State // Queued, Sent, Failed or Unknown
	// Next is when a message that is queued again may be tried.
	Next time.Time
	// At is when the outcome was known.
	At      time.Time
	Failure *Failure
	// Untried gives a message back as if it had not been taken: it does not count as a try.
	Untried bool
}

package message

import (
	"time"

	"foyer/services/fault"
)

// State is what is known of a message in the outbox. The values go to the database and to JSON.
type State string

// The states.
const (
	// Queued: waits on the disk, and will be sent.
	Queued State = "queued"
	// Sending: bytes may be leaving at this moment.
	Sending State = "sending"
	// Sent: the service accepted it.
	Sent State = "sent"
	// Failed: the service refused it, Foyer gave up, or a batch was cancelled; it did not arrive.
	Failed State = "failed"
	// Unknown: bytes left, and nobody knows what became of them. Foyer never sends it again by itself.
	Unknown State = "unknown"
)

// States returns all states in the order in which people look at them.
func States() []State { return []State{Queued, Sending, Unknown, Failed, Sent} }

// Item is a message in the outbox.
type Item struct {
	ID int64
	Message
	// Service is the ID of the service that it leaves through, and through no other.
	Service string
	State   State
	// Queued is when it was queued, or put back by the user.
	Queued time.Time
	// Tries counts how often sending was begun since Queued.
	Tries int
	// Next is the earliest time of the next try of a queued message; zero is at once.
	Next time.Time
	// Began is when the last try began, Ended when the message came to rest as sent, failed or unknown.
	Began, Ended time.Time
	// Failure is why the last try did not succeed; nil when it did or when there was none.
	Failure *Failure
	// Batch and Row say which row of which batch it is; both 0 for a single message. Rows count from 1.
	Batch int64
	Row   int
	// BatchName is the name of the batch's file.
	BatchName string
	// Extra are the cells of the batch's further columns, as in Row; nil outside of batches.
	Extra []string
	// Behind is the ID of the earlier message to the same destination that has to leave first; 0 for none.
	Behind int64
	// Held says that its batch is paused.
	Held bool
}

// Failure is what is kept of an error: no secrets, no message text.
type Failure struct {
	Kind   fault.Kind
	Status int    // HTTP status, 0 without one
	Code   string // ours or the service's
	// Words are the service's own, bounded and redacted by the adapter.
	Words     string
	RequestID string
}

// Codes of failures that are the outbox's own.
const (
	// CodeExpired: not delivered within GiveUp.
	CodeExpired = "outbox-expired"
	// CodeCancelled: the batch was cancelled before this row left.
	CodeCancelled = "outbox-cancelled"
	// CodeCrashed: the process that was sending it ended in the middle.
	CodeCrashed = "outbox-crashed"
)

// Event is one line of a message's history.
type Event struct {
	At    time.Time
	State State // that it came to
	// Code says why, when it was not the usual course: one of the Event codes, or "".
	Code    string
	Failure *Failure
}

// Codes of events.
const (
	EventEdited    = "edited"    // the user changed it
	EventAgain     = "again"     // the user put it back to be sent again
	EventArrived   = "arrived"   // the user said that it arrived
	EventRetry     = "retry"     // put back by the rules, to be tried later
	EventReturned  = "returned"  // taken for sending and given back untried
	EventDiscarded = "discarded" // taken off the list
	EventRestored  = "restored"  // put back on the list
	EventMoved     = "moved"     // the user lets it leave through another service
)

// Counts are how many messages are in each state, without discarded ones.
type Counts struct {
	Queued, Sending, Sent, Failed, Unknown int
	// Held are those of Queued whose batch is paused.
	Held int
}

// Of returns the count of one state, or of all for "".
func (c Counts) Of(s State) int {
	switch s {
	case Queued:
		return c.Queued
	case Sending:
		return c.Sending
	case Sent:
		return c.Sent
	case Failed:
		return c.Failed
	case Unknown:
		return c.Unknown
	default:
		return c.Queued + c.Sending + c.Sent + c.Failed + c.Unknown
	}
}

// Open counts what is not at rest or wants a decision: everything but what was sent.
func (c Counts) Open() int { return c.Of("") - c.Sent }

// Batch is a file of messages in the outbox.
type Batch struct {
	ID   int64
	Name string // of the file, without its folder
	// Service is the ID of the service that its rows were queued for, "" for the first one.
	Service string
	// Started is when it was queued.
	Started time.Time
	// Rows is how many messages it has.
	Rows int
	// Bulk says that its direct messages go out many to a call, and share that call's result.
	Bulk bool
	// Paused and Cancelled are what the user asked for.
	Paused, Cancelled bool
	Counts            Counts
	// Columns are the headings of the file's further columns, kept for the export of results.
	Columns []string
}

// Filter chooses messages of the outbox. The zero value chooses all that are not discarded.
type Filter struct {
	State State // "" for all
	Batch int64 // 0 for all
	// Service is the ID of the service that messages leave through, "" for all.
	Service string
	// Words have to stand in recipients, room or text, in any case; "" for all.
	Words string
}

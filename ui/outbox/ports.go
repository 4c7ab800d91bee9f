// Package outbox is the Outbox page: everything that is queued, being sent, sent, failed or unknown,
// with its history and with what can be done about it. It knows the domain, and reaches storage, the
// agent and the desktop through the ports below; it never sends anything itself.
package outbox

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/task"
	"foyer/ui/text"
)

// Box keeps the outbox. Errors are *fault.Error.
type Box interface {
	// MessageIDs returns which messages a filter chooses, in the order in which people look at them.
	MessageIDs(ctx context.Context, f message.Filter) ([]int64, error)
	// Messages returns these messages in that order, without those that are not there.
	Messages(ctx context.Context, ids []int64) ([]message.Item, error)
	Counts(ctx context.Context, f message.Filter) (message.Counts, error)
	// History returns what happened to a message, oldest first.
	History(ctx context.Context, id int64) ([]message.Event, error)
	// EachMessage streams the messages that a filter chooses.
	EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error]
	Batches(ctx context.Context) ([]message.Batch, error)
	// People returns people who were written to, newest first; an empty query finds all.
	People(ctx context.Context, query string, limit int) ([]message.Correspondent, error)

	// These change messages that can be changed so, leave others alone, and return how many it were.
	RetryMessages(ctx context.Context, ids ...int64) (int, error)
	ArrivedMessages(ctx context.Context, ids ...int64) (int, error)
	DiscardMessages(ctx context.Context, ids ...int64) (int, error)
	RestoreMessages(ctx context.Context, ids ...int64) (int, error)

	// EditMessage writes m in place of a queued or failed message.
	EditMessage(ctx context.Context, id int64, m message.Message) error
	ResumeBatch(ctx context.Context, id int64) error
	// MoveMessages lets queued and failed messages leave through the service with that ID.
	MoveMessages(ctx context.Context, service string, ids ...int64) (int, error)
}

// Desk is the desktop around the window, and the agent. Errors are *fault.Error.
type Desk interface {
	// Copy puts content on the clipboard so that it outlives the window.
	Copy(ctx context.Context, clip agent.Clip) (agent.Copied, error)
	// SaveFile writes a file whole or not at all.
	SaveFile(path string, write func(w io.Writer) error) error
	// Changed tells the agent and other windows that the outbox changed.
	Changed(ctx context.Context)
	// Deliver tries now what waits for a later time: these messages, or all without any. It does not
	// wait for what becomes of them.
	Deliver(ctx context.Context, ids ...int64) error
}

// Config is what the page is made of.
type Config struct {
	Say  *text.Catalogue
	Box  Box
	Desk Desk
	Now  func() time.Time
	// After is how the page waits; nil is by the clock.
	After task.After
	Log   *slog.Logger
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Window returns the window that dialogs belong to.
	Window func() fyne.Window
	// Connect opens the settings of the service, Write the Messages page, and Demo starts the demo
	// office; nil leaves its button out.
	Connect, Write, Demo func()
	// Counted is told how many messages there are in each state after every load.
	Counted func(message.Counts)
}

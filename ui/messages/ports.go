// Package messages is the Messages page: it writes to people and to chat rooms, sends batches from
// files, makes quick calls, and creates and changes chat rooms. What is sent goes into the outbox and
// leaves from there; the page itself never waits for the network. It knows the domain, and reaches
// storage, services, desktop and settings through the ports below.
package messages

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/task"
	"foyer/ui/text"
)

// Outbox keeps the messages and who they were written to. Errors are *fault.Error.
type Outbox interface {
	// QueueMessages queues messages for the service with that ID, "" for the first one; so do the others that
	// name one.
	QueueMessages(ctx context.Context, service string, messages []message.Message) ([]int64, error)
	Messages(ctx context.Context, ids []int64) ([]message.Item, error)
	MessageIDs(ctx context.Context, f message.Filter) ([]int64, error)
	// Recent returns the newest messages that belong to no batch, newest first, in whatever state.
	Recent(ctx context.Context, limit int) ([]message.Item, error)
	// DiscardMessages takes messages off the list, but none that is being sent; RestoreMessages puts
	// them back. Both return how many those were.
	DiscardMessages(ctx context.Context, ids ...int64) (int, error)
	RestoreMessages(ctx context.Context, ids ...int64) (int, error)
	History(ctx context.Context, id int64) ([]message.Event, error)
	RetryMessages(ctx context.Context, ids ...int64) (int, error)
	ArrivedMessages(ctx context.Context, ids ...int64) (int, error)
	People(ctx context.Context, query string, limit int) ([]message.Correspondent, error)
	Rooms(ctx context.Context, service string) ([]message.KnownRoom, error)
	RememberRoom(ctx context.Context, service, name string, room *message.ChatRoom) error
}

// Batches keeps the batches in the outbox. Errors are *fault.Error.
type Batches interface {
	// QueueBatch stores all rows or none.
	QueueBatch(ctx context.Context, b message.Batch, rows iter.Seq2[message.Row, error]) (message.Batch, error)
	Batch(ctx context.Context, id int64) (message.Batch, error)
	// Batches returns all, newest first.
	Batches(ctx context.Context) ([]message.Batch, error)
	PauseBatch(ctx context.Context, id int64) error
	ResumeBatch(ctx context.Context, id int64) error
	CancelBatch(ctx context.Context, id int64) error
	// EachMessage streams messages, those of a batch in the order of its rows.
	EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error]
}

// Book has the saved links, to be put into messages.
type Book interface {
	Links(ctx context.Context) ([]link.Saved, error)
}

// Services is what the page asks of the agent. Errors are *fault.Error.
type Services interface {
	QuickCall(ctx context.Context, service string, q message.QuickCall) (string, error)
	SaveChatRoom(ctx context.Context, service string, room message.ChatRoom) (message.ChatRoom, error)
	// Deliver tries now what waits for a later time.
	Deliver(ctx context.Context, ids ...int64) error
}

// Desk is the desktop around the window.
type Desk interface {
	// Copy puts content on the clipboard so that it outlives the window.
	Copy(ctx context.Context, clip agent.Clip) (agent.Copied, error)
	// OpenPage opens an http or https address in the browser.
	OpenPage(ctx context.Context, url string) error
	// SaveFile writes a file whole or not at all.
	SaveFile(path string, write func(w io.Writer) error) error
	// Changed tells the agent and other windows that the outbox changed.
	Changed(ctx context.Context)
}

// Drafts keeps what is being written. Errors are *fault.Error.
type Drafts interface {
	// Draft returns what SaveDraft kept last, nil for nothing.
	Draft(ctx context.Context) ([]byte, error)
	SaveDraft(ctx context.Context, draft []byte) error
}

// Preferences are the settings that the page asks for, as they are at the moment.
type Preferences interface {
	Format() link.Format
	MessageTemplates() []message.Template
	// SetMessageTemplates replaces the user's templates. Each has a name of its own and no broken text.
	SetMessageTemplates(ctx context.Context, templates []message.Template) error
	// RoomKey is the member that names the chat room in the vendor's batch files.
	RoomKey() string
}

// Config is what the page is made of.
type Config struct {
	Say         *text.Catalogue
	Outbox      Outbox
	Batches     Batches
	Book        Book
	Drafts      Drafts // nil keeps nothing
	Services    Services
	Desk        Desk
	Preferences Preferences
	Now         func() time.Time
	// Random is where passwords come from; nil is the system's.
	Random io.Reader
	// After is how the page waits; nil is by the clock.
	After task.After
	Log   *slog.Logger
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Window returns the window that dialogs belong to.
	Window func() fyne.Window
	// Connect opens the settings of the service. Demo starts the demo office; nil leaves its button out.
	Connect, Demo func()
	// Choose puts the service with that ID to use for messages; nil where there is nothing to choose.
	Choose func(service string)
	// EditTemplates opens the settings of templates; nil leaves the way there out.
	EditTemplates func()
	// ShowMessage opens the outbox at a message; nil leaves rows of sent messages dead.
	ShowMessage func(id int64)
}

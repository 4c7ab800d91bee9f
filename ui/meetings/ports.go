// Package meetings is the Meetings page: people are called into a running meeting, and seen to come. It
// knows the domain, and reaches the meeting service, storage and the desktop through ports.
package meetings

import (
	"context"
	"io"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/meeting"
	"foyer/ui/task"
	"foyer/ui/text"
)

// Book keeps what outlives the page. Errors are *fault.Error.
type Book interface {
	Groups(ctx context.Context) ([]meeting.Group, error)
	SaveGroup(ctx context.Context, g meeting.Group) error
	RemoveGroup(ctx context.Context, name string) error
	// Invited returns people who were invited before, newest first.
	Invited(ctx context.Context, query string, limit int) ([]meeting.Attendee, error)
	RememberInvited(ctx context.Context, people []meeting.Attendee) error
	// Draft is what was left on the page, without passwords; nil is nothing. SaveDraft(nil) forgets it.
	Draft(ctx context.Context) ([]byte, error)
	SaveDraft(ctx context.Context, draft []byte) error
}

// Desk is the desktop around the window. Errors are *fault.Error.
type Desk interface {
	// Copy puts content on the clipboard so that it outlives the window.
	Copy(ctx context.Context, clip agent.Clip) (agent.Copied, error)
	OpenPage(ctx context.Context, url string) error
	// SaveFile writes a file whole or not at all.
	SaveFile(path string, write func(w io.Writer) error) error
}

// Preferences are settings.
type Preferences interface {
	// Chunk is how many people go into one request, 0 for the usual number.
	Chunk() int
	// Mapping says which heads of a table's columns are which fields, as somebody once said.
	Mapping() meeting.Mapping
	SetMapping(ctx context.Context, m meeting.Mapping) error
}

// Config is what the page is made of.
type Config struct {
	Say  *text.Catalogue
	Host meeting.Host
	// HostOf is the meeting service with the account of that ID, in place of Host; nil where there is one
	// account.
	HostOf func(account string) meeting.Host
	// Choose puts the account with that ID to use; nil where there is nothing to choose.
	Choose      func(account string)
	Book        Book
	Desk        Desk
	Preferences Preferences
	Now         func() time.Time
	// After is how the page waits; nil is by the clock.
	After task.After
	Log   *slog.Logger
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Window returns the window that dialogs belong to.
	Window func() fyne.Window
	// Connect opens the settings of the service, and Demo starts the demo office; nil leaves its button
	// out.
	Connect, Demo func()
	// SendLink opens Messages with people and a link to a meeting; nil leaves the offer out.
	SendLink func(people []meeting.Attendee, url, subject string)
}

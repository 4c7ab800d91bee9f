// Package links is the Links page: it recognises what is pasted, shows what will be pasted
// elsewhere, and keeps the links that are used again. It knows the domain, and reaches storage,
// clipboard and opener through the ports below.
package links

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/task"
	"foyer/ui/text"
)

// Book keeps the saved links. Errors are *fault.Error.
type Book interface {
	Links(ctx context.Context) ([]link.Saved, error)
	SaveLink(ctx context.Context, t link.Target, source string) (saved link.Saved, isNew bool, err error)
	UpdateLink(ctx context.Context, l link.Saved) error
	PinLink(ctx context.Context, ref int64, pinned bool) error
	UseLink(ctx context.Context, ref int64) error
	DeleteLink(ctx context.Context, ref int64) error
	RestoreLink(ctx context.Context, ref int64) error
	ImportPeople(ctx context.Context, people []person.Person, source string) (added, merged int, err error)
}

// Desk is the desktop around the window.
type Desk interface {
	// Copy puts content on the clipboard so that it outlives the window.
	Copy(ctx context.Context, clip agent.Clip) (agent.Copied, error)
	// ReadClipboard returns the clipboard's text.
	ReadClipboard(ctx context.Context) (string, error)
	// Open hands a link to the program that is registered for it.
	Open(ctx context.Context, url string) error
	// WriteFile writes a file whole or not at all.
	WriteFile(path string, data []byte) error
	// Changed tells the tray and other windows that the saved links changed.
	Changed(ctx context.Context)
}

// Drafts keeps what stands in the paste box. Errors are *fault.Error.
type Drafts interface {
	// Draft returns what SaveDraft kept last, nil for nothing.
	Draft(ctx context.Context) ([]byte, error)
	// SaveDraft keeps a text; nil forgets it.
	SaveDraft(ctx context.Context, draft []byte) error
}

// Preferences are the settings that the page asks for, as they are at the moment.
type Preferences interface {
	Format() link.Format
	Templates() []link.Template
	// DefaultTemplate is the template for links that have none of their own.
	DefaultTemplate() string
}

// Config is what the page is made of.
type Config struct {
	Say         *text.Catalogue
	Book        Book
	Desk        Desk
	Preferences Preferences
	Drafts      Drafts // nil keeps nothing
	Now         func() time.Time
	// After is how the page waits; nil is by the clock.
	After task.After
	Log   *slog.Logger
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Window returns the window that dialogs belong to.
	Window func() fyne.Window
	// EditTemplates opens the settings of templates.
	EditTemplates func()
	// Counted is told how many links there are after every load.
	Counted func(n int)
}

// Paste box sources, kept with a saved link; they are shown through "links.source.<source>".
const (
	sourceInfo  = "space info"
	sourceTyped = "typed"
	sourceLink  = "link"
)

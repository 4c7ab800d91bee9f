// Package settings is the Settings page: how links are copied and Foyer looks, the texts of links,
// and where data lie. It knows the domain, and reaches the settings and the clipboard through the
// ports below. What it changes is stored at once; there is nothing to confirm.
package settings

import (
	"context"
	"log/slog"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/task"
	"foyer/ui/text"
)

// The settings that the page changes, by their names in the settings file.
const (
	KeyFormat   = "links.format"
	KeyTemplate = "links.template"
	KeyTheme    = "look.theme"
	KeyTextSize = "look.text-size"
	KeyCopied   = "notifications.link-copied"
)

// Values are the settings that the page shows, as they are at the moment.
type Values struct {
	// Format is what one click in the tray copies.
	Format link.Format
	Theme  style.Mode
	// TextSize is in percent, 100 to 200.
	TextSize int
	// LinkCopied tells whether to notify when a link was copied.
	LinkCopied bool
	// Templates are the user's own; Template names the one for new links, "" for the built-in one.
	Templates []link.Template
	Template  string
}

// Preferences keeps the settings. A change that cannot be stored is a *fault.Error; what Values
// returns then is what holds.
type Preferences interface {
	Values() Values
	Set(ctx context.Context, key, value string) error
	// SetTemplates replaces the user's templates. Each has a name of its own and no broken text.
	SetTemplates(ctx context.Context, templates []link.Template) error
}

// Place is where something of Foyer's lies on this computer.
type Place struct {
	Kind PlaceKind
	Path string
}

// PlaceKind says what lies at a Place.
type PlaceKind string

// The kinds of place.
const (
	Database PlaceKind = "database"
	Settings PlaceKind = "settings"
	Log      PlaceKind = "log"
)

// Desk is the desktop around the window.
type Desk interface {
	// CopyText puts plain text on the clipboard so that it outlives the window.
	CopyText(ctx context.Context, text string) error
	// Places lists where data lie, in the order in which they are shown.
	Places() []Place
}

// Config is what the page is made of.
type Config struct {
	Say         *text.Catalogue
	Preferences Preferences
	Desk        Desk
	Log         *slog.Logger
	// After is how the page waits; nil is by the clock.
	After task.After
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Changed is called on the UI goroutine when a setting was stored, so that the window can
	// follow it without an agent that tells; nil is nothing to call.
	Changed func(key string)
	// Renamed is called after a template got another name, so that saved links that use it can
	// follow; nil leaves them with the built-in text.
	Renamed func(ctx context.Context, from, to string) error
}

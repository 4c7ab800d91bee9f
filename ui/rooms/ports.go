// Package rooms is the Rooms page: the board of an office's meeting rooms by day, in large type for now,
// and by month. It knows the domain, and reaches storage, the agent and the desktop through the ports
// below; it asks no server itself, and changes no booking.
package rooms

import (
	"context"
	"io"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/room"
	"foyer/ui/task"
	"foyer/ui/text"
)

// Board keeps the last good answers about days and months. Errors are *fault.Error.
type Board interface {
	// Day returns what is known of a day, at once; how old that is stands in it. A day that nobody has
	// asked for is read later, and the page is told by Load.
	Day(ctx context.Context, date room.Date) (room.Snapshot, error)
	// Month returns what is known of a month in the same way.
	Month(ctx context.Context, m room.Month) (room.MonthSnapshot, error)
	// Refresh asks the agent to read a day now, and does not wait for what it finds.
	Refresh(ctx context.Context, date room.Date) error
}

// Desk is the desktop around the window. Errors are *fault.Error.
type Desk interface {
	// Copy puts content on the clipboard so that it outlives the window.
	Copy(ctx context.Context, clip agent.Clip) (agent.Copied, error)
	// SaveFile writes a file whole or not at all.
	SaveFile(path string, write func(w io.Writer) error) error
	// OpenPage opens a link in the program that it belongs to.
	OpenPage(ctx context.Context, url string) error
	// OpenDocument opens a PDF file in the program that shows such files.
	OpenDocument(ctx context.Context, path string) error
}

// Preferences remember what was chosen on the page. Errors are *fault.Error.
type Preferences interface {
	// Get returns a value, "" when nothing is remembered.
	Get(ctx context.Context, key string) (string, error)
	Set(ctx context.Context, key, value string) error
}

// Looks keep what somebody saw last on the page until the next window. Errors are *fault.Error.
type Looks interface {
	// Looks returns what KeepLooks kept last, nil for nothing.
	Looks(ctx context.Context) ([]byte, error)
	KeepLooks(ctx context.Context, content []byte) error
}

// The keys of Preferences. Values are JSON.
const (
	// KeyFilter is a room.Filter, KeyPrivate whether private bookings are veiled, KeyZoom the minutes of a
	// column, KeyWatched a list of room.Watch.
	KeyFilter  = "rooms.filter"
	KeyPrivate = "rooms.private"
	KeyZoom    = "rooms.zoom"
	KeyWatched = "rooms.watched"
)

// Config is what the page is made of.
type Config struct {
	Say         *text.Catalogue
	Board       Board
	Desk        Desk
	Preferences Preferences
	// Looks may be nil: then what changed is told only while the window lives.
	Looks Looks
	Now   func() time.Time
	// Zone is in which the office looks at its rooms; nil is that of Now.
	Zone func() *time.Location
	// Every is the interval at which the agent reads the current day, 0 while it does not, so that no age is
	// too old. Soon is how long before its start a booking starts soon, 0 the usual. Nil are the usual ones.
	Every, Soon func() time.Duration
	// After is how the page waits; nil is by the clock.
	After task.After
	Log   *slog.Logger
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Window returns the window that dialogs belong to.
	Window func() fyne.Window
	// Connect opens the settings of the service, Demo starts the demo office; nil leaves the button out.
	Connect, Demo func()
	// Choose reads the rooms from the service with that ID; nil where there is nothing to choose.
	Choose func(service string)
	// Message writes to an organizer about a booking; nil leaves it out.
	Message func(address, about string)
	// FullScreen puts the view of now over the whole screen, or back; nil leaves the key out.
	FullScreen func(on bool)
	// Formats are further files that the shown period can be exported as, beside CSV.
	Formats []Format
	// Print writes a day as a document to be printed, and returns the characters that no font here has; nil
	// leaves it out.
	Print func(w io.Writer, s Sheet) (missing []rune, err error)
	// Telling tells whether notifications about rooms are switched on; nil is always.
	Telling func() bool
	// Seen is told of the day's board after every change: for the status line.
	Seen func(b *room.Board)
}

// usualEvery is how often the current day is read where nobody says.
const usualEvery = time.Minute

func (c Config) zone() *time.Location {
	if c.Zone != nil {
		if z := c.Zone(); z != nil {
			return z
		}
	}
	return c.Now().Location()
}

func (c Config) options(today bool) room.Options {
	o := room.Options{}
	if c.Soon != nil {
		o.Soon = c.Soon()
	}
	if !today {
		return o
	}
	o.Every = usualEvery
	if c.Every != nil {
		o.Every = c.Every()
	}
	return o
}

// Format is a kind of file.
type Format struct {
	// Word names it in the menu, Name is the file's ending with its dot.
	Word, Name string
	Write      func(w io.Writer, e room.Export) error
}

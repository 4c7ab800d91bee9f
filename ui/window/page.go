// Package window is the shell that the pages stand in: the rail, the status line, the search box,
// the keyboard map, tips, and what happens when the window is closed. It knows no page by name;
// the program hands the pages in.
package window

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// Page is one page of the window. All methods are called on the UI goroutine.
type Page interface {
	// Content is what the page draws, always the same object.
	Content() fyne.CanvasObject
	// Shown is called when the page comes to the front. It puts the focus where typing begins.
	Shown()
	// Primary does what the page's filled button does, for Ctrl+Enter. Without one it does nothing.
	Primary()
}

// Some pages can do more. The shell asks for these by type.
type (
	// Undoer takes the last change back, for Ctrl+Z outside of a field.
	Undoer interface{ Undo() bool }
	// Copier copies what is chosen, for Ctrl+C outside of a field.
	Copier interface{ Copy() bool }
	// Taker takes text that was pasted or dropped anywhere on the page.
	Taker interface{ Take(text, source string) }
	// FileTaker takes a file that was dropped on the page and reads it by itself; false leaves it to Take.
	FileTaker interface{ TakeFile(u fyne.URI) bool }
	// Escaper closes what is open on the page, for Escape where nothing has the focus.
	Escaper interface{ Escape() bool }
	// FullScreener can fill a screen, for F11.
	FullScreener interface{ ToggleFullScreen() }
	// Reloader reads anew what it shows, for F5.
	Reloader interface{ Reload() }
	// Keyed has shortcuts of its own, which work while the page is in front.
	Keyed interface{ Keys() []Key }
	// Toaster has a toast that floats over the page.
	Toaster interface{ Toast() *widget.Toast }
)

// Key is a shortcut of a page: a key with Ctrl.
type Key struct {
	Name fyne.KeyName
	Do   func()
	// Does says in the help what it does; "" leaves it out there, as a second key for the same.
	Does string
}

// Entry is a page's place in the rail.
type Entry struct {
	// Key names the page to the command line and the tray: "links".
	Key string
	// Icon is a drawing's name, Word what stands beside it.
	Icon, Word string
	// Foot puts the page at the foot of the rail.
	Foot bool
	Page Page
	// Make makes the page when it is shown first, where Page is nil: the window's first frame does not
	// pay for pages that nobody has asked for.
	Make func() Page
}

// Result is something that the search found.
type Result struct {
	Icon string
	// Title and Second describe it, Does says what Enter does.
	Title, Second, Does string
	// Open is what Enter does; Copy is what Ctrl+Enter does, nil when it cannot be copied.
	Open, Copy func()
}

// Group is results of one kind under a heading.
type Group struct {
	Title   string
	Results []Result
}

// StatusItem is a part of the status line.
type StatusItem struct {
	// Icon is a drawing's name or "", in a colour of the tone.
	Icon  string
	Tone  widget.Tone
	Words string
	// Do makes the item a link.
	Do func()
}

package desktop

import (
	"context"
	"errors"

	"foyer/services/fault"
)

// ErrEmpty is wrapped by the error of a read from a clipboard that holds nothing.
var ErrEmpty = errors.New("the clipboard is empty")

// ErrNoText is wrapped by the error of a read from a clipboard that holds no text, such as a picture.
var ErrNoText = errors.New("the clipboard holds no text")

// The codes of this package's fault.Errors; the sentences for them live in the translations.
const (
	// CodeEmpty: the clipboard holds nothing (ErrEmpty).
	CodeEmpty = "clipboard-empty"
	// CodeNoText: the clipboard holds no text (ErrNoText).
	CodeNoText = "clipboard-no-text"
	// CodeNoTool: a program is missing; Words names the package that has it.
	CodeNoTool = "no-tool"
	// CodeNoDisplay: there is no X11 or Wayland display, or it cannot be reached.
	CodeNoDisplay = "no-display"
	// CodeHangs: the program that owns the clipboard, or the display, does not answer.
	CodeHangs = "hangs"
	// CodeNothing: an empty Clip was to be written.
	CodeNothing = "nothing-to-copy"
	// CodeNoHandler: no program is registered for links of this kind; Words is the scheme.
	CodeNoHandler = "no-handler"
	// CodeNoPage: what was to be opened in the browser is no http or https address.
	CodeNoPage = "no-page"
	// CodeOpenFailed: a program is registered, but opening the link failed.
	CodeOpenFailed = "open-failed"
	// CodeNoBus: there is no session bus to talk to the desktop over.
	CodeNoBus = "no-session-bus"
	// CodeUnsupported: this desktop, or Foyer on this system, cannot do this.
	CodeUnsupported = "unsupported"
	// CodeNoHome: the environment names no home folder.
	CodeNoHome = "no-home"
	// CodeBadProgram: a program or a folder that cannot be named to the desktop, such as one whose path is
	// not absolute or has line breaks.
	CodeBadProgram = "bad-program"
	// CodeUnwritable: what the desktop looks at cannot be written; Words is where it is.
	CodeUnwritable = "entry-unwritable"
	// CodeClosed: the part was closed before.
	CodeClosed = "closed"
)

// The parts of the desktop, as they are named in fault.Error.Service.
const (
	partClipboard     = "clipboard"
	partOpener        = "opener"
	partNotifications = "notifications"
	partBus           = "session bus"
	partAutostart     = "autostart"
)

// trouble builds the *fault.Error of this package.
func trouble(op, part string, kind fault.Kind, code, words string, err error) *fault.Error {
	return &fault.Error{Op: op, Service: part, Kind: kind, Code: code, Words: words, Err: err}
}

// gaveUp classifies the end of ctx while waiting for a part of the desktop: a caller who cancelled
// is told so; a deadline means that the other side did not answer.
func gaveUp(ctx context.Context, op, part string) *fault.Error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return trouble(op, part, fault.Cancelled, "", "", ctx.Err())
	}
	return trouble(op, part, fault.Unreachable, CodeHangs, "", ctx.Err())
}

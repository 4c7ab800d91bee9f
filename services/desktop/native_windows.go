package desktop

import (
	"context"
	"errors"
	"log/slog"
	"syscall"

	"golang.org/x/sys/windows"

	"foyer/services/fault"
)

// windowsNative is the clipboard of Windows. The system keeps what is written, so nothing lives in
// this process.
type windowsNative struct{ log *slog.Logger }

func newNative(log *slog.Logger) native { return windowsNative{log} }

func (n windowsNative) peek(context.Context) (string, bool, error) {
	if formatAvailable(cfUnicodeText) {
		return "", false, nil
	}
	if countFormats() == 0 {
		return "", false, trouble(opRead, partClipboard, fault.Invalid, CodeEmpty, "", ErrEmpty)
	}
	return "", false, trouble(opRead, partClipboard, fault.Invalid, CodeNoText, "", ErrNoText)
}

func (n windowsNative) offer(ctx context.Context, clip Clip) (Held, error) {
	parts, err := n.formats(clip)
	if err != nil {
		return Held{Note: NoteRefused}, asFault(opWrite, err)
	}
	if err := setClipboard(ctx, parts); err != nil {
		return Held{Note: NoteRefused}, n.explain(opWrite, err)
	}
	return Held{Rich: clip.rich()}, nil
}

// formats returns a clip in the formats of Windows, best first.
func (n windowsNative) formats(clip Clip) ([]clipFormat, error) {
	var parts []clipFormat
	if clip.HTML != "" {
		id, err := registerFormat("HTML Format")
		if err != nil {
			return nil, err
		}
		parts = append(parts, clipFormat{id, append(cfHTML(clip.HTML), 0)})
	}
	if len(clip.PNG) > 0 {
		id, err := registerFormat("PNG")
		if err != nil {
			return nil, err
		}
		bitmap, err := dib(clip.PNG)
		if err != nil {
			return nil, err
		}
		parts = append(parts, clipFormat{id, clip.PNG}, clipFormat{cfDIB, bitmap})
	}
	if clip.Text != "" {
		text, err := unicodeText(clip.Text)
		if err != nil {
			return nil, err
		}
		parts = append(parts, clipFormat{cfUnicodeText, text})
	}
	return parts, nil
}

// settle has nothing to wait for: a write has arrived when it returns.
func (n windowsNative) settle() func(context.Context) { return func(context.Context) {} }

func (n windowsNative) explain(op string, err error) error {
	if errno, ok := errors.AsType[syscall.Errno](err); ok && errno == windows.ERROR_ACCESS_DENIED {
		return trouble(op, partClipboard, fault.Unreachable, CodeHangs, "another program keeps the clipboard open", err)
	}
	return asFault(op, err)
}

// unstick has nothing to end: no other program is started for the clipboard.
func (n windowsNative) unstick() {}

func (n windowsNative) lost() <-chan struct{} {
	nothing := make(chan struct{})
	close(nothing)
	return nothing
}

func (n windowsNative) close(func(string) error) {}

package desktop

import (
	"context"
	"log/slog"

	"foyer/services/chord"
)

// ShortcutEvent is either a press of the keys, or what became of them.
type ShortcutEvent struct {
	// Pressed says that the keys were pressed. Holding them down counts once. Nothing else is set then.
	Pressed bool
	// Hold says whether pressing them does anything.
	Hold Hold
	// Detail is a fact that is not translated, such as the keys that the desktop waits for instead of those
	// that were asked for.
	Detail string
	// Advice is a stable code; the sentence for it is the translation "advice.<code>".
	Advice string
}

// ShortcutConfig is what is to be reserved.
type ShortcutConfig struct {
	Chord chord.Chord
	// Does says what the keys do, for desktops that ask people whether they agree.
	Does string
	// Refused is a file that remembers that somebody did not agree, so that nobody is asked twice. Taking
	// the shortcut away makes it forget. "" remembers nothing.
	Refused string
	Log     *slog.Logger
}

// Shortcut reserves a combination of keys in the whole desktop, whoever has the keyboard, until ctx ends,
// and tells what becomes of that and of each press. A display that goes away, and keys that another
// program has, are tried again and again with longer and longer waits. It costs nothing while nobody presses
// the keys. The channel is closed when everything behind it has ended; whoever reads must do so quickly.
//
// X11 and Windows reserve the keys for whoever comes first. Wayland leaves it to the desktop, which asks
// people and may offer other keys. macOS reserves nothing without cgo.
func Shortcut(ctx context.Context, c ShortcutConfig) <-chan ShortcutEvent {
	return c.run(ctx, holdShortcut)
}

// shortcutWay reserves the keys until ctx ends or it loses them, and then says why. It tells of presses,
// and once it has the keys.
type shortcutWay func(ctx context.Context, c ShortcutConfig, tell func(ShortcutEvent)) error

func (c ShortcutConfig) run(ctx context.Context, way shortcutWay) <-chan ShortcutEvent {
	events := make(chan ShortcutEvent)
	var last ShortcutEvent
	tell := func(e ShortcutEvent) {
		if !e.Pressed {
			if e == last {
				return
			}
			last = e
			c.Log.Info("shortcut", "hold", string(e.Hold), "detail", e.Detail)
		}
		select {
		case events <- e:
		case <-ctx.Done():
		}
	}
	go func() {
		defer close(events)
		if c.Chord.None() {
			c.forgetRefusal()
			tell(ShortcutEvent{Hold: HoldOff})
			return
		}
		insist(ctx, AdviceShortcutFailed, func() error { return way(ctx, c, tell) }, func(e *holdError) {
			c.Log.Debug("shortcut", "error", e)
			tell(ShortcutEvent{Hold: e.hold, Detail: e.detail, Advice: e.advice})
		})
	}()
	return events
}

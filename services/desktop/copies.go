package desktop

import (
	"context"
	"log/slog"
)

// maxCopy is the longest text that is read of what was copied, in bytes. What is longer is not looked at:
// nothing that is looked for is nearly as long.
const maxCopy = 32 << 10

// CopyEvent is either a text that somebody has copied, or what became of watching.
type CopyEvent struct {
	// Text is what was copied, at most 32 KiB. It may be a secret all the same: it must not be logged nor
	// kept. Nothing else is set then.
	Text string
	// Hold says whether copies are told: HoldHeld, HoldUnsupported or HoldFailed.
	Hold Hold
	// Detail is a fact that is not translated: what tells of copies.
	Detail string
	// Advice is a stable code; the sentence for it is the translation "advice.<code>".
	Advice string
}

// Copies tells of each text that is copied from now on, by whomever, until ctx ends. What a password
// manager has marked is not even read, nor is anything but text. Of texts that follow each other quickly
// only the last may be told. It costs nothing while nobody copies: the desktop tells of copies, and no program
// is started to read them. The channel is closed when everything behind it has ended.
//
// X11 tells by its XFixes extension, Wayland where the compositor has data control, else by XWayland, and
// Windows by itself. macOS tells nobody.
func Copies(ctx context.Context, log *slog.Logger) <-chan CopyEvent {
	return watch(ctx, log, watchCopies)
}

// copyWay tells of copies until ctx ends or it cannot any more, and then says why. It tells once it has begun.
type copyWay func(ctx context.Context, log *slog.Logger, tell func(CopyEvent)) error

func watch(ctx context.Context, log *slog.Logger, way copyWay) <-chan CopyEvent {
	events := make(chan CopyEvent)
	var last CopyEvent
	tell := func(e CopyEvent) {
		if e.Hold != "" {
			if e == last {
				return
			}
			last = e
			log.Info("watching the clipboard", "hold", string(e.Hold), "by", e.Detail)
		}
		select {
		case events <- e:
		case <-ctx.Done():
		}
	}
	go func() {
		defer close(events)
		insist(ctx, AdviceWatchFailed, func() error { return way(ctx, log, tell) }, func(e *holdError) {
			log.Debug("watching the clipboard", "error", e)
			tell(CopyEvent{Hold: e.hold, Detail: e.detail, Advice: e.advice})
		})
	}()
	return events
}

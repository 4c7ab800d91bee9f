package desktop

import (
	"context"
	"log/slog"
)

// watchCopies: macOS tells nobody of copies; one has to look at a number again and again, which needs cgo.
func watchCopies(context.Context, *slog.Logger, func(CopyEvent)) error {
	return &holdError{hold: HoldUnsupported, advice: AdviceWatchUnsupported}
}

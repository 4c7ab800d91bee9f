//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"log/slog"
	"os"
)

// targetSecret is what password managers offer beside a password.
const targetSecret = "x-kde-passwordManagerHint"

// watchCopies tells of copies. Compositors without data control hand what is copied on to their XWayland
// display.
func watchCopies(ctx context.Context, log *slog.Logger, tell func(CopyEvent)) error {
	if !onWayland() {
		return copiesOnX11(ctx, log, tell)
	}
	err := copiesOnWayland(ctx, log, tell)
	switch {
	case !errors.Is(err, errNoDataControl):
		return err
	case os.Getenv("DISPLAY") == "":
		return &holdError{hold: HoldUnsupported, advice: AdviceWatchUnsupported, err: err}
	}
	return copiesOnX11(ctx, log, tell)
}

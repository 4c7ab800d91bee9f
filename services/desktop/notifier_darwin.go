package desktop

import (
	"context"
	"log/slog"
	"os/exec"
	"time"

	"foyer/services/fault"
)

// Notifier shows notifications through AppleScript: without actions, and in the name of the script
// editor. It has been compiled, not tried.
type Notifier struct{ app string }

// NewNotifier returns a notifier that signs as appName; the icon cannot be chosen.
func NewNotifier(appName, _ string, _ *slog.Logger) *Notifier { return &Notifier{app: appName} }

// Notify shows n; actions are not offered, so onAction is never called.
func (t *Notifier) Notify(ctx context.Context, n Notification, _ func(key string)) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	// The texts are arguments of the script, never part of it.
	cmd := exec.CommandContext(ctx, "osascript",
		"-e", "on run arguments",
		"-e", "display notification (item 2 of arguments) with title (item 3 of arguments) subtitle (item 1 of arguments)",
		"-e", "end run", n.Title, n.Body, t.app)
	cmd.WaitDelay = 100 * time.Millisecond
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return gaveUp(ctx, opNotify, partNotifications)
		}
		return trouble(opNotify, partNotifications, fault.Other, CodeUnsupported, "", err)
	}
	return nil
}

// Supports tells that there are no actions.
func (t *Notifier) Supports(context.Context) (actions bool, err error) { return false, nil }

// Close has nothing to let go of.
func (t *Notifier) Close() {}

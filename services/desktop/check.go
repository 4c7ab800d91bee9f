package desktop

import (
	"context"
	"errors"
	"sync"
	"time"

	"foyer/services/fault"
)

// State is the outcome of a Check.
type State string

// The states.
const (
	// OK: it is there and works.
	OK State = "ok"
	// Missing: it is not there; Advice says what to do.
	Missing State = "missing"
	// Unknown: nobody answered in time, or it cannot be found out here.
	Unknown State = "unknown"
)

// Check is one thing that Foyer uses of the desktop, and whether it is there.
type Check struct {
	// Name is stable: "display", "tray", "clipboard", "secrets", "webexteams", "notifications", "fonts".
	Name  string `json:"name"`
	State State  `json:"state"`
	// Detail is a fact, such as a program's name; it is not translated.
	Detail string `json:"detail,omitempty"`
	// Advice is a stable code; the sentence for it is the translation "advice.<code>".
	Advice string `json:"advice,omitempty"`
}

// The advice codes.
const (
	AdviceNoDisplay       = "no-display"     // start Foyer inside the desktop session
	AdviceNoTray          = "no-tray"        // GNOME needs the AppIndicator extension; the window works without
	AdviceNoBus           = "no-session-bus" // the session has no D-Bus: notifications and the tray need one
	AdviceXclip           = "install-xclip"  // install xclip
	AdviceWlClipboard     = "install-wl-clipboard"
	AdviceXdgUtils        = "install-xdg-utils"
	AdviceNoSecrets       = "no-secrets"       // install gnome-keyring or KWallet; else use the environment
	AdviceNoWebex         = "no-webex"         // install the Webex app, or use Copy instead of Open
	AdviceNoNotifications = "no-notifications" // no notification server runs
	AdviceNotifyActions   = "notify-actions"   // the server shows no buttons: Undo is in the window only
	AdviceNoCJKFont       = "no-cjk-font"      // install a font for Chinese and Japanese
	AdviceNoAnswer        = "no-answer"        // it exists but does not answer

	AdviceShortcutTaken       = "shortcut-taken"       // another program has the keys: choose others
	AdviceShortcutUnsupported = "shortcut-unsupported" // bind "foyer paste" in the desktop's own settings
	AdviceShortcutNoKey       = "shortcut-no-key"      // the keyboard layout has no such key
	AdviceShortcutAsking      = "shortcut-asking"      // the desktop asks whether Foyer may have the keys
	AdviceShortcutRefused     = "shortcut-refused"     // somebody did not agree
	AdviceShortcutFailed      = "shortcut-failed"      // it should work, and does not
	AdviceWatchUnsupported    = "watching-unsupported" // nobody tells of what is copied
	AdviceWatchFailed         = "watching-failed"      // it should work, and does not
	AdviceAutostartStale      = "autostart-stale"      // the entry starts another program, or one that is gone
)

// checkLimit is the deadline of each check; they run at the same time.
const checkLimit = 900 * time.Millisecond

// probe is one check in the making; it fills in everything but the name.
type probe struct {
	name string
	look func(ctx context.Context) Check
}

// Checks finds out what the desktop offers. It takes less than a second, unlocks nothing, prompts for
// nothing and starts no daemon. The order is stable.
func Checks(ctx context.Context) []Check {
	return runProbes(ctx, checkLimit, append(probes(), probe{"fonts", checkFonts}))
}

func runProbes(ctx context.Context, limit time.Duration, all []probe) []Check {
	results := make([]Check, len(all))
	var running sync.WaitGroup
	for i, p := range all {
		running.Go(func() {
			ctx, cancel := context.WithTimeout(ctx, limit)
			defer cancel()
			results[i] = p.look(ctx)
			results[i].Name = p.name
		})
	}
	running.Wait()
	return results
}

// webexCheck is the same on every platform: what is registered for webexteams links.
func webexCheck(handler string, err error) Check {
	switch {
	case err != nil:
		return Check{State: Unknown, Advice: AdviceNoAnswer}
	case handler == "":
		return Check{State: Missing, Advice: AdviceNoWebex}
	}
	return Check{State: OK, Detail: handler}
}

func asError(err error) (*fault.Error, bool) { return errors.AsType[*fault.Error](err) }

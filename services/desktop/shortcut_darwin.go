package desktop

import "context"

// holdShortcut: macOS reserves keys through Carbon's RegisterEventHotKey only, which needs cgo and the
// main thread. Its own settings can bind a command to keys.
func holdShortcut(context.Context, ShortcutConfig, func(ShortcutEvent)) error {
	return &holdError{hold: HoldUnsupported, advice: AdviceShortcutUnsupported}
}

func (c ShortcutConfig) forgetRefusal() {}

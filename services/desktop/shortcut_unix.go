//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// holdShortcut reserves the keys. On Wayland nobody hears keys that are meant for other programs, so the
// desktop has to do it; an XWayland display would hear those of X11 programs only.
func holdShortcut(ctx context.Context, c ShortcutConfig, tell func(ShortcutEvent)) error {
	if onWayland() {
		return holdByPortal(ctx, c, tell)
	}
	return holdOnX11(ctx, c, tell)
}

// wasRefused tells whether somebody did not agree to these keys.
func (c ShortcutConfig) wasRefused() bool {
	if c.Refused == "" {
		return false
	}
	said, err := os.ReadFile(c.Refused)
	return err == nil && string(said) == c.Chord.String()
}

func (c ShortcutConfig) rememberRefusal() {
	if c.Refused == "" {
		return
	}
	if err := replaceFile(c.Refused, []byte(c.Chord.String())); err != nil {
		c.Log.Warn("remembering that the shortcut was refused", "error", err)
	}
}

func (c ShortcutConfig) forgetRefusal() {
	if c.Refused == "" {
		return
	}
	if err := os.Remove(c.Refused); err != nil && !errors.Is(err, fs.ErrNotExist) {
		c.Log.Warn("forgetting that the shortcut was refused", "error", err)
	}
}

package desktop

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/sys/windows"

	"foyer/services/chord"
)

const (
	wmHotKey    = 0x0312
	hotKeyID    = 1
	modAlt      = 0x1
	modControl  = 0x2
	modShift    = 0x4
	modWin      = 0x8
	modNoRepeat = 0x4000
	vkF1        = 0x70
)

var (
	procRegisterHotKey   = user32.NewProc("RegisterHotKey")
	procUnregisterHotKey = user32.NewProc("UnregisterHotKey")
)

// namedKeys are the virtual key codes of keys with names. Letters and digits have their own.
var namedKeys = map[string]uintptr{
	"Space": 0x20, "PageUp": 0x21, "PageDown": 0x22, "End": 0x23, "Home": 0x24, "Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28,
	"Insert": 0x2d, "Delete": 0x2e, "Pause": 0x13,
}

// hotKey translates a chord for RegisterHotKey.
func hotKey(c chord.Chord) (modifiers, key uintptr) {
	modifiers = modNoRepeat
	for _, m := range []struct {
		wanted bool
		mask   uintptr
	}{{c.Ctrl, modControl}, {c.Alt, modAlt}, {c.Shift, modShift}, {c.Super, modWin}} {
		if m.wanted {
			modifiers |= m.mask
		}
	}
	if code, isNamed := namedKeys[c.Key]; isNamed {
		return modifiers, code
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(c.Key, "F")); err == nil && len(c.Key) > 1 {
		return modifiers, vkF1 + uintptr(n) - 1
	}
	return modifiers, uintptr(c.Key[0])
}

// holdShortcut reserves the keys for a window of its own, and gives them back with it.
func holdShortcut(ctx context.Context, c ShortcutConfig, tell func(ShortcutEvent)) error {
	pressed := make(bell, 1)
	modifiers, key := hotKey(c.Chord)
	l, err := listen(func(window uintptr) (func(), error) {
		if r, _, err := procRegisterHotKey.Call(window, hotKeyID, modifiers, key); r == 0 {
			return nil, err
		}
		return func() { procUnregisterHotKey.Call(window, hotKeyID) }, nil
	}, func(message uint32, wParam uintptr) {
		if message == wmHotKey && wParam == hotKeyID {
			pressed.ring()
		}
	})
	switch {
	case errors.Is(err, windows.ERROR_HOTKEY_ALREADY_REGISTERED):
		return &holdError{hold: HoldTaken, advice: AdviceShortcutTaken, err: err}
	case err != nil:
		return fmt.Errorf("reserving keys: %w", err)
	}
	defer l.close()
	tell(ShortcutEvent{Hold: HoldHeld})
	for {
		select {
		case <-pressed:
			tell(ShortcutEvent{Pressed: true})
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (c ShortcutConfig) forgetRefusal() {}

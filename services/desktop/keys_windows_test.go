package desktop

import (
	"context"
	"testing"

	"foyer/services/chord"
)

var procKeybdEvent = user32.NewProc("keybd_event")

// The virtual keys that tests press.
const (
	vkShift   = 0x10
	vkControl = 0x11
	vkMenu    = 0x12 // Alt
	keyUp     = 2
)

// tap presses keys together and lets go of them.
func tap(keys ...uintptr) {
	for _, k := range keys {
		procKeybdEvent.Call(k, 0, 0, 0)
	}
	for _, k := range keys {
		procKeybdEvent.Call(k, 0, keyUp, 0)
	}
}

// holdKeys asks for keys until the test or the returned function ends it, which waits for that.
func holdKeys(t *testing.T, text string) (<-chan ShortcutEvent, func()) {
	t.Helper()
	c, err := chord.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	events := Shortcut(ctx, ShortcutConfig{Chord: c, Log: quiet()})
	stop := func() {
		cancel()
		for range events { //nolint:revive // the channel ends with everything behind it
		}
	}
	t.Cleanup(stop)
	return events, stop
}

func wantEvent[T comparable](t *testing.T, events <-chan T, want T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	select {
	case got, there := <-events:
		if got != want || !there {
			t.Fatalf("the next event is %+v (%v), want %+v", got, there, want)
		}
	case <-ctx.Done():
		t.Fatalf("nothing happened, want %+v", want)
	}
}

var (
	heldEvent = ShortcutEvent{Hold: HoldHeld}
	pressed   = ShortcutEvent{Pressed: true}
	taken     = ShortcutEvent{Hold: HoldTaken, Advice: AdviceShortcutTaken}
)

func TestKeysAreHeardFromAnywhere(t *testing.T) {
	events, stop := holdKeys(t, "Ctrl+Alt+K")
	wantEvent(t, events, heldEvent)
	tap(vkControl, 'K')
	tap(vkControl, vkMenu, vkShift, 'K')
	tap(vkControl, vkMenu, 'K')
	wantEvent(t, events, pressed)
	stop()
	if _, there := <-events; there {
		t.Error("something is told after the end")
	}
}

func TestAKeyOfAnotherProgramIsTold(t *testing.T) {
	first, stop := holdKeys(t, "Ctrl+Alt+F9")
	wantEvent(t, first, heldEvent)
	second, stopSecond := holdKeys(t, "Ctrl+Alt+F9")
	wantEvent(t, second, taken)
	stopSecond()
	stop()
	third, _ := holdKeys(t, "Ctrl+Alt+F9")
	wantEvent(t, third, heldEvent)
}

func TestChordsAreTranslatedForWindows(t *testing.T) {
	for text, want := range map[string][2]uintptr{
		"Ctrl+Alt+K": {modNoRepeat | modControl | modAlt, 'K'}, "Super+7": {modNoRepeat | modWin, '7'},
		"Shift+F24": {modNoRepeat | modShift, 0x87}, "Ctrl+PageUp": {modNoRepeat | modControl, 0x21}, "Pause": {modNoRepeat, 0x13},
	} {
		c, err := chord.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if modifiers, key := hotKey(c); modifiers != want[0] || key != want[1] {
			t.Errorf("%s is %x %x, want %x", text, modifiers, key, want)
		}
	}
}

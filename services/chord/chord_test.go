package chord_test

import (
	"errors"
	"testing"

	"foyer/services/chord"
	"foyer/services/fault"
)

func TestChordsAreReadAsPeopleWriteThem(t *testing.T) {
	for said, want := range map[string]string{
		"Ctrl+Alt+K": "Ctrl+Alt+K", " alt + CONTROL+k ": "Ctrl+Alt+K", "win+shift+pageup": "Shift+Super+PageUp", "Strg+Umschalt+F4": "Ctrl+Shift+F4",
		"F12": "F12", "shift+f1": "Shift+F1", "Pause": "Pause", "cmd+option+7": "Alt+Super+7", "": "", "  ": "",
	} {
		c, err := chord.Parse(said)
		if err != nil || c.String() != want || c.None() != (want == "") {
			t.Errorf("%q is read as %q, %v; want %q", said, c, err, want)
		}
		if again, err := chord.Parse(c.String()); err != nil || again != c {
			t.Errorf("%q is written as %q and read as %q, %v", said, c, again, err)
		}
	}
}

func TestWhatNoDesktopShouldReserveIsRefused(t *testing.T) {
	for _, said := range []string{"K", "Shift+K", "Space", "Ctrl", "Ctrl+Alt", "Ctrl+Ctrl+K", "Ctrl+K+L", "Ctrl++K", "+", "Ctrl+ß", "Ctrl+F25", "Hyper+K", "Ctrl+Control+K", "7"} {
		c, err := chord.Parse(said)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != chord.CodeBad || e.Kind != fault.Invalid || !c.None() {
			t.Errorf("%q is %q, %v", said, c, err)
		}
	}
}

func TestEveryKeyCanBeWrittenAndReadAgain(t *testing.T) {
	for _, key := range chord.Keys() {
		want := chord.Chord{Ctrl: true, Super: true, Key: key}
		if got, err := chord.Parse(want.String()); err != nil || got != want {
			t.Errorf("%s: %v, %v", want, got, err)
		}
	}
}

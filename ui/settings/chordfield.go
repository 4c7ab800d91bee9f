package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/services/chord"
)

// catching lets a field take a combination of keys as it is pressed. Letters without Ctrl, Alt or the
// key with the logo are typed as in any field, and so are the keys that copy, paste and undo in it.
func (f *lineField) catching() {
	f.spell = func(s string) string {
		if c, err := chord.Parse(s); err == nil {
			return c.String()
		}
		return strings.TrimSpace(s)
	}
	f.entry.OnShortcut = func(s fyne.Shortcut) bool {
		pressed, ok := s.(*desktop.CustomShortcut)
		return ok && f.caught(pressed.KeyName, pressed.Modifier)
	}
	f.entry.OnKey = func(k *fyne.KeyEvent) bool {
		return isFunctionKey(k.Name) && f.caught(k.Name, 0)
	}
}

// caught stores a combination that was pressed, and reports whether it is one.
func (f *lineField) caught(key fyne.KeyName, with fyne.KeyModifier) bool {
	c, ok := chordOf(key, with)
	if !ok {
		return false
	}
	f.set(c.String())
	f.entry.CursorToEnd()
	return true
}

// isFunctionKey reports whether a key may be a shortcut without another one. F1 is help, F11 the whole
// screen, and F5 reads anew.
func isFunctionKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF12:
		return true
	}
	return false
}

// keyNames are the keys that the toolkit names otherwise than a chord.
var keyNames = map[fyne.KeyName]string{fyne.KeyPageUp: "PageUp", fyne.KeyPageDown: "PageDown"}

// chordOf returns the chord of keys that were pressed, and whether a desktop could reserve it.
func chordOf(key fyne.KeyName, with fyne.KeyModifier) (chord.Chord, bool) {
	var parts []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}, {fyne.KeyModifierSuper, "Super"}} {
		if with&m.modifier != 0 {
			parts = append(parts, m.name)
		}
	}
	name := string(key)
	if other, ok := keyNames[key]; ok {
		name = other
	}
	c, err := chord.Parse(strings.Join(append(parts, name), "+"))
	return c, err == nil && !c.None()
}

package widget

import (
	"slices"

	"fyne.io/fyne/v2"
)

// passed are the keys that belong to the window whatever has the focus: no widget does anything with
// them.
var passed = []fyne.KeyName{fyne.KeyF1, fyne.KeyF5, fyne.KeyF11}

// PassKey hands a key that belongs to the window on to it, and reports whether it did. Whoever has the
// focus gets every key first and asks here, since Fyne asks the window only when nothing has it.
func PassKey(o fyne.CanvasObject, k *fyne.KeyEvent) bool {
	if !slices.Contains(passed, k.Name) {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return false
	}
	c.OnTypedKey()(k)
	return true
}

package widget

import "fyne.io/fyne/v2"

// key sees the keys of the field first.
func (c *ChipsEntry) key(k *fyne.KeyEvent) bool {
	if c.chosen >= 0 && c.chipKey(k.Name) {
		return true
	}
	switch k.Name {
	case fyne.KeyLeft, fyne.KeyBackspace:
		if len(c.chips) > 0 && c.atStart() {
			c.Choose(len(c.chips) - 1)
			return true
		}
	case fyne.KeyTab:
		c.flush()
		return true
	}
	return c.OnKey != nil && c.OnKey(k)
}

// chipKey is what the keys do to the chosen chip.
func (c *ChipsEntry) chipKey(name fyne.KeyName) bool {
	last := len(c.chips) - 1
	switch name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.Choose(max(c.chosen-1, 0))
	case fyne.KeyRight, fyne.KeyDown:
		c.Choose(c.chosen + 1) // behind the last one is the field
	case fyne.KeyHome:
		c.Choose(0)
	case fyne.KeyEnd, fyne.KeyEscape:
		c.Choose(-1)
	case fyne.KeyDelete:
		c.remove(c.chosen, c.chosen)
	case fyne.KeyBackspace:
		c.remove(c.chosen, min(max(c.chosen-1, 0), last-1))
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnActivated != nil {
			c.OnActivated(c.chosen)
		}
	default:
		return false
	}
	return true
}

// atStart reports whether the cursor stands before all text, with none of it selected.
func (c *ChipsEntry) atStart() bool {
	return c.field.input.CursorColumn == 0 && c.field.input.SelectedText() == ""
}

// shortcut keeps the lines of what is pasted.
func (c *ChipsEntry) shortcut(s fyne.Shortcut) bool {
	paste, ok := s.(*fyne.ShortcutPaste)
	if !ok || paste.Clipboard == nil {
		return false
	}
	if _, kept := paste.Clipboard.(lines); kept {
		return false
	}
	c.field.input.TypedShortcut(&fyne.ShortcutPaste{Clipboard: lines{paste.Clipboard}})
	return true
}

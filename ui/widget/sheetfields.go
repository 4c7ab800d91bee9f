package widget

import "fyne.io/fyne/v2"

// Check makes Escape on a box do what it does in the sheet.
func (s *Sheet) Check(c *Check) *Check {
	c.onKey = s.key
	return c
}

// Chips makes Escape in a field of chips do what it does in the sheet, once the field itself has no
// use for it.
func (s *Sheet) Chips(c *ChipsEntry) *ChipsEntry {
	before := c.OnKey
	c.OnKey = func(k *fyne.KeyEvent) bool { return before != nil && before(k) || s.key(k) }
	return c
}

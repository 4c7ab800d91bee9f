package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable    = (*SheetTable)(nil)
	_ fyne.Tabbable     = (*SheetTable)(nil)
	_ fyne.Shortcutable = (*SheetTable)(nil)
	_ desktop.Keyable   = (*SheetTable)(nil)
)

// AcceptsTab lets Tab go from cell to cell once one was reached by another key, but for the last one.
func (t *SheetTable) AcceptsTab() bool {
	if !t.within {
		return false
	}
	if t.shift || shiftHeld() {
		return t.row > 0 || t.column > 0
	}
	return t.row < t.count || t.beside(t.column, 1) != t.column
}

// FocusGained shows where the keys go.
func (t *SheetTable) FocusGained() {
	t.focused = true
	t.row = min(t.row, t.count)
	t.stack.bind()
	Follow(t)
	t.revealWhole()
	t.retip(true)
}

// FocusLost hides the focus line. Tab leaves the table again, unless a cell of it is edited.
func (t *SheetTable) FocusLost() {
	t.focused, t.shift = false, false
	t.within = t.editor.on
	t.pointed = nil
	t.stack.bind()
}

// KeyDown notices Shift.
func (t *SheetTable) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.shift = true
	}
}

// KeyUp notices Shift.
func (t *SheetTable) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		t.shift = false
	}
}

// TypedRune replaces what is in the cell.
func (t *SheetTable) TypedRune(r rune) {
	if t.column >= 0 {
		t.begin(&r)
	}
}

// TypedKey moves, edits and deletes.
func (t *SheetTable) TypedKey(e *fyne.KeyEvent) {
	if PassKey(t, e) {
		return
	}
	if row, column, moves := t.target(e.Name); moves {
		t.within = true
		t.move(row, column)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		t.begin(nil)
	case fyne.KeyTab:
		t.step(t.shift || shiftHeld())
	case fyne.KeyDelete, fyne.KeyBackspace:
		t.remove()
	case fyne.KeyEscape:
		t.escape()
	case desktop.KeyMenu:
		t.openMenu()
	case fyne.KeyF10:
		if t.shift {
			t.openMenu()
		}
	}
}

// escape first ends a choice of rows, and then lets Tab leave the table.
func (t *SheetTable) escape() {
	if _, count := t.Chosen(); count > 0 {
		t.Go(t.row, max(t.column, 0))
		return
	}
	t.within = false
}

// target returns where a key moves to.
func (t *SheetTable) target(key fyne.KeyName) (row, column int, moves bool) {
	page := max(int(t.scroll.Size().Height/t.rowHeight())-1, 1)
	row, column = t.row, t.column
	switch key {
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyPageUp:
		row -= page
	case fyne.KeyPageDown:
		row += page
	case fyne.KeyLeft:
		column = t.beside(column, -1)
	case fyne.KeyRight:
		column = t.beside(column, 1)
	case fyne.KeyHome:
		column = 0
	case fyne.KeyEnd:
		for next := t.beside(column, 1); next != column; next = t.beside(column, 1) {
			column = next
		}
	default:
		return 0, 0, false
	}
	return row, column, true
}

// step goes to the next cell, or back, from the end of a row to the next row.
func (t *SheetTable) step(back bool) {
	to := t.beside(t.column, 1)
	if back {
		to = t.beside(t.column, -1)
	}
	switch {
	case back && (to < 0 || to == t.column):
		if t.row > 0 {
			t.Go(t.row-1, t.lastColumn())
		}
	case !back && to == t.column:
		t.Go(t.row+1, 0)
	default:
		t.Go(t.row, to)
	}
}

// lastColumn returns the last column in sight.
func (t *SheetTable) lastColumn() int {
	column := 0
	for next := t.beside(column, 1); next != column; next = t.beside(column, 1) {
		column = next
	}
	return column
}

// remove empties a cell, or removes the rows that are chosen.
func (t *SheetTable) remove() {
	if t.Frozen {
		return
	}
	if first, count := t.Chosen(); count > 0 {
		if t.OnRemoved != nil {
			t.OnRemoved(first, count)
			t.Go(first, max(t.column, 0))
		}
		return
	}
	if t.row < t.count && t.OnEdited != nil && t.Row(t.row).Cells[t.column].Words != "" {
		t.OnEdited(t.row, t.column, "")
	}
}

// openMenu opens the menu of the current row below its cell.
func (t *SheetTable) openMenu() {
	if t.OnMenu == nil || t.row >= t.count {
		return
	}
	at, size := t.CellArea(t.row, max(t.column, 0))
	t.OnMenu(t.row, at.AddXY(0, size.Height))
}

// TypedShortcut pastes, copies, takes back and chooses all; everything else goes on to the window.
func (t *SheetTable) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		if s.Clipboard != nil && t.OnPasted != nil && !t.Frozen {
			t.OnPasted(t.row, t.column, s.Clipboard.Content())
		}
		return
	case *fyne.ShortcutCopy:
		t.copy()
		return
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if _, again := s.(*fyne.ShortcutRedo); t.OnUndo != nil {
			t.OnUndo(again)
		}
		return
	case *fyne.ShortcutSelectAll:
		t.chooseAll()
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(t).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

func (t *SheetTable) chooseAll() {
	if t.count > 0 {
		t.row, t.column, t.anchor = t.count-1, -1, 0
		t.stack.bind()
	}
}

func (t *SheetTable) copy() {
	first, count := t.Chosen()
	column := -1
	if count == 0 {
		first, count, column = t.row, 1, t.column
	}
	if t.OnCopied != nil && first < t.count {
		t.OnCopied(first, count, column)
	}
}

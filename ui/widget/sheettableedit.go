package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

// sheetEditor is the field over the cell of a SheetTable that is being edited.
type sheetEditor struct {
	table       *SheetTable
	entry       *Entry
	on          bool
	row, column int
	before      string
	wrong       bool // the cell is red until what is in it is right
}

func newSheetEditor(t *SheetTable) *sheetEditor {
	e := &sheetEditor{table: t, entry: NewEntry("", "")}
	e.entry.inside = true
	e.entry.keepsTab = func() bool { return e.on }
	e.entry.OnKey = e.key
	e.entry.OnShortcut = e.shortcut
	e.entry.OnChanged = e.typed
	e.entry.OnFocus = func(on bool) {
		if !on {
			e.commit()
		}
	}
	return e
}

// Editing returns the cell that is being edited; false when none is.
func (t *SheetTable) Editing() (row, column int, ok bool) {
	return t.editor.row, t.editor.column, t.editor.on
}

// Field is where a cell is edited.
func (t *SheetTable) Field() *Entry { return t.editor.entry }

// Commit ends editing and keeps what was typed.
func (t *SheetTable) Commit() { t.editor.commit() }

// GiveUp ends editing without what was typed.
func (t *SheetTable) GiveUp() { t.editor.giveUp() }

// at reports whether a cell is being edited.
func (e *sheetEditor) at(row, column int) bool { return e.on && e.row == row && e.column == column }

// begin edits the cell that the keys are at; first is what replaces its words, nil to go on with them.
// A whole row is opened instead.
func (t *SheetTable) begin(first *rune) {
	if t.column < 0 && first == nil && t.OnOpened != nil && t.row < t.count {
		t.OnOpened(t.row)
	}
	if t.Frozen || t.column < 0 || t.column >= len(t.Columns) || t.places(t.Size().Width).cell(t.column).w == 0 {
		return
	}
	t.within = true
	e := t.editor
	e.row, e.column, e.before, e.wrong = t.row, t.column, "", false
	if t.row < t.count {
		cell := t.Row(t.row).Cells[t.column]
		e.before, e.wrong = cell.Words, cell.Wrong
	}
	e.on = true
	words := e.before
	if first != nil {
		words = string(*first)
	}
	e.entry.input.SetText(words)
	t.reveal(t.row)
	t.stack.bind()
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(e.entry.Input())
	}
	e.entry.CursorToEnd()
	if first != nil {
		e.typed(words)
	}
	t.revealRow()
	t.retip(true)
}

func (e *sheetEditor) typed(words string) {
	if e.on && e.table.OnTyping != nil {
		e.table.OnTyping(e.row, e.column, words)
	}
}

// commit ends editing and tells what the cell holds now, if it is something else.
func (e *sheetEditor) commit() {
	if !e.on {
		return
	}
	words := e.entry.Text()
	e.end()
	if words != e.before && e.table.OnEdited != nil {
		e.table.OnEdited(e.row, e.column, words)
	}
	e.table.stack.bind()
}

// giveUp ends editing as if nothing had been typed.
func (e *sheetEditor) giveUp() {
	if !e.on {
		return
	}
	e.end()
	e.table.stack.bind()
	e.table.Focus()
}

func (e *sheetEditor) end() {
	e.on = false
	hideTip(e.entry)
	if e.table.OnRested != nil {
		e.table.OnRested()
	}
}

// key ends editing on Enter, Tab, Escape and the arrows that leave the line.
func (e *sheetEditor) key(k *fyne.KeyEvent) bool {
	t := e.table
	if t.OnTypingKey != nil && t.OnTypingKey(k) {
		return true
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		e.leave(func() { t.Go(e.row+1, e.column) })
	case fyne.KeyUp:
		e.leave(func() { t.Go(e.row-1, e.column) })
	case fyne.KeyTab:
		back := shiftHeld()
		e.leave(func() { t.step(back) })
	case fyne.KeyEscape:
		e.giveUp()
	default:
		return false
	}
	return true
}

// leave keeps what was typed and goes to another cell.
func (e *sheetEditor) leave(to func()) {
	e.commit()
	e.table.Focus()
	to()
}

// shortcut takes text of several cells that is pasted into one.
func (e *sheetEditor) shortcut(s fyne.Shortcut) bool {
	paste, ok := s.(*fyne.ShortcutPaste)
	if !ok || paste.Clipboard == nil || e.table.OnPasted == nil {
		return false
	}
	text := paste.Clipboard.Content()
	if !strings.ContainsAny(strings.TrimSpace(text), "\n\t") {
		return false
	}
	e.giveUp()
	e.table.OnPasted(e.row, e.column, text)
	return true
}

// place puts the field and its frame over the cell, its words where the cell's words are.
func (e *sheetEditor) place(p sheetPlaces) {
	t := e.table
	look, s, h := style.Of(t), p.cell(e.column), t.rowHeight()
	frame := t.stack.frame
	frame.FillColor, frame.StrokeColor = look.Color(style.Surface), look.Color(style.Accent)
	if e.wrong {
		frame.FillColor, frame.StrokeColor = look.Color(style.InUseTint), look.Color(style.InUse)
	}
	frame.StrokeWidth, frame.CornerRadius = style.FocusWidth, style.RadiusButton
	y := float32(e.row) * h
	place(frame, s.x-sheetCellPad, y+2, s.w+sheetCellPad, h-5)
	place(e.entry, s.x-entryPad, y, s.w+entryPad+sheetCellPad, h-1)
}

// SetWrong says whether what is being typed is wrong.
func (t *SheetTable) SetWrong(wrong bool) {
	if t.editor.on && t.editor.wrong != wrong {
		t.editor.wrong = wrong
		t.stack.bind()
	}
}

// shiftHeld reports whether Shift is down, where the driver knows.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

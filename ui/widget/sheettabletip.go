package widget

import (
	"image/color"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// sheetTip is what a tip of a SheetTable says, and all that it was drawn by: the tip goes as soon as one
// of them changes. Without words there is none.
type sheetTip struct {
	beside fyne.Widget
	words  string
	at     fyne.Position // of beside, on the canvas
	size   fyne.Size
	scale  float32
	ink    color.Color
}

// wantedTip returns the tip of the cell below the pointer, or else of the one that the keys are at.
func (t *SheetTable) wantedTip() sheetTip {
	v, column := t.pointed, t.pointedColumn
	if v == nil && (t.focused || t.editor.on) {
		v, column = t.stack.viewOf(t.row), t.column
	}
	if v == nil || t.stack.viewOf(v.row) != v {
		return sheetTip{}
	}
	beside, words := v.tipOf(column)
	if words == "" {
		return sheetTip{}
	}
	look := style.Of(t)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(beside)
	return sheetTip{beside, words, at, beside.Size(), look.Scale(), look.Color(style.Ink)}
}

// tipOf returns the sentence of a cell, or that of the row, and what it stands beside.
func (v *sheetView) tipOf(column int) (beside fyne.Widget, words string) {
	if column < 0 || column >= len(v.says.Cells) {
		return v.note, v.says.Tip
	}
	c, cell := v.says.Cells[column], v.cells[column]
	switch {
	case v.table.editor.at(v.row, column):
		return v.table.editor.entry, c.Tip
	case cell.Hidden: // there is no room for its column
		return cell, ""
	case c.Tip == "" && cell.Shown() != cell.Words():
		return cell, c.Words
	}
	return cell, c.Tip
}

// retip takes the tip away when it is no longer that of the cell, and lets the cell's own come. Unless
// it takes the tip over, for a key or the pointer, that of another widget stays.
func (t *SheetTable) retip(takes bool) {
	layer := tipLayerOf(t)
	if layer == nil {
		return
	}
	held := t.tip.beside != nil && layer.owner == t.tip.beside
	want := t.wantedTip()
	if held && want == t.tip && (layer.words.Hidden || t.seen(want.beside)) {
		return
	}
	if held || takes {
		layer.hide()
	}
	t.tip = sheetTip{}
	if want.words == "" || layer.owner != nil {
		return
	}
	t.tip = want
	// Where the cell stands is settled only after all parts have been laid out: it is asked for then.
	layer.schedule(want.beside, want.words, func() bool { return t.seen(want.beside) })
}

// dropTip takes the table's tip away.
func (t *SheetTable) dropTip() {
	if l := tipLayerOf(t); l != nil && t.tip.beside != nil && l.owner == t.tip.beside {
		l.hide()
	}
	t.tip = sheetTip{}
}

// seen reports whether the middle of a part of a row is in sight.
func (t *SheetTable) seen(o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y + o.Size().Height/2
	within := func(o fyne.CanvasObject) bool {
		top := driver.AbsolutePositionForObject(o).Y
		return y >= top && y <= top+o.Size().Height
	}
	return within(t.scroll) && (t.around == nil || within(t.around))
}

// point says which cell the pointer is on; a nil view is none.
func (t *SheetTable) point(v *sheetView, column int) {
	t.pointed, t.pointedColumn = v, column
	t.retip(v != nil)
}

// Move is part of the widget contract: the tip does not stay behind.
func (t *SheetTable) Move(to fyne.Position) {
	if to == t.Position() {
		return
	}
	t.BaseWidget.Move(to)
	t.point(nil, 0)
}

// Resize is part of the widget contract: other cells come below the pointer.
func (t *SheetTable) Resize(size fyne.Size) {
	if size != t.Size() {
		t.pointed = nil
	}
	t.BaseWidget.Resize(size)
}

package widget

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// sheetView draws a row of a SheetTable, or the empty one behind the last. It takes no focus: the table
// does.
type sheetView struct {
	fynewidget.BaseWidget
	table   *SheetTable
	row     int
	says    SheetRow
	places  sheetPlaces
	hovered bool
	ground  *Fill
	rule    *Fill
	ring    *canvas.Rectangle // around the cell that the keys are at
	number  *Text
	plus    *Icon
	boxes   []*Fill
	cells   []*Text
	mark    *Icon
	note    *Text
}

var (
	_ fyne.Tappable          = (*sheetView)(nil)
	_ fyne.DoubleTappable    = (*sheetView)(nil)
	_ fyne.SecondaryTappable = (*sheetView)(nil)
	_ desktop.Hoverable      = (*sheetView)(nil)
)

func newSheetView(t *SheetTable) *sheetView {
	v := &sheetView{table: t, row: -1, ground: NewFill("", "", 0), rule: NewRule(), ring: canvas.NewRectangle(transparent),
		number: NewText("", style.Body, style.Ink2), plus: NewIcon("plus", style.IconRow, style.Ink2),
		mark: NewIcon("", style.IconRow, style.Ink2), note: NewText("", style.Caption, style.Ink2)}
	v.number.End, v.note.Elide = true, true
	for range t.Columns {
		box := NewFill(style.InUseTint, style.InUse, style.RadiusButton)
		box.OutlineWidth = style.FocusWidth
		v.boxes = append(v.boxes, box)
		cell := NewText("", style.Body, style.Ink)
		cell.Elide = true
		v.cells = append(v.cells, cell)
	}
	v.ExtendBaseWidget(v)
	return v
}

// bind lets the view show a row.
func (v *sheetView) bind(row int, places sheetPlaces) {
	v.row, v.places = row, places
	v.says = SheetRow{}
	if v.last() {
		v.says.Cells = []SheetCell{{Hint: v.table.NewHint}}
	} else {
		v.says = v.table.Row(row)
	}
}

// last reports whether this is the empty row.
func (v *sheetView) last() bool { return v.row == v.table.count }

// columnAt returns the column at a place in the row, −1 for the number, len(Columns) for the note.
func (v *sheetView) columnAt(x float32) int {
	if x < v.places.number.x+v.places.number.w+sheetCellPad {
		return -1
	}
	for i, s := range v.places.cells {
		if s.w > 0 && x < s.x+s.w+sheetCellPad {
			return i
		}
	}
	return len(v.places.cells)
}

// Tapped brings the keys to a cell; one that they are at already is edited.
func (v *sheetView) Tapped(e *fyne.PointEvent) {
	t, column := v.table, v.columnAt(e.Position.X)
	t.within = true
	again := t.focused && t.row == v.row && t.column == column
	t.editor.commit()
	t.Focus()
	t.shift = shiftHeld()
	t.move(v.row, column)
	t.shift = false
	if again || v.last() {
		t.begin(nil)
	}
}

// DoubleTapped edits a cell, or opens the whole row.
func (v *sheetView) DoubleTapped(e *fyne.PointEvent) {
	t := v.table
	t.editor.commit()
	t.Focus()
	t.Go(v.row, v.columnAt(e.Position.X))
	t.begin(nil)
}

// TappedSecondary opens the row's menu.
func (v *sheetView) TappedSecondary(e *fyne.PointEvent) {
	t := v.table
	if v.last() || t.OnMenu == nil {
		return
	}
	t.editor.commit()
	if first, count := t.Chosen(); v.row < first || v.row >= first+count {
		t.Go(v.row, v.columnAt(e.Position.X))
	}
	t.OnMenu(v.row, e.AbsolutePosition)
}

// MouseIn begins hover.
func (v *sheetView) MouseIn(e *desktop.MouseEvent) {
	v.hovered = true
	v.Refresh()
	v.MouseMoved(e)
}

// MouseMoved says what is wrong below the pointer.
func (v *sheetView) MouseMoved(e *desktop.MouseEvent) {
	v.table.point(v, v.columnAt(e.Position.X))
}

// MouseOut ends hover.
func (v *sheetView) MouseOut() {
	v.hovered = false
	if v.table.pointed == v {
		v.table.point(nil, 0)
	}
	v.Refresh()
}

// chosen reports whether the row is chosen as a whole.
func (v *sheetView) chosen() bool {
	first, count := v.table.Chosen()
	return v.row >= first && v.row < first+count
}

// CreateRenderer is part of the widget contract.
func (v *sheetView) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{v.ground}
	for i := range v.boxes {
		objects = append(objects, v.boxes[i], v.cells[i])
	}
	objects = append(objects, v.number, v.plus, v.mark, v.note, v.rule, v.ring)
	r := &renderer{objects: objects, layout: v.layout}
	r.min = func() fyne.Size { return fyne.NewSize(200, v.table.rowHeight()) }
	r.refresh = func() {
		v.draw()
		v.layout(v.Size())
		refreshVisible(objects)
	}
	r.refresh()
	return r
}

// draw takes what the row says into its parts.
func (v *sheetView) draw() {
	t := v.table
	v.ground.Color = ""
	switch {
	case v.chosen():
		v.ground.Color = style.Selection
	case v.hovered && !t.Frozen:
		v.ground.Color = style.Hover
	}
	v.number.words = strconv.Itoa(v.row + 1)
	v.number.Hidden, v.plus.Hidden = v.last(), !v.last()
	for i := range v.cells {
		var c SheetCell
		if i < len(v.says.Cells) {
			c = v.says.Cells[i]
		}
		v.cells[i].words, v.cells[i].Color = c.Words, style.Ink
		if c.Words == "" {
			v.cells[i].words, v.cells[i].Color = c.Hint, style.Ink3
		}
		if s := v.places.cell(i); v.last() && i == 0 && t.NewHintShort != "" && v.cells[i].natural(style.Of(v)) > v.places.note.x+v.places.note.w-s.x {
			v.cells[i].words = t.NewHintShort
		}
		v.cells[i].Hidden = v.places.cell(i).w == 0 || t.editor.at(v.row, i)
		v.boxes[i].Hidden = !c.Wrong || v.cells[i].Hidden
	}
	v.mark.Name, v.mark.Color = v.says.Icon, v.says.Tone
	v.note.words, v.note.Color = v.says.Note, v.says.Tone
	if v.says.Quiet {
		v.note.Color = style.Ink2
	}
	v.mark.Hidden = v.says.Icon == ""
}

func (v *sheetView) layout(size fyne.Size) {
	look, p := style.Of(v), v.places
	if len(p.cells) == 0 {
		return
	}
	line, side := look.Line(style.Body), look.Icon(style.IconRow)
	y := middle(size.Height, line)
	place(v.ground, 0, 0, size.Width, size.Height)
	place(v.rule, 0, size.Height-1, size.Width, 1)
	place(v.number, p.number.x, y, p.number.w, line)
	place(v.plus, p.number.x+p.number.w-side+2, middle(size.Height, side), side, side)
	for i, s := range p.cells {
		w := s.w
		if v.last() { // the hint runs over all columns
			w = p.note.x + p.note.w - s.x
		}
		place(v.cells[i], s.x, y, w, line)
		place(v.boxes[i], s.x-sheetCellPad, 2, s.w+sheetCellPad, size.Height-5)
	}
	caption := look.Line(style.Caption)
	place(v.mark, p.note.x, middle(size.Height, side), side, side)
	place(v.note, p.note.x+side+style.IconGap, middle(size.Height, caption), max(p.note.w-side-style.IconGap, 0), caption)
	v.layoutRing(look, size)
}

// layoutRing puts the focus line around the cell that the keys are at, or inside the whole row.
func (v *sheetView) layoutRing(look style.Look, size fyne.Size) {
	t := v.table
	drawFocus(v.ring, look, size, t.focused && t.row == v.row, -1, style.RadiusButton)
	s := v.places.cell(t.column)
	switch {
	case v.last(): // around its hint, which runs over all columns
		place(v.ring, v.places.cells[0].x-sheetCellPad, 2, v.places.note.x+v.places.note.w-v.places.cells[0].x+sheetCellPad, size.Height-5)
	case t.column >= 0:
		place(v.ring, s.x-sheetCellPad, 2, s.w+sheetCellPad, size.Height-5)
	}
}

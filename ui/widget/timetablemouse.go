package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable          = (*timetableField)(nil)
	_ fyne.SecondaryTappable = (*timetableField)(nil)
	_ desktop.Hoverable      = (*timetableField)(nil)
	_ desktop.Cursorable     = (*timetableField)(nil)
	_ fyne.Tappable          = (*timetableNames)(nil)
	_ fyne.Scrollable        = (*timetableWheel)(nil)
	_ desktop.Hoverable      = (*timetableNames)(nil)
)

// Tapped activates the block under the pointer.
func (f *timetableField) Tapped(e *fyne.PointEvent) { f.table.tapped(f.table.blockAt(e.Position)) }

// TappedSecondary opens the menu of the block under the pointer.
func (f *timetableField) TappedSecondary(e *fyne.PointEvent) {
	f.table.menu(f.table.blockAt(e.Position), e.AbsolutePosition)
}

// MouseIn begins hover.
func (f *timetableField) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved shows what is under the pointer.
func (f *timetableField) MouseMoved(e *desktop.MouseEvent) {
	f.table.hover(f.table.blockAt(e.Position))
}

// MouseOut ends hover.
func (f *timetableField) MouseOut() { f.table.hover(nowhere) }

// Cursor shows a hand over blocks.
func (f *timetableField) Cursor() desktop.Cursor {
	if f.table.over.block >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// timetableWheel lies over the table and takes the wheel alone. What takes the wheel is cut at its own
// edges by the toolkit, so that neither the field nor the names can do so themselves.
type timetableWheel struct {
	fynewidget.BaseWidget
	table *Timetable
}

// CreateRenderer is part of the widget contract.
func (w *timetableWheel) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing(nil, func() fyne.Size { return fyne.Size{} }, func(fyne.Size) {})
}

// Scrolled zooms with Ctrl, else scrolls.
func (w *timetableWheel) Scrolled(e *fyne.ScrollEvent) {
	t := w.table
	if !held(fyne.KeyModifierShortcutDefault) {
		t.scroll.Scrolled(e)
		return
	}
	by := -1
	if e.Scrolled.DY < 0 {
		by = 1
	}
	t.zoomAt(t.step(by), max(e.Position.X-t.namesWidth(), 0))
}

// held reports whether a modifier is held down now.
func held(m fyne.KeyModifier) bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&m != 0
}

// Tapped activates a row.
func (n *timetableNames) Tapped(e *fyne.PointEvent) { n.table.tapped(n.at(e.Position)) }

// MouseIn begins hover.
func (n *timetableNames) MouseIn(e *desktop.MouseEvent) { n.MouseMoved(e) }

// MouseMoved shows which row is under the pointer.
func (n *timetableNames) MouseMoved(e *desktop.MouseEvent) { n.table.hover(n.at(e.Position)) }

// MouseOut ends hover.
func (n *timetableNames) MouseOut() { n.table.hover(nowhere) }

// at is the row at a point of the names.
func (n *timetableNames) at(p fyne.Position) spot {
	t := n.table
	row := int((p.Y - t.headHeight() + t.scroll.Offset.Y) / t.rowHeight())
	if p.Y < t.headHeight() || row >= t.span.Rows {
		return nowhere
	}
	return spot{row, -1}
}

// tapped puts the keys to a place and activates a block or a name.
func (t *Timetable) tapped(p spot) {
	if p.row < 0 {
		return
	}
	t.Focus()
	t.at = p
	t.hideTip()
	t.draw()
	if t.OnActivated != nil {
		t.OnActivated(p.row, p.block)
	}
}

// menu asks for the menu of a place; one asked for by key opens below the block.
func (t *Timetable) menu(p spot, at fyne.Position) {
	if t.OnMenu == nil || p.row < 0 {
		return
	}
	t.at = p
	t.hideTip()
	t.draw()
	if at.IsZero() {
		s := t.placeOf(p)
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(t).AddXY(s.x, s.y+s.h)
	}
	t.OnMenu(p.row, p.block, at)
}

// placeOf is where a place is drawn in the table.
func (t *Timetable) placeOf(p spot) segment {
	names, head := t.namesWidth(), t.headHeight()
	if p.block < 0 {
		h := t.rowHeight()
		return segment{0, head + float32(p.row)*h - t.scroll.Offset.Y, names, h}
	}
	s := t.area(p.row, t.get(p.row).Blocks[p.block])
	s.x += names - t.scroll.Offset.X
	s.y += head - t.scroll.Offset.Y
	return s
}

// hover shows what is under the pointer, and after a moment tells more of it.
func (t *Timetable) hover(p spot) {
	if t.over == p {
		return
	}
	t.over = p
	t.draw()
	t.hideTip()
	if p.block >= 0 {
		t.stopTip = after(t.After)(tipDelay, func() { t.tipNow(p) })
	}
}

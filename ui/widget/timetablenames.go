package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// timetableNames are the names of a Timetable's rows, which stay while the hours scroll.
type timetableNames struct {
	fynewidget.BaseWidget
	table *Timetable
	sketch
}

// CreateRenderer is part of the widget contract.
func (n *timetableNames) CreateRenderer() fyne.WidgetRenderer {
	r := &sketchRenderer{paint: n.paint, sketch: &n.sketch, on: n}
	return r
}

// sketchRenderer draws a sketch that is as large as it is made.
type sketchRenderer struct {
	paint  func()
	sketch *sketch
	on     fyne.Widget
}

func (r *sketchRenderer) Objects() []fyne.CanvasObject { return r.sketch.objects }
func (r *sketchRenderer) Destroy()                     {}
func (r *sketchRenderer) Layout(fyne.Size)             { r.paint() }
func (r *sketchRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(1) }
func (r *sketchRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.on)
}

func (n *timetableNames) paint() {
	n.begin()
	t := n.table
	size := t.clips[0].Size()
	if size.Width < 2 {
		return
	}
	look := style.Of(n)
	first, end := t.rowsInSight()
	head, h := t.headHeight(), t.rowHeight()
	for row := first; row < end; row++ {
		n.paintRow(look, t.get(row), row, head+float32(row)*h-t.scroll.Offset.Y, size.Width, h)
	}
	// The head lies over rows that are in sight in part.
	n.rect(0, 0, size.Width, head, look.Color(style.Ground), 0)
	n.text(look, t.NameHead, style.Caption, style.Ink3, false, timetableLeft(look), 0, head-1)
	w := measure(t.TrailingHead, look.Text(style.Caption), false)
	n.text(look, t.TrailingHead, style.Caption, style.Ink3, false, size.Width-timetableNameEnd-w, 0, head-1)
	n.settle()
}

// timetableLeft is where names begin.
func timetableLeft(look style.Look) float32 {
	return style.PageMargin + look.Icon(style.IconRow) + style.FieldGap
}

func (n *timetableNames) paintRow(look style.Look, r *TimetableRow, row int, y, width, h float32) {
	t := n.table
	if t.over.row == row {
		n.rect(0, y, width, h-1, look.Color(style.Hover), 0)
	}
	n.rect(0, y+h-1, width, 1, look.Color(style.Line), 0)
	side := look.Icon(style.IconRow)
	ink := r.State.Color()
	if r.Stale {
		ink = style.Ink2
	}
	n.icon(look, r.State.Drawing(), ink, side, style.PageMargin, y+middle(h, side))
	left, right := timetableLeft(look), width-timetableNameEnd
	trailing := measure(r.Trailing, look.Text(style.Body), false)
	body, caption := look.Line(style.Body), look.Line(style.Caption)
	top, end := y+(h-body-caption)/2, right
	if r.Trailing != "" {
		right -= trailing + style.IconGap
		at, high := y, h-1
		if measure(r.Words, look.Text(style.Caption), false) <= right-left {
			end = right
		} else { // the words run on below it
			at, high = top, body-1
		}
		n.text(look, r.Trailing, style.Caption, style.Ink2, false, width-timetableNameEnd-measure(r.Trailing, look.Text(style.Caption), false), at, high)
	}
	name := right - left
	if r.Watched {
		name -= look.Icon(blockIcon) + style.Unit
	}
	x := left + n.text(look, Cut(r.Name, name, look.Text(style.Body), true), style.Body, style.Ink, true, left, top, body-1)
	if r.Watched {
		small := look.Icon(blockIcon)
		n.icon(look, iconWatched, style.Ink2, small, x+style.Unit, top+middle(body, small))
	}
	n.text(look, Cut(r.Words, end-left, look.Text(style.Caption), false), style.Caption, ink, false, left, top+body-1, caption)
	if t.focused && t.at == (spot{row, -1}) {
		n.ring(look, 0, y, width, h-1, -1, style.RadiusButton)
	}
}

// timetableHeads are the hours of a Timetable, which stay while the rows scroll.
type timetableHeads struct {
	fynewidget.BaseWidget
	table *Timetable
	sketch
}

// CreateRenderer is part of the widget contract.
func (d *timetableHeads) CreateRenderer() fyne.WidgetRenderer {
	return &sketchRenderer{paint: d.paint, sketch: &d.sketch, on: d}
}

func (d *timetableHeads) paint() {
	d.begin()
	t := d.table
	size := t.clips[1].Size()
	if size.Width < 2 || t.Label == nil || t.span.Length == 0 {
		return
	}
	look := style.Of(d)
	h, x0 := size.Height, t.scroll.Offset.X
	text := look.Text(style.Caption)
	pill := segment{x: -1000}
	if t.span.NowWord != "" {
		w := measure(t.span.NowWord, text, true) + 12
		pill = segment{t.x(t.span.Now) - x0 - w/2, 4, w, h - 8}
	}
	column := time.Duration(t.zoom) * time.Minute
	last := float32(-1000)
	for at := t.timeAt(x0) / column * column; at < t.span.Length; at += column {
		x := t.x(at) - x0
		if x > size.Width {
			break
		}
		word := t.Label(at)
		left := x + 6
		w := measure(word, text, false)
		hidden := left < last || left+w > pill.x && left < pill.x+pill.w
		if hidden {
			continue
		}
		last = left + w + 4
		d.text(look, word, style.Caption, style.Ink2, false, left, 0, h-1)
	}
	if pill.x+pill.w > 0 && pill.x < size.Width {
		d.rect(pill.x, pill.y, pill.w, pill.h, look.Color(style.Accent), style.RadiusBox)
		d.text(look, t.span.NowWord, style.Caption, style.OnAccent, true, pill.x+6, pill.y, pill.h)
		d.rect(pill.x+pill.w/2-1, pill.y+pill.h-1, 2, 6, look.Color(style.Accent), 0)
	}
}

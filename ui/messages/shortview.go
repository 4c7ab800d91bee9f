package messages

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// shortView draws a row of a shortList. It is no tab stop: the list is.
type shortView struct {
	fynewidget.BaseWidget
	list    *shortList
	index   int
	hovered bool
}

func newShortView(l *shortList, index int) *shortView {
	v := &shortView{list: l, index: index}
	v.ExtendBaseWidget(v)
	return v
}

// Tapped chooses the row.
func (v *shortView) Tapped(*fyne.PointEvent) { v.list.take(v.index) }

// MouseIn begins hover.
func (v *shortView) MouseIn(*desktop.MouseEvent) { v.hovered = true; v.Refresh() }

// MouseMoved is part of being hoverable.
func (v *shortView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hover.
func (v *shortView) MouseOut() { v.hovered = false; v.Refresh() }

// Cursor shows a hand over rows that do something.
func (v *shortView) Cursor() desktop.Cursor {
	if v.list.chosen != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is part of the widget contract.
func (v *shortView) CreateRenderer() fyne.WidgetRenderer {
	d := &shortDrawing{v: v, box: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		icon: widget.NewIcon("", style.IconRow, style.Ink2), plus: widget.NewIcon("", style.IconRow, style.Ink2),
		title: widget.NewText("", style.Body, style.Ink), second: widget.NewText("", style.Caption, style.Ink2), trailing: widget.NewText("", style.Caption, style.Ink2)}
	d.title.Elide, d.second.Elide, d.trailing.End = true, true, true
	d.refresh()
	return widget.NewDrawing([]fyne.CanvasObject{d.box, d.icon, d.title, d.second, d.trailing, d.plus, d.ring},
		func() fyne.Size { return fyne.NewSize(100, style.Of(v).Height(style.ButtonHeight)) },
		func(size fyne.Size) {
			d.refresh()
			d.layout(size)
		})
}

type shortDrawing struct {
	v                       *shortView
	box, ring               *canvas.Rectangle
	icon, plus              *widget.Icon
	title, second, trailing *widget.Text
}

func (d *shortDrawing) row() shortRow {
	if d.v.index < len(d.v.list.rows) {
		return d.v.list.rows[d.v.index]
	}
	return shortRow{}
}

func (d *shortDrawing) layout(size fyne.Size) {
	l, look := d.v.list, style.Of(d.v)
	widget.Place(d.box, 0, 0, size.Width, size.Height)
	widget.Place(d.ring, 1, 1, size.Width-2, size.Height-2)
	side := look.Icon(style.IconRow)
	x, right := l.pad, size.Width-l.pad
	widget.Place(d.icon, x, (size.Height-side)/2, side, side)
	if d.row().icon != "" {
		x += side + l.gap
	}
	if l.plus {
		right -= side
		widget.Place(d.plus, right, (size.Height-side)/2, side, side)
		right -= style.IconGap
	}
	if d.trailing.Words() != "" {
		w := min(d.trailing.MinSize().Width, (right-x)/2)
		widget.Place(d.trailing, right-w, (size.Height-look.Line(style.Body))/2, w, look.Line(style.Body))
		right -= w + style.IconGap
	}
	body, caption := look.Line(style.Body), look.Line(style.Caption)
	if d.second.Words() == "" {
		widget.Place(d.title, x, (size.Height-body)/2, max(right-x, 0), body)
		return
	}
	top := (size.Height - body - caption) / 2
	widget.Place(d.title, x, top, max(right-x, 0), body)
	widget.Place(d.second, x, top+body, max(right-x, 0), caption)
}

func (d *shortDrawing) refresh() {
	v, l, look, row := d.v, d.v.list, style.Of(d.v), d.row()
	current := v.index == l.current && (l.focused || l.marked)
	d.box.FillColor = color.Transparent
	switch {
	case current && l.marked:
		d.box.FillColor = look.Color(style.Selection)
	case v.hovered && l.chosen != nil:
		d.box.FillColor = look.Color(style.Hover)
	}
	d.ring.FillColor, d.ring.StrokeColor, d.ring.StrokeWidth, d.ring.CornerRadius = color.Transparent, look.Color(style.Accent), style.FocusWidth, style.RadiusButton
	d.ring.Hidden = !current || !l.focused
	icon := row.color
	if icon == "" {
		icon = style.Ink2
	}
	d.icon.Set(row.icon, icon)
	d.plus.Set("plus", style.Ink2)
	if v.hovered || current {
		d.plus.Set("plus", style.Accent)
	}
	d.plus.Hidden = !l.plus
	d.trailing.Color = style.Ink2
	if row.trailingColor != "" {
		d.trailing.Color = row.trailingColor
	}
	d.title.SetText(row.title)
	d.second.SetText(row.second)
	d.second.Hidden = row.second == ""
	d.trailing.SetText(row.trailing)
}

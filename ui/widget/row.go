package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Row is what a row of a RowList says.
type Row struct {
	// Pinned shows a star. Icon is a drawing's name.
	Pinned bool
	Icon   string
	// Title comes first, Second beside it, Trailing at the end; Trailing gives way to the actions.
	Title, Second, Trailing string
	// Strong makes the title bold though the row is not selected.
	Strong bool
}

// RowAction is something that can be done to a row; it shows on hover, focus and selection.
type RowAction struct {
	Icon, Tip string
	Do        func(index int)
}

// rowWidths, px at 100 % text: narrower rows lose their trailing words, then the second ones.
const (
	rowDropsTrailing float32 = 440
	rowDropsSecond   float32 = 300
	rowSplit         float32 = 0.463 // where the second words begin
)

// rowView draws a Row. It is no tab stop: the list is.
type rowView struct {
	fynewidget.BaseWidget
	list    *RowList
	index   int
	row     Row
	hovered bool
	buttons []*rowButton
}

func newRowView(l *RowList) *rowView {
	v := &rowView{list: l, index: -1}
	for _, a := range l.Actions {
		v.buttons = append(v.buttons, newRowButton(v, a))
	}
	v.ExtendBaseWidget(v)
	return v
}

var (
	_ fyne.Tappable          = (*rowView)(nil)
	_ fyne.SecondaryTappable = (*rowView)(nil)
	_ desktop.Hoverable      = (*rowView)(nil)
)

func (v *rowView) Tapped(*fyne.PointEvent) {
	v.list.focus()
	v.list.choose(v.index)
}

func (v *rowView) TappedSecondary(e *fyne.PointEvent) {
	v.list.choose(v.index)
	if v.list.OnMenu != nil {
		v.list.OnMenu(v.index, e.AbsolutePosition)
	}
}

func (v *rowView) MouseIn(*desktop.MouseEvent) {
	v.hovered = true
	v.Refresh()
}
func (v *rowView) MouseMoved(*desktop.MouseEvent) {}
func (v *rowView) MouseOut() {
	v.hovered = false
	v.Refresh()
}

func (v *rowView) bind(index int, row Row) {
	v.index, v.row = index, row
	v.Refresh()
}

// CreateRenderer is part of the widget contract.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	d := &rowDrawing{v: v, box: canvas.NewRectangle(transparent), ring: canvas.NewRectangle(transparent),
		star: NewIcon("star-filled", style.IconRow, style.Accent), icon: NewIcon("", style.IconRow, style.Ink2),
		title: NewText("", style.Body, style.Ink), second: NewText("", style.Body, style.Ink2), trailing: NewText("", style.Caption, style.Ink2)}
	d.title.Elide, d.second.Elide, d.trailing.End = true, true, true
	objects := []fyne.CanvasObject{d.box, d.star, d.icon, d.title, d.second, d.trailing}
	for _, b := range v.buttons {
		objects = append(objects, b)
	}
	r := &renderer{objects: append(objects, d.ring), layout: d.layout, refresh: d.refresh}
	r.min = func() fyne.Size { return fyne.NewSize(200, style.Of(v).Height(style.RowHeight)) }
	d.refresh()
	return r
}

type rowDrawing struct {
	v                       *rowView
	box, ring               *canvas.Rectangle
	star, icon              *Icon
	title, second, trailing *Text
}

func (d *rowDrawing) active() bool { return d.v.hovered || d.v.selected() }

func (v *rowView) selected() bool { return v.index >= 0 && v.index == v.list.selected }

func (d *rowDrawing) layout(size fyne.Size) {
	look := style.Of(d.v)
	place(d.box, 0, 0, size.Width, size.Height)
	drawFocus(d.ring, look, fyne.NewSize(size.Width, size.Height), d.v.selected() && d.v.list.focused, -1, style.RadiusButton)
	side := look.Icon(style.IconRow)
	x, right := style.PageMargin, size.Width-style.PageMargin
	if d.v.list.Stars {
		place(d.star, x, middle(size.Height, side), side, side)
		x += side + style.FieldGap
	}
	place(d.icon, x, middle(size.Height, side), side, side)
	x += side + style.IconGap
	right = d.layoutEnd(look, size, right)
	d.layoutWords(look, size, x, right)
}

// layoutEnd places what stands at the end of the row and returns where the rest must stop.
func (d *rowDrawing) layoutEnd(look style.Look, size fyne.Size, right float32) float32 {
	d.trailing.Hidden = d.active() && len(d.v.buttons) > 0 || size.Width < rowDropsTrailing*look.Scale()
	line := look.Line(style.Body)
	for i := len(d.v.buttons) - 1; i >= 0; i-- {
		b := d.v.buttons[i]
		b.Hidden = !d.active()
		if b.Hidden {
			continue
		}
		s := b.MinSize()
		right -= s.Width
		place(b, right+6, middle(size.Height, s.Height), s.Width, s.Height)
		right -= 2 // the buttons' own padding keeps the icons apart
	}
	if d.active() && len(d.v.buttons) > 0 {
		return right
	}
	if !d.trailing.Hidden {
		w := d.trailing.MinSize().Width
		place(d.trailing, right-w, middle(size.Height, line), w, line)
		right -= w + style.IconGap
	}
	return right
}

func (d *rowDrawing) layoutWords(look style.Look, size fyne.Size, x, right float32) {
	line := look.Line(style.Body)
	y := middle(size.Height, line)
	split := float32(int(size.Width * rowSplit))
	d.second.Hidden = d.v.row.Second == "" || size.Width < rowDropsSecond*look.Scale()
	if d.second.Hidden || split <= x {
		place(d.title, x, y, max(right-x, 0), line)
		return
	}
	if need := d.second.natural(look); need > right-split {
		// It begins earlier where the title leaves room. Words that have none go; addresses are shortened.
		split = max(min(split, right-need), min(split, x+d.title.natural(look)+style.FieldGap))
		if need > right-split+1 && !strings.ContainsAny(d.v.row.Second, "@/") {
			d.second.Hidden = true
			place(d.title, x, y, max(right-x, 0), line)
			return
		}
	}
	place(d.title, x, y, split-style.IconGap-x, line)
	place(d.second, split, y, max(right-split, 0), line)
}

func (d *rowDrawing) refresh() {
	v := d.v
	look := style.Of(v)
	fill := style.Name("")
	switch {
	case v.selected() && v.hovered:
		fill = style.SelectionHover
	case v.selected():
		fill = style.Selection
	case v.hovered:
		fill = style.Hover
	}
	d.box.FillColor = paint(look, fill)
	d.star.Hidden = !v.row.Pinned
	d.icon.Name = v.row.Icon
	d.title.words, d.second.words, d.trailing.words = v.row.Title, v.row.Second, v.row.Trailing
	d.title.Bold = v.selected() || v.row.Strong
	d.layout(v.Size())
	for _, o := range []fyne.CanvasObject{d.box, d.star, d.icon, d.title, d.second, d.trailing, d.ring} {
		o.Refresh()
	}
	for _, b := range v.buttons {
		b.Refresh()
	}
}

// rowButton is an icon at the end of a row. It takes no focus, so that the list is one tab stop;
// the keys of the list do the same.
type rowButton struct {
	fynewidget.BaseWidget
	view    *rowView
	action  RowAction
	hovered bool
}

func newRowButton(v *rowView, a RowAction) *rowButton {
	b := &rowButton{view: v, action: a}
	b.ExtendBaseWidget(b)
	return b
}

func (b *rowButton) Tapped(*fyne.PointEvent) { b.action.Do(b.view.index) }

func (b *rowButton) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.view.hovered = true
	b.view.Refresh()
}
func (b *rowButton) MouseMoved(*desktop.MouseEvent) {}
func (b *rowButton) MouseOut() {
	b.hovered = false
	b.view.hovered = false
	b.view.Refresh()
}

// CreateRenderer is part of the widget contract.
func (b *rowButton) CreateRenderer() fyne.WidgetRenderer {
	box, icon := canvas.NewRectangle(transparent), NewIcon(b.action.Icon, style.IconRow, style.Ink2)
	r := &renderer{objects: []fyne.CanvasObject{box, icon}}
	r.min = func() fyne.Size { return fyne.NewSquareSize(style.Of(b).Icon(style.IconRow) + 12) }
	r.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		place(icon, 6, 6, size.Width-12, size.Height-12)
	}
	r.refresh = func() {
		box.CornerRadius = style.RadiusButton
		box.FillColor = transparent
		icon.Color = style.Ink2
		if b.hovered {
			box.FillColor, icon.Color = style.Of(b).Color(style.Surface), style.Accent
		}
		r.layout(b.Size())
		box.Refresh()
		icon.Refresh()
	}
	r.refresh()
	return r
}

package meetings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// body is what stands between the page's header and its foot. The table takes what is left of the
// height; where that is little the body is higher than its room, and scrolls.
type body struct {
	fynewidget.BaseWidget
	page  *Page
	width float32
}

func newBody(p *Page) *body {
	b := &body{page: p}
	b.ExtendBaseWidget(b)
	return b
}

// tableLeast is the least height of the table: its head and some rows.
func (b *body) tableLeast() float32 {
	look := style.Of(b)
	return look.Height(style.TableHeadHeight) + 3*look.Height(style.RowHeight)
}

// place is where a part stands.
type place struct {
	object fyne.CanvasObject
	height float32
}

// parts are the parts in sight above the table, from the top.
func (b *body) parts(width float32) (parts []place) {
	p := b.page
	add := func(o fyne.CanvasObject, h float32) { parts = append(parts, place{o, h}) }
	if p.banner.Visible() {
		add(p.banner, p.banner.HeightFor(width))
		add(nil, style.IconGap)
	}
	add(p.access, p.access.HeightFor(width))
	for _, n := range []*notice{p.result, p.reject} {
		if n.Visible() {
			add(n, n.HeightFor(width))
		}
	}
	add(nil, style.IconGap)
	add(p.title, style.Of(b).Height(style.ToolbarHeight)+style.Unit)
	return parts
}

// HeightFor returns the least height of the body at a width.
func (b *body) HeightFor(width float32) float32 {
	h := b.tableLeast()
	for _, part := range b.parts(width) {
		h += part.height
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (b *body) CreateRenderer() fyne.WidgetRenderer {
	p := b.page
	objects := []fyne.CanvasObject{p.banner, p.access, p.result, p.reject, p.title, p.table, p.hint}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(280, b.HeightFor(max(b.width, 280))) }, b.layout)
}

func (b *body) layout(size fyne.Size) {
	p := b.page
	b.width = size.Width
	y := float32(0)
	for _, part := range b.parts(size.Width) {
		if part.object != nil {
			widget.Place(part.object, 0, y, size.Width, part.height)
		}
		y += part.height
	}
	widget.Place(p.table, 0, y, size.Width, max(size.Height-y, b.tableLeast()))
	look := style.Of(b)
	left := style.PageMargin*2 + style.FieldGap
	inner := min(size.Width-left-style.PageMargin, 520*look.Scale())
	top := y + look.Height(style.TableHeadHeight) + look.Height(style.RowHeight) + style.GroupGap
	h := p.hint.HeightFor(inner)
	p.hint.Hidden = p.model.table.Len() > 0 || top+h > size.Height || p.model.run != nil
	if row, _, on := p.table.Editing(); on && row == 0 && p.drop.Visible() {
		p.hint.Hidden = true
	}
	widget.Place(p.hint, left, top, inner, h)
}

package outbox

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.header, p.banner.Banner, p.batches.Banner, p.search}
	for _, c := range p.chips {
		objects = append(objects, c)
	}
	p.under = widget.NewLayer(append(objects, p.list, p.nothing, p.reading, p.first)...)
	return widget.NewDrawing([]fyne.CanvasObject{p.under, p.panel}, func() fyne.Size { return fyne.NewSize(320, 300) }, p.layout)
}

func (p *Page) layout(size fyne.Size) {
	look := style.Of(p)
	width := p.layoutPanel(size)
	p.under.Fill(size, !p.panel.Hidden && p.panel.Size().Width >= size.Width) // the focus does not go there
	const margin = style.PageMargin
	inner := width - 2*margin
	y := float32(0)
	widget.Place(p.header, 0, 0, width, look.Height(style.PageHeaderHeight))
	y += look.Height(style.PageHeaderHeight)
	for _, b := range []*widget.Banner{p.banner.Banner, p.batches.Banner} {
		if b.Visible() {
			h := b.HeightFor(width)
			widget.Place(b, 0, y, width, h)
			y += h
		}
	}
	if p.banner.Visible() || p.batches.Visible() {
		y += style.FieldGap
	}
	if p.search.Visible() {
		h := p.search.MinSize().Height
		widget.Place(p.search, margin, y, inner, h)
		y += h + style.FieldGap
	}
	if p.chips[0].Visible() {
		y = p.layoutChips(margin, y, inner) + style.FieldGap
	}
	rest := max(size.Height-y, 0)
	widget.Place(p.nothing, margin, y+style.IconGap, inner, p.nothing.HeightFor(inner))
	widget.Place(p.reading, margin, y+style.IconGap, inner, p.reading.HeightFor(inner))
	widget.Place(p.first, 0, y, width, rest)
	widget.Place(p.list, 0, y, width, rest)
}

// layoutChips places the filters in as many rows as it takes, and returns where they end.
func (p *Page) layoutChips(x0, y, width float32) float32 {
	x, h := x0, float32(0)
	for _, c := range p.chips {
		s := c.MinSize()
		if x > x0 && x+s.Width > x0+width {
			x = x0
			y += h + style.IconGap
		}
		widget.Place(c, x, y, s.Width, s.Height)
		x += s.Width + 6
		h = s.Height
	}
	return y + h
}

// layoutPanel places the panel and returns the width that is left beside it.
func (p *Page) layoutPanel(size fyne.Size) float32 {
	if p.panel.Hidden {
		return size.Width
	}
	look := style.Of(p)
	want := p.panel.side.Width()
	overlay := size.Width+style.RailWide < style.PanelOverlays || size.Width-want < 440*look.Scale()
	p.panel.setOverlay(overlay)
	if overlay {
		if want = min(want, size.Width); want > size.Width*0.75 {
			want = size.Width
		}
		widget.Place(p.panel, size.Width-want, 0, want, size.Height)
		return size.Width
	}
	widget.Place(p.panel, size.Width-want, 0, want, size.Height)
	return size.Width - want
}

package rooms

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.lower = widget.NewLayer(p.foot)
	objects := append(p.bar.objects(), p.banner.Banner, p.table, p.nowView, p.months, p.nothing, p.none, p.reading, p.first, p.lower)
	p.under = widget.NewLayer(objects...)
	return widget.NewDrawing([]fyne.CanvasObject{p.under, p.panel}, func() fyne.Size { return fyne.NewSize(320, 300) }, p.layout)
}

// roomsLeast is the room that the rooms have at least above the foot, px at 100 % text: their head and one of them.
const roomsLeast float32 = 80

func (p *Page) layout(size fyne.Size) {
	p.under.Fill(size, false)
	if p.kiosk || p.model.view == viewNow && p.nowView.Visible() {
		p.layoutNow(size)
		return
	}
	width := p.layoutPanel(size)
	p.under.Fill(size, !p.panel.Hidden && p.panel.Size().Width >= size.Width) // the focus does not go there
	y := p.bar.layoutHead(width)
	y = p.layoutBanner(y, width)
	y = p.bar.layoutTools(y, width)
	y = p.layoutWeek(y, width, size)
	const margin = style.PageMargin
	inner := width - 2*margin
	bottom := size.Height
	if p.foot.Visible() {
		h := p.foot.HeightFor(width)
		p.lower.Fill(size, bottom-h-y < roomsLeast*style.Of(p).Scale()) // it gives way to the rooms
		if p.lower.Visible() {
			bottom -= h
		}
		widget.Place(p.foot, 0, bottom, width, h)
	}
	rest := max(bottom-y, 0)
	widget.Place(p.nothing, margin, y+style.IconGap, inner, p.nothing.HeightFor(inner))
	widget.Place(p.none, margin, y+style.IconGap, inner, p.none.HeightFor(inner))
	widget.Place(p.reading, margin, y+style.IconGap, inner, p.reading.HeightFor(inner))
	widget.Place(p.first, 0, y, width, rest)
	widget.Place(p.table, 0, y, width, rest)
	widget.Place(p.months, 0, y, width, rest)
}

func (p *Page) layoutBanner(y, width float32) float32 {
	if !p.banner.Visible() {
		return y
	}
	h := p.banner.HeightFor(width)
	widget.Place(p.banner.Banner, 0, y, width, h)
	return y + h
}

// layoutNow gives the view of now everything but the head; a kiosk has no head.
func (p *Page) layoutNow(size fyne.Size) {
	y := p.bar.layoutHead(size.Width)
	p.bar.hideTools()
	p.week.strip.Hide()
	if p.kiosk {
		y = 0
	}
	clock := p.nowView.clockHeight()
	below := y + clock
	if p.banner.Visible() {
		p.nowView.gap = p.banner.HeightFor(size.Width)
		widget.Place(p.banner.Banner, 0, below, size.Width, p.nowView.gap)
	} else {
		p.nowView.gap = 0
	}
	widget.Place(p.nowView, 0, y, size.Width, size.Height-y)
}

// layoutPanel places the panel and returns the width that is left beside it.
func (p *Page) layoutPanel(size fyne.Size) float32 {
	if p.panel.Hidden {
		return size.Width
	}
	look := style.Of(p)
	want := p.panel.wide()
	overlay := size.Width+style.RailWide < style.PanelOverlays || size.Width-want < 440*look.Scale()
	p.panel.setOverlay(overlay)
	if overlay {
		if want = min(want, size.Width); want > size.Width*0.75 {
			want = size.Width
		}
	}
	widget.Place(p.panel, size.Width-want, 0, want, size.Height)
	if overlay {
		return size.Width
	}
	return size.Width - want
}

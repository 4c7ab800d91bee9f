package links

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.above = widget.NewLayer(p.header, p.banner, p.box, p.said)
	p.below = widget.NewLayer(p.toolbar, p.list, p.nothing, p.firstBox)
	return widget.NewDrawing([]fyne.CanvasObject{p.above, p.below, p.panel}, func() fyne.Size { return fyne.NewSize(320, 300) }, p.layout)
}

func (p *Page) layout(size fyne.Size) {
	look := style.Of(p)
	width, overlay := p.layoutPanel(size)
	// The focus does not go to what the panel covers.
	p.below.Fill(size, overlay && p.covers(size))
	p.above.Fill(size, p.below.Hidden && !p.said.Visible())
	const margin = style.PageMargin
	inner := width - 2*margin
	y := float32(0)
	put := func(o fyne.CanvasObject, x, w, h, below float32) {
		widget.Place(o, x, y, w, h)
		y += h + below
	}
	put(p.header, 0, width, look.Height(style.PageHeaderHeight), 0)
	if p.banner.Visible() {
		put(p.banner, margin, inner, p.banner.HeightFor(inner), style.FieldGap)
	}
	box := p.box.MinSize().Height
	if size.Height < 560*look.Scale() {
		box = min(box, look.Line(style.Body)*2+16)
	}
	first := p.firstBox.Visible()
	if p.said.Visible() {
		put(p.box, margin, inner, box, style.IconGap)
		put(p.said, margin, inner, p.said.HeightFor(inner), style.PageMargin)
		if overlay { // what is being typed stays in sight
			at := p.panel.Position()
			widget.Place(p.panel, at.X, y-style.IconGap, p.panel.Size().Width, size.Height-y+style.IconGap)
		}
	} else {
		put(p.box, margin, inner, max(box, look.Line(style.Body)*2+24), style.GroupGap)
	}
	if first {
		top := min(margin*2, max(size.Height-y-p.first.HeightFor(inner), 0)/3)
		widget.Place(p.firstBox, margin, y+top, inner, size.Height-y-top)
		return
	}
	if p.toolbar.Visible() {
		put(p.toolbar, margin, inner, p.toolbar.HeightFor(inner), style.IconGap)
	}
	if p.nothing.Visible() {
		widget.Place(p.nothing, margin, y+style.IconGap, inner, p.nothing.HeightFor(inner))
	}
	widget.Place(p.list, 0, y, width, max(size.Height-y, 0))
}

// layoutPanel places the panel and returns the width that is left beside it, and whether the panel
// lies over the page.
func (p *Page) layoutPanel(size fyne.Size) (width float32, overlay bool) {
	p.panel.Hidden = p.model.chosen == nil || p.panel.dismissed
	if p.panel.Hidden {
		return size.Width, false
	}
	want := p.panel.side.Width()
	overlay = p.overlays(size)
	p.panel.setOverlay(overlay)
	if overlay {
		if p.covers(size) {
			want = size.Width
		}
		widget.Place(p.panel, size.Width-want, 0, want, size.Height)
		return size.Width, true
	}
	widget.Place(p.panel, size.Width-want, 0, want, size.Height)
	return size.Width - want, false
}

// overlays reports whether there is no room for the panel beside the page, covers whether it takes all of it.
func (p *Page) overlays(size fyne.Size) bool {
	return size.Width+style.RailWide < style.PanelOverlays || size.Width-p.panel.side.Width() < 440*style.Of(p).Scale()
}

func (p *Page) covers(size fyne.Size) bool {
	return p.overlays(size) && p.panel.side.Width() > size.Width*0.75
}

// toolbar holds the search and the filters above the list; the filters go below the search when
// there is no room beside it.
type toolbar struct {
	fynewidget.BaseWidget
	search *widget.Entry
	chips  []*widget.Chip
	wanted bool // whether there is anything for the last filter
}

// searchMin is the narrowest search field that still shows its hint, px at 100 % text.
const searchMin float32 = 200

func newToolbar(search *widget.Entry, chips []*widget.Chip) *toolbar {
	t := &toolbar{search: search, chips: chips}
	t.ExtendBaseWidget(t)
	return t
}

// fit shows the filters for which there is room beside the search, and reports whether all others
// have to go below it. The last filter is the first to give way.
func (t *toolbar) fit(width float32) (beside bool) {
	least := searchMin * style.Of(t).Scale()
	last := t.chips[len(t.chips)-1]
	last.Hidden = !t.wanted
	if t.wanted && width-t.chipsWidth() < least && !last.On() {
		last.Hidden = true
		if width-t.chipsWidth() < least { // below the search there is room for all
			last.Hidden = false
		}
	}
	return width-t.chipsWidth() >= least
}

func (t *toolbar) chipsWidth() float32 {
	w := float32(0)
	for _, c := range t.chips {
		if c.Visible() {
			w += c.MinSize().Width + style.IconGap
		}
	}
	return w
}

// HeightFor returns the height that the toolbar needs at a width.
func (t *toolbar) HeightFor(width float32) float32 {
	h := t.search.MinSize().Height
	if !t.fit(width) {
		h += style.IconGap + t.chips[0].MinSize().Height
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (t *toolbar) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{t.search}
	for _, c := range t.chips {
		objects = append(objects, c)
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(200, t.search.MinSize().Height) }, func(size fyne.Size) {
		h := t.search.MinSize().Height
		x, y := float32(0), h+style.IconGap
		w := size.Width
		if t.fit(size.Width) {
			w = size.Width - t.chipsWidth()
			x, y = w+style.IconGap, (h-t.chips[0].MinSize().Height)/2
		}
		widget.Place(t.search, 0, 0, w, h)
		for _, c := range t.chips {
			if c.Visible() {
				s := c.MinSize()
				widget.Place(c, x, y, s.Width, s.Height)
				x += s.Width + style.IconGap
			}
		}
	})
}

package messages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// part is an object in a pane with the space above it.
type part struct {
	above  float32
	object fyne.CanvasObject
	grows  bool // takes the height that is left
	left   bool // as wide as it needs to be, not as the pane
	bleeds bool // without margins at its sides
	late   bool // Tab comes to it behind the next part
}

// pane is what stands below the tabs: parts in a column with the page's margins, of which one may take
// the height that is left. Where there is not enough height the pane scrolls.
type pane struct {
	fynewidget.BaseWidget
	body   *paneBody
	scroll *container.Scroll
	// roomy is the least space below the last part when there is height to spare.
	roomy float32
}

func newPane(parts ...part) *pane {
	p := &pane{body: &paneBody{parts: parts}, roomy: style.PageMargin}
	p.body.pane = p
	p.body.ExtendBaseWidget(p.body)
	p.scroll = container.NewVScroll(p.body)
	p.ExtendBaseWidget(p)
	return p
}

// set replaces the parts.
func (p *pane) set(parts ...part) {
	p.body.parts = parts
	p.Refresh()
}

// reveal scrolls to an object in the pane.
func (p *pane) reveal(o fyne.CanvasObject) { widget.Reveal(p.scroll, o) }

// watch scrolls to these widgets when they get the focus.
func (p *pane) watch(all ...widget.Focusing) {
	for _, w := range all {
		w.OnFocused(func(on bool) {
			if on {
				p.reveal(w)
			}
		})
	}
}

// CreateRenderer is part of the widget contract.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{p.scroll}, func() fyne.Size { return fyne.NewSize(200, 80) }, func(size fyne.Size) {
		p.body.width, p.body.view = size.Width, size.Height
		widget.Place(p.scroll, 0, 0, size.Width, size.Height)
		p.scroll.Refresh()
	})
}

// paneBody is what scrolls.
type paneBody struct {
	fynewidget.BaseWidget
	pane  *pane
	parts []part
	width float32 // of the pane
	view  float32 // the pane's height
}

// CreateRenderer is part of the widget contract.
func (b *paneBody) CreateRenderer() fyne.WidgetRenderer { return &paneRenderer{b: b} }

type paneRenderer struct {
	b       *paneBody
	objects []fyne.CanvasObject
}

// Objects lists the parts in the order in which Tab comes to them.
func (r *paneRenderer) Objects() []fyne.CanvasObject {
	r.objects = r.objects[:0]
	var late []fyne.CanvasObject
	for _, p := range r.b.parts {
		if p.late {
			late = append(late, p.object)
			continue
		}
		r.objects = append(append(r.objects, p.object), late...)
		late = nil
	}
	r.objects = append(r.objects, late...)
	return r.objects
}

// Destroy is part of the renderer contract.
func (r *paneRenderer) Destroy() {}

// MinSize is the height that the parts need at the pane's width.
func (r *paneRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, r.b.natural()+2*style.PageMargin)
}

// Refresh arranges and draws the parts.
func (r *paneRenderer) Refresh() {
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

// Layout puts the parts below each other.
func (r *paneRenderer) Layout(size fyne.Size) {
	b := r.b
	spare := b.view - b.natural() - 2*style.PageMargin
	if spare > 0 {
		spare -= min(b.pane.roomy-style.PageMargin, spare/4)
	}
	y, first := style.PageMargin, true
	for _, p := range b.parts {
		if !p.object.Visible() {
			continue
		}
		if !first {
			y += p.above
		}
		first = false
		x, w := style.PageMargin, size.Width-2*style.PageMargin
		if p.bleeds {
			x, w = 0, size.Width
		}
		if p.left {
			w = min(w, p.object.MinSize().Width)
		}
		h := heightAt(p.object, w)
		if p.grows {
			h += max(spare, 0)
		}
		widget.Place(p.object, x, y, w, h)
		y += h
	}
}

// natural is the height of the parts without margins.
func (b *paneBody) natural() float32 {
	y, first := float32(0), true
	for _, p := range b.parts {
		if !p.object.Visible() {
			continue
		}
		if !first {
			y += p.above
		}
		first = false
		w := b.width - 2*style.PageMargin
		if p.bleeds {
			w = b.width
		}
		y += heightAt(p.object, w)
	}
	return y
}

// heighted is what knows its height only at a width.
type heighted interface{ HeightFor(width float32) float32 }

func heightAt(o fyne.CanvasObject, width float32) float32 {
	if h, ok := o.(heighted); ok {
		return h.HeightFor(width)
	}
	return o.MinSize().Height
}

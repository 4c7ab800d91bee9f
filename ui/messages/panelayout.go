package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

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

package messages

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (l *shortList) CreateRenderer() fyne.WidgetRenderer { return &shortListRenderer{l: l} }

type shortListRenderer struct {
	l       *shortList
	objects []fyne.CanvasObject
}

// Objects lists the rows.
func (r *shortListRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is part of the renderer contract.
func (r *shortListRenderer) Destroy() {}

// MinSize is as high as all rows.
func (r *shortListRenderer) MinSize() fyne.Size { return fyne.NewSize(120, r.l.HeightFor(0)) }

// Layout puts the rows below each other.
func (r *shortListRenderer) Layout(size fyne.Size) {
	l, look, y := r.l, style.Of(r.l), float32(0)
	r.objects = r.objects[:0]
	for i, row := range l.rows {
		if i == len(l.views) {
			l.views = append(l.views, newShortView(l, i))
		}
		h := l.rowHeight(look, row)
		widget.Place(l.views[i], 0, y, size.Width, h)
		r.objects = append(r.objects, l.views[i])
		y += h
	}
}

// Refresh draws the rows.
func (r *shortListRenderer) Refresh() {
	r.Layout(r.l.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

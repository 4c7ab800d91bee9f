package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/widget"
)

// flow puts objects beside each other, in as many rows as it takes. The end stands at the end of the
// last row, or in a row of its own.
type flow struct {
	fynewidget.BaseWidget
	gap, below float32 // between objects and between rows
	items      []fyne.CanvasObject
	end        fyne.CanvasObject
	endLeft    bool // in a row of its own, the end stands at the start
}

func newFlow(gap, below float32, items ...fyne.CanvasObject) *flow {
	f := &flow{gap: gap, below: below, items: items}
	f.ExtendBaseWidget(f)
	return f
}

// set replaces the objects; end may be nil.
func (f *flow) set(end fyne.CanvasObject, items ...fyne.CanvasObject) {
	f.end, f.items = end, items
	f.Refresh()
}

// flowed is where an object stands.
type flowed struct {
	object     fyne.CanvasObject
	x, y, w, h float32
}

// arrange places the objects at a width and returns the height.
func (f *flow) arrange(width float32) (places []flowed, height float32) {
	x, y, row, begin := float32(0), float32(0), float32(0), 0
	finish := func() {
		for i := begin; i < len(places); i++ { // in the middle of their row
			places[i].y = y + (row-places[i].h)/2
		}
		begin = len(places)
	}
	next := func() {
		finish()
		y += row + f.below
		x, row = 0, 0
	}
	for _, o := range f.items {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > width {
			next()
		}
		places = append(places, flowed{o, x, y, min(s.Width, width), s.Height})
		x += s.Width + f.gap
		row = max(row, s.Height)
	}
	if f.end != nil && f.end.Visible() {
		s := f.end.MinSize()
		at := width - s.Width
		if x > 0 && x+s.Width > width {
			next()
			if f.endLeft {
				at = 0
			}
		}
		places = append(places, flowed{f.end, max(at, 0), y, min(s.Width, width), s.Height})
		row = max(row, s.Height)
	}
	finish()
	return places, y + row
}

// HeightFor returns the height that the objects need at a width.
func (f *flow) HeightFor(width float32) float32 {
	_, h := f.arrange(width)
	return h
}

// CreateRenderer is part of the widget contract.
func (f *flow) CreateRenderer() fyne.WidgetRenderer { return &flowRenderer{f} }

type flowRenderer struct{ f *flow }

// Objects lists what flows.
func (r *flowRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{}, r.f.items...)
	if r.f.end != nil {
		all = append(all, r.f.end)
	}
	return all
}

// Destroy is part of the renderer contract.
func (r *flowRenderer) Destroy() {}

// MinSize is the height at the width that there is.
func (r *flowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, r.f.HeightFor(max(r.f.Size().Width, 60)))
}

// Layout places the objects.
func (r *flowRenderer) Layout(size fyne.Size) {
	places, _ := r.f.arrange(size.Width)
	for _, p := range places {
		widget.Place(p.object, p.x, p.y, p.w, p.h)
	}
}

// Refresh draws the objects.
func (r *flowRenderer) Refresh() {
	r.Layout(r.f.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

// objects makes a list of canvas objects of buttons, chips and the like.
func objects[T fyne.CanvasObject](all ...T) []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, len(all))
	for i, o := range all {
		list[i] = o
	}
	return list
}

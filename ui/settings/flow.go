package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// flow is buttons beside each other, in as many rows as it takes.
type flow struct {
	fynewidget.BaseWidget
	buttons []*widget.Button
}

func newFlow(buttons ...*widget.Button) *flow {
	f := &flow{buttons: buttons}
	f.ExtendBaseWidget(f)
	return f
}

// arrange hands each button in sight its place, and returns the height of all.
func (f *flow) arrange(width float32, place func(b *widget.Button, x, y, w, h float32)) float32 {
	var x, y, row float32
	for _, b := range f.buttons {
		if !b.Visible() {
			continue
		}
		s := b.MinSize()
		w := min(s.Width, width)
		if x > 0 && x+w > width {
			x, y, row = 0, y+row+style.IconGap, 0
		}
		place(b, x, y, w, s.Height)
		x, row = x+w+style.IconGap, max(row, s.Height)
	}
	return y + row
}

// HeightFor returns the height that the buttons need at a width.
func (f *flow) HeightFor(width float32) float32 {
	return f.arrange(width, func(*widget.Button, float32, float32, float32, float32) {})
}

// CreateRenderer is part of the widget contract.
func (f *flow) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, len(f.buttons))
	for i, b := range f.buttons {
		objects[i] = b
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(120, f.HeightFor(max(f.Size().Width, 120))) }, func(size fyne.Size) {
		f.arrange(size.Width, func(b *widget.Button, x, y, w, h float32) { widget.Place(b, x, y, w, h) })
	})
}

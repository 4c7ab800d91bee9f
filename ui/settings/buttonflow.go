package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// buttonFlow is buttons beside each other, the next ones below where there is no room.
type buttonFlow struct {
	fynewidget.BaseWidget
	buttons []*widget.Button
}

func newButtonFlow(buttons ...*widget.Button) *buttonFlow {
	f := &buttonFlow{buttons: buttons}
	f.ExtendBaseWidget(f)
	return f
}

// arrange calls place with every button that is in sight, and returns the height.
func (f *buttonFlow) arrange(width float32, place func(b *widget.Button, x, y float32, size fyne.Size)) float32 {
	var x, y, line float32
	for _, b := range f.buttons {
		if b.Hidden {
			continue
		}
		size := b.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, line = 0, y+line+style.IconGap, 0
		}
		place(b, x, y, fyne.NewSize(min(size.Width, width), size.Height))
		x, line = x+size.Width+style.IconGap, max(line, size.Height)
	}
	return y + line
}

// HeightFor returns the height that the buttons need at a width.
func (f *buttonFlow) HeightFor(width float32) float32 {
	return f.arrange(width, func(*widget.Button, float32, float32, fyne.Size) {})
}

// CreateRenderer is part of the widget contract.
func (f *buttonFlow) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, len(f.buttons))
	for i, b := range f.buttons {
		objects[i] = b
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(160, f.HeightFor(max(f.Size().Width, 160))) }, func(size fyne.Size) {
		f.arrange(size.Width, func(b *widget.Button, x, y float32, s fyne.Size) { widget.Place(b, x, y, s.Width, s.Height) })
	})
}

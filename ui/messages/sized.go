package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// sized is an object of a width of its own, px at 100 % text.
type sized struct {
	fynewidget.BaseWidget
	object fyne.CanvasObject
	width  float32
}

func newSized(o fyne.CanvasObject, width float32) *sized {
	s := &sized{object: o, width: width}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of the widget contract.
func (s *sized) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{s.object},
		func() fyne.Size { return fyne.NewSize(s.width*style.Of(s).Scale(), s.object.MinSize().Height) },
		func(size fyne.Size) { widget.Place(s.object, 0, 0, size.Width, size.Height) })
}

package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Layer holds objects that are shown and hidden together, such as what a panel may cover: the focus does not
// go to what nobody sees. It leaves them where they are placed.
type Layer struct {
	fynewidget.BaseWidget
	objects []fyne.CanvasObject
}

// NewLayer returns objects in a layer.
func NewLayer(objects ...fyne.CanvasObject) *Layer {
	l := &Layer{objects: objects}
	l.ExtendBaseWidget(l)
	return l
}

// Fill lays the layer over all of an area from the origin, out of sight where it is covered.
func (l *Layer) Fill(area fyne.Size, covered bool) {
	l.Hidden = covered
	place(l, 0, 0, area.Width, area.Height)
}

// CreateRenderer is part of the widget contract.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing(l.objects, func() fyne.Size { return fyne.Size{} }, func(fyne.Size) {})
}

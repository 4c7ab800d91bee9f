package widget

import "fyne.io/fyne/v2"

// NewDrawing returns a widget renderer of objects that are laid out by a function, for the parts
// of a page that are arranged in a way of their own. Refreshing it arranges and refreshes all.
func NewDrawing(objects []fyne.CanvasObject, minSize func() fyne.Size, layout func(fyne.Size)) fyne.WidgetRenderer {
	d := &drawing{}
	d.objects, d.min, d.layout = objects, minSize, func(s fyne.Size) {
		d.size = s
		layout(s)
	}
	d.refresh = func() {
		layout(d.size)
		refreshVisible(d.objects)
	}
	return d
}

type drawing struct {
	renderer
	size fyne.Size
}

// Place moves and resizes an object.
func Place(o fyne.CanvasObject, x, y, w, h float32) { place(o, x, y, w, h) }

// refreshVisible refreshes what is in sight. What is hidden is drawn when it is shown; until then
// it need not even be built.
func refreshVisible(objects []fyne.CanvasObject) {
	for _, o := range objects {
		if o.Visible() {
			o.Refresh()
		}
	}
}

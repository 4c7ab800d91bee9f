package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// timetableScroll scrolls without the shadows that the toolkit draws at the edges of what is scrolled: on a
// board they look like something that is booked, and they are drawn anew with every step.
type timetableScroll struct{ container.Scroll }

func newTimetableScroll(content fyne.CanvasObject) *timetableScroll {
	s := &timetableScroll{}
	s.Content = content
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is part of the widget contract.
func (s *timetableScroll) CreateRenderer() fyne.WidgetRenderer {
	r := s.Scroll.CreateRenderer()
	return &unshaded{r, slices.DeleteFunc(slices.Clone(r.Objects()), func(o fyne.CanvasObject) bool {
		_, isBar := o.(desktop.Hoverable)
		return o != s.Content && !isBar
	})}
}

// unshaded draws a part of what there is to draw.
type unshaded struct {
	fyne.WidgetRenderer
	objects []fyne.CanvasObject
}

// Objects is part of being a renderer.
func (r *unshaded) Objects() []fyne.CanvasObject { return r.objects }

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Scrolled shows something that knows its height only at a width, and scrolls it when there is not
// enough room. Focus lines at its edges are not cut.
type Scrolled struct {
	fynewidget.BaseWidget
	column *Column
	scroll *container.Scroll
}

// scrolledPad is the room for focus lines around what is scrolled.
const scrolledPad float32 = 6

// NewScrolled returns an object that scrolls when it must.
func NewScrolled(o fyne.CanvasObject) *Scrolled {
	s := &Scrolled{column: NewColumn(scrolledPad, Part{0, o, false})}
	s.scroll = NewFollowing(s.column)
	s.ExtendBaseWidget(s)
	return s
}

// Watch lets it scroll to these widgets when they get the focus.
func (s *Scrolled) Watch(all ...Focusing) {
	for _, w := range all {
		w.OnFocused(func(on bool) {
			if on {
				Reveal(s.scroll, w)
			}
		})
	}
}

// ScrollToTop shows the beginning.
func (s *Scrolled) ScrollToTop() { s.scroll.ScrollToTop() }

// CreateRenderer is part of the widget contract.
func (s *Scrolled) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{s.scroll}, func() fyne.Size { return fyne.NewSize(100, 60) }, func(size fyne.Size) {
		place(s.scroll, -scrolledPad, -scrolledPad, size.Width+2*scrolledPad, size.Height+scrolledPad)
	})
}

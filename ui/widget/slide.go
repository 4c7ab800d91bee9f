package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Slide shows a part of something that may be taller than there is room for. Unlike the toolkit's scroller
// it casts no shadow at its edges, which on a board would look like something that is booked. The wheel
// and the bar at its end move it; keys are the business of what uses it.
type Slide struct {
	fynewidget.BaseWidget
	// Offset is how far it is moved; only Y counts.
	Offset fyne.Position
	// OnMoved is told after it was moved.
	OnMoved func()

	content fyne.CanvasObject
	clip    *container.Clip
	bar     *slideBar
}

// NewSlide returns a slide over an object.
func NewSlide(content fyne.CanvasObject) *Slide {
	s := &Slide{content: content, clip: container.NewClip(content)}
	s.bar = &slideBar{slide: s}
	s.bar.ExtendBaseWidget(s.bar)
	s.ExtendBaseWidget(s)
	return s
}

// tall is the height of all that there is.
func (s *Slide) tall() float32 { return heightAt(s.content, s.Size().Width) }

// GoTo moves to an offset, as far as there is more.
func (s *Slide) GoTo(y float32) {
	most := max(s.tall()-s.Size().Height, 0)
	if y = min(max(y, 0), most); y == s.Offset.Y {
		return
	}
	s.Offset.Y = y
	s.Refresh()
	if s.OnMoved != nil {
		s.OnMoved()
	}
}

// Scrolled moves with the wheel.
func (s *Slide) Scrolled(e *fyne.ScrollEvent) { s.GoTo(s.Offset.Y - e.Scrolled.DY) }

// Measures of a slide's bar, px.
const (
	slideBarWide  float32 = 4
	slideBarHit   float32 = 12
	slideBarLeast float32 = 24
)

// CreateRenderer is part of the widget contract.
func (s *Slide) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{s.clip, s.bar}, func() fyne.Size { return fyne.NewSize(20, 20) }, s.layout)
}

func (s *Slide) layout(size fyne.Size) {
	tall := max(s.tall(), 1)
	s.Offset.Y = min(s.Offset.Y, max(tall-size.Height, 0))
	place(s.clip, 0, 0, size.Width, size.Height)
	place(s.content, 0, -s.Offset.Y, size.Width, max(tall, size.Height))
	s.bar.Hidden = tall <= size.Height
	h := max(size.Height*size.Height/tall, min(slideBarLeast, size.Height))
	y := float32(0)
	if rest := tall - size.Height; rest > 0 {
		y = (size.Height - h) * s.Offset.Y / rest
	}
	place(s.bar, size.Width-slideBarHit, y, slideBarHit, h)
}

// slideBar shows which part is in sight, and moves it.
type slideBar struct {
	fynewidget.BaseWidget
	slide *Slide
	over  bool
}

var (
	_ fyne.Scrollable   = (*Slide)(nil)
	_ fyne.Draggable    = (*slideBar)(nil)
	_ desktop.Hoverable = (*slideBar)(nil)
)

// CreateRenderer is part of the widget contract.
func (b *slideBar) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(transparent)
	return NewDrawing([]fyne.CanvasObject{line}, func() fyne.Size { return fyne.NewSize(slideBarHit, slideBarLeast) }, func(size fyne.Size) {
		wide := slideBarWide
		if b.over {
			wide *= 2
		}
		line.FillColor, line.CornerRadius = style.Of(b).Color(style.Line2), wide/2
		place(line, size.Width-wide, 0, wide, size.Height)
	})
}

// Dragged moves what is in sight.
func (b *slideBar) Dragged(e *fyne.DragEvent) {
	s := b.slide
	if way := s.Size().Height - b.Size().Height; way > 0 {
		s.GoTo(s.Offset.Y + e.Dragged.DY*(s.tall()-s.Size().Height)/way)
	}
}

// DragEnd does nothing more.
func (b *slideBar) DragEnd() {}

// MouseIn widens the bar.
func (b *slideBar) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved does nothing more.
func (b *slideBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (b *slideBar) MouseOut() { b.hover(false) }

func (b *slideBar) hover(on bool) {
	b.over = on
	b.Refresh()
}

// Scrolled moves with the wheel over the bar, too.
func (b *slideBar) Scrolled(e *fyne.ScrollEvent) { b.slide.Scrolled(e) }

package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// newSlide is a slide of 100 px over so much.
func newSlide(t *testing.T, tall float32) *Slide {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	s := NewSlide(NewSpace(20, tall))
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	return s
}

func TestASlideMovesNoFurtherThanThereIsMore(t *testing.T) {
	s := newSlide(t, 400)
	moved := 0
	s.OnMoved = func() { moved++ }
	for _, c := range []struct{ by, want float32 }{{-50, 50}, {100, 0}, {10, 0}, {-1000, 300}, {-1, 300}} {
		s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, c.by)})
		if s.Offset.Y != c.want || s.content.Position().Y != -c.want {
			t.Errorf("after %v it is at %v, what is in it at %v", c.by, s.Offset.Y, s.content.Position().Y)
		}
	}
	if moved != 3 {
		t.Errorf("told of %d moves", moved)
	}
}

func TestTheBarOfASlideIsDraggedFromEndToEnd(t *testing.T) {
	s := newSlide(t, 400)
	if s.bar.Size().Height != 25 || s.bar.Position().Y != 0 {
		t.Errorf("the bar is %v high, at %v", s.bar.Size().Height, s.bar.Position().Y)
	}
	s.bar.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 75)})
	if s.Offset.Y != 300 || s.bar.Position().Y != 75 {
		t.Errorf("it is at %v, the bar at %v", s.Offset.Y, s.bar.Position().Y)
	}
}

func TestASlideOverLittleHasNoBar(t *testing.T) {
	s := newSlide(t, 40)
	s.GoTo(30)
	if s.bar.Visible() || s.Offset.Y != 0 {
		t.Errorf("bar %v, at %v", s.bar.Visible(), s.Offset.Y)
	}
}

func TestASlideComesBackWhenThereIsLess(t *testing.T) {
	s := newSlide(t, 400)
	s.GoTo(300)
	s.content.(*Fill).min.Height = 150
	s.Refresh()
	if s.Offset.Y != 50 {
		t.Errorf("it is at %v", s.Offset.Y)
	}
}

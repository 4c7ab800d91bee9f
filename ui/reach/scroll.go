package reach

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"foyer/ui/widget"
)

// scrolled is something that scrolls, with the parts of its content that were in sight on the way.
type scrolled struct {
	scroll *container.Scroll
	parts  [][2]float32 // from, to, px of the content
}

func (s scrolled) saw(top, bottom float32) bool {
	for y := top; y <= bottom; y += 2 {
		if !s.sees(y) {
			return false
		}
	}
	return s.sees(bottom)
}

func (s scrolled) sees(y float32) bool {
	for _, p := range s.parts {
		if y >= p[0]-slack && y <= p[1]+slack {
			return true
		}
	}
	return false
}

// see remembers what of scrolling content is in sight.
func (w *walk) see(t *tree) {
	for _, x := range t.things {
		if s, is := x.object.(*container.Scroll); is {
			w.seeScroll(s)
		}
	}
}

func (w *walk) seeScroll(s *container.Scroll) {
	part := [2]float32{s.Offset.Y, s.Offset.Y + s.Size().Height}
	for i := range w.seen {
		if w.seen[i].scroll == s {
			w.seen[i].parts = append(w.seen[i].parts, part)
			return
		}
	}
	w.seen = append(w.seen, scrolled{s, [][2]float32{part}})
}

// judgeScrolls looks for words that no key scrolls into sight: that have nothing to focus beside them, in
// something that no arrow key and no page key turns. What has the focus itself scrolls by its own keys.
func (w *walk) judgeScrolls() {
	for n := range w.seen {
		s := w.seen[n].scroll
		t := draw(w.canvas)
		if i := t.find(s); i < 0 || s.Content.Size().Height <= s.Size().Height+slack || t.inside(i, func(o fyne.CanvasObject) bool {
			f, is := o.(fyne.Focusable)
			return is && w.stopped(f)
		}) {
			continue
		}
		if hidden := w.unseen(t, n); hidden >= 0 && !w.turns(n) {
			w.report(t, hidden, "cannot be scrolled into sight by keys")
		}
	}
}

// unseen returns words in a scroll that were not in sight on the way, -1 if there are none.
func (w *walk) unseen(t *tree, n int) int {
	s := w.seen[n]
	i := t.find(s.scroll)
	for k := i; k < t.things[i].end; k++ {
		text, is := t.things[k].object.(*canvas.Text)
		if !is || strings.TrimSpace(text.Text) == "" || w.rows(t, k, s.scroll) {
			continue
		}
		top := t.things[k].at.top - t.things[i].at.top + s.scroll.Offset.Y
		if !s.saw(top, top+t.things[k].at.height()) {
			return k
		}
	}
	return -1
}

// rows reports whether a thing is in something large that has the focus on the way, such as a table in a page, or among chips:
// its own keys bring its rows into sight.
func (w *walk) rows(t *tree, k int, s *container.Scroll) bool {
	return t.inside(k, func(o fyne.CanvasObject) bool {
		if _, chips := o.(*widget.ChipsEntry); chips {
			return true
		}
		f, is := o.(fyne.Focusable)
		return is && w.stopped(f) && o.Size().Height > s.Size().Height/2
	})
}

// turns reports whether a key scrolls that far, pressed on any of the stops.
func (w *walk) turns(n int) bool {
	s := w.seen[n].scroll
	for _, f := range w.near(s) {
		w.canvas.Focus(f)
		if w.canvas.Focused() != f {
			continue
		}
		w.press(n, f, fyne.KeyPageUp)
		if len(w.stops) == 1 { // rows may follow the keys of a field
			for range most {
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				w.seeScroll(s)
			}
		}
		w.press(n, f, fyne.KeyPageDown)
		if w.unseen(draw(w.canvas), n) < 0 {
			return true
		}
	}
	return false
}

// near returns the stops in a scroll, or else those in the same part of the window: others may show something
// else in it.
func (w *walk) near(s *container.Scroll) []fyne.Focusable {
	t := draw(w.canvas)
	at := t.find(s)
	var in, beside []fyne.Focusable
	for _, f := range w.stops {
		i := t.find(f)
		switch {
		case i < 0:
		case i > at && i < t.things[at].end:
			in = append(in, f)
		case t.panel(i) == t.panel(at):
			beside = append(beside, f)
		}
	}
	if len(in) > 0 {
		return in
	}
	return beside
}

// press presses a key as long as it scrolls.
func (w *walk) press(n int, f fyne.Focusable, k fyne.KeyName) {
	s := w.seen[n].scroll
	for before := s.Offset.Y - 1; s.Offset.Y != before; w.seeScroll(s) {
		before = s.Offset.Y
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

package reach

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
)

const (
	most          = 400 // stops of the focus; no page has nearly as many
	slack float32 = 2   // px that may be out of sight, and that things in a row may differ
)

func (w *walk) stopped(f fyne.Focusable) bool { return slices.Contains(w.stops, f) }

// tab does what the Tab key does, as Fyne's windows do it.
func (w *walk) tab(back bool) {
	if t, is := w.canvas.Focused().(fyne.Tabbable); is && t.AcceptsTab() {
		w.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		return
	}
	if back {
		w.canvas.FocusPrevious()
		return
	}
	w.canvas.FocusNext()
}

// forward presses Tab until it comes round.
func (w *walk) forward() {
	w.canvas.Unfocus()
	for range most {
		before := w.canvas.Focused()
		w.tab(false)
		f := w.canvas.Focused()
		switch {
		case f == nil:
			return
		case len(w.stops) > 0 && f == w.stops[0]:
			w.cameRound(f)
			return
		case f == before:
			continue // from cell to cell of a table
		case w.stopped(f):
			t := draw(w.canvas)
			if i := t.find(f); i >= 0 {
				w.report(t, i, "gets the focus again before Tab has come round")
			}
			return
		}
		w.stops = append(w.stops, f)
		w.arrive(f, before)
	}
	w.gaps = append(w.gaps, Gap{Why: fmt.Sprintf("is where Tab has not come round after %d times", most)})
}

// backward presses Shift+Tab as often, and comes to the same.
func (w *walk) backward() {
	if len(w.stops) == 0 {
		return
	}
	w.canvas.Focus(w.stops[0])
	left := map[fyne.Focusable]bool{}
	for _, f := range w.stops[1:] {
		left[f] = true
	}
	for range most {
		before := w.canvas.Focused()
		w.tab(true)
		f := w.canvas.Focused()
		if f == nil || f == w.stops[0] || f == before {
			break
		}
		delete(left, f)
	}
	t := draw(w.canvas)
	for _, f := range w.stops {
		if i := t.find(f); left[f] && i >= 0 {
			w.report(t, i, "is come to by Tab and not by Shift+Tab")
		}
	}
}

// arrive looks at what has the focus now, and had not before.
func (w *walk) arrive(f, before fyne.Focusable) {
	t := draw(w.canvas)
	w.see(t)
	i := t.find(f)
	if i < 0 {
		w.gaps = append(w.gaps, Gap{Why: "has the focus and is not drawn", Of: fmt.Sprintf("%T", f)})
		return
	}
	x := t.things[i]
	switch {
	case disabled(f):
		w.report(t, i, "has the focus and is disabled")
	case x.at.empty():
		w.report(t, i, "has the focus and no room")
	case !inSight(t, x):
		w.report(t, i, fmt.Sprintf("has the focus and is out of sight: %.0f×%.0f of it is seen", max(x.seen.width(), 0), max(x.seen.height(), 0)))
	case t.covered(i):
		w.report(t, i, "has the focus and is under something")
	case len(w.stops) > 1:
		w.judgeLook(t, i, f)
	}
	if n := t.find(before); n >= 0 && t.panel(n) == t.panel(i) && backwards(t.things[n].at, x.at) && !t.serves(i, n) {
		w.report(t, i, fmt.Sprintf("gets the focus after %q, which is read later", t.words(n)))
	}
}

// cameRound looks at the first stop, now that it is not the only one: what alone has the focus need not tell.
func (w *walk) cameRound(f fyne.Focusable) {
	if t := draw(w.canvas); len(w.stops) > 1 {
		if i := t.find(f); i >= 0 {
			w.judgeLook(t, i, f)
		}
	}
}

// inSight reports whether a thing is seen whole, or, if it is larger than what it is seen in, fills half of it.
func inSight(t *tree, x thing) bool {
	if x.seen.empty() {
		return false
	}
	if x.seen.height() >= x.at.height()-slack && x.seen.width() >= x.at.width()-slack {
		return true
	}
	view := t.window
	for _, n := range x.up {
		if _, scrolls := t.things[n].object.(fyne.Scrollable); scrolls {
			view = view.and(t.things[n].at)
		}
	}
	return x.at.height() > view.height()-24 && x.seen.height() >= view.height()/2 || x.at.width() > view.width() && x.seen.width() >= view.width()/2
}

// serves reports whether a thing stands right above a field: what is done to the words in it comes after them.
func (t *tree) serves(i, field int) bool {
	_, types := t.things[field].object.(interface{ SelectedText() string })
	return types && t.things[field].at.top-t.things[i].at.bottom < t.things[i].at.height()
}

// backwards reports whether b is read before a: it stands above, or before it in the same row. The head of
// another column is read later.
func backwards(a, b rect) bool {
	if b.bottom <= a.top+slack {
		return b.left < a.right-slack && b.right > a.left+slack
	}
	same := min(a.bottom, b.bottom) - max(a.top, b.top)
	return same > min(a.height(), b.height())/2 && b.right <= a.left+slack
}

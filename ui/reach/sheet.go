package reach

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// judgeTop looks whether Escape closes what floats on top, from everything in it that gets the focus, and
// whether Enter in a field of a sheet does what its filled button does. It ends with nothing on top.
func (w *walk) judgeTop() {
	top := w.canvas.Overlays().Top()
	sheet, is := top.(*widget.Sheet)
	if top == nil || !is && len(w.stops) == 0 {
		return
	}
	if !is {
		w.escapes(top, w.stops[0])
		return
	}
	for _, f := range w.stops {
		if w.canvas.Overlays().Top() != top {
			sheet.Open(w.canvas, f)
		}
		w.enters(sheet, f)
		w.escapes(top, f)
	}
	if t := draw(w.canvas); len(w.stops) == 0 {
		w.report(t, 0, "has nothing that gets the focus")
	}
}

// escapes presses Escape, twice where something in what floats is open, too.
func (w *walk) escapes(top fyne.CanvasObject, f fyne.Focusable) {
	w.canvas.Focus(f)
	t := draw(w.canvas)
	for range 2 {
		if w.canvas.Overlays().Top() == top && w.canvas.Focused() != nil {
			w.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
	if i := t.find(f); i >= 0 && w.canvas.Overlays().Top() == top {
		w.report(t, i, "has the focus, and Escape does not close what it is in")
	}
}

// enters presses Enter in a field of one line, and on the filled button.
func (w *walk) enters(s *widget.Sheet, f fyne.Focusable) {
	field, types := f.(interface{ SelectedText() string })
	if f != fyne.Focusable(s.OK()) && (!types || severalLines(field) || w.chips(f)) || s.OK().Disabled() {
		return
	}
	done := false
	s.OnOK(func() { done = true })
	w.canvas.Focus(f)
	t := draw(w.canvas)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if i := t.find(f); i >= 0 && !done {
		w.report(t, i, "has the focus, and Enter does not do what the sheet is for")
	}
}

// chips reports whether a field takes names, of which Enter ends one, or words to search for, with which Enter
// searches.
func (w *walk) chips(f fyne.Focusable) bool {
	t := draw(w.canvas)
	i := t.find(f)
	return i >= 0 && t.inside(i, func(o fyne.CanvasObject) bool {
		_, is := o.(*widget.ChipsEntry)
		return is
	}) || i >= 0 && t.searches(i)
}

// severalLines reports whether Enter begins a line in a field.
func severalLines(field any) bool {
	several, is := field.(interface{ Several() bool })
	return is && several.Several()
}

// searches reports whether a field has the picture of a search beside it.
func (t *tree) searches(i int) bool {
	for n, x := range t.things {
		if icon, is := x.object.(*widget.Icon); is && icon.Name == "search" && len(t.things[n].up) > 0 && len(t.things[i].up) > 0 &&
			t.things[n].up[len(t.things[n].up)-1] == t.things[i].up[len(t.things[i].up)-1] {
			return true
		}
	}
	return false
}

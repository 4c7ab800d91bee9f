// Package reach finds what cannot be done in a window without a mouse: what Tab does not come to, what keeps
// the focus, what has the focus unseen, and what no key scrolls into sight. Only tests import it: it asks
// Fyne's test renderers what a widget draws.
package reach

import (
	"fmt"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/widget"
)

// Gap is something that needs a mouse.
type Gap struct {
	// Why says in a few words what is wrong.
	Why string
	// Words are those of what is meant; Of is what it belongs to, the outermost widget first.
	Words, Of string
	// At and Size are its place on the window, px.
	At   fyne.Position
	Size fyne.Size
}

// String says what is wrong with what where.
func (g Gap) String() string {
	return fmt.Sprintf("%q %s (in %s, at %.0f,%.0f, %.0f×%.0f)", g.Words, g.Why, g.Of, g.At.X, g.At.Y, g.Size.Width, g.Size.Height)
}

// Check presses Tab until it comes round, back and forth, and returns what is wrong on the way and what
// was not come to. What floats on top is closed afterwards, by keys, too. It is called on the UI goroutine.
func Check(c fyne.Canvas) []Gap { return check(c, map[string]bool{}) }

// check is Check; looks are drawings that were seen to look different with the focus, and need not be again.
func check(c fyne.Canvas, looks map[string]bool) []Gap {
	w := &walk{canvas: c, looks: looks}
	before := c.Focused()
	first := draw(c)
	w.see(first)
	w.judgeContrast(first)
	w.forward()
	w.backward()
	w.judgeTaps(first)
	w.judgeScrolls()
	c.Focus(before)
	w.judgeTop()
	return w.gaps
}

// walk is a way through a window by keys.
type walk struct {
	canvas fyne.Canvas
	stops  []fyne.Focusable
	looks  map[string]bool
	seen   []scrolled
	gaps   []Gap
}

func (w *walk) report(t *tree, i int, why string) {
	x := t.things[i]
	w.gaps = append(w.gaps, Gap{Why: why, Words: t.words(i), Of: t.kind(i), At: fyne.NewPos(x.at.left, x.at.top), Size: x.object.Size()})
}

// judgeTaps looks for what can be tapped and not come to.
func (w *walk) judgeTaps(t *tree) {
	for i, x := range t.things {
		if !tappable(x.object) || x.at.empty() || disabled(x.object) || t.covered(i) || w.keyed(t, i) {
			continue
		}
		w.report(t, i, "can be tapped, and Tab does not come to it")
	}
}

func tappable(o fyne.CanvasObject) bool {
	switch o.(type) {
	case fyne.Tappable, fyne.DoubleTappable, fyne.SecondaryTappable:
		return true
	}
	return false
}

// keyed reports whether a thing has the focus on the way, or is in something that has: a row of a list or a
// day of a month, which the arrow keys choose. Chips and rows of results below a field get the field's
// keys, and a tap beside what floats is Escape.
func (w *walk) keyed(t *tree, i int) bool {
	if strings.HasPrefix(reflect.TypeOf(t.things[i].object).Elem().PkgPath(), "fyne.io/fyne/v2/internal/") {
		return true // bars of scrolls, and the ground that menus stand on
	}
	return t.inside(i, func(o fyne.CanvasObject) bool {
		switch o.(type) {
		case *widget.ResultRow, *widget.ChipsEntry, *widget.Shade, *fynewidget.PopUp:
			return true
		}
		if reflect.TypeOf(o).Elem().Name() == "suggestions" {
			return true
		}
		f, is := o.(fyne.Focusable)
		return is && w.stopped(f)
	})
}

func disabled(o any) bool {
	d, is := o.(fyne.Disableable)
	return is && d.Disabled()
}

package reach

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/ui/widget"
)

// rect is an area of the window, px.
type rect struct{ left, top, right, bottom float32 }

func area(at fyne.Position, size fyne.Size) rect {
	return rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (r rect) width() float32  { return r.right - r.left }
func (r rect) height() float32 { return r.bottom - r.top }
func (r rect) empty() bool     { return r.right <= r.left || r.bottom <= r.top }

func (r rect) and(s rect) rect {
	return rect{max(r.left, s.left), max(r.top, s.top), min(r.right, s.right), min(r.bottom, s.bottom)}
}

// holds reports whether s is inside.
func (r rect) holds(s rect) bool {
	return s.left >= r.left && s.right <= r.right && s.top >= r.top && s.bottom <= r.bottom
}

// thing is something in sight, in the order of drawing.
type thing struct {
	object fyne.CanvasObject
	at     rect
	seen   rect  // what scrolls and windows leave of it
	up     []int // the widgets that it is in, the outermost first, by their place among all things
	end    int   // where what is in it ends among all things
}

// tree is all that is drawn by the part of a window that keys reach now: what floats on top of it, or its
// content when nothing does.
type tree struct {
	window rect
	things []thing
}

func draw(c fyne.Canvas) *tree {
	t := &tree{window: area(fyne.Position{}, c.Size())}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	t.walk(root, fyne.Position{}, t.window, nil)
	return t
}

func (t *tree) walk(o fyne.CanvasObject, from fyne.Position, seen rect, up []int) {
	if o == nil || !o.Visible() {
		return
	}
	at := from.Add(o.Position())
	if c, is := o.(*fyne.Container); is {
		for _, child := range c.Objects {
			t.walk(child, at, seen, up)
		}
		return
	}
	place := area(at, o.Size())
	i := len(t.things)
	t.things = append(t.things, thing{object: o, at: place, seen: place.and(seen), up: up})
	if w, is := o.(fyne.Widget); is {
		_, scrolls := w.(fyne.Scrollable) // Fyne clips what is in these
		if _, clips := w.(*container.Clip); scrolls || clips {
			seen = seen.and(place)
		}
		inner := append(slices.Clone(up), i)
		for _, child := range test.WidgetRenderer(w).Objects() {
			t.walk(child, at, seen, inner)
		}
	}
	t.things[i].end = len(t.things)
}

// find returns where an object is among all things, -1 if it is not in sight.
func (t *tree) find(o any) int {
	return slices.IndexFunc(t.things, func(x thing) bool { return any(x.object) == o })
}

// inside reports whether a thing is one for which ok holds, or in one.
func (t *tree) inside(i int, ok func(fyne.CanvasObject) bool) bool {
	return ok(t.things[i].object) || slices.ContainsFunc(t.things[i].up, func(n int) bool { return ok(t.things[n].object) })
}

// covered reports whether something drawn later hides all of a thing.
func (t *tree) covered(i int) bool {
	for _, above := range t.things[t.things[i].end:] {
		r, is := above.object.(*canvas.Rectangle)
		if !is || r.FillColor == nil || t.passes(above) {
			continue
		}
		if opaque(r.FillColor) && above.seen.holds(t.things[i].seen) {
			return true
		}
	}
	return false
}

// passes reports whether a thing is a part of what goes away by itself.
func (t *tree) passes(x thing) bool {
	return slices.ContainsFunc(x.up, func(n int) bool {
		_, is := t.things[n].object.(*widget.Toast)
		return is
	})
}

// named is what has words on it.
type named interface{ Words() string }

// words are those on a thing: its own, or the first that are drawn in it.
func (t *tree) words(i int) string {
	if n, is := t.things[i].object.(named); is && n.Words() != "" {
		return n.Words()
	}
	for _, x := range t.things[i:t.things[i].end] {
		if text, is := x.object.(*canvas.Text); is && strings.TrimSpace(text.Text) != "" {
			return text.Text
		}
	}
	return ""
}

// kind names a thing and what it is in, the inner three.
func (t *tree) kind(i int) string {
	var names []string
	for _, n := range append(slices.Clone(t.things[i].up), i) {
		names = append(names, strings.TrimPrefix(reflect.TypeOf(t.things[n].object).String(), "*"))
	}
	return strings.Join(names[max(len(names)-3, 0):], " ")
}

// panels are what stands beside a page and is read by itself, by the names of their types.
var panels = []string{"SidePanel", "Toast", "rail", "side", "nav"}

// panel is the part of the window that a thing is in: what stands beside a page, or nil for the page itself.
func (t *tree) panel(i int) fyne.CanvasObject {
	for _, n := range t.things[i].up {
		if o := t.things[n].object; slices.Contains(panels, reflect.TypeOf(o).Elem().Name()) {
			return o
		}
	}
	return nil
}

package fit

import (
	"image/color"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// rect is an area of the window, px.
type rect struct{ left, top, right, bottom float32 }

func area(at fyne.Position, size fyne.Size) rect {
	return rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (r rect) empty() bool { return r.right <= r.left || r.bottom <= r.top }

func (r rect) and(s rect) rect {
	return rect{max(r.left, s.left), max(r.top, s.top), min(r.right, s.right), min(r.bottom, s.bottom)}
}

// holds reports whether s is inside, but for some slack at the sides and above and below.
func (r rect) holds(s rect, beside, above float32) bool {
	return s.left >= r.left-beside && s.right <= r.right+beside && s.top >= r.top-above && s.bottom <= r.bottom+above
}

// nest is a widget in which something stands, with the widgets around it.
type nest struct {
	widget fyne.Widget
	at     rect
	up     *nest
	seen   rect // what can be seen of it
	// scrolls says that it shows a part of what is in it, sideways that this may be wider than it.
	scrolls, sideways bool
	holdsScroll       bool // one that scrolls is in it, so that it need not be as high as that
}

// drawn is something that is drawn, in the order of drawing.
type drawn struct {
	object fyne.CanvasObject
	at     rect // of words, where their letters are
	in     *nest
}

// placed is a widget with its place.
type placed struct {
	widget fyne.Widget
	in     *nest
}

// sight is all that is drawn in a window.
type sight struct {
	window  rect
	drawn   []drawn
	widgets []placed
}

func (s *sight) walk(o fyne.CanvasObject, from fyne.Position, in *nest) {
	if o == nil || !o.Visible() {
		return
	}
	at := from.Add(o.Position())
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			s.walk(child, at, in)
		}
	case fyne.Widget:
		s.enter(o, at, in)
	default:
		s.add(o, at, in)
	}
}

func (s *sight) enter(w fyne.Widget, at fyne.Position, in *nest) {
	inner := &nest{widget: w, at: area(at, w.Size()), up: in, seen: in.seen}
	_, inner.scrolls = w.(fyne.Scrollable) // Fyne clips what is in these
	_, clips := w.(*container.Clip)
	if inner.scrolls = inner.scrolls || clips; inner.scrolls {
		inner.seen = in.seen.and(inner.at)
		in.holdsScroll = true
		scroll, is := w.(*container.Scroll)
		inner.sideways = !is || scroll.Direction == container.ScrollBoth || scroll.Direction == container.ScrollHorizontalOnly
	}
	s.widgets = append(s.widgets, placed{w, inner})
	for _, child := range test.WidgetRenderer(w).Objects() {
		s.walk(child, at, inner)
	}
}

func (s *sight) add(o fyne.CanvasObject, at fyne.Position, in *nest) {
	d := drawn{object: o, at: area(at, o.Size()), in: in}
	if t, is := o.(*canvas.Text); is {
		if strings.TrimSpace(t.Text) == "" {
			return
		}
		d.at = letters(t, at)
	}
	s.drawn = append(s.drawn, d)
}

// letters is where the letters of words are: as wide as they are measured, whatever room they were given,
// and without the room above and below that belongs to the line.
func letters(t *canvas.Text, at fyne.Position) rect {
	need, size := t.MinSize(), t.Size()
	left := at.X
	switch t.Alignment {
	case fyne.TextAlignCenter:
		left += (size.Width - need.Width) / 2
	case fyne.TextAlignTrailing:
		left += size.Width - need.Width
	}
	top := at.Y + (size.Height-need.Height)/2
	const blank = 0.17 // the share of the line's height above and below most letters
	return rect{left, top + blank*need.Height, left + need.Width, top + (1-blank)*need.Height}
}

// words returns what is drawn if that is words.
func (s *sight) words(i int) *canvas.Text {
	t, _ := s.drawn[i].object.(*canvas.Text)
	return t
}

// covers reports whether what is drawn hides what is below it.
func (d drawn) covers() bool {
	r, is := d.object.(*canvas.Rectangle)
	if !is || r.FillColor == nil {
		return false
	}
	_, _, _, alpha := color.NRGBAModel.Convert(r.FillColor).RGBA()
	return alpha == 0xffff && !d.at.empty()
}

// pictures reports whether a picture is drawn.
func (d drawn) pictures() bool {
	i, is := d.object.(*canvas.Image)
	return is && (i.Resource != nil || i.Image != nil || i.File != "") && !d.at.empty()
}

// visible is what can be seen of something, were nothing on top of it.
func (d drawn) visible() rect { return d.at.and(d.in.seen) }

// clips reports whether the nearest widget that shows a part of what is in it is one of our own drawings,
// such as a timetable's.
func (n *nest) clips() bool {
	for ; n != nil; n = n.up {
		if n.scrolls {
			_, is := n.widget.(*container.Scroll)
			return !is
		}
	}
	return false
}

// path names a widget and those around it, the inner three.
func (n *nest) path() string {
	var names []string
	for ; n != nil && n.widget != nil && len(names) < 3; n = n.up {
		names = append([]string{strings.TrimPrefix(reflect.TypeOf(n.widget).String(), "*")}, names...)
	}
	return strings.Join(names, " ")
}

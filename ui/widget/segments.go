package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

// Segments is a choice of one among a few, side by side. It is one tab stop; the arrow keys
// choose. When the words do not fit, all are shortened alike.
type Segments struct {
	control
	words     []string
	selected  int
	over      int
	wide      bool
	onChanged func(int)
}

// NewSegments returns a choice among words, the first one chosen.
func NewSegments(words []string, changed func(int)) *Segments {
	s := &Segments{words: words, over: -1, onChanged: changed}
	s.extend(s)
	return s
}

// Stretch makes all parts equally wide over the whole width.
func (s *Segments) Stretch() *Segments {
	s.wide = true
	return s
}

// Selected returns the number of the chosen part, from 0.
func (s *Segments) Selected() int { return s.selected }

// Select chooses a part without calling back.
func (s *Segments) Select(i int) {
	if i >= 0 && i < len(s.words) && i != s.selected {
		s.selected = i
		s.Refresh()
	}
}

func (s *Segments) choose(i int) {
	if s.disabled || i < 0 || i >= len(s.words) || i == s.selected {
		return
	}
	s.selected = i
	s.Refresh()
	if s.onChanged != nil {
		s.onChanged(i)
	}
}

// Tapped chooses what was tapped.
func (s *Segments) Tapped(e *fyne.PointEvent) { s.choose(s.at(e.Position.X)) }

// TypedKey chooses with the arrow keys, Home and End.
func (s *Segments) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.selected - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.selected + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.words) - 1)
	}
}

// TypedRune does nothing: a blank chooses nothing new.
func (s *Segments) TypedRune(rune) {}

// MouseMoved shows which part is under the pointer.
func (s *Segments) MouseMoved(e *desktop.MouseEvent) {
	if over := s.at(e.Position.X); over != s.over {
		s.over = over
		s.Refresh()
	}
}

// MouseOut ends hover.
func (s *Segments) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}

// widths returns the parts' widths at the given width of the whole.
func (s *Segments) widths(look style.Look, total float32) []float32 {
	w := make([]float32, len(s.words))
	sum := float32(0)
	for i, word := range s.words {
		// The chosen part is bold; every part is as wide as if it were, so that nothing moves.
		w[i] = measure(word, look.Text(style.Body), true) + 24
		sum += w[i]
	}
	if total <= 0 {
		return w
	}
	inner := total - 4
	for i := range w {
		switch {
		case s.wide:
			w[i] = inner / float32(len(w))
		default:
			w[i] += (inner - sum) / float32(len(w))
		}
	}
	return w
}

func (s *Segments) at(x float32) int {
	edge := float32(2)
	for i, w := range s.widths(style.Of(s), s.Size().Width) {
		edge += w
		if x < edge {
			return i
		}
	}
	return len(s.words) - 1
}

// CreateRenderer is part of the widget contract.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	box, chosen, hover, ring := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent), canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	texts := make([]*canvas.Text, len(s.words))
	r := &renderer{objects: []fyne.CanvasObject{box, hover, chosen}}
	for i := range texts {
		texts[i] = canvas.NewText("", transparent)
		r.objects = append(r.objects, texts[i])
	}
	r.objects = append(r.objects, ring)
	r.min = func() fyne.Size {
		look := style.Of(s)
		total := float32(4)
		for _, w := range s.widths(look, 0) {
			total += w - 8 // parts may come 4 px closer to each other on both sides
		}
		return fyne.NewSize(total, look.Height(style.ButtonHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(s)
		place(box, 0, 0, size.Width, size.Height)
		drawFocus(ring, look, size, s.focused, 4, style.RadiusButton+4)
		x := float32(2)
		hover.Hide()
		for i, w := range s.widths(look, size.Width) {
			part := []*canvas.Rectangle{}
			if i == s.selected {
				part = append(part, chosen)
			} else if i == s.over {
				part = append(part, hover)
				hover.Show()
			}
			for _, p := range part {
				place(p, x, 2, w, size.Height-4)
				p.CornerRadius = style.RadiusButton - 2
			}
			t := texts[i]
			t.TextSize, t.TextStyle = look.Text(style.Body), fyne.TextStyle{Bold: i == s.selected}
			t.Text = Cut(s.words[i], w-4, t.TextSize, i == s.selected)
			need := t.MinSize()
			place(t, x+(w-need.Width)/2, (size.Height-need.Height)/2, need.Width, need.Height)
			x += w
		}
	}
	r.refresh = func() {
		look := style.Of(s)
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Color(style.Surface), look.Color(style.Line2), 1, style.RadiusButton
		chosen.FillColor, hover.FillColor = look.Color(style.Selection), look.Color(style.Hover)
		for i, t := range texts {
			t.Color = look.Color(style.Ink2)
			if i == s.selected {
				t.Color = look.Color(style.Ink)
			}
		}
		r.layout(s.Size())
		canvas.Refresh(s)
	}
	r.refresh()
	return r
}

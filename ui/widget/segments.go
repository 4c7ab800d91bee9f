package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

// Segments is a choice of one among a few, side by side. It is one tab stop; the arrow keys
// choose. What does not fit into one row goes into another.
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
func (s *Segments) Tapped(e *fyne.PointEvent) { s.choose(s.at(e.Position)) }

// TypedKey chooses with the arrow keys, Home and End.
func (s *Segments) TypedKey(e *fyne.KeyEvent) {
	if PassKey(s, e) {
		return
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.selected - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.selected + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.words) - 1)
	default:
		LeaveKey(s, e)
	}
}

// TypedRune does nothing: a blank chooses nothing new.
func (s *Segments) TypedRune(rune) {}

// MouseMoved shows which part is under the pointer.
func (s *Segments) MouseMoved(e *desktop.MouseEvent) {
	if over := s.at(e.Position); over != s.over {
		s.over = over
		s.Refresh()
	}
}

// MouseOut ends hover.
func (s *Segments) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}

// segment is a part's place.
type segment struct{ x, y, w, h float32 }

// arrange places the parts at a width, in as many rows as it takes, and returns the height.
func (s *Segments) arrange(look style.Look, width float32) ([]segment, float32) {
	row := look.Height(style.ButtonHeight)
	natural := make([]float32, len(s.words))
	for i, word := range s.words {
		// The chosen part is bold; every part is as wide as if it were, so that nothing moves.
		natural[i] = measure(word, look.Text(style.Body), true) + segmentPad
	}
	places := make([]segment, len(s.words))
	y := float32(0)
	for begin := 0; begin < len(places); {
		end, sum := begin, float32(0)
		for end < len(places) && (end == begin || sum+natural[end] <= width-4) {
			sum += natural[end]
			end++
		}
		s.arrangeRow(places[begin:end], natural[begin:end], sum, width, y+2, row-4)
		y += row
		begin = end
	}
	return places, y
}

// segmentPad is the least room that a part keeps around its words.
const segmentPad float32 = 14

// arrangeRow shares a row's width among its parts.
func (s *Segments) arrangeRow(places []segment, natural []float32, sum, width, y, h float32) {
	x := float32(2)
	for i := range places {
		w := natural[i] + (width-4-sum)/float32(len(places))
		if s.wide {
			w = (width - 4) / float32(len(places))
		}
		places[i] = segment{x, y, w, h}
		x += w
	}
}

// HeightFor returns the height that the parts need at a width.
func (s *Segments) HeightFor(width float32) float32 {
	_, h := s.arrange(style.Of(s), width)
	return h
}

func (s *Segments) at(p fyne.Position) int {
	places, _ := s.arrange(style.Of(s), s.Size().Width)
	for i, at := range places {
		if p.X >= at.x && p.X < at.x+at.w && p.Y >= at.y-2 && p.Y < at.y+at.h+2 {
			return i
		}
	}
	return -1
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
		for _, word := range s.words {
			total += measure(word, look.Text(style.Body), true) + segmentPad
		}
		return fyne.NewSize(total, s.HeightFor(max(s.Size().Width, total)))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(s)
		place(box, 0, 0, size.Width, size.Height)
		drawFocus(ring, look, size, s.focused, 4, style.RadiusButton+4)
		places, _ := s.arrange(look, size.Width)
		hover.Hidden = s.over < 0 || s.over == s.selected || s.disabled
		for i, at := range places {
			switch i {
			case s.selected:
				place(chosen, at.x, at.y, at.w, at.h)
			case s.over:
				place(hover, at.x, at.y, at.w, at.h)
			}
			t := texts[i]
			t.TextSize, t.TextStyle = look.Text(style.Body), fyne.TextStyle{Bold: i == s.selected}
			t.Text = Cut(s.words[i], at.w-4, t.TextSize, i == s.selected)
			need := t.MinSize()
			place(t, at.x+(at.w-need.Width)/2, at.y+(at.h-need.Height)/2, need.Width, need.Height)
		}
	}
	r.refresh = func() {
		look := style.Of(s)
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Color(style.Surface), look.Color(style.Line2), 1, style.RadiusButton
		chosen.CornerRadius, hover.CornerRadius = style.RadiusButton-2, style.RadiusButton-2
		chosen.FillColor, hover.FillColor = look.Color(style.Selection), look.Color(style.Hover)
		if s.disabled {
			chosen.FillColor = look.Color(style.DisabledFill)
		}
		for i, t := range texts {
			t.Color = look.Color(s.ink(i))
		}
		r.layout(s.Size())
		canvas.Refresh(s)
	}
	r.refresh()
	return r
}

// ink is the colour of a part's words.
func (s *Segments) ink(i int) style.Name {
	switch {
	case s.disabled:
		return style.DisabledText
	case i == s.selected:
		return style.Ink
	}
	return style.Ink2
}

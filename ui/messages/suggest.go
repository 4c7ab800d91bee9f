package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// suggestions is the list that drops down below a field while somebody types. The field keeps the
// focus and hands its keys over.
type suggestions struct {
	fynewidget.BaseWidget
	card  *widget.Fill
	list  *shortList
	below fyne.CanvasObject // the field
	take  func(index int)
}

// suggestPad is the room between the card's edge and the rows, px.
const suggestPad float32 = 4

func newSuggestions() *suggestions {
	s := &suggestions{card: widget.NewFill(style.Surface, style.Line2, style.RadiusCard)}
	s.card.Shadow = true
	s.list = newShortList(s.choose)
	s.list.pad, s.list.gap, s.list.marked = style.FieldGap-suggestPad, style.IconGap, true
	s.Hidden = true
	s.ExtendBaseWidget(s)
	return s
}

// show drops the list down below a field; without rows it goes away.
func (s *suggestions) show(below fyne.CanvasObject, rows []shortRow, take func(int)) {
	s.below, s.take = below, take
	s.list.current = 0
	s.list.set(rows)
	s.Hidden = len(rows) == 0
	s.Refresh()
}

// hide takes the list away if it belongs to this field.
func (s *suggestions) hide(below fyne.CanvasObject) {
	if s.below == below && !s.Hidden {
		s.Hide()
	}
}

// open reports whether the list is down below this field.
func (s *suggestions) open(below fyne.CanvasObject) bool { return !s.Hidden && s.below == below }

func (s *suggestions) choose(i int) {
	take := s.take
	s.Hide()
	if take != nil {
		take(i)
	}
}

// typed sees the keys of the field first; it returns true for those that it uses.
func (s *suggestions) typed(below fyne.CanvasObject, k *fyne.KeyEvent) bool {
	if !s.open(below) {
		return false
	}
	switch k.Name {
	case fyne.KeyUp:
		s.list.choose(s.list.current - 1)
	case fyne.KeyDown:
		s.list.choose(s.list.current + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.choose(s.list.current)
	case fyne.KeyEscape:
		s.Hide()
	default:
		return false
	}
	return true
}

// blurred hides the list when its field has lost the focus, unless somebody is about to tap a row.
func (s *suggestions) blurred(below fyne.CanvasObject) {
	if s.open(below) && !s.list.over() {
		s.Hide()
	}
}

// place puts the list below its field, within an area that begins at origin on the canvas; above it
// where there is no room.
func (s *suggestions) place(origin fyne.Position, area fyne.Size) {
	if s.Hidden || s.below == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.below).Subtract(origin)
	field := s.below.Size()
	w := min(max(s.list.natural(style.Of(s))+2*suggestPad, 240), field.Width)
	h := s.list.HeightFor(w) + 2*suggestPad
	y := at.Y + field.Height + style.Unit
	if y+h > area.Height && at.Y-h-style.Unit >= 0 {
		y = at.Y - h - style.Unit
	}
	widget.Place(s, at.X, y, w, min(h, area.Height))
}

// CreateRenderer is part of the widget contract.
func (s *suggestions) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{s.card, s.list}, func() fyne.Size { return fyne.NewSize(120, 40) }, func(size fyne.Size) {
		widget.Place(s.card, 0, 0, size.Width, size.Height)
		widget.Place(s.list, suggestPad, suggestPad, size.Width-2*suggestPad, size.Height-2*suggestPad)
	})
}

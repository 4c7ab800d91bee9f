package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// note is a sentence below a field in the colour of its tone, with its shape before it and perhaps a
// link at its end.
type note struct {
	fynewidget.BaseWidget
	icon   *widget.Icon
	words  *widget.Prose
	action *widget.Button
}

// newNote returns a note; without words for an action it has no link.
func newNote(in func() *pane, tone widget.Tone, sentence, action string, do func()) *note {
	drawing := "warn"
	switch tone {
	case widget.Trouble:
		drawing = widget.MessageFailed.Drawing()
	case widget.Fine:
		drawing = "check"
	case widget.Notice:
		drawing = "info"
	case widget.Caution:
	}
	n := &note{icon: widget.NewIcon(drawing, style.IconRow, tone.Color()), words: widget.NewProse(sentence, style.Caption, tone.Color())}
	if action != "" {
		n.action = widget.NewButton(widget.Linked, "", action, do)
		n.action.Caption = true
		in().watch(n.action)
	}
	n.ExtendBaseWidget(n)
	return n
}

// Words returns the sentence.
func (n *note) Words() string { return n.words.Words() }

// widths are where the words begin and end, and whether the link goes below them.
func (n *note) widths(width float32) (left, right float32, below bool) {
	look := style.Of(n)
	left, right = look.Icon(style.IconRow)+style.IconGap, width
	if n.action == nil {
		return left, right, false
	}
	w := n.action.MinSize().Width + style.GroupGap
	if right-left-w < 120*look.Scale() {
		return left, right, true
	}
	return left, right - w, false
}

// HeightFor returns the height that the note needs at a width.
func (n *note) HeightFor(width float32) float32 {
	look := style.Of(n)
	left, right, below := n.widths(width)
	h := max(n.words.HeightFor(right-left), look.Line(style.Body))
	if below {
		h += look.Line(style.Body)
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (n *note) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{n.icon, n.words}
	if n.action != nil {
		objects = append(objects, n.action)
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(120, n.HeightFor(max(n.Size().Width, 120))) }, func(size fyne.Size) {
		look := style.Of(n)
		left, right, below := n.widths(size.Width)
		side, line := look.Icon(style.IconRow), look.Line(style.Body)
		h := n.words.HeightFor(right - left)
		pad := max(line-h, 0) / 2 // one line of caption stands in the middle of a line of body
		widget.Place(n.icon, 0, (line-side)/2, side, side)
		widget.Place(n.words, left, pad, right-left, h)
		if n.action == nil {
			return
		}
		s := n.action.MinSize()
		if below {
			widget.Place(n.action, left, size.Height-line+(line-s.Height)/2, s.Width, s.Height)
			return
		}
		widget.Place(n.action, size.Width-s.Width, (line-s.Height)/2, s.Width, s.Height)
	})
}

package meetings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// line is words in several colours behind each other, in as many lines as it takes, and below them a
// sentence in caption.
type line struct {
	fynewidget.BaseWidget
	parts []*widget.Text
	below string
	prose *widget.Prose
}

func newLine() *line {
	l := &line{prose: widget.NewProse("", style.Caption, style.Ink2)}
	l.ExtendBaseWidget(l)
	return l
}

// set replaces the words.
func (l *line) set(parts []part) {
	l.parts = nil
	for _, p := range parts {
		t := widget.NewText(p.words, style.Body, p.color)
		t.Bold = p.bold
		l.parts = append(l.parts, t)
	}
}

func (l *line) empty() bool { return len(l.parts) == 0 && l.below == "" }

// words are what the line says.
func (l *line) words() string {
	words := ""
	for _, t := range l.parts {
		words += t.Words() + " "
	}
	return words + l.below
}

// gap is the width of a blank.
func (l *line) gap() float32 { return style.Of(l).Text(style.Body) / 4 }

// arrange places the words and returns their height.
func (l *line) arrange(width float32, put func(t *widget.Text, x, y, w float32)) float32 {
	row := style.Of(l).Line(style.Body)
	x, y := float32(0), float32(0)
	for _, t := range l.parts {
		w := t.MinSize().Width
		if x > 0 && x+w > width {
			x, y = 0, y+row
		}
		if put != nil {
			put(t, x, y, w)
		}
		x += w + l.gap()
	}
	if len(l.parts) == 0 {
		return 0
	}
	return y + row
}

// HeightFor returns the height of the words, without the sentence below them.
func (l *line) HeightFor(width float32) float32 { return l.arrange(width, nil) }

// belowHeight returns the height of the sentence below.
func (l *line) belowHeight(width float32) float32 {
	if l.below == "" {
		return 0
	}
	l.prose.SetText(l.below)
	return l.prose.HeightFor(width)
}

// CreateRenderer is part of the widget contract.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *line }

// Objects lists the words.
func (r *lineRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.l.prose}
	for _, t := range r.l.parts {
		all = append(all, t)
	}
	return all
}

// Destroy is part of the renderer contract.
func (r *lineRenderer) Destroy() {}

// MinSize is that of one line.
func (r *lineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, style.Of(r.l).Line(style.Body))
}

// Layout places the words.
func (r *lineRenderer) Layout(size fyne.Size) {
	h := style.Of(r.l).Line(style.Body)
	y := r.l.arrange(size.Width, func(t *widget.Text, x, y, w float32) { widget.Place(t, x, y, w, h) })
	r.l.prose.SetText(r.l.below)
	widget.Place(r.l.prose, 0, y, size.Width, r.l.belowHeight(size.Width))
}

// Refresh draws the words.
func (r *lineRenderer) Refresh() {
	r.Layout(r.l.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

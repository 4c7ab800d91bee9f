package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Text is one line of words in a role and a colour of the palette. It is as high as the role's
// line. With Elide it may be narrower than its words and then ends in "…".
type Text struct {
	fynewidget.BaseWidget
	// Role, Color, Bold, Elide, End and Underline say how the words look; call Refresh after a change.
	Role      style.Role
	Color     style.Name
	Bold      bool
	Elide     bool
	End       bool // aligned to the end
	Underline bool
	Middle    bool // with Elide: cut in the middle, for IDs, whose ends tell them apart
	words     string
	shown     string
}

// NewText returns a line of words.
func NewText(words string, role style.Role, color style.Name) *Text {
	t := &Text{Role: role, Color: color, words: words}
	t.ExtendBaseWidget(t)
	return t
}

// NewBold returns a line of bold words in ink.
func NewBold(words string, role style.Role) *Text {
	t := NewText(words, role, style.Ink)
	t.Bold = true
	return t
}

// SetText changes the words.
func (t *Text) SetText(words string) {
	if t.words != words {
		t.words = words
		t.Refresh()
	}
}

// Words returns the words, whole.
func (t *Text) Words() string { return t.words }

// Shown returns the words as they are drawn, with "…" where they were cut.
func (t *Text) Shown() string { return t.shown }

// CreateRenderer is part of the widget contract.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	drawn := canvas.NewText("", transparent)
	r := &renderer{objects: []fyne.CanvasObject{drawn}}
	r.min = func() fyne.Size {
		look := style.Of(t)
		w := measure(t.words, look.Text(t.Role), t.Bold)
		if t.Elide {
			w = min(w, 2*look.Text(t.Role))
		}
		return fyne.NewSize(w, look.Line(t.Role))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(t)
		t.shown = t.words
		if t.Elide {
			t.shown = t.cut(size.Width, look.Text(t.Role))
		}
		drawn.Text = t.shown
		drawn.TextSize = look.Text(t.Role)
		drawn.TextStyle = fyne.TextStyle{Bold: t.Bold, Underline: t.Underline}
		drawn.Color = look.Color(t.Color)
		natural := drawn.MinSize()
		x := float32(0)
		if t.End {
			x = size.Width - natural.Width
		}
		place(drawn, x, (size.Height-natural.Height)/2, natural.Width, natural.Height)
	}
	r.refresh = func() {
		r.layout(t.Size())
		drawn.Refresh()
	}
	return r
}

func (t *Text) cut(width, textSize float32) string {
	if t.Middle {
		return CutMiddle(t.words, width, textSize, t.Bold)
	}
	return Cut(t.words, width, textSize, t.Bold)
}

// CutMiddle returns words that fit into width px: the first ones, "…" and the last four characters.
func CutMiddle(words string, width, textSize float32, bold bool) string {
	const tail = 4
	runes := []rune(words)
	if len(runes) <= 2*tail || measure(words, textSize, bold) <= width+0.5 {
		return Cut(words, width, textSize, bold)
	}
	end := string(runes[len(runes)-tail:])
	return Cut(words, width-measure(end, textSize, bold), textSize, bold) + end
}

// Cut returns words that fit into width px, shortened by whole characters and ended with "…".
func Cut(words string, width, textSize float32, bold bool) string {
	if measure(words, textSize, bold) <= width+0.5 {
		return words
	}
	runes := []rune(words)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if measure(string(runes[:middle])+"…", textSize, bold) <= width+0.5 {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for low > 0 && runes[low-1] == ' ' {
		low--
	}
	return string(runes[:low]) + "…"
}

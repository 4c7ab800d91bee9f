package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Hint is a small icon with a sentence that wraps beside it.
type Hint struct {
	fynewidget.BaseWidget
	icon  *Icon
	words *Prose
}

// NewHint returns a hint.
func NewHint(icon string, color style.Name, sentence string) *Hint {
	h := &Hint{icon: NewIcon(icon, style.IconRow, color), words: NewProse(sentence, style.Caption, style.Ink2)}
	h.ExtendBaseWidget(h)
	return h
}

// Words returns the sentence.
func (h *Hint) Words() string { return h.words.Words() }

func (h *Hint) left() float32 { return style.Of(h).Icon(style.IconRow) + style.IconGap }

// HeightFor returns the height that the hint needs at a width.
func (h *Hint) HeightFor(width float32) float32 { return h.words.HeightFor(width - h.left()) }

// CreateRenderer is part of the widget contract.
func (h *Hint) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{h.icon, h.words},
		func() fyne.Size { return fyne.NewSize(120, h.HeightFor(max(h.Size().Width, 120))) },
		func(size fyne.Size) {
			side := style.Of(h).Icon(style.IconRow)
			place(h.icon, 0, 0, side, side)
			place(h.words, h.left(), 0, size.Width-h.left(), size.Height)
		})
}

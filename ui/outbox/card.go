package outbox

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// shownMost is how many bytes of a text the panel shows, shownLines how many lines.
const (
	shownMost  = 4000
	shownLines = 12
)

// card shows a text as it was written.
type card struct {
	fynewidget.BaseWidget
	box   *widget.Fill
	words *widget.Prose
}

// cardPad is the room around the words, px.
const cardPad float32 = 12

func newCard(text string) *card {
	if len(text) > shownMost {
		text = strings.ToValidUTF8(text[:shownMost], "") + "…"
	}
	c := &card{box: widget.NewFill(style.Ground, style.Line, style.RadiusCard), words: widget.NewProse(text, style.Body, style.Ink)}
	c.words.MaxLines = shownLines
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor returns the height that the card needs at a width.
func (c *card) HeightFor(width float32) float32 {
	return c.words.HeightFor(width-2*cardPad) + 2*cardPad
}

// CreateRenderer is part of the widget contract.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{c.box, c.words},
		func() fyne.Size { return fyne.NewSize(120, c.HeightFor(max(c.Size().Width, 120))) },
		func(size fyne.Size) {
			widget.Place(c.box, 0, 0, size.Width, size.Height)
			widget.Place(c.words, cardPad, cardPad, size.Width-2*cardPad, size.Height-2*cardPad)
		})
}

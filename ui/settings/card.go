package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// card is a panel of the page that holds what belongs together.
type card struct {
	fynewidget.BaseWidget
	fill   *widget.Fill
	column *widget.Column
}

func newCard(padding float32, parts ...widget.Part) *card {
	c := &card{fill: widget.NewFill(style.Surface, style.Line, style.RadiusCard), column: widget.NewColumn(padding, parts...)}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor returns the height that the card needs at a width.
func (c *card) HeightFor(width float32) float32 { return c.column.HeightFor(width) }

// CreateRenderer is part of the widget contract.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{c.fill, c.column}, c.column.MinSize, func(size fyne.Size) {
		widget.Place(c.fill, 0, 0, size.Width, size.Height)
		widget.Place(c.column, 0, 0, size.Width, size.Height)
	})
}

// cardHead is the first line of a card: an icon, a title with a sentence below it, and at the end
// a state or what can be done, which goes below where there is no room.
type cardHead struct {
	fynewidget.BaseWidget
	icon  *widget.Icon
	title *widget.Prose
	words *widget.Prose
	end   *widget.Line
	// overhang is how far the end stands out, so that an icon and not its button ends at the margin.
	overhang float32
}

func newCardHead(icon, title, sentence string, end ...fyne.CanvasObject) *cardHead {
	h := &cardHead{icon: widget.NewIcon(icon, style.IconHead, style.Accent), title: widget.NewProse(widget.Strong(title), style.Heading, style.Ink),
		words: widget.NewProse(sentence, style.Caption, style.Ink2), end: widget.NewLine(style.IconGap, -1, end...)}
	h.title.MaxLines = 2
	h.ExtendBaseWidget(h)
	return h
}

// headSplit is the part of the width that the end may take beside the title.
const headSplit = 0.55

func (h *cardHead) left() float32 { return style.Of(h).Icon(style.IconHead) + style.FieldGap }

// arrange returns the width for the words, the end's size, and whether the end goes below.
func (h *cardHead) arrange(width float32) (words float32, end fyne.Size, below bool) {
	end = h.end.MinSize()
	words = width - h.left()
	if end.Width == 0 {
		return words, end, false
	}
	if end.Width > words*headSplit {
		return words, end, true
	}
	return words - end.Width - style.GroupGap, end, false
}

// wordsHeight is the height of title and sentence.
func (h *cardHead) wordsHeight(width float32) float32 {
	return h.title.HeightFor(width) + h.words.HeightFor(width)
}

// HeightFor returns the height that the head needs at a width.
func (h *cardHead) HeightFor(width float32) float32 {
	words, end, below := h.arrange(width)
	if below {
		return h.wordsHeight(words) + style.IconGap + end.Height
	}
	return max(h.wordsHeight(words), end.Height)
}

// CreateRenderer is part of the widget contract.
func (h *cardHead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{h.icon, h.title, h.words, h.end},
		func() fyne.Size { return fyne.NewSize(200, h.HeightFor(max(h.Size().Width, 200))) }, h.layout)
}

func (h *cardHead) layout(size fyne.Size) {
	look := style.Of(h)
	side := look.Icon(style.IconHead)
	words, end, below := h.arrange(size.Width)
	x, high, line := h.left(), h.wordsHeight(words), h.title.HeightFor(words)
	widget.Place(h.icon, 0, (high-side)/2, side, side)
	widget.Place(h.title, x, 0, words, line)
	widget.Place(h.words, x, line, words, high-line)
	if below {
		widget.Place(h.end, x, high+style.IconGap, end.Width, end.Height)
		return
	}
	widget.Place(h.end, size.Width-end.Width+h.overhang, (high-end.Height)/2, end.Width, end.Height)
}

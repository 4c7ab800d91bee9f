package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// batchCard says which batch it is and how far: name, a sentence, what can be done, a bar, and counts.
type batchCard struct {
	fynewidget.BaseWidget
	fill    *widget.Fill
	icon    *widget.Icon
	name    *widget.Text
	says    *widget.Prose
	actions []*widget.Button
	meter   *widget.Meter
	counts  *flow
	left    *widget.Text // how long it still takes
	option  fyne.CanvasObject
}

// cardPad is the room inside the card's edge, px with its line.
const cardPad float32 = 17

func newBatchCard() *batchCard {
	c := &batchCard{fill: widget.NewFill(style.Surface, style.Line, style.RadiusCard), icon: widget.NewIcon("table", style.IconHead, style.Accent),
		name: widget.NewBold("", style.Heading), says: widget.NewProse("", style.Caption, style.Ink2), meter: widget.NewMeter(),
		counts: newFlow(22, style.Unit), left: widget.NewText("", style.Caption, style.Ink2)}
	c.name.Elide = true
	c.counts.endLeft = true
	c.ExtendBaseWidget(c)
	return c
}

// count is a state with how many there are: its mark, the number, the word.
func count(mark *widget.Icon, n, word string) fyne.CanvasObject {
	return widget.NewLine(style.IconGap, -1, mark, widget.NewLine(6, -1, widget.NewBold(n, style.Body), widget.NewText(word, style.Body, style.Ink2)))
}

// head returns where the words begin, how wide they may be, and how wide the buttons are.
func (c *batchCard) head(width float32) (x, words, buttons float32, below bool) {
	look := style.Of(c)
	x = cardPad + look.Icon(style.IconHead) + style.FieldGap
	for _, a := range c.actions {
		buttons += a.MinSize().Width + style.FieldGap
	}
	words = width - cardPad - x - buttons
	if below = len(c.actions) > 0 && words < 180*look.Scale(); below {
		words = width - cardPad - x
	}
	return x, words, buttons, below
}

// top is the height of the head.
func (c *batchCard) top(width float32) float32 {
	look := style.Of(c)
	_, words, _, below := c.head(width)
	h := look.Line(style.Heading) + c.says.HeightFor(words)
	if below {
		return h + style.IconGap + look.Height(style.ButtonHeight)
	}
	return max(h, look.Height(style.ButtonHeight))
}

// HeightFor returns the height that the card needs at a width.
func (c *batchCard) HeightFor(width float32) float32 {
	h := 2*cardPad + c.top(width)
	inner := width - 2*cardPad
	if c.meter.Visible() {
		h += style.GroupGap + c.meter.HeightFor(inner)
	}
	if c.counts.Visible() {
		h += style.IconGap + c.counts.HeightFor(inner)
	}
	if c.option != nil {
		h += style.FieldGap + heightAt(c.option, inner)
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (c *batchCard) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

type cardRenderer struct{ c *batchCard }

// Objects lists what stands on the card.
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.c.fill, r.c.icon, r.c.name, r.c.says, r.c.meter, r.c.counts}
	all = append(all, objects(r.c.actions...)...)
	if r.c.option != nil {
		all = append(all, r.c.option) // below the actions
	}
	return all
}

// Destroy is part of the renderer contract.
func (r *cardRenderer) Destroy() {}

// MinSize is that of the head.
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 80) }

// Refresh draws the card.
func (r *cardRenderer) Refresh() {
	r.Layout(r.c.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

// Layout places what stands on the card.
func (r *cardRenderer) Layout(size fyne.Size) {
	c, look := r.c, style.Of(r.c)
	inner := size.Width - 2*cardPad
	widget.Place(c.fill, 0, 0, size.Width, size.Height)
	x, words, buttons, below := c.head(size.Width)
	top := c.top(size.Width)
	line, says := look.Line(style.Heading), c.says.HeightFor(words)
	y := cardPad
	if !below {
		y += (top - line - says) / 2
	}
	side := look.Icon(style.IconHead)
	widget.Place(c.icon, cardPad, cardPad+(min(top, line+says)-side)/2, side, side)
	widget.Place(c.name, x, y, words, line)
	widget.Place(c.says, x, y+line, words, says)
	bx, by := size.Width-cardPad-buttons+style.FieldGap, cardPad+(top-look.Height(style.ButtonHeight))/2
	if below {
		bx, by = x, y+line+says+style.IconGap
	}
	for _, a := range c.actions {
		s := a.MinSize()
		widget.Place(a, bx, by+(look.Height(style.ButtonHeight)-s.Height)/2, s.Width, s.Height)
		bx += s.Width + style.FieldGap
	}
	y = cardPad + top
	if c.meter.Visible() {
		y += style.GroupGap
		h := c.meter.HeightFor(inner)
		widget.Place(c.meter, cardPad, y, inner, h)
		y += h
	}
	if c.counts.Visible() {
		y += style.IconGap
		h := c.counts.HeightFor(inner)
		widget.Place(c.counts, cardPad, y, inner, h)
		y += h
	}
	if c.option != nil {
		widget.Place(c.option, cardPad, y+style.FieldGap, inner, heightAt(c.option, inner))
	}
}

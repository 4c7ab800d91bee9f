package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// timetableCard floats beside a block and tells of it what may have no room in it.
type timetableCard struct {
	fynewidget.BaseWidget
	fill *Fill
	tip  BlockTip
	sketch
}

func newTimetableCard() *timetableCard {
	c := &timetableCard{fill: NewFill(style.Surface, style.Line2, style.RadiusCard)}
	c.fill.Shadow = true
	c.Hidden = true
	c.ExtendBaseWidget(c)
	return c
}

// Measures of the card, px.
const (
	cardPad  float32 = 12
	cardMost float32 = 320 // at 100 % text
)

// CreateRenderer is part of the widget contract.
func (c *timetableCard) CreateRenderer() fyne.WidgetRenderer {
	words := newCardWords(c)
	return NewDrawing([]fyne.CanvasObject{c.fill, words}, c.need, func(size fyne.Size) {
		place(c.fill, 0, 0, size.Width, size.Height)
		place(words, 0, 0, size.Width, size.Height)
	})
}

// cardWords draws the words of a card.
type cardWords struct {
	fynewidget.BaseWidget
	card *timetableCard
}

func newCardWords(c *timetableCard) *cardWords {
	w := &cardWords{card: c}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is part of the widget contract.
func (w *cardWords) CreateRenderer() fyne.WidgetRenderer {
	return &sketchRenderer{paint: w.card.paint, sketch: &w.card.sketch, on: w}
}

// lines are the card's lines below the title and the time.
func (c *timetableCard) lines() []string {
	all := c.tip.Lines
	if c.tip.Warning != "" {
		all = append(all[:len(all):len(all)], c.tip.Warning)
	}
	return all
}

// need is the size that the words need.
func (c *timetableCard) need() fyne.Size {
	look := style.Of(c)
	size, side := look.Text(style.Caption), look.Icon(style.IconSmall)
	w := measure(c.tip.Title, size, true)
	second := measure(c.tip.When, size, false)
	if c.tip.State != "" {
		second += style.IconGap + side + 6 + measure(c.tip.Standing, size, false)
	}
	w = max(w, second)
	for _, l := range c.lines() {
		w = max(w, measure(l, size, false)+side+6)
	}
	line := c.line(look)
	return fyne.NewSize(min(w, cardMost*look.Scale())+2*cardPad, line*float32(2+len(c.lines()))+2*cardPad-4)
}

func (c *timetableCard) line(look style.Look) float32 { return look.Line(style.Caption) + 4 }

func (c *timetableCard) paint() {
	c.begin()
	if c.Hidden {
		return
	}
	look := style.Of(c)
	width := c.Size().Width - 2*cardPad
	line, side, size := c.line(look), look.Icon(style.IconSmall), look.Text(style.Caption)
	y := cardPad - 2
	c.text(look, Cut(c.tip.Title, width, size, true), style.Caption, style.Ink, true, cardPad, y, line)
	y += line
	x := cardPad + c.text(look, c.tip.When, style.Caption, style.Ink2, false, cardPad, y, line)
	if c.tip.State != "" {
		x += style.IconGap
		c.icon(look, c.tip.State.Drawing(), c.tip.State.Color(), side, x, y+(line-side)/2)
		x += side + 6
		c.text(look, Cut(c.tip.Standing, cardPad+width-x, size, false), style.Caption, c.tip.State.Color(), false, x, y, line)
	}
	for i, l := range c.lines() {
		y += line
		x, ink := cardPad, style.Ink2
		if c.tip.Warning != "" && i == len(c.lines())-1 {
			c.icon(look, Warned.Drawing(), style.Soon, side, x, y+(line-side)/2)
			x, ink = x+side+6, style.Soon
		}
		c.text(look, Cut(l, cardPad+width-x, size, false), style.Caption, ink, false, x, y, line)
	}
	c.settle()
}

// tipNow shows the card of a block, below it or where there is room.
func (t *Timetable) tipNow(p spot) {
	t.hideTip()
	if p.block < 0 || t.Tip == nil || t.held(p) != p {
		return
	}
	t.tipPlace = p
	t.card.tip = t.Tip(p.row, p.block)
	s := t.placeOf(p)
	left := max(s.x, t.namesWidth())
	need, all := t.card.need(), t.Size()
	const gap = 8
	x, y := s.x+s.w+gap, s.y
	if x+need.Width > all.Width-gap { // no room to the right
		x = min(left, all.Width-need.Width-gap)
		y = s.y + s.h + gap
	}
	if y+need.Height > all.Height {
		y = max(s.y-need.Height-gap, 0)
	}
	t.card.Show()
	place(t.card, max(x, gap), y, need.Width, need.Height)
	t.card.Refresh()
}

// hideTip takes away what tipNow showed, or would show.
func (t *Timetable) hideTip() {
	if t.stopTip != nil {
		t.stopTip()
		t.stopTip = nil
	}
	t.tipPlace = nowhere
	if t.card.Visible() {
		t.card.Hide()
	}
}

// Tipped returns what the card beside a block says; false when there is none.
func (t *Timetable) Tipped() (BlockTip, bool) { return t.card.tip, t.card.Visible() }

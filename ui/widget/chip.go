package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
)

// Chip is a small rounded choice, such as a filter with its count. A Chip that is on has an accent
// outline and the selection's fill.
type Chip struct {
	control
	// Menu shows behind the words that a press opens a menu, Figure the count as what matters; call Refresh
	// after a change.
	Menu, Figure bool
	words, count string
	on           bool
}

// NewChip returns a choice that calls back when it is pressed; count may be empty.
func NewChip(words, count string, tapped func()) *Chip {
	c := &Chip{words: words, count: count}
	c.onTapped = tapped
	c.extend(c)
	return c
}

// Set changes the count and whether the chip is on.
func (c *Chip) Set(count string, on bool) {
	if c.count != count || c.on != on {
		c.count, c.on = count, on
		c.Refresh()
	}
}

// SetWords changes the words on the chip.
func (c *Chip) SetWords(words string) {
	if c.words != words {
		c.words = words
		c.Refresh()
	}
}

// On reports whether the chip is on.
func (c *Chip) On() bool { return c.on }

// Count returns the number beside the words, "" for none.
func (c *Chip) Count() string { return c.count }

// Words returns the words on the chip.
func (c *Chip) Words() string { return c.words }

// Measures of a chip, px.
const (
	chipNext  float32 = 6
	chipArrow float32 = 12 // at 100 % text
)

// CreateRenderer is part of the widget contract.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	box, ring := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	words, count := canvas.NewText("", transparent), canvas.NewText("", transparent)
	down := &canvas.Image{FillMode: canvas.ImageFillContain}
	r := &renderer{objects: []fyne.CanvasObject{box, words, count, down, ring}}
	r.min = func() fyne.Size {
		look := style.Of(c)
		w := 24 + measure(c.words, look.Text(style.Body), false)
		if c.count != "" {
			w += chipNext + measure(c.count, look.Text(style.Body), c.Figure)
		}
		if c.Menu {
			w += chipNext + look.Icon(chipArrow)
		}
		return fyne.NewSize(w, look.Height(style.SmallHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(c)
		place(box, 0, 0, size.Width, size.Height)
		radius := size.Height / 2
		box.CornerRadius = radius
		drawFocus(ring, look, size, c.focused, 4, radius+4)
		need := words.MinSize()
		place(words, 12, (size.Height-need.Height)/2, need.Width, need.Height)
		n := count.MinSize()
		place(count, 12+need.Width+chipNext, (size.Height-n.Height)/2, n.Width, n.Height)
		side := look.Icon(chipArrow)
		place(down, size.Width-12-side, middle(size.Height, side), side, side)
		down.Hidden = !c.Menu
	}
	r.refresh = func() {
		look := style.Of(c)
		fill, stroke, ink := style.Surface, style.Line2, style.Ink2
		if c.on {
			fill, stroke, ink = style.Selection, style.Accent, style.Ink
		}
		if c.hovered {
			fill = style.Hover
			if c.on {
				fill = style.SelectionHover
			}
		}
		box.FillColor, box.StrokeColor, box.StrokeWidth = look.Color(fill), look.Color(stroke), 1
		words.Text, words.TextSize, words.Color = c.words, look.Text(style.Body), look.Color(ink)
		count.Text, count.TextSize, count.Color = c.count, look.Text(style.Body), look.Color(style.Ink2)
		if count.TextStyle = (fyne.TextStyle{Bold: c.Figure}); c.Figure {
			count.Color = look.Color(style.Ink)
		}
		if c.Menu {
			drawIcon(down, "down", look.Color(style.Ink2))
		}
		r.layout(c.Size())
		if c.Menu {
			refreshIcon(down)
		}
		canvas.Refresh(c)
	}
	r.refresh()
	return r
}

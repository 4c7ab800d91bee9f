package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
)

// Check is a box to tick with words beside it, which wrap when there is no room. A tap on either,
// a blank and Enter change it.
type Check struct {
	control
	words     *Prose
	on        bool
	onChanged func(bool)
}

// checkPad is the room above and below the words of a Check, px.
const checkPad = style.Unit

// NewCheck returns an empty box; changed is told what the user makes of it.
func NewCheck(words string, changed func(on bool)) *Check {
	c := &Check{words: NewProse(words, style.Body, style.Ink), onChanged: changed}
	c.onTapped = c.toggle
	c.extend(c)
	return c
}

func (c *Check) toggle() {
	c.SetOn(!c.on)
	if c.onChanged != nil {
		c.onChanged(c.on)
	}
}

// SetOn ticks the box or empties it, without calling back.
func (c *Check) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// On reports whether the box is ticked.
func (c *Check) On() bool { return c.on }

// Words returns the words beside the box.
func (c *Check) Words() string { return c.words.Words() }

// AccessibilityLabel names the box to assistive software.
func (c *Check) AccessibilityLabel() string { return c.Words() }

// AccessibilityRole says that this can be pressed; the toolkit has no role for boxes yet.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// left is where the words begin.
func (c *Check) left() float32 { return style.Of(c).Icon(style.IconRow) + style.IconGap }

// HeightFor returns the height that the words need at a width.
func (c *Check) HeightFor(width float32) float32 {
	return c.words.HeightFor(width-c.left()) + 2*checkPad
}

// CreateRenderer is part of the widget contract.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	d := &checkDrawing{c: c, box: canvas.NewRectangle(transparent), ring: canvas.NewRectangle(transparent),
		tick: &canvas.Image{FillMode: canvas.ImageFillContain}}
	d.refresh()
	return &renderer{objects: []fyne.CanvasObject{d.box, d.tick, c.words, d.ring}, min: d.min, layout: d.layout, refresh: d.refresh}
}

type checkDrawing struct {
	c         *Check
	box, ring *canvas.Rectangle
	tick      *canvas.Image
}

func (d *checkDrawing) min() fyne.Size {
	look := style.Of(d.c)
	w := d.c.left() + measure(d.c.Words(), look.Text(style.Body), false) + 1
	return fyne.NewSize(w, d.c.HeightFor(w))
}

func (d *checkDrawing) layout(size fyne.Size) {
	look := style.Of(d.c)
	side := look.Icon(style.IconRow)
	y := checkPad + middle(look.Line(style.Body), side) // beside the first line
	place(d.box, 0, y, side, side)
	place(d.tick, 1, y+1, side-2, side-2)
	drawFocus(d.ring, look, fyne.NewSquareSize(side), d.c.focused, 4, style.RadiusBox+4)
	d.ring.Move(d.ring.Position().AddXY(0, y))
	place(d.c.words, d.c.left(), checkPad, size.Width-d.c.left(), size.Height-2*checkPad)
}

func (d *checkDrawing) refresh() {
	look := style.Of(d.c)
	fill, stroke, ink := d.colours()
	d.box.FillColor, d.box.StrokeColor, d.box.StrokeWidth, d.box.CornerRadius = look.Color(fill), paint(look, stroke), 0, style.RadiusBox
	if stroke != "" {
		d.box.StrokeWidth = 1
	}
	name := ""
	if d.c.on {
		name = "check"
	}
	drawIcon(d.tick, name, look.Color(style.OnAccent))
	d.c.words.Color = ink
	d.layout(d.c.Size())
	for _, o := range []fyne.CanvasObject{d.box, d.tick, d.c.words, d.ring} {
		o.Refresh()
	}
}

// colours returns fill, outline ("" is none) and words.
func (d *checkDrawing) colours() (fill, stroke, ink style.Name) {
	switch c := d.c; {
	case c.disabled && c.on:
		return style.DisabledText, "", style.DisabledText
	case c.disabled:
		return style.DisabledFill, style.Line2, style.DisabledText
	case c.on && c.pressed:
		return style.AccentPressed, "", style.Ink
	case c.on && c.hovered:
		return style.AccentHover, "", style.Ink
	case c.on:
		return style.Accent, "", style.Ink
	case c.pressed, c.hovered:
		return style.Hover, style.Control, style.Ink
	}
	return style.Surface, style.Control, style.Ink
}

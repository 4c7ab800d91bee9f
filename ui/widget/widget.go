// Package widget holds Foyer's own widgets. They draw and call back; they know no page, no port
// and no sentence: every word on them is handed in.
package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// control is what everything that can be pressed has in common: hover, focus, press, disable.
// It is embedded, and told by extend which widget embeds it.
type control struct {
	fynewidget.BaseWidget
	hovered, focused, pressed, disabled bool
	onTapped                            func()
	onHover                             func(over bool)
	onFocus                             func(on bool)
	tip                                 string
	outer                               fyne.Widget
	onKey                               func(*fyne.KeyEvent) bool
	turns                               *container.Scroll // by page keys, where the control is not in it
}

// extend makes w the widget that this control is a part of.
func (c *control) extend(w fyne.Widget) {
	c.outer = w
	c.ExtendBaseWidget(w)
}

var (
	_ fyne.Tappable     = (*control)(nil)
	_ fyne.Focusable    = (*control)(nil)
	_ fyne.Disableable  = (*control)(nil)
	_ desktop.Hoverable = (*control)(nil)
	_ desktop.Mouseable = (*control)(nil)
)

// Tapped presses the control.
func (c *control) Tapped(*fyne.PointEvent) { c.press() }

func (c *control) press() {
	if c.disabled || c.onTapped == nil {
		return
	}
	hideTip(c.outer)
	c.onTapped()
}

// MouseDown shows the pressed state.
func (c *control) MouseDown(*desktop.MouseEvent) {
	c.pressed = !c.disabled
	c.Refresh()
}

// MouseUp ends the pressed state.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.Refresh()
}

// MouseIn begins hover.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	showTip(c.outer, c.tip)
	if c.onHover != nil {
		c.onHover(true)
	}
}

// MouseMoved is part of being hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hover.
func (c *control) MouseOut() {
	c.hovered, c.pressed = false, false
	c.Refresh()
	hideTip(c.outer)
	if c.onHover != nil {
		c.onHover(false)
	}
}

// FocusGained shows the focus ring, and the tip where there is one.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	Follow(c.outer)
	showTip(c.outer, c.tip)
	c.tellFocus()
}

// FocusLost hides the focus ring.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
	hideTip(c.outer)
	c.tellFocus()
}

// OnFocused sets what is told when focus comes and goes.
func (c *control) OnFocused(f func(on bool)) { c.onFocus = f }

// OnKey sets what is asked first about keys; it reports whether it used one.
func (c *control) OnKey(f func(*fyne.KeyEvent) bool) { c.onKey = f }

func (c *control) tellFocus() {
	if c.onFocus != nil {
		c.onFocus(c.focused)
	}
}

// TypedRune presses the control on a blank.
func (c *control) TypedRune(r rune) {
	if r == ' ' {
		c.press()
	}
}

// TypedKey presses the control on Enter.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if PassKey(c.outer, e) {
		return
	}
	if c.onKey != nil && c.onKey(e) {
		return
	}
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		c.press()
		return
	}
	LeaveKey(c.outer, e)
}

func (c *control) turning() *container.Scroll { return c.turns }

// Disable makes the control deaf and pale.
func (c *control) Disable() { c.setDisabled(true) }

// Enable undoes Disable.
func (c *control) Enable() { c.setDisabled(false) }

// Disabled reports whether the control is deaf.
func (c *control) Disabled() bool { return c.disabled }

func (c *control) setDisabled(d bool) {
	if c.disabled != d {
		c.disabled = d
		c.Refresh()
	}
}

// SetTip sets the words that appear beside the control on hover and focus.
func (c *control) SetTip(words string) { c.tip = words }

// drawFocus draws the focus line of a control around (or, inset > 0, inside) its bounds.
func drawFocus(ring *canvas.Rectangle, look style.Look, size fyne.Size, focused bool, outside, radius float32) {
	ring.FillColor = color.Transparent
	ring.StrokeColor = look.Color(style.Accent)
	ring.StrokeWidth = style.FocusWidth
	ring.CornerRadius = radius
	ring.Move(fyne.NewPos(-outside, -outside))
	ring.Resize(fyne.NewSize(size.Width+2*outside, size.Height+2*outside))
	ring.Hidden = !focused
}

// renderer is a widget renderer made of functions.
type renderer struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	refresh func()
	destroy func()
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return r.min() }
func (r *renderer) Layout(s fyne.Size)           { r.layout(s) }
func (r *renderer) Refresh() {
	r.refresh()
}

func (r *renderer) Destroy() {
	if r.destroy != nil {
		r.destroy()
	}
}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// middle returns where something h high begins so that it stands in the middle of within.
func middle(within, h float32) float32 { return float32(int((within - h) / 2)) }

func measure(s string, size float32, bold bool) float32 {
	return fyne.MeasureText(s, size, fyne.TextStyle{Bold: bold}).Width
}

var transparent = color.Transparent

package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

// Part is an object in a Column with the space above it.
type Part struct {
	Above  float32
	Object fyne.CanvasObject
	Left   bool // as wide as it needs to be, not as the column
}

// Column stacks objects with a space of its own above each one, and asks wrapped words for the
// height that they need at the width the column has.
type Column struct {
	fynewidget.BaseWidget
	Padding float32
	parts   []Part
	width   float32
}

// NewColumn returns a column of parts.
func NewColumn(padding float32, parts ...Part) *Column {
	c := &Column{Padding: padding, parts: parts}
	c.ExtendBaseWidget(c)
	return c
}

// Set replaces the parts.
func (c *Column) Set(parts ...Part) {
	c.parts = parts
	c.Refresh()
}

// heighted is what knows its height only at a width.
type heighted interface{ HeightFor(width float32) float32 }

func heightAt(o fyne.CanvasObject, width float32) float32 {
	if h, ok := o.(heighted); ok {
		return h.HeightFor(width)
	}
	return o.MinSize().Height
}

// HeightFor returns the column's height at a width.
func (c *Column) HeightFor(width float32) float32 {
	y := c.Padding
	first := true
	for _, p := range c.parts {
		if !p.Object.Visible() {
			continue
		}
		if !first {
			y += p.Above
		}
		first = false
		y += heightAt(p.Object, width-2*c.Padding)
	}
	return y + c.Padding
}

// CreateRenderer is part of the widget contract.
func (c *Column) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size {
		// A column takes any width it is given: what is in it wraps or is shortened.
		return fyne.NewSize(2*c.Padding+1, c.HeightFor(max(c.width, 2*c.Padding+1)))
	}
	r.layout = func(size fyne.Size) {
		c.width = size.Width
		y, first := c.Padding, true
		for _, p := range c.parts {
			if !p.Object.Visible() {
				continue
			}
			if !first {
				y += p.Above
			}
			first = false
			w := size.Width - 2*c.Padding
			if p.Left {
				w = min(w, p.Object.MinSize().Width)
			}
			h := heightAt(p.Object, w)
			place(p.Object, c.Padding, y, w, h)
			y += h
		}
	}
	r.refresh = func() {
		r.objects = r.objects[:0]
		for _, p := range c.parts {
			r.objects = append(r.objects, p.Object)
		}
		r.layout(c.Size())
		refreshVisible(r.objects)
	}
	for _, p := range c.parts {
		r.objects = append(r.objects, p.Object)
	}
	return r
}

// Line puts objects beside each other, each as wide as it needs to be but for the one that
// stretches; all stand in the middle of the line's height.
type Line struct {
	fynewidget.BaseWidget
	Gap     float32
	Stretch int // which object takes the rest of the width, -1 for none
	objects []fyne.CanvasObject
}

// NewLine returns objects beside each other.
func NewLine(gap float32, stretch int, objects ...fyne.CanvasObject) *Line {
	l := &Line{Gap: gap, Stretch: stretch, objects: objects}
	l.ExtendBaseWidget(l)
	return l
}

// Set replaces the objects.
func (l *Line) Set(stretch int, objects ...fyne.CanvasObject) {
	l.Stretch, l.objects = stretch, objects
	l.Refresh()
}

// HeightFor returns the height that the line needs at a width.
func (l *Line) HeightFor(width float32) float32 {
	fixed := l.fixed()
	h := float32(0)
	for i, o := range l.objects {
		if !o.Visible() {
			continue
		}
		if i == l.Stretch {
			h = max(h, heightAt(o, width-fixed))
		} else {
			h = max(h, o.MinSize().Height)
		}
	}
	return h
}

// fixed is the width of all that does not stretch, with the gaps.
func (l *Line) fixed() float32 {
	w, n := float32(0), 0
	for i, o := range l.objects {
		if !o.Visible() {
			continue
		}
		n++
		if i != l.Stretch {
			w += o.MinSize().Width
		}
	}
	return w + l.Gap*float32(max(n-1, 0))
}

// CreateRenderer is part of the widget contract.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: l.objects}
	r.min = func() fyne.Size {
		w := l.fixed()
		if l.Stretch >= 0 && l.Stretch < len(l.objects) {
			w += l.objects[l.Stretch].MinSize().Width
		}
		return fyne.NewSize(w, l.HeightFor(l.Size().Width))
	}
	r.layout = func(size fyne.Size) {
		x, fixed := float32(0), l.fixed()
		for i, o := range l.objects {
			if !o.Visible() {
				continue
			}
			w := o.MinSize().Width
			if i == l.Stretch {
				w = max(size.Width-fixed, 0)
			}
			h := heightAt(o, w)
			if i == l.Stretch && h == 0 {
				h = size.Height
			}
			place(o, x, middle(size.Height, h), w, h)
			x += w + l.Gap
		}
	}
	r.refresh = func() {
		r.objects = l.objects
		r.layout(l.Size())
		refreshVisible(l.objects)
	}
	return r
}

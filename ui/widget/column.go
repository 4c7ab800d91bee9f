package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
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
// stretches; all stand in the middle of the line's height. What has no room goes into another line below.
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
	h := float32(0)
	for i, row := range l.rows(width) {
		if i > 0 {
			h += l.below()
		}
		h += l.rowHeight(row, width)
	}
	return h
}

// rows shares the objects in sight among rows, by their numbers. Before a width is known there is one.
func (l *Line) rows(width float32) [][]int {
	var rows [][]int
	taken := float32(0)
	for i, o := range l.objects {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		if n := len(rows); n > 0 && (width <= 1 || taken+l.Gap+w <= width+0.5) {
			rows[n-1] = append(rows[n-1], i)
			taken += l.Gap + w
			continue
		}
		rows = append(rows, []int{i})
		taken = w
	}
	return rows
}

// below is the space between rows.
func (l *Line) below() float32 { return min(l.Gap, style.IconGap) }

// rowHeight is how high a row is.
func (l *Line) rowHeight(row []int, width float32) float32 {
	h, fixed := float32(0), l.fixed(row)
	for _, i := range row {
		if i == l.Stretch {
			h = max(h, heightAt(l.objects[i], width-fixed))
		} else {
			h = max(h, l.objects[i].MinSize().Height)
		}
	}
	return h
}

// fixed is the width of all in a row that does not stretch, with the gaps.
func (l *Line) fixed(row []int) float32 {
	w := l.Gap * float32(max(len(row)-1, 0))
	for _, i := range row {
		if i != l.Stretch {
			w += l.objects[i].MinSize().Width
		}
	}
	return w
}

// CreateRenderer is part of the widget contract.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: l.objects}
	r.min = func() fyne.Size {
		w := float32(0)
		for _, row := range l.rows(0) {
			w = l.fixed(row)
		}
		if l.Stretch >= 0 && l.Stretch < len(l.objects) {
			w += l.objects[l.Stretch].MinSize().Width
		}
		return fyne.NewSize(w, l.HeightFor(l.Size().Width))
	}
	r.layout = l.layout
	r.refresh = func() {
		r.objects = l.objects
		r.layout(l.Size())
		refreshVisible(l.objects)
	}
	return r
}

func (l *Line) layout(size fyne.Size) {
	rows := l.rows(size.Width)
	if len(rows) == 1 {
		l.layoutRow(rows[0], 0, size)
		return
	}
	y := float32(0)
	for _, row := range rows {
		h := l.rowHeight(row, size.Width)
		l.layoutRow(row, y, fyne.NewSize(size.Width, h))
		y += h + l.below()
	}
}

// layoutRow places a row. Where the first object of the line pushes the others to its end, they stand at the
// end of each row.
func (l *Line) layoutRow(row []int, y float32, size fyne.Size) {
	x, fixed := float32(0), l.fixed(row)
	if l.Stretch == 0 && row[0] != 0 {
		x = max(size.Width-fixed, 0)
	}
	for _, i := range row {
		o := l.objects[i]
		w := o.MinSize().Width
		if i == l.Stretch {
			w = max(size.Width-fixed, 0)
		}
		h := heightAt(o, w)
		if i == l.Stretch && h == 0 {
			h = size.Height
		}
		place(o, x, y+middle(size.Height, h), w, h)
		x += w + l.Gap
	}
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Measures of a ChipsEntry, px.
const (
	chipsPad      float32 = 7 // with the frame's line
	chipsGap      float32 = 6
	chipsFieldGap float32 = 10  // from the last chip to the words in the field
	chipsField    float32 = 120 // the least room for typing, at 100 % text
	chipsRows             = 5   // rows before the field scrolls
)

// flowPlace is where a chip stands in the flow, or the field behind the last one.
type flowPlace struct{ x, y, w, h float32 }

// flowed places chips and field at a width, in as many rows as it takes.
func (c *ChipsEntry) flowed(look style.Look, width float32) (chips []flowPlace, field flowPlace, rows int) {
	row := look.Height(style.SmallHeight)
	inner := max(width-2*chipsPad, row)
	x, y := float32(0), float32(0)
	rows = 1
	next := func(w float32) {
		if x > 0 && x+w > inner {
			x, y = 0, y+row+chipsGap
			rows++
		}
	}
	for _, chip := range c.chips {
		w := min(chip.width(look), inner)
		next(w)
		chips = append(chips, flowPlace{chipsPad + x, chipsPad + y, w, row})
		x += w + chipsGap
	}
	size := look.Text(style.Body)
	need := max(chipsField*look.Scale(), measure(c.placeholder, size, false), measure(c.Text(), size, false)) + chipsFieldGap
	next(min(need, inner))
	if x > 0 {
		x += chipsFieldGap - chipsGap
	} else {
		x = entryPad - chipsPad // where the words of other fields begin
	}
	return chips, flowPlace{chipsPad + x, chipsPad + y, inner - x + chipsPad - entryPad, row}, rows
}

// HeightFor returns the height that chips and field need at a width, at most that of MaxRows.
func (c *ChipsEntry) HeightFor(width float32) float32 {
	look := style.Of(c)
	_, _, rows := c.flowed(look, width)
	limit := c.MaxRows
	if limit == 0 {
		limit = chipsRows
	}
	return c.rowsHeight(look, min(rows, limit))
}

func (c *ChipsEntry) rowsHeight(look style.Look, rows int) float32 {
	return float32(rows)*(look.Height(style.SmallHeight)+chipsGap) - chipsGap + 2*chipsPad
}

// arrange draws anew and tells when the height has changed.
func (c *ChipsEntry) arrange() {
	c.Refresh()
	if h := c.HeightFor(c.Size().Width); c.height != h && c.Size().Width > 0 {
		c.height = h
		if c.onResized != nil {
			c.onResized()
		}
	}
	c.reveal()
}

// reveal scrolls to the chosen chip, or to the field.
func (c *ChipsEntry) reveal() {
	chips, at, _ := c.flowed(style.Of(c), c.Size().Width)
	if c.chosen >= 0 && c.chosen < len(chips) {
		at = chips[c.chosen]
	}
	view := c.scroll.Size().Height
	switch offset := c.scroll.Offset.Y; {
	case view <= 0:
	case at.y-chipsPad < offset:
		c.scroll.ScrollToOffset(fyne.NewPos(0, at.y-chipsPad))
	case at.y+at.h+chipsPad > offset+view:
		c.scroll.ScrollToOffset(fyne.NewPos(0, at.y+at.h+chipsPad-view))
	}
}

// CreateRenderer is part of the widget contract.
func (c *ChipsEntry) CreateRenderer() fyne.WidgetRenderer {
	// The frame's line stands above the chips, which scroll below it.
	ground, frame := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	r := &renderer{objects: []fyne.CanvasObject{ground, c.scroll, frame}}
	r.min = func() fyne.Size {
		look := style.Of(c)
		return fyne.NewSize(8*look.Text(style.Body), c.HeightFor(max(c.Size().Width, 8*look.Text(style.Body))))
	}
	r.layout = func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		place(frame, 0, 0, size.Width, size.Height)
		place(c.scroll, 0, 0, size.Width, size.Height)
		c.flow.Refresh()
		c.scroll.Refresh()
	}
	r.refresh = func() {
		drawFrame(frame, style.Of(c), c.field.invalid, c.field.Focused() && c.chosen < 0)
		ground.FillColor, ground.CornerRadius, frame.FillColor = frame.FillColor, frame.CornerRadius, transparent
		r.layout(c.Size())
		ground.Refresh()
		frame.Refresh()
	}
	r.refresh()
	return r
}

// chipFlow holds the chips and the field behind them; a tap beside them goes to the field.
type chipFlow struct {
	fynewidget.BaseWidget
	entry *ChipsEntry
	views []*chipView
	shown []fyne.CanvasObject
}

func newChipFlow(c *ChipsEntry) *chipFlow {
	f := &chipFlow{entry: c, shown: []fyne.CanvasObject{c.field}}
	f.ExtendBaseWidget(f)
	return f
}

// Tapped puts the focus into the field.
func (f *chipFlow) Tapped(*fyne.PointEvent) {
	f.entry.Choose(-1)
	f.entry.focus()
}

// CreateRenderer is part of the widget contract.
func (f *chipFlow) CreateRenderer() fyne.WidgetRenderer { return &chipFlowRenderer{f} }

type chipFlowRenderer struct{ f *chipFlow }

func (r *chipFlowRenderer) Objects() []fyne.CanvasObject { return r.f.shown }
func (r *chipFlowRenderer) Destroy()                     {}
func (r *chipFlowRenderer) Layout(size fyne.Size)        { r.f.bind(size.Width) }

func (r *chipFlowRenderer) Refresh() {
	r.f.bind(r.f.Size().Width)
	canvas.Refresh(r.f)
}

func (r *chipFlowRenderer) MinSize() fyne.Size {
	c := r.f.entry
	look := style.Of(c)
	_, _, rows := c.flowed(look, c.Size().Width)
	return fyne.NewSize(2*chipsPad+look.Height(style.SmallHeight), c.rowsHeight(look, rows))
}

// bind gives each chip a view and puts the field behind the last one.
func (f *chipFlow) bind(width float32) {
	c := f.entry
	look := style.Of(c)
	chips, field, _ := c.flowed(look, width)
	f.shown = f.shown[:0]
	for i, at := range chips {
		if i == len(f.views) {
			f.views = append(f.views, newChipView(c))
		}
		v := f.views[i]
		place(v, at.x, at.y, at.w, at.h)
		v.bind(i, c.chips[i])
		f.shown = append(f.shown, v)
	}
	c.field.SetPlaceholder(Cut(c.placeholder, field.w, look.Text(style.Body), false))
	h := c.field.MinSize().Height
	place(c.field, field.x-entryPad, field.y+(field.h-h)/2, field.w+2*entryPad, h)
	f.shown = append(f.shown, c.field)
}

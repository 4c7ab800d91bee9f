package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Measures inside a chip of a ChipsEntry, px.
const (
	chipLeft  float32 = 8
	chipGap   float32 = 6
	chipCross float32 = 12 // the cross, at 100 % text
	chipRight float32 = 6
)

// width is what the whole chip takes, px.
func (e EntryChip) width(look style.Look) float32 {
	return e.fixed(look) + measure(e.Words, look.Text(style.Body), false) + 1
}

// fixed is the width of all but the words.
func (e EntryChip) fixed(look style.Look) float32 {
	w := chipLeft + chipGap + look.Icon(chipCross) + chipRight
	if icon, _, _, _ := e.look(); icon != "" {
		w += look.Icon(style.IconSmall) + chipGap
	}
	return w
}

// look returns icon, its colour, fill and outline.
func (e EntryChip) look() (icon string, ink, fill, outline style.Name) {
	switch e.Tone {
	case Caution:
		return "warn", style.Soon, style.SoonTint, style.Soon
	case Trouble:
		return MessageFailed.Drawing(), style.InUse, style.InUseTint, style.InUse
	}
	return e.Icon, style.Ink2, style.Chrome, style.Line2
}

// chipView draws an EntryChip. It is no tab stop: the field is.
type chipView struct {
	fynewidget.BaseWidget
	entry   *ChipsEntry
	index   int
	chip    EntryChip
	hovered bool
	words   *Text
	cross   *chipCrossView
}

func newChipView(c *ChipsEntry) *chipView {
	v := &chipView{entry: c, words: NewText("", style.Body, style.Ink)}
	v.words.Elide = true
	v.cross = newChipCross(v)
	v.ExtendBaseWidget(v)
	return v
}

var (
	_ fyne.Tappable     = (*chipView)(nil)
	_ desktop.Hoverable = (*chipView)(nil)
)

func (v *chipView) bind(index int, chip EntryChip) {
	v.index, v.chip = index, chip
	v.words.words = chip.Words
	v.Refresh()
}

// Tapped chooses the chip.
func (v *chipView) Tapped(*fyne.PointEvent) {
	v.entry.focus()
	v.entry.Choose(v.index)
}

// DoubleTapped activates the chip, as Enter does.
func (v *chipView) DoubleTapped(e *fyne.PointEvent) {
	v.Tapped(e)
	if v.entry.OnActivated != nil {
		v.entry.OnActivated(v.index)
	}
}

// MouseIn begins hover and says what does not fit on the chip.
func (v *chipView) MouseIn(*desktop.MouseEvent) {
	v.hovered = true
	v.Refresh()
	tip := v.chip.Tip
	if v.words.Shown() != v.chip.Words {
		tip = v.chip.Words
		if v.chip.Tip != "" {
			tip += "\n" + v.chip.Tip
		}
	}
	showTip(v, tip)
}

// MouseMoved is part of being hoverable.
func (v *chipView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hover.
func (v *chipView) MouseOut() {
	v.hovered = false
	v.Refresh()
	hideTip(v)
}

// CreateRenderer is part of the widget contract.
func (v *chipView) CreateRenderer() fyne.WidgetRenderer {
	box, ring, icon := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent), NewIcon("", style.IconSmall, style.Ink2)
	r := &renderer{objects: []fyne.CanvasObject{box, icon, v.words, v.cross, ring}}
	r.min = func() fyne.Size {
		look := style.Of(v)
		return fyne.NewSize(v.chip.fixed(look), look.Height(style.SmallHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(v)
		place(box, 0, 0, size.Width, size.Height)
		drawFocus(ring, look, size, v.index == v.entry.chosen && v.entry.Focused(), 0, style.RadiusButton)
		x, line := chipLeft, look.Line(style.Body)
		if icon.Name != "" {
			side := look.Icon(style.IconSmall)
			place(icon, x, middle(size.Height, side), side, side)
			x += side + chipGap
		}
		right := size.Width - chipRight - look.Icon(chipCross)
		place(v.words, x, middle(size.Height, line), max(right-chipGap-x, 0), line)
		// The cross can be hit on the whole end of the chip, not only on its lines.
		place(v.cross, right-chipGap/2, 0, size.Width-right+chipGap/2, size.Height)
	}
	r.refresh = func() {
		look := style.Of(v)
		name, ink, fill, outline := v.chip.look()
		if v.chip.Tone != Caution && v.chip.Tone != Trouble {
			switch {
			case v.index == v.entry.chosen && v.entry.Focused():
				fill = style.Selection
			case v.hovered:
				fill = style.Hover
			}
		}
		icon.Name, icon.Color = name, ink
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Color(fill), look.Color(outline), 1, style.RadiusButton
		r.layout(v.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

// chipCrossView removes its chip.
type chipCrossView struct {
	fynewidget.BaseWidget
	view    *chipView
	hovered bool
}

func newChipCross(v *chipView) *chipCrossView {
	c := &chipCrossView{view: v}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped asks for the chip to go; the focus goes to the field.
func (c *chipCrossView) Tapped(*fyne.PointEvent) {
	c.view.entry.focus()
	c.view.entry.remove(c.view.index, -1)
}

// MouseIn begins hover.
func (c *chipCrossView) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	showTip(c, c.view.entry.removeTip)
}

// MouseMoved is part of being hoverable.
func (c *chipCrossView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hover.
func (c *chipCrossView) MouseOut() {
	c.hovered = false
	c.Refresh()
	hideTip(c)
}

// CreateRenderer is part of the widget contract.
func (c *chipCrossView) CreateRenderer() fyne.WidgetRenderer {
	icon := NewIcon("x", chipCross, style.Ink2)
	r := &renderer{objects: []fyne.CanvasObject{icon}}
	r.min = func() fyne.Size { return icon.MinSize() }
	r.layout = func(size fyne.Size) {
		side := icon.MinSize().Width
		place(icon, chipGap/2, middle(size.Height, side), side, side)
	}
	r.refresh = func() {
		icon.Color = style.Ink2
		if c.hovered {
			icon.Color = style.Ink
		}
		r.layout(c.Size())
		icon.Refresh()
	}
	return r
}

package settings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// Widths below which a row leaves out its trailing and second words, px at 100 % text, and where
// the second words begin.
const (
	choiceDropsSecond   float32 = 480
	choiceDropsTrailing float32 = 300
	choiceSplit                 = 0.34
)

// choiceRow draws a choice. It takes no focus and no taps: the list does.
type choiceRow struct {
	fynewidget.BaseWidget
	fill                    *widget.Fill
	ring                    *canvas.Rectangle
	tick                    *widget.Icon
	title, second, trailing *widget.Text
	focused                 bool
}

func newChoiceRow() *choiceRow {
	r := &choiceRow{fill: widget.NewFill("", "", style.RadiusButton), ring: canvas.NewRectangle(color.Transparent), tick: widget.NewIcon("check", style.IconRow, style.Accent),
		title: widget.NewText("", style.Body, style.Ink), second: widget.NewText("", style.Body, style.Ink2), trailing: widget.NewText("", style.Caption, style.Ink2)}
	r.title.Elide, r.second.Elide = true, true
	r.ExtendBaseWidget(r)
	return r
}

func (r *choiceRow) bind(c choice, selected, over, focused bool) {
	r.title.SetText(c.title)
	r.second.SetText(c.second)
	r.trailing.SetText(c.trailing)
	r.tick.Hidden = !c.on
	r.title.Bold = selected
	r.focused = focused
	switch {
	case selected && over:
		r.fill.Color = style.SelectionHover
	case selected:
		r.fill.Color = style.Selection
	case over:
		r.fill.Color = style.Hover
	default:
		r.fill.Color = ""
	}
	r.Refresh()
}

// CreateRenderer is part of the widget contract.
func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{r.fill, r.tick, r.title, r.second, r.trailing, r.ring},
		func() fyne.Size { return fyne.NewSize(160, style.Of(r).Height(style.RowHeight)) }, r.layout)
}

func (r *choiceRow) layout(size fyne.Size) {
	look := style.Of(r)
	widget.Place(r.fill, 0, 0, size.Width, size.Height)
	r.ring.StrokeColor, r.ring.StrokeWidth = look.Color(style.Accent), style.FocusWidth
	r.ring.CornerRadius, r.ring.Hidden = style.RadiusButton, !r.focused
	widget.Place(r.ring, 1, 1, size.Width-2, size.Height-2)
	side, line := look.Icon(style.IconRow), look.Line(style.Body)
	y := (size.Height - line) / 2
	x, right := style.FieldGap, size.Width-style.FieldGap
	widget.Place(r.tick, x, (size.Height-side)/2, side, side)
	x += side + style.IconGap
	r.trailing.Hidden = size.Width < choiceDropsTrailing*look.Scale()
	if w := r.trailing.MinSize().Width; !r.trailing.Hidden && w > 0 {
		widget.Place(r.trailing, right-w, y, w, line)
		right -= w + style.GroupGap
	}
	r.second.Hidden = size.Width < choiceDropsSecond*look.Scale()
	if r.second.Hidden {
		widget.Place(r.title, x, y, max(right-x, 0), line)
		return
	}
	split := float32(int(size.Width * choiceSplit))
	widget.Place(r.title, x, y, split-style.GroupGap-x, line)
	widget.Place(r.second, split, y, max(right-split, 0), line)
}

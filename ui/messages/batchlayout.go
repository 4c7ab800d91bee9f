package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (b *batchTab) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{b.start, b.scroll}, func() fyne.Size { return fyne.NewSize(200, 120) }, func(size fyne.Size) {
		widget.Place(b.start, 0, 0, size.Width, size.Height)
		b.body.width = size.Width
		widget.Place(b.scroll, 0, 0, size.Width, size.Height)
		b.scroll.Refresh()
	})
}

// batchBody is card, filters and table below each other. Where there is no height for a few rows it is
// higher than its tab, which then scrolls.
type batchBody struct {
	fynewidget.BaseWidget
	tab   *batchTab
	width float32
}

// batchRows is how many rows of the table are in sight at least.
const batchRows = 3

// above is the height of all above the table.
func (o *batchBody) above(width float32) (card, chips, gap float32) {
	gap = style.PageMargin
	if style.Of(o).Scale() > 1.3 {
		gap = style.FieldGap
	}
	inner := width - 2*style.PageMargin
	return o.tab.card.HeightFor(inner), o.tab.chips.HeightFor(inner), gap
}

// CreateRenderer is part of the widget contract.
func (o *batchBody) CreateRenderer() fyne.WidgetRenderer {
	b := o.tab
	least := func() fyne.Size {
		card, chips, gap := o.above(o.width)
		look, h := style.Of(o), gap+card
		if b.ledger.Visible() {
			h += gap - 2 + chips + style.IconGap + look.Height(style.TableHeadHeight) + batchRows*look.Height(style.RowHeight)
		}
		return fyne.NewSize(1, h)
	}
	return widget.NewDrawing([]fyne.CanvasObject{b.card, b.chips, b.ledger}, least, func(size fyne.Size) {
		card, chips, y := o.above(size.Width)
		inner, gap := size.Width-2*style.PageMargin, y
		widget.Place(b.card, style.PageMargin, y, inner, card)
		y += card + gap - 2
		widget.Place(b.chips, style.PageMargin, y, inner, chips)
		y += chips + style.IconGap
		widget.Place(b.ledger, 0, y, size.Width, max(size.Height-y, 0))
	})
}

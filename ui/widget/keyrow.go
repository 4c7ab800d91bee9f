package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// keyRowCap is the width of the column with the key caps, px at 100 % text.
const keyRowCap float32 = 132

// KeyRow is a key cap and what the key does.
type KeyRow struct {
	fynewidget.BaseWidget
	cap  *KeyCap
	does *Prose
}

// NewKeyRow returns the row of a key such as "Ctrl+K".
func NewKeyRow(key, does string) *KeyRow {
	r := &KeyRow{cap: NewKeyCap(key), does: NewProse(does, style.Body, style.Ink)}
	r.ExtendBaseWidget(r)
	return r
}

// arrange returns where the words begin, and their width. Where there is little room they stand below
// the cap.
func (r *KeyRow) arrange(width float32) (x, y, w float32) {
	scale := style.Of(r).Scale()
	x = max(keyRowCap*scale, r.cap.MinSize().Width+style.FieldGap)
	if width < x+160*scale {
		return 0, r.cap.MinSize().Height + style.Unit, width
	}
	return x, 0, width - x
}

// HeightFor returns the height that the row needs at a width.
func (r *KeyRow) HeightFor(width float32) float32 {
	_, y, w := r.arrange(width)
	return max(y+r.does.HeightFor(w), r.cap.MinSize().Height)
}

// CreateRenderer is part of the widget contract.
func (r *KeyRow) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{r.cap, r.does}, func() fyne.Size { return fyne.NewSize(160, r.HeightFor(max(r.Size().Width, 160))) }, func(size fyne.Size) {
		x, y, w := r.arrange(size.Width)
		need := r.cap.MinSize()
		place(r.cap, 0, (style.Of(r).Line(style.Body)-need.Height)/2, need.Width, need.Height)
		place(r.does, x, y, w, r.does.HeightFor(w))
	})
}

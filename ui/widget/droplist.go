package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// DropList is the list that drops down below a field while somebody types. It takes no focus: the field
// hands its keys over.
type DropList struct {
	fynewidget.BaseWidget
	card    *Fill
	rows    []*ResultRow
	current int
	take    func(row int)
}

// dropPad is the room between the card's edge and the rows, px.
const dropPad float32 = 4

// NewDropList returns a hidden list.
func NewDropList() *DropList {
	d := &DropList{card: NewFill(style.Surface, style.Line2, style.RadiusCard)}
	d.card.Shadow = true
	d.Hidden = true
	d.ExtendBaseWidget(d)
	return d
}

// DropRow is a row of a DropList.
type DropRow struct{ Icon, Title, Second string }

// Open drops the list down; without rows it goes away. The letters of query are bold. take is told
// which row was taken.
func (d *DropList) Open(rows []DropRow, query string, take func(row int)) {
	d.rows, d.current, d.take = nil, 0, take
	for i, r := range rows {
		row := NewResultRow(r.Icon, r.Title, r.Second, "", "", query, func() { d.choose(i) })
		row.SetOn(i == 0)
		d.rows = append(d.rows, row)
	}
	d.Hidden = len(rows) == 0
	d.Refresh()
}

// Rows returns how many rows there are.
func (d *DropList) Rows() int { return len(d.rows) }

// Over reports whether the pointer is above a row.
func (d *DropList) Over() bool {
	for _, r := range d.rows {
		if r.hovered && d.Visible() {
			return true
		}
	}
	return false
}

func (d *DropList) choose(i int) {
	take := d.take
	d.Hide()
	if take != nil && i < len(d.rows) {
		take(i)
	}
}

// Typed sees the keys of the field first; it returns true for those that it uses.
func (d *DropList) Typed(k *fyne.KeyEvent) bool {
	if d.Hidden || len(d.rows) == 0 {
		return false
	}
	switch k.Name {
	case fyne.KeyUp:
		d.mark(max(d.current-1, 0))
	case fyne.KeyDown:
		d.mark(min(d.current+1, len(d.rows)-1))
	case fyne.KeyReturn, fyne.KeyEnter:
		d.choose(d.current)
	case fyne.KeyEscape:
		d.Hide()
	default:
		return false
	}
	return true
}

func (d *DropList) mark(i int) {
	d.rows[d.current].SetOn(false)
	d.current = i
	d.rows[i].SetOn(true)
}

// HeightFor returns the height of all rows.
func (d *DropList) HeightFor(float32) float32 {
	return float32(len(d.rows))*style.Of(d).Height(style.RowHeight) + 2*dropPad
}

// CreateRenderer is part of the widget contract.
func (d *DropList) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: []fyne.CanvasObject{d.card}}
	r.min = func() fyne.Size { return fyne.NewSize(160, d.HeightFor(0)) }
	r.layout = func(size fyne.Size) {
		place(d.card, 0, 0, size.Width, size.Height)
		h := style.Of(d).Height(style.RowHeight)
		for i, row := range d.rows {
			place(row, dropPad, dropPad+float32(i)*h, size.Width-2*dropPad, h)
		}
	}
	r.refresh = func() {
		r.objects = []fyne.CanvasObject{d.card}
		for _, row := range d.rows {
			r.objects = append(r.objects, row)
		}
		r.layout(d.Size())
		refreshVisible(r.objects)
	}
	r.refresh()
	return r
}

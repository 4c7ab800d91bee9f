package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"
)

// sheetStack is as high as all rows of a SheetTable and holds views for those in sight, and the cell
// that is being edited above them.
type sheetStack struct {
	fynewidget.BaseWidget
	table *SheetTable
	frame *canvas.Rectangle // around the cell that is being edited
	views []*sheetView
	shown []fyne.CanvasObject
}

// CreateRenderer is part of the widget contract.
func (s *sheetStack) CreateRenderer() fyne.WidgetRenderer { return &sheetStackRenderer{s} }

type sheetStackRenderer struct{ s *sheetStack }

func (r *sheetStackRenderer) Objects() []fyne.CanvasObject { return r.s.shown }
func (r *sheetStackRenderer) Destroy()                     {}
func (r *sheetStackRenderer) Layout(fyne.Size)             { r.s.bind() }
func (r *sheetStackRenderer) Refresh()                     { r.s.bind() }
func (r *sheetStackRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, float32(r.s.table.count+1)*r.s.table.rowHeight())
}

// bind gives each row in sight a view and asks what it says. A row keeps its view while it is in sight.
func (s *sheetStack) bind() {
	t := s.table
	h := t.rowHeight()
	first, count := t.InSight()
	for len(s.views) < count {
		s.views = append(s.views, newSheetView(t))
	}
	places := t.places(s.Size().Width)
	s.shown = s.shown[:0]
	for i := first; i < first+count; i++ {
		v := s.views[i%len(s.views)]
		v.bind(i, places)
		place(v, 0, float32(i)*h, s.Size().Width, h)
		v.Refresh()
		s.shown = append(s.shown, v)
	}
	if t.editor.on {
		t.editor.place(places)
		s.shown = append(s.shown, s.frame, t.editor.entry)
	}
	canvas.Refresh(s)
	t.retip(false)
}

// viewOf returns the view of a row in sight, nil for others.
func (s *sheetStack) viewOf(row int) *sheetView {
	if len(s.views) == 0 || row < 0 {
		return nil
	}
	if v := s.views[row%len(s.views)]; v.row == row && slices.Contains(s.shown, fyne.CanvasObject(v)) {
		return v
	}
	return nil
}

// Tapped brings the keys to the empty row: there is nothing else below the rows.
func (s *sheetStack) Tapped(*fyne.PointEvent) {
	t := s.table
	t.editor.commit()
	t.within = true
	t.Focus()
	t.Go(t.count, 0)
}

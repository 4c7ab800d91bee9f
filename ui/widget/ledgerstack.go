package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

// ledgerStack is as high as all rows of a Ledger and holds views for those in sight.
type ledgerStack struct {
	fynewidget.BaseWidget
	list  *Ledger
	views []*ledgerView
	shown []fyne.CanvasObject
}

// CreateRenderer is part of the widget contract.
func (s *ledgerStack) CreateRenderer() fyne.WidgetRenderer { return &ledgerStackRenderer{s} }

type ledgerStackRenderer struct{ s *ledgerStack }

func (r *ledgerStackRenderer) Objects() []fyne.CanvasObject { return r.s.shown }
func (r *ledgerStackRenderer) Destroy()                     {}
func (r *ledgerStackRenderer) Layout(fyne.Size)             { r.s.bind(false) }
func (r *ledgerStackRenderer) Refresh()                     { r.s.bind(false) }
func (r *ledgerStackRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, float32(len(r.s.list.choice.keys))*r.s.list.rowHeight())
}

// bind gives each row in sight a view. A row keeps its view while it is in sight, so that scrolling
// by a row draws one row. With anew, rows are asked again what they say.
func (s *ledgerStack) bind(anew bool) {
	l := s.list
	h := l.rowHeight()
	first, count := l.InSight()
	if count > len(s.views) {
		s.views = append(s.views, make([]*ledgerView, count-len(s.views))...)
		anew = true // rows come to other views
	}
	s.shown = s.shown[:0]
	var missing []int64
	for i := first; i < first+count; i++ {
		n := i % len(s.views)
		if s.views[n] == nil {
			s.views[n] = newLedgerView(l)
		}
		v := s.views[n]
		at := fyne.NewPos(0, float32(i)*h)
		if v.Position() != at {
			v.Move(at)
		}
		if want := fyne.NewSize(s.Size().Width, h); v.Size() != want {
			v.Resize(want)
		}
		v.bind(i, anew)
		if !v.loaded {
			missing = append(missing, v.key)
		}
		s.shown = append(s.shown, v)
	}
	s.tellMissing(missing)
}

func (s *ledgerStack) tellMissing(keys []int64) {
	l := s.list
	if slices.Equal(keys, l.told) {
		return
	}
	l.told = keys
	if l.OnMissing != nil && len(keys) > 0 {
		l.OnMissing(keys)
	}
}

// viewOf returns the view of a row in sight, nil for others.
func (s *ledgerStack) viewOf(i int) *ledgerView {
	if len(s.views) == 0 || i < 0 {
		return nil
	}
	if v := s.views[i%len(s.views)]; v != nil && v.index == i && slices.Contains(s.shown, fyne.CanvasObject(v)) {
		return v
	}
	return nil
}

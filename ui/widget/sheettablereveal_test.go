package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// lowSheet is a sheet of 600 × 240 px below the fold of a scroll 180 px high, with a foot below it.
func lowSheet(t *testing.T, rows int) (*sheetOf, *container.Scroll, *stage) {
	t.Helper()
	var s *sheetOf
	var around *container.Scroll
	st := show(t, func() fyne.CanvasObject {
		s = newSheetOf(rows)
		above, foot := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
		above.SetMinSize(fyne.NewSize(600, 300))
		foot.SetMinSize(fyne.NewSize(600, 120))
		around = container.NewVScroll(container.NewVBox(above, container.NewGridWrap(fyne.NewSize(600, 240), s.SheetTable)))
		s.StandIn(around)
		return container.NewBorder(nil, foot, nil, nil, around)
	}, 624, 300)
	st.focus(s.SheetTable)
	return s, around, st
}

func TestEveryMoveBringsTheRowIntoSight(t *testing.T) {
	s, around, st := lowSheet(t, 40)
	check := func(what string) {
		t.Helper()
		v := s.stack.viewOf(s.SheetTable.row)
		if v == nil || !inside(v, around) || !inside(v, s.scroll) {
			t.Errorf("%s: row %d is not in sight", what, s.SheetTable.row)
		}
	}
	check("the focus")
	for _, c := range []struct {
		what string
		do   func()
	}{
		{"Down", func() { st.keys(fyne.KeyDown) }}, {"Up", func() { st.keys(fyne.KeyUp) }}, {"Right", func() { st.keys(fyne.KeyRight) }},
		{"Page Down", func() { st.keys(fyne.KeyPageDown) }}, {"Page Up", func() { st.keys(fyne.KeyPageUp) }},
		{"the last row", func() { s.Go(40, 0) }}, {"Home", func() { st.keys(fyne.KeyHome) }}, {"typing", func() { st.runes("x") }}, {"Enter", func() { st.keys(fyne.KeyReturn) }},
	} {
		around.ScrollToTop()
		c.do()
		check(c.what)
	}
}

func TestATipIsNotDrawnWhereItsCellIsOutOfSight(t *testing.T) {
	s, around, st := lowSheet(t, 3)
	s.cells[0][2] = longMail
	s.SetCount(3)
	s.Go(0, 2)
	if got := st.tip(); got != longMail {
		t.Fatalf("the tip in sight says %q", got)
	}
	around.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1000)})
	if got := st.tipNow(); got != "" {
		t.Errorf("the tip stays when the page is scrolled: %q", got)
	}
	s.SetCount(3)
	if got := st.tip(); got != "" {
		t.Errorf("the tip of a cell below the fold says %q", got)
	}
	s.Go(0, 2)
	if got := st.tip(); got != longMail {
		t.Errorf("the tip of the cell that is in sight again says %q", got)
	}
	s.Go(3, 0)
	s.Go(0, 2)
	around.ScrollToTop() // before the tip came
	if got := st.tip(); got != "" {
		t.Errorf("the tip of a cell that went out of sight says %q", got)
	}
}

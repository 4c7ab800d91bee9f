package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

const longMail = "a.very.long.address.that.fits.nowhere@department.example.com"

// tip returns what the tip says once everything that waits has happened; nothing when there is none.
func (s *stage) tip() string {
	s.timers.ring()
	return s.tipNow()
}

// tipNow returns what the tip says that is drawn already.
func (s *stage) tipNow() string {
	if s.tips.words.Hidden {
		return ""
	}
	return s.tips.words.Words()
}

// mailed is a sheet whose first row has an e-mail address that is cut, and whose tip is shown.
func mailed(t *testing.T, rows int) (*sheetOf, *stage) {
	t.Helper()
	s, st := showSheet(t, rows)
	s.cells[0][2] = longMail
	s.SetCount(rows)
	s.Go(0, 2)
	if got := st.tip(); got != longMail {
		t.Fatalf("the tip of the cell that is cut says %q", got)
	}
	return s, st
}

func TestATipGoesWithTheCellThatItIsOf(t *testing.T) {
	other := "an.other.long.address.that.fits.nowhere@department.example.com"
	for name, c := range map[string]struct {
		change func(s *sheetOf, st *stage)
		then   string // what the tip says in the end
	}{
		"another row":    {func(_ *sheetOf, st *stage) { st.keys(fyne.KeyDown) }, ""},
		"another column": {func(_ *sheetOf, st *stage) { st.keys(fyne.KeyLeft) }, ""},
		"rows that are pasted into the empty row": {func(s *sheetOf, st *stage) {
			st.keys(fyne.KeyDown)
			s.cells = append(s.cells, [3]string{"New"}, [3]string{"Newer", "", longMail})
			s.SetCount(3)
			s.Go(1, 0)
		}, ""},
		"rows that are put before it": {func(s *sheetOf, _ *stage) {
			s.cells = append([][3]string{{"New"}}, s.cells...)
			s.SetCount(2)
		}, ""},
		"other words in its place": {func(s *sheetOf, _ *stage) { s.cells[0][2] = other; s.SetCount(1) }, other},
		"the last row removed":     {func(s *sheetOf, _ *stage) { s.cells = nil; s.SetCount(0) }, ""},
		"the size of the window":   {func(_ *sheetOf, st *stage) { st.window.Resize(fyne.NewSize(700, 300)) }, ""},
		"the size of the table":    {func(s *sheetOf, _ *stage) { s.Resize(fyne.NewSize(500, 300)) }, longMail},
		"the place of the table":   {func(s *sheetOf, _ *stage) { s.Move(fyne.NewPos(0, 40)) }, longMail},
		"dark colours": {func(_ *sheetOf, st *stage) {
			fyne.CurrentApp().Settings().SetTheme(style.NewTheme(style.Dark, 100))
			st.window.Content().Refresh()
		}, longMail},
		"editing":   {func(_ *sheetOf, st *stage) { st.keys(fyne.KeyF2) }, ""},
		"the focus": {func(_ *sheetOf, st *stage) { st.window.Canvas().Unfocus() }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s, st := mailed(t, 1)
			c.change(s, st)
			if got := st.tipNow(); got != "" {
				t.Errorf("the tip stays: %q", got)
			}
			if got := st.tip(); got != c.then {
				t.Errorf("then the tip says %q, want %q", got, c.then)
			}
		})
	}
}

func TestATipStaysWhereNothingChanges(t *testing.T) {
	s, st := mailed(t, 3)
	s.SetCount(3)
	s.cells[2][0] = "Somebody else"
	s.Refresh()
	if got := st.tipNow(); got != longMail {
		t.Errorf("the tip of a cell that is as it was says %q", got)
	}
}

func TestATipIsDrawnAnewForAnotherSizeOfText(t *testing.T) {
	_, st := mailed(t, 1)
	before, high := st.tips.box.Position(), st.tips.box.Size().Height
	fyne.CurrentApp().Settings().SetTheme(style.NewTheme(style.Light, 125))
	st.window.Content().Refresh()
	if got := st.tipNow(); got != "" {
		t.Errorf("the tip stays at its old place: %q", got)
	}
	if got := st.tip(); got != longMail || st.tips.box.Position().Y <= before.Y || st.tips.box.Size().Height <= high {
		t.Errorf("the tip says %q at %v, %v; it was at %v", got, st.tips.box.Position(), st.tips.box.Size(), before)
	}
}

func TestThePointersTipGoesWithTheKeysAndTheRows(t *testing.T) {
	s, st := showSheet(t, 40)
	s.cells[2][2] = longMail
	s.SetCount(40)
	mail := fyne.NewPos(s.places(s.Size().Width).cells[2].x+4, 10)
	point := func() {
		t.Helper()
		s.stack.viewOf(2).MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: mail}})
		if got := st.tip(); got != longMail {
			t.Fatalf("below the pointer the tip says %q", got)
		}
	}
	for name, change := range map[string]func(){
		"the keys go on":      func() { st.keys(fyne.KeyDown) },
		"the rows go on":      func() { s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)}) },
		"the pointer goes on": func() { s.stack.viewOf(2).MouseOut() },
	} {
		point()
		change()
		if now, then := st.tipNow(), st.tip(); now != "" || then != "" {
			t.Errorf("%s: the tip says %q, then %q", name, now, then)
		}
		s.Go(0, 0)
	}
}

func TestATableTakesNoTipFromAnotherWidget(t *testing.T) {
	s, st := mailed(t, 1)
	st.tips.schedule(s.rule, "Another widget's", nil)
	s.cells[0][2] = longMail + "x"
	s.SetCount(1)
	if got := st.tip(); got != "Another widget's" {
		t.Errorf("the tip says %q", got)
	}
}

package widget

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

// sheetOf is a table of words; what it tells is done to them.
type sheetOf struct {
	*SheetTable
	cells   [][3]string
	log     []string
	removed []int
}

func newSheetOf(rows int) *sheetOf {
	s := &sheetOf{SheetTable: NewSheetTable(SheetColumn{Head: "Name", Share: 136, Least: 84}, SheetColumn{Head: "Phone", Share: 148, Least: 96}, SheetColumn{Head: "E-mail", Share: 168, Least: 110, Drop: true})}
	for i := range rows {
		s.cells = append(s.cells, [3]string{fmt.Sprint("Person ", i), fmt.Sprint("+49 30 ", i), ""})
	}
	s.NoteHead, s.NewHint, s.Notes = "Check", "Type a name", []string{"name needed", "ready"}
	s.Row = s.row
	s.OnEdited = s.edited
	s.OnRemoved = func(first, count int) {
		s.removed = append(s.removed, first, count)
		s.cells = slices.Delete(s.cells, first, first+count)
		s.SetCount(len(s.cells))
	}
	s.OnPasted = func(row, column int, text string) { s.log = append(s.log, fmt.Sprint("pasted ", row, column, text)) }
	s.OnCopied = func(first, count, column int) { s.log = append(s.log, fmt.Sprint("copied ", first, count, column)) }
	s.OnUndo = func(again bool) { s.log = append(s.log, fmt.Sprint("undo ", again)) }
	s.OnOpened = func(row int) { s.log = append(s.log, fmt.Sprint("opened ", row)) }
	s.OnMenu = func(row int, _ fyne.Position) { s.log = append(s.log, fmt.Sprint("menu ", row)) }
	s.SetCount(rows)
	return s
}

func (s *sheetOf) row(i int) SheetRow {
	c := s.cells[i]
	r := SheetRow{Icon: "check", Tone: style.Free, Note: "ready", Quiet: true, Cells: []SheetCell{{Words: c[0], Hint: "name"}, {Words: c[1], Hint: "none"}, {Words: c[2], Hint: "none"}}}
	if c[0] == "" {
		r.Icon, r.Tone, r.Note, r.Quiet = "x", style.InUse, "name needed", false
		r.Cells[0].Wrong, r.Cells[0].Tip = true, "The name is missing."
	}
	return r
}

func (s *sheetOf) edited(row, column int, value string) {
	if row == len(s.cells) {
		s.cells = append(s.cells, [3]string{})
	}
	s.cells[row][column] = value
	s.SetCount(len(s.cells))
}

func (s *sheetOf) at() [2]int { return [2]int{s.SheetTable.row, s.column} }

func showSheet(t *testing.T, rows int) (*sheetOf, *stage) {
	t.Helper()
	var s *sheetOf
	st := show(t, func() fyne.CanvasObject { s = newSheetOf(rows); return s.SheetTable }, 624, 400)
	st.focus(s.SheetTable)
	return s, st
}

func TestASheetIsMovedThroughWithKeys(t *testing.T) {
	s, st := showSheet(t, 50)
	for _, c := range []struct {
		key  fyne.KeyName
		want [2]int
	}{
		{fyne.KeyDown, [2]int{1, 0}}, {fyne.KeyRight, [2]int{1, 1}}, {fyne.KeyEnd, [2]int{1, 2}}, {fyne.KeyRight, [2]int{1, 2}}, {fyne.KeyTab, [2]int{2, 0}},
		{fyne.KeyUp, [2]int{1, 0}}, {fyne.KeyLeft, [2]int{1, -1}}, {fyne.KeyLeft, [2]int{1, -1}}, {fyne.KeyHome, [2]int{1, 0}}, {fyne.KeyUp, [2]int{0, 0}}, {fyne.KeyUp, [2]int{0, 0}},
		{fyne.KeyPageDown, [2]int{9, 0}}, {fyne.KeyPageUp, [2]int{0, 0}},
	} {
		st.keys(c.key)
		if s.at() != c.want {
			t.Errorf("after %s at %v, want %v", c.key, s.at(), c.want)
		}
	}
	s.Go(50, 2)
	if first, count := s.InSight(); first+count < 51 {
		t.Errorf("the empty row is not in sight: %d rows from %d", count, first)
	}
	st.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if s.at() != [2]int{50, 0} {
		t.Errorf("the empty row is chosen as a whole: %v", s.at())
	}
}

func TestTabPassesASheetUntilACellWasReached(t *testing.T) {
	s, st := showSheet(t, 2)
	if s.AcceptsTab() {
		t.Error("Tab is caught before anything was done in the table")
	}
	st.keys(fyne.KeyDown)
	if !s.AcceptsTab() {
		t.Error("Tab leaves the table from a cell")
	}
	st.keys(fyne.KeyEscape)
	if s.AcceptsTab() {
		t.Error("Tab is caught after Escape")
	}
	s.Go(2, 2)
	s.within = true
	if s.AcceptsTab() {
		t.Error("Tab is caught behind the last cell")
	}
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	st.keys(fyne.KeyTab)
	if s.at() != [2]int{2, 1} {
		t.Errorf("Shift+Tab goes to %v", s.at())
	}
	s.Go(0, 0)
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if s.AcceptsTab() {
		t.Error("Shift+Tab is caught before the first cell")
	}
}

func TestACellIsTypedOverEditedAndLeft(t *testing.T) {
	s, st := showSheet(t, 2)
	st.runes("Anna")
	if _, _, on := s.Editing(); !on {
		t.Fatal("typing does not edit")
	}
	st.keys(fyne.KeyReturn)
	if s.cells[0][0] != "Anna" || s.at() != [2]int{1, 0} {
		t.Errorf("%q at %v", s.cells[0][0], s.at())
	}
	st.keys(fyne.KeyF2)
	st.runes("!")
	st.keys(fyne.KeyTab)
	if s.cells[1][0] != "Person 1!" || s.at() != [2]int{1, 1} {
		t.Errorf("%q at %v", s.cells[1][0], s.at())
	}
	st.runes("9")
	st.keys(fyne.KeyEscape)
	if s.cells[1][1] != "+49 30 1" {
		t.Errorf("Escape kept %q", s.cells[1][1])
	}
	if st.window.Canvas().Focused() != fyne.Focusable(s.SheetTable) {
		t.Errorf("the focus is on %T", st.window.Canvas().Focused())
	}
	s.Go(2, 0)
	st.runes("New")
	st.keys(fyne.KeyTab)
	if len(s.cells) != 3 || s.cells[2][0] != "New" || s.at() != [2]int{2, 1} {
		t.Errorf("%v at %v", s.cells, s.at())
	}
	st.runes("5")
	st.window.Canvas().Unfocus()
	if s.cells[2][1] != "5" {
		t.Error("what was typed is lost with the focus")
	}
}

func TestDeleteEmptiesACellAndRemovesRows(t *testing.T) {
	s, st := showSheet(t, 6)
	st.keys(fyne.KeyDelete)
	if s.cells[0][0] != "" {
		t.Error("the cell is not empty")
	}
	s.Go(2, 0)
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	st.keys(fyne.KeyDown)
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if first, count := s.Chosen(); first != 2 || count != 2 {
		t.Fatalf("%d rows from %d are chosen", count, first)
	}
	st.keys(fyne.KeyDelete)
	if diff := cmp.Diff([]int{2, 2}, s.removed); diff != "" {
		t.Errorf("removed (-want +got):\n%s", diff)
	}
	s.Go(0, -1)
	st.keys(fyne.KeyDelete)
	if len(s.cells) != 3 {
		t.Errorf("%d rows are left", len(s.cells))
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	st.keys(fyne.KeyEscape)
	if _, count := s.Chosen(); count != 0 {
		t.Error("Escape does not end the choice")
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	st.keys(fyne.KeyDelete)
	if len(s.cells) != 0 {
		t.Errorf("%d rows are left", len(s.cells))
	}
	st.keys(fyne.KeyDelete) // in the empty row
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func TestAFrozenSheetCannotBeChanged(t *testing.T) {
	s, st := showSheet(t, 3)
	s.Frozen = true
	st.runes("x")
	st.keys(fyne.KeyF2, fyne.KeyDelete)
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: test.NewClipboard()})
	s.Go(1, -1)
	st.keys(fyne.KeyDelete)
	if _, _, on := s.Editing(); on || len(s.cells) != 3 || s.cells[0][0] != "Person 0" || len(s.log) != 0 {
		t.Errorf("%v, %v", s.cells, s.log)
	}
}

func TestASheetTellsWhatIsPastedCopiedTakenBackAndOpened(t *testing.T) {
	s, st := showSheet(t, 3)
	clip := test.NewClipboard()
	clip.SetContent("A\t1\nB\t2")
	s.Go(1, 1)
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	s.TypedShortcut(&fyne.ShortcutCopy{})
	s.TypedShortcut(&fyne.ShortcutUndo{})
	s.TypedShortcut(&fyne.ShortcutRedo{})
	st.keys(fyne.KeyF2)
	s.Field().input.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	s.Go(2, -1)
	s.TypedShortcut(&fyne.ShortcutCopy{})
	st.keys(fyne.KeyReturn, desktop.KeyMenu)
	want := []string{"pasted 1 1A\t1\nB\t2", "copied 1 1 1", "undo false", "undo true", "pasted 1 1A\t1\nB\t2", "copied 2 1 -1", "opened 2", "menu 2"}
	if diff := cmp.Diff(want, s.log); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

func TestASheetIsUsedWithThePointer(t *testing.T) {
	s, st := showSheet(t, 5)
	row := func(i int) *sheetView { return s.stack.viewOf(i) }
	phone := s.places(s.Size().Width).cells[1].x + 4
	row(3).Tapped(&fyne.PointEvent{Position: fyne.NewPos(phone, 10)})
	if s.at() != [2]int{3, 1} {
		t.Fatalf("the keys are at %v", s.at())
	}
	row(3).Tapped(&fyne.PointEvent{Position: fyne.NewPos(phone, 10)})
	if r, c, on := s.Editing(); !on || r != 3 || c != 1 {
		t.Error("a second tap does not edit")
	}
	row(1).TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(phone, 10)})
	if s.at() != [2]int{1, 1} || !slices.Contains(s.log, "menu 1") {
		t.Errorf("at %v, told %v", s.at(), s.log)
	}
	row(0).Tapped(&fyne.PointEvent{Position: fyne.NewPos(22, 10)})
	if first, count := s.Chosen(); first != 0 || count != 1 {
		t.Errorf("the number chooses %d rows from %d", count, first)
	}
	s.stack.viewOf(5).Tapped(&fyne.PointEvent{Position: fyne.NewPos(80, 10)})
	if r, _, on := s.Editing(); !on || r != 5 {
		t.Error("a tap on the empty row does not edit")
	}
	st.keys(fyne.KeyEscape)
	row(2).DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(phone, 10)})
	if _, _, on := s.Editing(); !on {
		t.Error("a double tap does not edit")
	}
	test.TapCanvas(st.window.Canvas(), fyne.NewPos(300, 390))
	if s.at() != [2]int{5, 0} {
		t.Errorf("a tap below the rows goes to %v", s.at())
	}
}

func TestAWrongCellSaysWhy(t *testing.T) {
	s, st := showSheet(t, 2)
	s.cells[1][0] = ""
	s.SetCount(2)
	v := s.stack.viewOf(1)
	if v.boxes[0].Hidden || !s.stack.viewOf(0).boxes[0].Hidden {
		t.Fatal("the wrong cell is not red, or another one is")
	}
	s.Go(1, 0)
	st.timers.ring()
	if got := st.tips.words.Words(); got != "The name is missing." {
		t.Errorf("the tip says %q", got)
	}
	st.keys(fyne.KeyF2)
	if s.stack.frame.StrokeColor != style.Of(s).Color(style.InUse) {
		t.Error("the cell that is edited is not red")
	}
	s.SetWrong(false)
	if s.stack.frame.StrokeColor != style.Of(s).Color(style.Accent) {
		t.Error("the cell that is right now is still red")
	}
}

func TestColumnsThatDoNotFitGo(t *testing.T) {
	var s *sheetOf
	st := show(t, func() fyne.CanvasObject { s = newSheetOf(3); return s.SheetTable }, 430, 300)
	st.focus(s.SheetTable)
	if p := s.places(430); p.cells[2].w != 0 || p.cells[1].w < 96 {
		t.Errorf("places %v", p)
	}
	st.keys(fyne.KeyEnd)
	if s.at() != [2]int{0, 1} {
		t.Errorf("End goes to %v", s.at())
	}
	s.column = 2 // was there when the window became narrow
	st.runes("x")
	if _, _, on := s.Editing(); on {
		t.Error("a column that is out of sight is edited")
	}
}

func TestALongSheetDrawsOnlyWhatIsInSight(t *testing.T) {
	s, _ := showSheet(t, 5000)
	asked := 0
	s.Row = func(i int) SheetRow { asked++; return s.row(i) }
	s.Go(4000, 0)
	if asked > 60 || len(s.stack.views) > 20 {
		t.Errorf("%d rows were asked for, %d views", asked, len(s.stack.views))
	}
	if s.stack.viewOf(4000) == nil {
		t.Error("the row is not in sight")
	}
}

func TestARosterIsUsedWithTheKeys(t *testing.T) {
	var r *Roster
	var log []string
	st := show(t, func() fyne.CanvasObject {
		r = NewRoster("More")
		r.OnMenu = func(i int, _ fyne.Position) { log = append(log, fmt.Sprint("menu ", i)) }
		r.OnAction = func(i int) { log = append(log, fmt.Sprint("action ", i)) }
		rows := []RosterRow{{Icon: "room-in-use", Tone: style.Free, Name: "Barbara Example", State: "in", Second: ", host"}, {Icon: "room-unknown", Name: "Juan Modelo", State: "no answer", Action: "Retry"}, {Name: "Granite", Still: true}}
		for i := range 200 {
			rows = append(rows, RosterRow{Name: fmt.Sprint("Person ", i)})
		}
		r.SetRows(rows)
		return r
	}, 224, 300)
	st.focus(r)
	st.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, desktop.KeyMenu, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn)
	if diff := cmp.Diff([]string{"menu 0", "action 1", "menu 1", "menu 202", "menu 0"}, log); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if n := len(r.stack.shown); n > 10 {
		t.Errorf("%d rows are drawn", n)
	}
	log = nil
	r.stack.views[1].Tapped(&fyne.PointEvent{Position: fyne.NewPos(210, 20)})
	r.stack.views[0].Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 20)})
	r.stack.views[0].Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 20)})
	r.stack.views[0].TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(60, 20)})
	r.stack.views[2].TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(60, 20)})
	if diff := cmp.Diff([]string{"action 1", "menu 0", "menu 0"}, log); diff != "" {
		t.Errorf("told of the pointer (-want +got):\n%s", diff)
	}
}

func TestADropListTakesTheKeysOfItsField(t *testing.T) {
	var d *DropList
	show(t, func() fyne.CanvasObject { d = NewDropList(); return d }, 300, 200)
	key := func(n fyne.KeyName) bool { return d.Typed(&fyne.KeyEvent{Name: n}) }
	if key(fyne.KeyDown) {
		t.Error("a list out of sight takes keys")
	}
	taken := -1
	rows := []DropRow{{"person", "Anna Probe", "1"}, {"person", "Ludwig Muster", "2"}}
	d.Open(rows, "an", func(i int) { taken = i })
	if !d.Visible() || key(fyne.KeyLeft) {
		t.Error("the list is not there, or takes keys that it does not use")
	}
	key(fyne.KeyDown)
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if taken != 1 || d.Visible() {
		t.Errorf("took %d", taken)
	}
	d.Open(rows, "", func(i int) { taken = i })
	d.rows[0].Tapped(nil)
	if taken != 0 {
		t.Errorf("a tap took %d", taken)
	}
	d.Open(rows, "", nil)
	key(fyne.KeyEscape)
	if d.Visible() {
		t.Error("Escape leaves the list")
	}
	d.Open(nil, "x", nil)
	if d.Visible() {
		t.Error("a list without rows is there")
	}
}

func TestSheetsAndRostersLookAsDesigned(t *testing.T) {
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
	}{{"sheettable-light", style.Light, 100}, {"sheettable-dark-200", style.Dark, 200}} {
		t.Run(c.name, func(t *testing.T) {
			var s *sheetOf
			st := showAs(t, c.mode, c.text, func() fyne.CanvasObject {
				s = newSheetOf(4)
				s.cells[1][0], s.cells[3][0] = "", "A name that is much too long for its column"
				s.SetCount(4)
				r := NewRoster("More")
				r.SetRows([]RosterRow{{Icon: "room-in-use", Tone: style.Free, Name: "Barbara Example", State: "in", Second: ", host"}, {Icon: "room-unknown", Tone: style.Unknown, Name: "Juan Modelo", State: "no answer", Second: ", 10:38", Action: "Retry"}})
				return NewColumn(0, Part{Object: NewLine(0, 0, s.SheetTable)}, Part{Object: r})
			}, 624, 420)
			st.focus(s.SheetTable)
			s.Go(2, 1)
			st.golden(c.name)
		})
	}
}

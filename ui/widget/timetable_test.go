package widget

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

// timetable makes a table of a day in which each row has a block of an hour at 8, 10, 12 and so on.
func timetable(rows int, asked *int) *Timetable {
	t := NewTimetable(func(i int) TimetableRow {
		*asked++
		r := TimetableRow{State: RoomFree, Name: fmt.Sprint("Room ", i), Words: "free", Trailing: "8"}
		for h := 8; h < 20; h += 2 {
			r.Blocks = append(r.Blocks, Block{From: time.Duration(h) * time.Hour, To: time.Duration(h+1) * time.Hour, Title: fmt.Sprint("Meeting ", h), Second: "Chen Wei"})
		}
		return r
	})
	t.Label = func(at time.Duration) string { return fmt.Sprint(at.Hours()) }
	t.Tip = func(row, block int) BlockTip { return BlockTip{Title: fmt.Sprint(row, "/", block), When: "now"} }
	return t
}

// tabled is a table in a window.
type tabled struct {
	*stage
	table     *Timetable
	asked     int
	activated []spot
}

func showTable(t *testing.T, rows int) *tabled {
	t.Helper()
	return showTableAs(t, rows, 100)
}

func showTableAs(t *testing.T, rows, percent int) *tabled {
	t.Helper()
	d := &tabled{}
	d.stage = showAs(t, style.Light, percent, func() fyne.CanvasObject {
		d.table = timetable(rows, &d.asked)
		return d.table
	}, 848, 500)
	d.table.After = d.timers.after
	d.table.OnActivated = func(row, block int) { d.activated = append(d.activated, spot{row, block}) }
	d.table.Set(Span{Rows: rows, Length: 24 * time.Hour, Now: 10*time.Hour + 42*time.Minute, NowWord: "10:42"})
	d.table.ScrollTo(8 * time.Hour)
	d.asked = 0
	return d
}

func (d *tabled) at() spot { return d.table.at }

func TestATimetableDrawsOnlyWhatIsInSight(t *testing.T) {
	few, many := showTable(t, 20), showTable(t, 10_000)
	if a, b := len(few.table.field.objects), len(many.table.field.objects); a != b || a == 0 {
		t.Errorf("20 rooms take %d objects, 10,000 rooms %d", a, b)
	}
	many.table.Refresh()
	if many.asked > 20 {
		t.Errorf("%d rows were asked for", many.asked)
	}
	objects := len(many.table.field.objects)
	for row := range 300 {
		many.table.Go(row*30, row%6)
	}
	if now := len(many.table.field.objects); now > objects*3/2 {
		t.Errorf("after much scrolling there are %d objects, before %d", now, objects)
	}
}

func TestATimetableScrollsToATime(t *testing.T) {
	d := showTable(t, 20)
	if got := d.table.timeAt(d.table.scroll.Offset.X); (got - 8*time.Hour).Abs() > time.Second {
		t.Errorf("the left edge is %v", got)
	}
}

func TestArrowsGoByBlockAndRowAtTheSameTime(t *testing.T) {
	d := showTable(t, 20)
	d.focus(d.table)
	d.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown)
	if want := (spot{1, 1}); d.at() != want {
		t.Errorf("the keys are at %v", d.at())
	}
	d.keys(fyne.KeyLeft, fyne.KeyLeft)
	if want := (spot{1, -1}); d.at() != want {
		t.Errorf("left of the first block is %v", d.at())
	}
	d.keys(fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if diff := cmp.Diff([]spot{{1, 5}, {0, -1}}, d.activated, cmp.AllowUnexported(spot{})); diff != "" {
		t.Errorf("activated (-want +got):\n%s", diff)
	}
}

func TestWhereTheKeysGoComesIntoSight(t *testing.T) {
	d := showTable(t, 200)
	d.focus(d.table)
	d.table.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	first, end := d.table.rowsInSight()
	if d.at().row != 199 || end != 200 || first == 0 {
		t.Errorf("the keys are at %v, in sight are %d to %d", d.at(), first, end)
	}
	d.keys(fyne.KeyPageUp)
	if got := d.at().row; got >= 195 {
		t.Errorf("a page up is row %d", got)
	}
	d.keys(fyne.KeyEnd)
	s := d.table.area(d.at().row, d.table.get(d.at().row).Blocks[5])
	if left := s.x - d.table.scroll.Offset.X; left < 0 || left+s.w > d.table.scroll.Size().Width {
		t.Errorf("the last block is at %v", left)
	}
}

func TestATimetableIsOneTabStop(t *testing.T) {
	d := showTable(t, 20)
	if stops := d.tabStops(); len(stops) != 1 {
		t.Errorf("there are %d tab stops", len(stops))
	}
}

func TestZoomKeepsTheTimeBelowThePointer(t *testing.T) {
	d := showTable(t, 20)
	before := d.table.timeAt(d.table.scroll.Offset.X + 200)
	d.table.zoomAt(15, 200)
	if after := d.table.timeAt(d.table.scroll.Offset.X + 200); (after - before).Abs() > time.Minute {
		t.Errorf("it was %v and is %v", before, after)
	}
	d.table.SetZoom(1)
	d.table.SetZoom(1000)
	if d.table.Zoom() != 120 {
		t.Errorf("the furthest zoom is %d", d.table.Zoom())
	}
	if width := d.table.x(24 * time.Hour); width < d.table.scroll.Size().Width {
		t.Errorf("a day of %v px does not fill what is in sight", width)
	}
}

func TestThePointerTellsMoreOfABlockAfterAMoment(t *testing.T) {
	d := showTable(t, 20)
	s := d.table.area(2, d.table.get(2).Blocks[1])
	over := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.x+10, s.y+10)}}
	d.table.field.MouseIn(over)
	if _, shown := d.table.Tipped(); shown {
		t.Error("the card is there at once")
	}
	d.timers.ring()
	if tip, shown := d.table.Tipped(); !shown || tip.Title != "2/1" {
		t.Errorf("the card says %q", tip.Title)
	}
	if d.table.field.Cursor() != desktop.PointerCursor {
		t.Error("there is no hand over a block")
	}
	d.table.field.MouseOut()
	if _, shown := d.table.Tipped(); shown {
		t.Error("the card stays")
	}
}

func TestTapsActivateBlocksAndNames(t *testing.T) {
	d := showTable(t, 20)
	s := d.table.area(3, d.table.get(3).Blocks[2])
	d.table.field.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.x+5, s.y+5)})
	d.table.names.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, d.table.headHeight()+5)})
	d.table.names.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 5)}) // the head is no row
	if diff := cmp.Diff([]spot{{3, 2}, {0, -1}}, d.activated, cmp.AllowUnexported(spot{})); diff != "" {
		t.Errorf("activated (-want +got):\n%s", diff)
	}
	menus := 0
	d.table.OnMenu = func(row, block int, _ fyne.Position) { menus += row*10 + block }
	d.table.field.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(s.x+5, s.y+5), AbsolutePosition: fyne.NewPos(1, 1)})
	if menus != 32 {
		t.Errorf("the menu was asked for at %d", menus)
	}
}

func TestDoubleBlocksShareTheHeightOfTheRow(t *testing.T) {
	d := showTable(t, 1)
	a := d.table.area(0, Block{To: time.Hour, Lanes: 2})
	b := d.table.area(0, Block{To: time.Hour, Lane: 1, Lanes: 2})
	whole := d.table.area(0, Block{To: time.Hour})
	if a.y+a.h >= b.y || b.y+b.h > whole.y+whole.h || a.h != b.h {
		t.Errorf("lanes are at %v and %v of %v", a, b, whole)
	}
}

func TestTitlesStandInThePartOfABlockThatIsInSight(t *testing.T) {
	d := showTable(t, 1)
	d.table.row = func(int) TimetableRow {
		return TimetableRow{State: RoomInUse, Name: "Granite", Blocks: []Block{{To: 24 * time.Hour, Title: "Works council", Kind: BlockNow}}}
	}
	d.table.Set(d.table.span)
	for _, text := range d.table.field.texts {
		if text.Text == "Works council" && text.Position().X >= d.table.scroll.Offset.X {
			return
		}
	}
	t.Error("the title is out of sight")
}

func TestNamesGrowWithLargeText(t *testing.T) {
	d := showTableAs(t, 5, 200)
	d.table.Longest, d.table.LongestWords = "Borealis", "in use until 11:30"
	if got := d.table.namesWidth(); got <= timetableNames100 || got > timetableNamesMax {
		t.Errorf("names are %v wide", got)
	}
	if got := d.table.rowHeight(); got != 80 {
		t.Errorf("rows are %v high", got)
	}
}

func TestAMonthMovesByDaysAndAsksBeyondItsEnds(t *testing.T) {
	var g *MonthGrid
	s := show(t, func() fyne.CanvasObject { g = NewMonthGrid(); return g }, 600, 400)
	cells := make([]DayCell, 35)
	for i := range cells {
		cells[i] = DayCell{Word: fmt.Sprint(i), Other: i < 3, Rest: i%7 > 4, Share: "40 %", Count: "7", Percent: 40}
	}
	var moved, beyond, months, activated []int
	g.OnMoved = func(c int) { moved = append(moved, c) }
	g.OnBeyond = func(d int) { beyond = append(beyond, d) }
	g.OnMonth = func(by int) { months = append(months, by) }
	g.OnActivated = func(c int) { activated = append(activated, c) }
	g.Narrow = true
	g.Set([7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, cells, 3)
	s.focus(g)
	s.keys(fyne.KeyLeft, fyne.KeyUp, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn)
	got := [][]int{moved, beyond, months, activated}
	if diff := cmp.Diff([][]int{{10, 13, 7}, {-1, -7}, {-1, 1}, {7}}, got); diff != "" {
		t.Errorf("moved, beyond, months, activated (-want +got):\n%s", diff)
	}
	if x := g.columns(600); x[6]-x[5] >= x[1]-x[0] {
		t.Errorf("days at rest are as wide as others: %v", x)
	}
	a := g.cellArea(20)
	g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(a.x+5, a.y+5)})
	g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(a.x+5, a.y+5)})
	if g.At() != 20 || len(activated) != 2 {
		t.Errorf("a tap chose %d and activated %v", g.At(), activated)
	}
}

package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

// register is a list in a window and a log of what it tells.
type register struct {
	*stage
	list *RowList
	told []string
}

func newRegister(t *testing.T, n int, w, h float32) *register {
	t.Helper()
	r := &register{}
	r.stage = show(t, func() fyne.CanvasObject {
		tell := func(what string) func(int) {
			return func(i int) { r.told = append(r.told, fmt.Sprint(what, " ", i)) }
		}
		r.list = NewRowList()
		r.list.Stars = true
		r.list.Actions = []RowAction{{"copy", "Copy", tell("copy")}, {"open", "Open", tell("open")}}
		r.list.OnSelected, r.list.OnActivated = tell("selected"), tell("activated")
		r.list.OnMenu = func(i int, _ fyne.Position) { tell("menu")(i) }
		r.list.OnKey = func(i int, k *fyne.KeyEvent) bool { tell("key " + string(k.Name))(i); return true }
		r.list.SetRows(manyRows(n), -1)
		return r.list
	}, w, h)
	return r
}

func (r *register) heard(want ...string) {
	r.t.Helper()
	if diff := cmp.Diff(want, r.told); diff != "" {
		r.t.Errorf("told (-want +got):\n%s", diff)
	}
	r.told = nil
}

// rows are the views in sight by the number of their row.
func (r *register) rows() map[int]*rowView {
	all := map[int]*rowView{}
	for _, v := range findAll(r.stage, func(*rowView) bool { return true }) {
		if _, twice := all[v.index]; twice {
			r.t.Errorf("row %d is drawn twice", v.index)
		}
		all[v.index] = v
	}
	return all
}

func TestALongListDrawsNoMoreThanItsWindow(t *testing.T) {
	r := newRegister(t, 10_000, 600, 500)
	most := 500/36 + 2
	for _, offset := range []float32{0, 1, 35, 36, 5000, 180_000, 360_000 - 500} {
		r.list.scroll.ScrollToOffset(fyne.NewPos(0, offset))
		r.list.stack.bind()
		rows := r.rows()
		if len(rows) > most || len(r.list.stack.views) > most {
			t.Errorf("at %v: %d rows are drawn by %d views, at most %d fit", offset, len(rows), len(r.list.stack.views), most)
		}
		// Rows that are in sight only in part count, too.
		for i := int(offset / 36); float32(i)*36 < min(offset+500, 360_000); i++ {
			v, drawn := rows[i]
			if !drawn {
				t.Fatalf("at %v: row %d is not drawn", offset, i)
			}
			if v.row.Title != fmt.Sprint("Person ", i) || v.Position().Y != float32(i)*36 {
				t.Errorf("at %v: row %d says %q at %v", offset, i, v.row.Title, v.Position().Y)
			}
		}
	}
}

func TestAScrolledListFollowsTheWheel(t *testing.T) {
	r := newRegister(t, 10_000, 600, 500)
	r.list.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -3600)})
	if _, drawn := r.rows()[102]; !drawn || r.list.scroll.Offset.Y != 3600 {
		t.Errorf("after the wheel at %v, rows %v", r.list.scroll.Offset, len(r.rows()))
	}
}

func TestTheKeysMoveThroughAListOfOneTabStop(t *testing.T) {
	r := newRegister(t, 100, 600, 360)
	if stops := r.tabStops(); len(stops) != 1 || stops[0] != fyne.Focusable(r.list) {
		t.Fatalf("Tab stops at %v", stops)
	}
	r.list.SetRows(manyRows(100), -1)
	r.told = nil
	r.focus(r.list)
	r.heard("selected 0") // with nothing chosen, the first row is
	r.keys(fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome)
	r.heard("selected 0", "selected 1", "selected 2", "selected 11", "selected 2", "selected 99", "selected 99", "selected 0")
	r.keys(fyne.KeyReturn, fyne.KeyEnter)
	r.runes(" x")
	r.heard("activated 0", "activated 0", "activated 0")
	r.keys(fyne.KeyDelete, fyne.KeyF2)
	r.heard("key Delete 0", "key F2 0")
}

func TestAnEmptyListIsCalm(t *testing.T) {
	r := newRegister(t, 0, 600, 360)
	r.focus(r.list)
	r.keys(fyne.KeyUp, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn)
	r.runes(" ")
	r.list.Select(0)
	r.heard()
	if r.list.Selected() != -1 || len(r.rows()) != 0 {
		t.Errorf("selected %d, %d rows", r.list.Selected(), len(r.rows()))
	}
}

func TestTheChosenRowIsBroughtIntoSight(t *testing.T) {
	r := newRegister(t, 1000, 600, 360)
	for _, i := range []int{500, 499, 510, 0, 999, 990, 5} {
		before := r.list.scroll.Offset.Y
		wasIn := float32(i)*36 >= before && float32(i+1)*36 <= before+360
		r.list.Select(i)
		v, drawn := r.rows()[i]
		if !drawn || !inside(v, r.list) {
			t.Errorf("row %d is not in sight at %v", i, r.list.scroll.Offset.Y)
		}
		if wasIn && r.list.scroll.Offset.Y != before {
			t.Errorf("row %d was in sight, and the list still scrolled", i)
		}
		if got, want := r.list.RowBottom(i), float32(i+1)*36-r.list.scroll.Offset.Y; got != want {
			t.Errorf("row %d ends at %v, RowBottom says %v", i, want, got)
		}
	}
}

func TestTheChoiceOutlivesNewRows(t *testing.T) {
	r := newRegister(t, 100, 600, 360)
	r.list.Select(7)
	r.told = nil
	r.list.SetRows(manyRows(200), 7)
	if r.list.Selected() != 7 || !r.rows()[7].selected() {
		t.Error("the row is no longer chosen")
	}
	r.heard()
	r.list.SetRows(manyRows(3), 7)
	if r.list.Selected() != 2 {
		t.Errorf("of 3 rows number %d is chosen", r.list.Selected())
	}
	r.list.SetRows(nil, 2)
	if r.list.Selected() != -1 {
		t.Errorf("of no rows number %d is chosen", r.list.Selected())
	}
}

func TestAListThatGetsShorterShowsItsEnd(t *testing.T) {
	r := newRegister(t, 1000, 600, 360)
	r.list.Select(999)
	r.list.SetRows(manyRows(20), -1)
	rows := r.rows()
	if _, drawn := rows[19]; !drawn || len(rows) < 10 {
		t.Errorf("%d rows are drawn at %v", len(rows), r.list.scroll.Offset.Y)
	}
}

func TestATapChoosesTheRowAndTakesTheFocus(t *testing.T) {
	r := newRegister(t, 20, 600, 360)
	test.Tap(r.rows()[3])
	if r.window.Canvas().Focused() != fyne.Focusable(r.list) {
		t.Error("the focus is elsewhere")
	}
	if r.list.Selected() != 3 {
		t.Errorf("row %d is chosen", r.list.Selected())
	}
	r.told = nil
	test.TapSecondary(r.rows()[5])
	r.heard("selected 5", "menu 5")
}

func TestActionsAppearOnTheRowUnderThePointerAndOnTheChosenOne(t *testing.T) {
	r := newRegister(t, 20, 600, 360)
	shown := func(i int) int {
		n := 0
		for _, b := range r.rows()[i].buttons {
			if b.Visible() {
				n++
			}
		}
		return n
	}
	r.list.Select(3)
	r.rows()[5].MouseIn(&desktop.MouseEvent{})
	if shown(3) != 2 || shown(5) != 2 || shown(4) != 0 {
		t.Errorf("actions: chosen %d, under the pointer %d, elsewhere %d", shown(3), shown(5), shown(4))
	}
	r.told = nil
	test.Tap(r.rows()[5].buttons[1])
	r.heard("open 5")
	r.rows()[5].MouseOut()
	if shown(5) != 0 {
		t.Error("the actions stay")
	}
}

func TestARowShowsFocusHoverAndChoiceApart(t *testing.T) {
	r := newRegister(t, 3, 600, 120)
	seen := map[string]int{}
	state := func(name string) {
		p := r.capture()
		key := fmt.Sprint(count(p, style.Selection), count(p, style.SelectionHover), count(p, style.Hover), count(p, style.Accent))
		if other, same := seen[key]; same {
			t.Errorf("%s looks like state %d", name, other)
		}
		seen[key] = len(seen)
	}
	state("rest")
	r.rows()[1].MouseIn(nil)
	state("hover")
	r.list.Select(1)
	state("chosen and hover")
	r.rows()[1].MouseOut()
	state("chosen")
	r.focus(r.list)
	state("chosen with focus")
}

func TestNarrowRowsLoseTheirTrailingWordsFirst(t *testing.T) {
	for _, c := range []struct {
		percent          int
		width            float32
		trailing, second bool
	}{{100, 600, true, true}, {100, 439, false, true}, {100, 299, false, false}, {200, 900, true, true}, {200, 700, false, true}, {200, 560, false, false}} {
		var l *RowList
		s := showAs(t, style.Light, c.percent, func() fyne.CanvasObject {
			l = NewRowList()
			l.SetRows([]Row{{Icon: "person", Title: "Barbara Example", Second: "barbara@example.com", Trailing: "09:58"}}, -1)
			return l
		}, c.width, 120)
		shows := func(words string) bool {
			return len(findAll(s, func(t *Text) bool { return t.Words() == words })) > 0
		}
		if shows("09:58") != c.trailing || shows("barbara@example.com") != c.second || !shows("Barbara Example") {
			t.Errorf("%v px at %d %%: trailing %v, second %v", c.width, c.percent, shows("09:58"), shows("barbara@example.com"))
		}
	}
}

func TestNothingInARowOverlaps(t *testing.T) {
	long := Row{Icon: "space", Pinned: true, Title: "A very long name of a very long space that nobody can read in one go", Second: "a.very.long.address@a.very.long.domain.example.com", Trailing: "18 Nov 2025"}
	for _, percent := range []int{100, 200} {
		for width := float32(200); width < 1200; width += 90 {
			for _, selected := range []int{-1, 0} {
				var l *RowList
				s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
					l = NewRowList()
					l.Stars = true
					l.Actions = []RowAction{{"copy", "Copy", nil}, {"open", "Open", nil}, {"more", "More", nil}}
					l.SetRows([]Row{long}, selected)
					return l
				}, width, 140)
				var parts []fyne.CanvasObject
				for _, x := range findAll(s, func(x *Text) bool { return x.Words() != "" && x.Size().Width > 0 }) {
					parts = append(parts, x)
				}
				for _, b := range findAll(s, func(*rowButton) bool { return true }) {
					parts = append(parts, b)
				}
				for i, a := range parts {
					if !inside(a, l) {
						t.Errorf("%v px at %d %%: %T reaches out of the row", width, percent, a)
					}
					for _, b := range parts[:i] {
						if overlap(a, b) {
							t.Errorf("%v px at %d %%, selected %d: %T and %T overlap", width, percent, selected, a, b)
						}
					}
				}
			}
		}
	}
}

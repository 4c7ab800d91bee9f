package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

// field puts an entry into a window.
func field(t *testing.T, make func() *Entry, w, h float32) (*Entry, *stage) {
	t.Helper()
	var e *Entry
	s := show(t, func() fyne.CanvasObject {
		e = make()
		column := NewColumn(20, Part{0, e, false})
		e.OnResized(column.Refresh)
		return column
	}, w, h)
	return e, s
}

func TestAFieldTellsWhatIsTyped(t *testing.T) {
	var told []string
	e, s := field(t, func() *Entry {
		e := NewEntry("search", "Search saved links…")
		e.OnChanged = func(s string) { told = append(told, "changed "+s) }
		e.OnSubmitted = func(s string) { told = append(told, "submitted "+s) }
		e.OnFocus = func(on bool) { told = append(told, fmt.Sprint("focus ", on)) }
		return e
	}, 300, 80)
	s.focus(e.Input())
	s.runes("au")
	s.keys(fyne.KeyReturn)
	e.SetText("aurora")
	s.window.Canvas().Unfocus()
	if diff := cmp.Diff([]string{"focus true", "changed a", "changed au", "submitted au", "changed aurora", "focus false"}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if e.Text() != "aurora" || e.Focused() {
		t.Errorf("holds %q, focused %v", e.Text(), e.Focused())
	}
}

func TestThePageSeesKeysAndShortcutsBeforeTheField(t *testing.T) {
	var seen []string
	keep := true
	e, s := field(t, func() *Entry {
		e := NewEntry("", "")
		e.OnKey = func(k *fyne.KeyEvent) bool { seen = append(seen, string(k.Name)); return keep }
		e.OnShortcut = func(c fyne.Shortcut) bool { seen = append(seen, c.ShortcutName()); return keep }
		return e
	}, 300, 80)
	s.focus(e.Input())
	s.runes("abc")
	s.keys(fyne.KeyBackspace)
	s.shortcut(&fyne.ShortcutSelectAll{})
	if e.Text() != "abc" || e.input.SelectedText() != "" {
		t.Errorf("kept keys reach the field: %q, selected %q", e.Text(), e.input.SelectedText())
	}
	keep = false
	s.keys(fyne.KeyBackspace)
	s.shortcut(&fyne.ShortcutSelectAll{})
	if e.Text() != "ab" || e.input.SelectedText() != "ab" {
		t.Errorf("other keys do not: %q, selected %q", e.Text(), e.input.SelectedText())
	}
	if diff := cmp.Diff([]string{"BackSpace", "SelectAll", "BackSpace", "SelectAll"}, seen); diff != "" {
		t.Errorf("seen (-want +got):\n%s", diff)
	}
}

func TestTabLeavesEveryField(t *testing.T) {
	var one, many, last *Entry
	s := show(t, func() fyne.CanvasObject {
		one, many, last = NewEntry("", ""), NewArea("link", "Paste", 3, 8), NewEntry("", "")
		many.SetText("some text")
		return NewColumn(20, Part{0, one, false}, Part{8, many, false}, Part{8, last, false})
	}, 300, 300)
	if diff := len(s.tabStops()); diff != 3 {
		t.Errorf("%d tab stops for three fields", diff)
	}
	if many.input.AcceptsTab() {
		t.Error("a field of several lines keeps Tab")
	}
}

func TestAnAreaGrowsWithItsLinesUpToItsMost(t *testing.T) {
	for _, percent := range []int{100, 200} {
		var e *Entry
		resized := 0
		s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
			e = NewArea("", "Paste", 2, 5)
			column := NewColumn(0, Part{0, e, false})
			e.OnResized(func() { resized++; column.Refresh() })
			return column
		}, 400, 500)
		s.focus(e.Input())
		var heights []float32
		for lines := range 8 {
			e.SetText(strings.Repeat("x\n", lines) + "x")
			heights = append(heights, e.Size().Height)
			if e.Size().Height != e.MinSize().Height {
				t.Errorf("%d lines: is %v high, wants %v", lines+1, e.Size().Height, e.MinSize().Height)
			}
		}
		pitch := e.pitch(style.Of(e))
		for i, h := range heights {
			lines := min(max(i+1, 2), 5)
			if got := (h - 16) / pitch; int(got+0.1) != lines {
				t.Errorf("at %d %%, %d lines are %.2f lines high, want %d", percent, i+1, got, lines)
			}
		}
		if resized != 3 {
			t.Errorf("told %d times that it wants another height, want 3", resized)
		}
		e.SetText("")
		if e.Size().Height != heights[0] {
			t.Error("does not shrink again")
		}
	}
}

func TestALongLineMakesAnAreaGrowToo(t *testing.T) {
	e, _ := field(t, func() *Entry { return NewArea("", "Paste", 1, 6) }, 240, 300)
	before := e.Size().Height
	e.SetText(strings.Repeat("webexteams://im?space=b69a0c50 ", 4))
	if e.Size().Height <= before {
		t.Errorf("is %v high, was %v", e.Size().Height, before)
	}
}

func TestTheFrameSaysRestFocusAndWrong(t *testing.T) {
	e, s := field(t, func() *Entry { return NewEntry("", "E-mail") }, 300, 80)
	counts := func() [3]int {
		p := s.capture()
		return [3]int{count(p, style.Accent), count(p, style.InUse), count(p, style.InUseTint)}
	}
	rest := s.capture()
	s.focus(e.Input())
	focused := counts()
	s.window.Canvas().Unfocus()
	e.SetInvalid(true)
	wrong := counts()
	s.focus(e.Input())
	both := counts()
	e.SetInvalid(false)
	s.window.Canvas().Unfocus()
	// A line of two pixels around 260 px by 32, but for the round corners.
	const line, ground = 2 * 2 * (240 + 20), 200 * 20
	if focused[0] < line || focused[1]+focused[2] != 0 {
		t.Errorf("focus: %v", focused)
	}
	if wrong[0] != 0 || wrong[1] < line || wrong[2] < ground {
		t.Errorf("wrong: %v", wrong)
	}
	if both[0] < line || both[2] < ground {
		t.Errorf("wrong with focus: %v", both)
	}
	if n := differing(rest, s.capture()); n != 0 {
		t.Errorf("afterwards %d pixels differ", n)
	}
}

func TestAFieldKeepsItsPartsInItsFrame(t *testing.T) {
	for _, percent := range []int{100, 200} {
		for _, width := range []float32{160, 300, 600} {
			var e *Entry
			pressed := 0
			s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
				e = NewEntry("search", "Search saved links…")
				e.SetAction(NewIconButton("x", "Clear", func() { pressed++ }))
				e.SetText("a rather long text that does not fit into a narrow field")
				return NewColumn(0, Part{0, e, false})
			}, width, 100)
			if e.Size().Height != style.Of(e).Height(style.ButtonHeight) {
				t.Errorf("is %v high", e.Size().Height)
			}
			for name, o := range map[string]fyne.CanvasObject{"icon": e.icon, "action": e.action} {
				if !inside(o, e) || overlap(o, e.input) && name == "icon" {
					t.Errorf("%v px at %d %%: the %s is at %v", width, percent, name, at(o))
				}
			}
			// Fyne's entry keeps some room above and below its words; those stay in the frame.
			if words := at(e.input); words[0] < entryPad-4 || words[0]+words[2] > width-e.action.Size().Width+4 {
				t.Errorf("%v px at %d %%: the words are at %v", width, percent, words)
			}
			if overlap(e.action, e.icon) {
				t.Errorf("%v px at %d %%: icon and action overlap", width, percent)
			}
			test.Tap(find(s, func(b *Button) bool { return b.Words() == "Clear" }))
			if pressed != 1 {
				t.Error("the action does nothing")
			}
			e.SetAction(nil)
			if len(findAll(s, func(*Button) bool { return true })) != 0 {
				t.Error("the action stays")
			}
		}
	}
}

func TestTheHintOfAnAreaGoesWithItsIcon(t *testing.T) {
	e, s := field(t, func() *Entry { return NewArea("link", "Paste, type or drop", 2, 5) }, 400, 120)
	if !e.icon.Visible() {
		t.Error("the icon is not there at first")
	}
	s.focus(e.Input())
	if e.icon.Visible() {
		t.Error("the icon stays beside the cursor")
	}
	s.runes("x")
	s.window.Canvas().Unfocus()
	if e.icon.Visible() {
		t.Error("the icon stays beside text")
	}
	e.SetText("")
	if !e.icon.Visible() {
		t.Error("the icon does not come back")
	}
}

func TestTheCursorGoesToTheEnd(t *testing.T) {
	one, s := field(t, func() *Entry { return NewEntry("", "") }, 300, 80)
	one.SetText("佐藤 花子")
	one.CursorToEnd()
	s.focus(one.Input())
	s.runes("!")
	if one.Text() != "佐藤 花子!" {
		t.Errorf("holds %q", one.Text())
	}
	one.SelectAll()
	s.runes("new")
	if one.Text() != "new" {
		t.Errorf("after SelectAll holds %q", one.Text())
	}
	many, s := field(t, func() *Entry { return NewArea("", "", 2, 5) }, 300, 120)
	many.SetText("one\ntwo")
	many.CursorToEnd()
	s.focus(many.Input())
	s.runes("!")
	if many.Text() != "one\ntwo!" {
		t.Errorf("holds %q", many.Text())
	}
}

func TestAHintWithoutRoomGivesWayToTheShortOne(t *testing.T) {
	for name, c := range map[string]struct {
		area  bool
		width float32
		want  string
	}{
		"a line with room":     {false, 300, "Search saved links…"},
		"a line without room":  {false, 100, "Search…"},
		"an area with room":    {true, 300, "Search saved links…"},
		"an area without room": {true, 75, "Search…"},
	} {
		var e *Entry
		show(t, func() fyne.CanvasObject {
			e = NewEntry("", "Search saved links…")
			if c.area {
				e = NewArea("", "Search saved links…", 2, 4)
			}
			e.Short = "Search…"
			return NewColumn(0, Part{0, e, false})
		}, c.width, 100)
		if e.input.PlaceHolder != c.want {
			t.Errorf("%s: the hint is %q", name, e.input.PlaceHolder)
		}
	}
}

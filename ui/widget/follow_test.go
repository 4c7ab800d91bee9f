package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

func TestAScrollFollowsTheFocusAndPageKeysTurnIt(t *testing.T) {
	var first, last *Button
	var field *Entry
	var scroll *container.Scroll
	s := show(t, func() fyne.CanvasObject {
		first, last, field = NewButton(Outlined, "", "First", nil), NewButton(Outlined, "", "Last", nil), NewEntry("", "")
		scroll = NewFollowing(NewColumn(style.PageMargin, Part{0, first, false}, Part{600, field, false}, Part{600, last, false}))
		return scroll
	}, 300, 200)
	seen := func(o fyne.CanvasObject) bool { return inside(o, scroll) }
	for _, c := range []struct {
		focus fyne.Focusable
		o     fyne.CanvasObject
	}{{last, last}, {field.Input(), field}, {first, first}} {
		s.focus(c.focus)
		if !seen(c.o) {
			t.Errorf("%T with the focus is out of sight at %v", c.o, scroll.Offset.Y)
		}
	}
	s.keys(fyne.KeyPageDown)
	if scroll.Offset.Y < 150 || seen(first) {
		t.Errorf("a page further is at %v", scroll.Offset.Y)
	}
	for range 20 {
		s.keys(fyne.KeyPageDown)
	}
	if !seen(last) {
		t.Error("the end is out of sight")
	}
	for range 20 {
		s.keys(fyne.KeyPageUp)
	}
	if scroll.Offset.Y != 0 {
		t.Errorf("the beginning is at %v", scroll.Offset.Y)
	}
}

func TestOnlyWhatIsInAScrollMovesWithIt(t *testing.T) {
	var within, beside *Button
	var scroll *container.Scroll
	show(t, func() fyne.CanvasObject {
		within, beside = NewButton(Outlined, "", "Within", nil), NewButton(Outlined, "", "Beside", nil)
		scroll = NewFollowing(NewColumn(0, Part{0, within, false}, Part{900, NewSpace(1, 1), false}))
		return container.NewBorder(beside, nil, nil, nil, scroll)
	}, 300, 200)
	if got := scrollsOf(within); len(got) != 1 || got[0] != scroll {
		t.Errorf("%d scrolls", len(got))
	}
	if got := scrollsOf(beside); len(got) != 0 {
		t.Errorf("%d scrolls of what is beside", len(got))
	}
	if at := scroll.Content.Position(); at != (fyne.Position{}) {
		t.Errorf("asking leaves the content at %v", at)
	}
}

func TestEscapeOfAWidgetGoesToTheWindow(t *testing.T) {
	var b *Button
	var parts *Segments
	var e *Entry
	s := show(t, func() fyne.CanvasObject {
		b, parts, e = NewButton(Outlined, "", "Go", nil), NewSegments([]string{"A", "B"}, func(int) {}), NewEntry("", "")
		return NewColumn(0, Part{0, b, false}, Part{8, parts, false}, Part{8, e, false})
	}, 300, 200)
	escapes := 0
	s.window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			escapes++
		}
	})
	for i, f := range []fyne.Focusable{b, parts, e.Input()} {
		s.focus(f)
		s.keys(fyne.KeyEscape)
		if escapes != i+1 {
			t.Errorf("Escape on %T did not come to the window", f)
		}
	}
	b.OnKey(func(*fyne.KeyEvent) bool { return true })
	s.focus(b)
	if s.keys(fyne.KeyEscape); escapes != 3 {
		t.Error("what the page keeps comes to the window, too")
	}
}

func TestTheMenuKeyOpensTheMenuOfARow(t *testing.T) {
	var l *RowList
	opened := -1
	s := show(t, func() fyne.CanvasObject {
		l = NewRowList()
		l.OnMenu = func(i int, _ fyne.Position) { opened = i }
		l.SetRows([]Row{{Title: "One"}, {Title: "Two"}}, -1)
		return l
	}, 300, 200)
	s.focus(l)
	s.keys(fyne.KeyDown, desktop.KeyMenu)
	if opened != 1 {
		t.Errorf("the menu of row %d", opened)
	}
}

func TestACalmListChoosesNothingByTheFocusAlone(t *testing.T) {
	var l *RowList
	var told []int
	s := show(t, func() fyne.CanvasObject {
		l = NewRowList()
		l.Calm = func() bool { return true }
		l.OnSelected = func(i int) { told = append(told, i) }
		l.SetRows([]Row{{Title: "One"}, {Title: "Two"}, {Title: "Three"}}, -1)
		return l
	}, 300, 200)
	s.focus(l)
	if len(told) != 0 || l.Selected() != 0 {
		t.Errorf("told %v, the keys are on row %d", told, l.Selected())
	}
	s.keys(fyne.KeyDown)
	l.Point(2)
	l.Point(9)
	if len(told) != 1 || told[0] != 1 || l.Selected() != 2 {
		t.Errorf("told %v, the keys are on row %d", told, l.Selected())
	}
}

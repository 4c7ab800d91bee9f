package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// ticked is a check in a window, and what it has told.
func ticked(t *testing.T, words string, width float32) (c *widget.Check, told *[]bool, w fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	told = new([]bool)
	c = widget.NewCheck(words, func(on bool) { *told = append(*told, on) })
	w = test.NewTempWindow(t, c)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 200))
	return c, told, w
}

func TestACheckIsChangedByTapBlankAndEnter(t *testing.T) {
	for name, change := range map[string]func(*widget.Check){
		"a tap":   func(c *widget.Check) { test.Tap(c) },
		"a blank": func(c *widget.Check) { c.TypedRune(' ') },
		"Enter":   func(c *widget.Check) { c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
	} {
		t.Run(name, func(t *testing.T) {
			c, told, _ := ticked(t, "Notify", 300)
			change(c)
			if !c.On() {
				t.Error("is not ticked")
			}
			change(c)
			if c.On() {
				t.Error("is still ticked")
			}
			if got := *told; len(got) != 2 || !got[0] || got[1] {
				t.Errorf("told %v, want true and false", got)
			}
		})
	}
}

func TestASetCheckTellsNobody(t *testing.T) {
	c, told, _ := ticked(t, "Notify", 300)
	c.SetOn(true)
	if !c.On() || len(*told) != 0 {
		t.Errorf("on is %v, told %v", c.On(), *told)
	}
}

func TestADisabledCheckIsDeaf(t *testing.T) {
	c, told, _ := ticked(t, "Notify", 300)
	c.Disable()
	test.Tap(c)
	c.TypedRune(' ')
	if c.On() || len(*told) != 0 {
		t.Errorf("on is %v, told %v", c.On(), *told)
	}
}

func TestACheckIsOneTabStopThatTellsItsFocus(t *testing.T) {
	c, _, w := ticked(t, "Notify", 300)
	var told []bool
	c.OnFocused(func(on bool) { told = append(told, on) })
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(c) {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	w.Canvas().Unfocus()
	if len(told) != 2 || !told[0] || told[1] {
		t.Errorf("told %v, want true and false", told)
	}
}

func TestTheWordsOfACheckWrapInsteadOfBeingCut(t *testing.T) {
	c, _, _ := ticked(t, "Notify when a link was copied to the clipboard", 400)
	if one, many := c.HeightFor(400), c.HeightFor(120); many < 2*one {
		t.Errorf("%.0f px high at 120 px of width, %.0f at 400", many, one)
	}
}

// TestTheTickShows compares pictures: the box alone may differ, and must.
func TestTheTickShows(t *testing.T) {
	c, _, w := ticked(t, "Notify", 300)
	before := w.Canvas().Capture()
	c.SetOn(true)
	after := w.Canvas().Capture()
	inBox, outside := 0, 0
	side := int(style.IconRow)
	for y := range 200 {
		for x := range 300 {
			if before.At(x, y) == after.At(x, y) {
				continue
			}
			if x < side+1 {
				inBox++
			} else {
				outside++
			}
		}
	}
	if inBox < side*side/2 || outside > 0 {
		t.Errorf("%d pixels of the box differ, %d elsewhere", inBox, outside)
	}
}

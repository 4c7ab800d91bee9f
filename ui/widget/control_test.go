package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// pressable is everything that is pressed like a button.
type pressable interface {
	fyne.Widget
	fyne.Tappable
	fyne.Focusable
	fyne.Disableable
	desktop.Hoverable
	desktop.Mouseable
}

// pressables makes one of each, which calls back.
var pressables = map[string]func(pressed func()) pressable{
	"a filled button":    func(f func()) pressable { return NewButton(Filled, "copy", "Copy link", f) },
	"an outlined one":    func(f func()) pressable { return NewButton(Outlined, "", "Cancel", f) },
	"a quiet one":        func(f func()) pressable { return NewButton(Quiet, "import", "Import…", f) },
	"a link":             func(f func()) pressable { return NewButton(Linked, "", "Undo", f) },
	"an icon button":     func(f func()) pressable { return NewIconButton("more", "More", f) },
	"a chip":             func(f func()) pressable { return NewChip("Spaces", "6", f) },
	"a page of the rail": func(f func()) pressable { return NewNavItem("link", "Links", f) },
	"the rail's search":  func(f func()) pressable { return NewSearchButton("Search", "Ctrl+K", f) },
	"a check box":        func(f func()) pressable { return NewCheck("Notify", func(bool) { f() }) },
}

// pressed puts each kind into a window and counts how often it is pressed.
func pressed(t *testing.T, do func(t *testing.T, s *stage, w pressable, times *int)) {
	for name, make := range pressables {
		t.Run(name, func(t *testing.T) {
			times := 0
			var w pressable
			s := show(t, func() fyne.CanvasObject {
				w = make(func() { times++ })
				return NewColumn(20, Part{0, w, true})
			}, 240, 100)
			do(t, s, w, &times)
		})
	}
}

func TestWhatCanBePressedAnswersToMouseAndKeys(t *testing.T) {
	pressed(t, func(t *testing.T, s *stage, w pressable, times *int) {
		test.Tap(w)
		s.focus(w)
		s.keys(fyne.KeyReturn, fyne.KeyEnter)
		s.runes(" ")
		if *times != 4 {
			t.Errorf("pressed %d times by a tap, Enter twice and a blank", *times)
		}
		s.runes("x")
		s.keys(fyne.KeyDown, fyne.KeyEscape)
		if *times != 4 {
			t.Errorf("other keys press it")
		}
	})
}

func TestWhatIsDisabledIsDeaf(t *testing.T) {
	pressed(t, func(t *testing.T, s *stage, w pressable, times *int) {
		w.Disable()
		test.Tap(w)
		w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		w.TypedRune(' ')
		w.MouseDown(nil)
		if *times != 0 || !w.Disabled() {
			t.Errorf("pressed %d times", *times)
		}
		w.MouseUp(nil)
		w.Enable()
		test.Tap(w)
		if *times != 1 || w.Disabled() {
			t.Errorf("pressed %d times after it was enabled", *times)
		}
	})
}

func TestFocusShowsAsALineOfTwoPixels(t *testing.T) {
	pressed(t, func(t *testing.T, s *stage, w pressable, _ *int) {
		before := s.capture()
		at := count(before, style.Accent)
		s.focus(w)
		picture := s.capture()
		// The least: two lines along the shorter sides, two pixels each.
		side := int(min(w.Size().Width, w.Size().Height, 20))
		if gained := count(picture, style.Accent) - at; gained < 4*side {
			t.Errorf("focus adds %d pixels of accent, want at least %d", gained, 4*side)
		}
		s.window.Canvas().Unfocus()
		if differing(before, s.capture()) != 0 {
			t.Error("something of the focus stays")
		}
	})
}

func TestHoverAndPressShowAndGo(t *testing.T) {
	pressed(t, func(t *testing.T, s *stage, w pressable, _ *int) {
		rest := s.capture()
		w.MouseIn(&desktop.MouseEvent{})
		hover := s.capture()
		w.MouseOut()
		if differing(rest, hover) == 0 || differing(rest, s.capture()) != 0 {
			t.Error("hover does not show, or stays")
		}
	})
	for _, weight := range []Weight{Filled, Outlined, Quiet, Linked} {
		t.Run(fmt.Sprint("a press of weight ", weight), func(t *testing.T) {
			var b *Button
			s := show(t, func() fyne.CanvasObject {
				b = NewButton(weight, "copy", "Copy", func() {})
				return NewColumn(20, Part{0, b, true})
			}, 200, 80)
			b.MouseIn(nil)
			hover := s.capture()
			b.MouseDown(nil)
			down := s.capture()
			b.MouseUp(nil)
			if differing(hover, down) == 0 || differing(hover, s.capture()) != 0 {
				t.Error("the press does not show, or stays")
			}
		})
	}
}

func TestEveryControlIsOneTabStop(t *testing.T) {
	pressed(t, func(t *testing.T, s *stage, w pressable, _ *int) {
		if stops := s.tabStops(); len(stops) != 1 || stops[0] != fyne.Focusable(w) {
			t.Errorf("Tab stops at %v", stops)
		}
	})
}

func TestControlsGrowWithTheText(t *testing.T) {
	for name, make := range pressables {
		var sizes [2]fyne.Size
		for i, percent := range []int{100, 200} {
			var w pressable
			showAs(t, style.Light, percent, func() fyne.CanvasObject {
				w = make(func() {})
				return NewColumn(20, Part{0, w, true})
			}, 600, 200)
			sizes[i] = w.MinSize()
		}
		if sizes[1].Height < 1.5*sizes[0].Height || sizes[1].Height > 2*sizes[0].Height {
			t.Errorf("%s is %v high at 100 %%, %v at 200 %%", name, sizes[0].Height, sizes[1].Height)
		}
	}
}

func TestAButtonIsAsWideAsWhatItSays(t *testing.T) {
	var plain, hinted, icon *Button
	show(t, func() fyne.CanvasObject {
		plain, hinted, icon = NewButton(Filled, "", "Copy link", nil), NewButton(Filled, "copy", "Copy link", nil), NewIconButton("x", "Close", nil)
		hinted.Hint = "Ctrl+Enter"
		return NewColumn(20, Part{0, plain, true}, Part{8, hinted, true}, Part{8, icon, true})
	}, 400, 200)
	if plain.MinSize().Width >= hinted.MinSize().Width || icon.MinSize().Width != icon.MinSize().Height {
		t.Errorf("plain %v, with icon and hint %v, an icon alone %v", plain.MinSize(), hinted.MinSize(), icon.MinSize())
	}
	before := plain.MinSize().Width
	plain.SetText("Copy this link to the clipboard")
	if plain.MinSize().Width <= before {
		t.Error("longer words do not make it wider")
	}
	test.Tap(plain) // without something to do, nothing happens
}

func TestButtonsNameThemselvesToAssistiveSoftware(t *testing.T) {
	show(t, func() fyne.CanvasObject {
		icon := NewIconButton("x", "Close", nil)
		if icon.AccessibilityLabel() != "Close" || icon.AccessibilityRole() != fyne.AccessibleRoleButton {
			t.Errorf("an icon button is %q", icon.AccessibilityLabel())
		}
		link := NewButton(Linked, "", "Undo", nil)
		if link.AccessibilityLabel() != "Undo" || link.AccessibilityRole() != fyne.AccessibleRoleLink {
			t.Errorf("a link is %q", link.AccessibilityLabel())
		}
		if link.Cursor() != desktop.PointerCursor || icon.Cursor() != desktop.DefaultCursor {
			t.Error("only links have a hand over them")
		}
		item := NewNavItem("link", "Links", nil)
		if item.AccessibilityLabel() != "Links" || item.AccessibilityRole() != fyne.AccessibleRoleButton {
			t.Errorf("a page is %q", item.AccessibilityLabel())
		}
		return link
	}, 100, 40)
}

func TestACopyButtonSaysForAMomentThatItCopied(t *testing.T) {
	var c *CopyButton
	var clock timers
	show(t, func() fyne.CanvasObject {
		c = NewCopyButton("Copy link", "Copied", "Ctrl+Enter", func() {})
		c.After = clock.after
		return c
	}, 300, 40)
	test.Tap(c.Button)
	if c.Words() != "Copy link" {
		t.Fatal("it says so before it is told")
	}
	c.Copied()
	if c.Words() != "Copied" || c.Icon != "check" {
		t.Errorf("says %q with %s", c.Words(), c.Icon)
	}
	c.Copied() // once more: the first moment no longer counts
	if n := clock.ring(); n != 1 {
		t.Errorf("%d moments were waited for", n)
	}
	if c.Words() != "Copy link" || c.Icon != "copy" {
		t.Errorf("says %q with %s after the moment", c.Words(), c.Icon)
	}
}

func TestAChipShowsWhetherItIsOnWithoutColourAlone(t *testing.T) {
	var c *Chip
	s := show(t, func() fyne.CanvasObject {
		c = NewChip("Spaces", "6", nil)
		return NewColumn(20, Part{0, c, true})
	}, 160, 80)
	off := s.capture()
	c.Set("6", true)
	if !c.On() || differing(off, s.capture()) == 0 {
		t.Error("on looks like off")
	}
	c.Set("7", true)
	if c.Words() != "Spaces" {
		t.Errorf("says %q", c.Words())
	}
}

package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

func TestAToastSaysOffersAndGoes(t *testing.T) {
	var clock timers
	var toast *Toast
	undone, said := 0, 0
	s := show(t, func() fyne.CanvasObject {
		toast = NewToast()
		toast.After = clock.after
		toast.OnSaid = func() { said++; toast.Place(fyne.NewSize(600, 300)) }
		return container.NewWithoutLayout(toast)
	}, 600, 300)
	if toast.Visible() || toast.Act() {
		t.Fatal("is there before it has something to say")
	}
	toast.Say(Fine, Strong("Marketing")+" deleted.", "Undo", func() { undone++ })
	if !toast.Visible() || toast.Words() != "Marketing deleted." || said != 1 {
		t.Errorf("visible %v, says %q, told %d times", toast.Visible(), toast.Words(), said)
	}
	test.Tap(find(s, func(b *Button) bool { return b.Words() == "Undo" }))
	if undone != 1 || toast.Visible() || clock.ring() != 0 {
		t.Errorf("undone %d times, visible %v", undone, toast.Visible())
	}
	toast.Say(Fine, "Deleted again.", "Undo", func() { undone++ })
	if !toast.Act() || undone != 2 || toast.Act() {
		t.Errorf("Act has undone %d times", undone)
	}
}

func TestAToastGoesByItselfUnlessItHasSomethingNewToSay(t *testing.T) {
	var clock timers
	var toast *Toast
	show(t, func() fyne.CanvasObject {
		toast = NewToast()
		toast.After = clock.after
		return toast
	}, 600, 300)
	toast.Say(Fine, "One.", "", nil)
	toast.Say(Caution, "Two.", "", nil)
	if n := len(clock.waiting); n != 2 || clock.waiting[0].f != nil {
		t.Errorf("%d waits; the first one's is still on", n)
	}
	if toast.Act() {
		t.Error("acts without an offer")
	}
	if clock.ring() != 1 || toast.Visible() {
		t.Error("does not go by itself")
	}
	toast.Say(Fine, "Three.", "", nil)
	toast.Dismiss()
	if clock.ring() != 0 {
		t.Error("the clock runs on after it was dismissed")
	}
}

func TestAToastTakesNoFocusAndStandsInItsArea(t *testing.T) {
	long := "The link to " + Strong("a space with a very long name that nobody can read") + " was copied as plain text: this desktop takes one kind of content only."
	for _, percent := range []int{100, 200} {
		for _, area := range []fyne.Size{{Width: 900, Height: 600}, {Width: 584, Height: 376}, {Width: 500, Height: 520}} {
			var toast *Toast
			var field *Entry
			s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
				toast, field = NewToast(), NewEntry("", "")
				toast.After = (&timers{}).after
				return NewColumn(0, Part{0, field, false}, Part{0, toast, true})
			}, area.Width, area.Height)
			s.focus(field.Input())
			toast.Say(Caution, long, "Undo", func() {})
			toast.Place(area)
			if s.window.Canvas().Focused() != field.Input() {
				t.Error("takes the focus")
			}
			p, size := toast.Position(), toast.Size()
			if p.X < style.PageMargin-1 || p.X+size.Width > area.Width-style.PageMargin+1 || p.Y < 0 || p.Y+size.Height != area.Height-style.PageMargin {
				t.Errorf("%v at %d %%: stands at %v, %v large", area, percent, p, size)
			}
			if !inside(toast.words, toast) || !inside(toast.action, toast) || overlap(toast.words, toast.action) {
				t.Errorf("%v at %d %%: words %v and button %v in %v", area, percent, at(toast.words), at(toast.action), size)
			}
		}
	}
}

func TestATipAppearsAfterAMomentAndGoes(t *testing.T) {
	var b, other *Button
	s := show(t, func() fyne.CanvasObject {
		b, other = NewIconButton("x", "Close", func() {}), NewIconButton("star", "Pin", func() {})
		return NewColumn(0, Part{0, NewLine(0, 1, b, NewSpace(0, 1), other), false})
	}, 300, 200)
	visible := func() bool { return s.tips.box.Visible() && s.tips.words.Visible() }
	for name, c := range map[string]struct{ begin, end func() }{
		"hover": {func() { b.MouseIn(nil) }, b.MouseOut},
		"focus": {func() { s.focus(b) }, s.window.Canvas().Unfocus},
		"press": {func() { b.MouseIn(nil) }, func() { test.Tap(b) }},
	} {
		c.begin()
		if visible() {
			t.Errorf("%s: the tip does not wait", name)
		}
		s.timers.ring()
		if !visible() || s.tips.words.Words() != "Close" {
			t.Errorf("%s: no tip", name)
		}
		c.end()
		if visible() {
			t.Errorf("%s: the tip stays", name)
		}
		b.MouseOut()
	}
	b.MouseIn(nil)
	b.MouseOut()
	if s.timers.ring() != 0 || visible() {
		t.Error("a tip appears after the pointer has gone")
	}
	b.MouseIn(nil)
	other.MouseIn(nil)
	b.MouseOut()
	s.timers.ring()
	if s.tips.words.Words() != "Pin" || !visible() {
		t.Errorf("of two, the tip says %q", s.tips.words.Words())
	}
}

func TestATipStaysInTheWindow(t *testing.T) {
	for _, percent := range []int{100, 200} {
		var corners []*Button
		s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
			for range 4 {
				corners = append(corners, NewIconButton("x", "Close this panel and go back to the list of all links", func() {}))
			}
			return NewColumn(0, Part{0, NewLine(0, 1, corners[0], NewSpace(0, 1), corners[1]), false}, Part{300 - 2*corners[0].MinSize().Height, NewLine(0, 1, corners[2], NewSpace(0, 1), corners[3]), false})
		}, 360, 300)
		for i, b := range corners {
			b.MouseIn(nil)
			s.timers.ring()
			if count(s.capture(), style.Ink) < int(s.tips.box.Size().Width*s.tips.box.Size().Height)/2 {
				t.Errorf("corner %d at %d %%: the tip is not drawn", i, percent)
			}
			if !inside(s.tips.box, s.tips) || !inside(s.tips.words, s.tips.box) || overlap(s.tips.box, b) {
				t.Errorf("corner %d at %d %%: the tip is at %v", i, percent, at(s.tips.box))
			}
			b.MouseOut()
		}
	}
}

func TestASheetIsAnsweredByKeys(t *testing.T) {
	for name, c := range map[string]struct {
		keys       []fyne.KeyName
		do, cancel int
		open       bool
	}{
		"Enter in a field":          {[]fyne.KeyName{fyne.KeyReturn}, 1, 0, true},
		"Escape in a field":         {[]fyne.KeyName{fyne.KeyEscape}, 0, 0, false},
		"another key in a field":    {[]fyne.KeyName{fyne.KeyHome}, 0, 0, true},
		"Enter on the filled one":   {[]fyne.KeyName{"tab", "tab", fyne.KeyReturn}, 1, 0, true},
		"Enter on the outlined one": {[]fyne.KeyName{"tab", fyne.KeyReturn}, 0, 1, false},
		"Escape on a button":        {[]fyne.KeyName{"tab", "tab", fyne.KeyEscape}, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			done, cancelled := 0, 0
			s := show(t, func() fyne.CanvasObject { return NewSpace(1, 1) }, 600, 400)
			field := NewEntry("", "Name")
			sheet := NewSheet("Rename", "Cancel", "Rename", func() { done++ })
			sheet.Add(Part{0, sheet.Field(field), false})
			sheet.OnCancel(func() { cancelled++ })
			sheet.Open(s.window.Canvas(), field.Input())
			for _, k := range c.keys {
				if k == "tab" {
					s.window.Canvas().FocusNext()
					continue
				}
				s.keys(k)
			}
			if open := s.window.Canvas().Overlays().Top() == fyne.CanvasObject(sheet); done != c.do || cancelled != c.cancel || open != c.open {
				t.Errorf("done %d, cancelled %d, open %v", done, cancelled, open)
			}
		})
	}
}

func TestASheetHoldsTheFocusAndGivesItBack(t *testing.T) {
	var behind *Entry
	s := show(t, func() fyne.CanvasObject {
		behind = NewEntry("", "")
		return NewColumn(20, Part{0, behind, false})
	}, 600, 400)
	s.focus(behind.Input())
	sheet := NewSheet("Delete?", "Cancel", "Delete", func() {})
	sheet.Open(s.window.Canvas(), nil)
	if s.window.Canvas().Focused() != fyne.Focusable(sheet.OK()) {
		t.Errorf("the focus is on %T", s.window.Canvas().Focused())
	}
	for range 5 {
		s.window.Canvas().FocusNext()
		if s.window.Canvas().Focused() == behind.Input() {
			t.Fatal("Tab leads behind the sheet")
		}
	}
	sheet.Close()
	if s.window.Canvas().Focused() != behind.Input() {
		t.Errorf("afterwards the focus is on %T", s.window.Canvas().Focused())
	}
	sheet.Close() // twice does no harm
}

func TestATapBesideASheetClosesIt(t *testing.T) {
	s := show(t, func() fyne.CanvasObject { return NewSpace(1, 1) }, 600, 400)
	sheet := NewSheet("Rename", "Cancel", "Rename", func() {})
	sheet.Open(s.window.Canvas(), nil)
	test.Tap(sheet.shade)
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("stays open")
	}
}

func TestASheetFitsItsWindowAndScrollsWhatDoesNot(t *testing.T) {
	for _, percent := range []int{100, 200} {
		for _, size := range []fyne.Size{{Width: 1000, Height: 700}, {Width: 720, Height: 520}, {Width: 320, Height: 300}} {
			s := showAs(t, style.Dark, percent, func() fyne.CanvasObject { return NewSpace(1, 1) }, 640, 480)
			var parts []Part
			for range 8 {
				parts = append(parts, Part{12, NewEntry("", "Name"), false})
			}
			sheet := NewSheet("Edit", "Cancel", "Save", func() {}, parts...)
			sheet.Open(s.window.Canvas(), nil)
			s.window.Resize(size)
			if sheet.Size() != size {
				t.Fatalf("the sheet is %v in a window of %v", sheet.Size(), size)
			}
			for name, o := range map[string]fyne.CanvasObject{"card": sheet.card, "title": sheet.title, "body": sheet.scroll, "buttons": sheet.buttons, "Save": sheet.ok} {
				if !inside(o, sheet) || name != "card" && !inside(o, sheet.card) {
					t.Errorf("%v at %d %%: the %s is at %v", size, percent, name, at(o))
				}
			}
			if sheet.scroll.Size().Height < 20 {
				t.Errorf("%v at %d %%: %v is left for the fields", size, percent, sheet.scroll.Size().Height)
			}
		}
	}
}

package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/settings"
	"foyer/ui/style"
)

// statusLine is the height of the line at the window's foot, px at 100 % text.
const statusLine = 28

// stops walks through the window with Tab, from where the focus is until it comes round, and calls see at
// each stop.
func (r *room) stops(see func(at fyne.Focusable)) (n int) {
	r.t.Helper()
	seen := map[fyne.Focusable]bool{}
	for on := r.window.Canvas().Focused(); !seen[on]; on = r.window.Canvas().Focused() {
		if on == nil || n > 200 {
			r.t.Fatalf("after %d stops the focus is on %T", n, on)
		}
		seen[on] = true
		n++
		see(on)
		r.window.Canvas().FocusNext()
	}
	return n
}

// Tab leads through every section, and what it reaches is in sight, in a small window with large text, too.
func TestTabLeadsThroughEverySectionInSight(t *testing.T) {
	// How many stops there are beside the sections' names, the window's own and the page's button.
	least := map[string]int{
		settings.SectionServices: 6, settings.SectionGeneral: 3, settings.SectionNotifications: 4, settings.SectionShortcuts: 2, settings.SectionStart: 2,
		settings.SectionRooms: 5, settings.SectionTexts: 1, settings.SectionMessageTexts: 5, settings.SectionNetwork: 10, settings.SectionAbout: 11,
	}
	for _, c := range []struct {
		name string
		text int
		area fyne.Size
		own  int // stops of window and page around the section
	}{
		{"usual", 100, usual, 3 + 0}, {"small and large", 200, fyne.NewSize(720, 520), 3 + 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := visitWith(t, withHall(signedIn()), style.Light, c.text, c.area)
			furnish(r)
			for section, want := range least {
				r.page.ShowSection(section)
				r.settle()
				r.page.Shown()
				n := r.stops(func(at fyne.Focusable) {
					o := at.(fyne.CanvasObject)
					top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
					bottom := top + o.Size().Height
					if high := o.Size().Height > c.area.Height/3; top < 0 || top > c.area.Height-statusLine || !high && bottom > c.area.Height-statusLine {
						t.Errorf("%s: %T stands from %.0f to %.0f px", section, at, top, bottom)
					}
				})
				names := c.own
				if !r.page.Narrow() {
					names += len(r.page.Actions(func() {}))
				}
				if n < want+names {
					t.Errorf("%s: %d stops, of which %d are around it, want %d more", section, n, names, want)
				}
			}
		})
	}
}

func TestAllSectionsAreReachedByArrowsInANarrowPage(t *testing.T) {
	r := visitWith(t, withHall(signedIn()), style.Dark, 200, fyne.NewSize(720, 520))
	r.page.Shown()
	reached := []string{r.page.Section()}
	for range len(r.page.Actions(func() {})) - 1 {
		r.press(fyne.KeyRight)
		reached = append(reached, r.page.Section())
	}
	for _, name := range whole {
		found := false
		for _, got := range reached {
			found = found || got == name
		}
		if !found {
			t.Errorf("%s is not among %q", name, reached)
		}
	}
	r.press(fyne.KeyHome)
	expect(t, "the section", r.page.Section(), settings.SectionServices)
	r.press(fyne.KeyEnd)
	expect(t, "the section", r.page.Section(), settings.SectionAbout)
}

// A low window with somewhat larger text shows the names beside the cards, and not all of them at once.
func TestNamesOfSectionsScrollIntoSight(t *testing.T) {
	r := visitWith(t, withHall(signedIn()), style.Light, 140, fyne.NewSize(1100, 520))
	if r.page.Narrow() {
		t.Fatal("the page is narrow")
	}
	for i := range r.page.Actions(func() {}) {
		r.focus(r.page.NavControl(i))
		o := r.page.NavControl(i).(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		if top < 0 || top+o.Size().Height > 520-28 {
			t.Errorf("name %d stands from %.0f to %.0f px", i, top, top+o.Size().Height)
		}
	}
}

// What does not fit beside the chosen section is in a menu, which the keyboard opens and uses.
func TestTheMenuOfSectionsIsUsedByKeys(t *testing.T) {
	r := visitWith(t, withHall(signedIn()), style.Light, 200, fyne.NewSize(720, 520))
	r.page.Shown()
	r.window.Canvas().FocusNext()
	r.press(fyne.KeySpace)
	if r.window.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu opens")
	}
	draw(t, r, "all-menu")
	r.press(fyne.KeyUp, fyne.KeyReturn) // from the first to the last
	expect(t, "the section", r.page.Section(), settings.SectionAbout)
}

package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// screen is a page that fills a screen on F11.
type screen struct {
	*room
	shell func() *Shell
	on    bool
}

func (s *screen) ToggleFullScreen() {
	s.on = !s.on
	s.shell().SetBare(s.on)
}

func TestAPageThatFillsTheScreenHasNothingBesideIt(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	page := &screen{room: newRoom("rooms", l.diary), shell: func() *Shell { return l.shell }}
	l.shell.entries[1].Page = page
	l.shell.house(1)
	l.shell.Show("rooms")
	f := l.shell.frame
	beside := f.pages.Size()
	l.shell.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
	if f.rail.Visible() || f.status.Visible() || f.pages.Size() != f.Size() {
		t.Errorf("the page has %v of %v, rail %v, status line %v", f.pages.Size(), f.Size(), f.rail.Visible(), f.status.Visible())
	}
	l.shell.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
	if !f.rail.Visible() || !f.status.Visible() || f.pages.Size() != beside {
		t.Errorf("afterwards the page has %v, want %v", f.pages.Size(), beside)
	}
	l.shell.Show("links")
	l.shell.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11}) // a page that cannot
	if page.on {
		t.Error("a page out of sight fills the screen")
	}
}

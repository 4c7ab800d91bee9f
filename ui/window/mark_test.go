package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheMarkStandsAboveTheFootOnEveryPageAndIsNotThereWithoutWords(t *testing.T) {
	plain := newLobby(t, 100, 1000, 700)
	if plain.shell.frame.rail.mark.Visible() {
		t.Error("an ordinary Foyer has a mark")
	}
	taps := 0
	for _, c := range []struct {
		percent int
		w, h    float32
		hidden  bool
	}{
		{100, 1000, 700, false},
		{100, 720, 520, true},
		{200, 1000, 700, true},
	} {
		l := newLobby(t, c.percent, c.w, c.h)
		r := l.shell.frame.rail
		r.setMark("Demo office", "what it is", func() { taps++ })
		r.Refresh()
		l.window.SetContent(l.shell.Content()) // the rail draws its mark from the beginning
		l.window.Resize(fyne.NewSize(c.w, c.h))
		foot := r.items[len(r.items)-1]
		if r.mark.Position().Y+r.mark.Size().Height > foot.Position().Y {
			t.Errorf("at %d %%, %v wide: the mark covers the foot", c.percent, c.w)
		}
		if r.mark.Hidden != c.hidden {
			t.Errorf("at %d %%, %v wide: hidden %v, want %v", c.percent, c.w, r.mark.Hidden, c.hidden)
		}
		if c.hidden {
			continue
		}
		if r.mark.Position().X < 0 || r.mark.Position().X+r.mark.Size().Width > r.Size().Width {
			t.Errorf("at %d %%, %v wide: the mark leaves the rail", c.percent, c.w)
		}
		test.Tap(r.mark)
	}
	if taps != 1 {
		t.Errorf("%d of 1 taps arrived", taps)
	}
}

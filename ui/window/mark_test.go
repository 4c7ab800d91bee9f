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
		want    string
	}{
		{100, 1000, 700, "Demo office"},
		{100, 720, 520, "Demo"},
		{200, 1000, 700, "Demo"},
	} {
		l := newLobby(t, c.percent, c.w, c.h)
		r := l.shell.frame.rail
		r.setMark("Demo office", "Demo", "what it is", func() { taps++ })
		r.Refresh()
		l.window.SetContent(l.shell.Content()) // the rail draws its mark from the beginning
		l.window.Resize(fyne.NewSize(c.w, c.h))
		if r.mark.Words() != c.want {
			t.Errorf("at %d %%, %v wide: %q, want %q", c.percent, c.w, r.mark.Words(), c.want)
		}
		foot := r.items[len(r.items)-1]
		if r.mark.Position().Y+r.mark.Size().Height > foot.Position().Y {
			t.Errorf("at %d %%, %v wide: the mark covers the foot", c.percent, c.w)
		}
		if r.mark.Position().X < 0 || r.mark.Position().X+r.mark.Size().Width > r.Size().Width {
			t.Errorf("at %d %%, %v wide: the mark leaves the rail", c.percent, c.w)
		}
		test.Tap(r.mark)
	}
	if taps != 3 {
		t.Errorf("%d of 3 taps arrived", taps)
	}
}

package window

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// greet opens the welcome and notes what is begun.
func greet(l *lobby) {
	note := func(what string) func() { return func() { l.diary.write("%s", what) } }
	l.shell.OpenWelcome(Welcome{Links: note("links"), Messenger: note("messenger"), Meetings: note("meetings"), Demo: note("demo"),
		Languages: []string{"English", "Deutsch", "日本語"}, Speak: func(i int) { l.diary.write("speak %d", i) }}, note("gone"))
}

func TestTheWelcomeLeadsToEveryBeginning(t *testing.T) {
	for words, want := range map[string]string{"Start with links": "links", "Try the demo office": "demo"} {
		l := newLobby(t, 100, 1000, 700)
		greet(l)
		findButton(l, words).Tapped(nil)
		if !slices.Equal(l.diary.lines, []string{"gone", want}) || l.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: %q", words, l.diary.lines)
		}
	}
	for i, want := range []string{"messenger", "meetings"} {
		l := newLobby(t, 100, 1000, 700)
		greet(l)
		offers := findAll[*widget.Offer](l)
		offers[i+1].Button().Tapped(nil)
		if !slices.Equal(l.diary.lines, []string{"gone", want}) {
			t.Errorf("%s: %q", want, l.diary.lines)
		}
	}
}

func TestTheWelcomeIsWalkedByKeysAndLeftWithEscape(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	greet(l)
	greet(l) // a second one changes nothing
	if !l.shell.Welcoming() {
		t.Error("it is not there")
	}
	for range 3 {
		l.window.Canvas().FocusNext()
	}
	l.keys(fyne.KeyEscape)
	if !slices.Equal(l.diary.lines, []string{"gone", "links"}) || l.window.Canvas().Overlays().Top() != nil {
		t.Errorf("%q", l.diary.lines)
	}
	l.diary.lines = nil
	greet(l)
	l.keys(fyne.KeyReturn)
	if !slices.Equal(l.diary.lines, []string{"gone", "links"}) {
		t.Errorf("Enter: %q", l.diary.lines)
	}
}

func TestWhatHasTheFocusIsInSightInALowWindow(t *testing.T) {
	l := newLobby(t, 200, 720, 520)
	greet(l)
	for range 4 {
		l.window.Canvas().FocusNext()
		_, top, _, bottom := bounds(l.window.Canvas().Focused().(fyne.CanvasObject))
		if top < 0 || bottom > 520 {
			t.Errorf("the focus is at %v to %v", top, bottom)
		}
	}
}

func TestTheWelcomeLooks(t *testing.T) {
	folder := os.Getenv("FOYER_PICTURES")
	for _, c := range []struct {
		name    string
		mode    style.Mode
		percent int
		size    fyne.Size
	}{
		{"welcome-light", style.Light, 100, fyne.NewSize(1000, 700)}, {"welcome-dark", style.Dark, 100, fyne.NewSize(1000, 700)},
		{"welcome-200", style.Light, 200, fyne.NewSize(1000, 700)}, {"welcome-small", style.Light, 100, fyne.NewSize(720, 520)},
		{"welcome-small-200", style.Light, 200, fyne.NewSize(720, 520)},
	} {
		l := newLobby(t, c.percent, c.size.Width, c.size.Height)
		fyne.CurrentApp().Settings().SetTheme(style.NewTheme(c.mode, c.percent))
		greet(l)
		last := float32(0)
		for i, o := range findAll[*widget.Offer](l) {
			_, top, right, bottom := bounds(o)
			if top < last || right > c.size.Width || bottom-top < 30 {
				t.Errorf("%s: offer %d stands at %v to %v, right %v, after %v", c.name, i, top, bottom, right, last)
			}
			last = bottom
		}
		if folder == "" {
			continue
		}
		f, err := os.Create(filepath.Join(folder, c.name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, l.window.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
	}
}

//go:build wine

package windows

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

// windowTitle is what the window manager shows.
const windowTitle = "Foyer"

// menu is the tray menu before any link is saved.
var menu = []string{"Paste space info", "New link…", "All links…", "Send message…", "Invite participants…", "Open Foyer", "Settings…", "Quit"}

func TestPasteFromTheTrayPutsHTMLBesideText(t *testing.T) {
	b := newBox(t)
	b.start()
	b.must(b.Copy(t.Context(), spaceInfo))
	b.must(b.ChooseFromEmbedded(t.Context(), menu, "Paste space info"))
	b.holds("text/html", `<a href="`+spaceURL+`">Join me in the Büro 東京 Webex space</a>`)
	b.holds("UTF8_STRING", spaceURL)
	if diff := cmp.Diff([]savedLink{{Name: "Büro 東京", URL: spaceURL}}, b.saved()); diff != "" {
		t.Errorf("saved links (-want +got):\n%s", diff)
	}
	b.must(b.Screenshot(filepath.Join(pictures, "tray.png")))
	b.stop()
}

func TestPasteOnTheCommandLinePutsHTMLBesideText(t *testing.T) {
	b := newBox(t)
	b.start()
	b.must(b.Copy(t.Context(), "mailto:barbara@example.com"))
	b.does(nil, "paste")
	b.holds("text/html", `<a href="webexteams://im?email=barbara@example.com">`)
	b.holds("UTF8_STRING", "webexteams://im?email=barbara@example.com")
	b.stop()
}

func TestASecondStartShowsTheWindowOfTheFirst(t *testing.T) {
	b := newBox(t)
	b.start()
	if out := b.does(nil); out != "" {
		t.Errorf("the second start printed %q", out)
	}
	w := b.window()
	b.must(b.Type(t.Context(), "Barbara Example <barbara@example.com>"))
	b.must(b.Key(t.Context(), "ctrl+Return"))
	b.holds("text/html", `<a href="webexteams://im?email=barbara@example.com">`)
	b.must(b.WaitStill(t.Context(), w))
	b.must(b.WindowShot(w, filepath.Join(pictures, "window.png")))
	b.stop()
	b.must(b.WaitNoWindow(t.Context(), windowTitle))
}

// window waits until the window is there and has the keyboard.
func (b *box) window() session.Window {
	b.t.Helper()
	w, err := b.WaitWindow(b.t.Context(), windowTitle)
	b.must(err)
	b.must(b.Raise(b.t.Context(), w))
	b.must(b.WaitStill(b.t.Context(), w))
	return w
}

func TestAKilledAgentLosesNothingThatWasSaved(t *testing.T) {
	b := newBox(t)
	b.start()
	want := []savedLink{
		{Email: "b@example.com", URL: "webexteams://im?email=b@example.com"},
		{Email: "a@example.com", URL: "webexteams://im?email=a@example.com"},
	}
	b.does(nil, "link", "save", "a@example.com")
	b.does(nil, "link", "save", "b@example.com")
	b.must(b.agent.Kill())
	if diff := cmp.Diff(want, b.saved()); diff != "" {
		t.Errorf("saved links without the agent (-want +got):\n%s", diff)
	}
	b.start()
	if diff := cmp.Diff(want, b.saved()); diff != "" {
		t.Errorf("saved links after a restart (-want +got):\n%s", diff)
	}
	b.stop()
}

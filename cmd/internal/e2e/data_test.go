package e2e

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"foyer/cmd/internal/session"
)

// Where the file dialog has its first file and its button, in a window of the usual size; px from its
// upper left corner.
const (
	firstFileX, firstFileY   = 325, 178
	openButtonX, openButtonY = 926, 640
)

// restarted waits until another agent runs than before, and until its window is there.
func (d *desk) restarted(before []int) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "another agent", func() (bool, error) {
		now, err := d.Pids(built.Foyer)
		return len(now) == 1 && !slices.Contains(before, now[0]), err
	}))
	d.tray()
	d.window()
}

// agents are the running agents.
func (d *desk) agents() []int {
	d.t.Helper()
	pids, err := d.Pids(built.Foyer)
	d.must(err)
	return pids
}

// filesIn are the names of the files in a folder, nil when there is no such folder.
func (d *desk) filesIn(parts ...string) []string {
	d.t.Helper()
	entries, err := os.ReadDir(filepath.Join(parts...))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		d.t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// states are the states of the messages in the outbox.
func (d *desk) states() []string {
	d.t.Helper()
	var all []string
	for _, m := range d.outbox() {
		all = append(all, m.State)
	}
	return all
}

// hasLinks wants these links, in the order of the list.
func (d *desk) hasLinks(urls ...string) {
	d.t.Helper()
	if got := d.urls(); !slices.Equal(got, urls) {
		d.t.Errorf("saved links %q, want %q", got, urls)
	}
}

const (
	barbaraURL = "webexteams://im?email=barbara@example.com"
	mauriceURL = "webexteams://im?email=maurice@example.fr"
)

func TestABackupIsRestoredByTheWindowAndTakenBack(t *testing.T) {
	d := withAgent(t, full)
	d.foyer("config", "set", "chat-messenger.url", "http://127.0.0.1:9")
	if _, err := d.Run(t.Context(), []byte("waiting for an office\n"), built.Foyer, "secret", "set", "chat-messenger", "--keep", "file"); err != nil {
		t.Fatal(err)
	}
	d.foyer("link", "save", "barbara@example.com")
	d.foyer("send", "--to", "barbara@example.com", "The lift is working again.")
	d.foyer("backup", d.Path("home", "all.foyer-backup"))
	d.foyer("outbox", "discard", "all")
	d.foyer("link", "save", "maurice@example.fr")
	d.foyer("show", "settings/data")
	w := d.window()
	before := d.agents()
	// To the button that restores, and into the dialog.
	d.must(d.Key(t.Context(), "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return"))
	d.must(d.WaitStill(t.Context(), w))
	d.must(d.Click(t.Context(), w.X+firstFileX, w.Y+firstFileY, session.LeftButton))
	d.must(d.Click(t.Context(), w.X+openButtonX, w.Y+openButtonY, session.LeftButton))
	d.must(d.WaitStill(t.Context(), w))
	d.must(d.Key(t.Context(), "Tab", "Return"))
	d.restarted(before)
	d.hasLinks(barbaraURL)
	if got := d.states(); !slices.Equal(got, []string{"unknown"}) {
		t.Errorf("the outbox holds %q", got)
	}
	d.menuHas("Outbox: 1 unknown…")
	// The window opens with what was restored, and the way back.
	before = d.agents()
	d.must(d.Key(t.Context(), "Tab", "Tab", "Return"))
	d.must(d.WaitStill(t.Context(), d.window()))
	d.must(d.Key(t.Context(), "Tab", "Return"))
	d.restarted(before)
	d.hasLinks(mauriceURL, barbaraURL)
	if got := d.states(); len(got) != 0 {
		t.Errorf("the outbox holds %q", got)
	}
}

func TestABackupIsRestoredByCommandWhileTheWindowIsOpen(t *testing.T) {
	d := withWindow(t, "links")
	d.foyer("link", "save", "barbara@example.com")
	d.foyer("backup", d.Path("all.foyer-backup"))
	d.foyer("link", "save", "maurice@example.fr")
	before := d.agents()
	d.foyer("restore", d.Path("all.foyer-backup"))
	d.restarted(before)
	d.hasLinks(barbaraURL)
}

func TestEverythingIsErasedWhileTheWindowIsOpen(t *testing.T) {
	d := withWindow(t, "links")
	d.foyer("link", "save", "barbara@example.com")
	d.foyer("erase", "--yes")
	for _, program := range []string{built.Window, built.Foyer} {
		if pids, err := d.Pids(program); err != nil || len(pids) != 0 {
			t.Errorf("%s runs as %v, %v", program, pids, err)
		}
	}
	for _, folder := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		if left := d.filesIn(d.Getenv(folder), "foyer"); len(left) != 0 {
			t.Errorf("%s holds %q", folder, left)
		}
	}
}

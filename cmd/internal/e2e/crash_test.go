package e2e

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"foyer/cmd/internal/session"
	"foyer/services/store"
)

// killWindow kills the window program as the kernel does when memory is short, and returns which
// process that was.
func (d *desk) killWindow() int {
	d.t.Helper()
	pids, err := d.Pids(built.Window)
	d.must(err)
	if len(pids) != 1 {
		d.t.Fatalf("the windows are %v", pids)
	}
	d.must(syscall.Kill(pids[0], syscall.SIGKILL))
	return pids[0]
}

// nextWindow waits for the window that takes the place of the one that was killed.
func (d *desk) nextWindow(killed int) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "another window", func() (bool, error) {
		pids, err := d.Pids(built.Window)
		return len(pids) == 1 && pids[0] != killed, err
	}))
	d.window()
}

// kept waits until the draft of a page, in the demo office's database, holds a text.
func (d *desk) kept(page, text string) {
	d.t.Helper()
	s, err := store.Open(d.t.Context(), filepath.Join(d.Getenv("XDG_DATA_HOME"), "foyer", "demo", "foyer.db"), time.Now)
	d.must(err)
	err = session.Await(d.t.Context(), "the draft to be kept", func() (bool, error) {
		draft, err := s.Draft(d.t.Context(), page)
		return bytes.Contains(draft, []byte(text)), err
	})
	d.must(errors.Join(err, s.Close()))
}

func TestAWindowThatIsKilledComesBackWithWhatWasTyped(t *testing.T) {
	d := inDemo(t)
	d.must(d.Type(t.Context(), "barbara@example.com,maurice@example.fr,"))
	d.must(d.Key(t.Context(), "Tab"))
	d.must(d.Type(t.Context(), "The parcel is at the reception."))
	d.kept("messages", "The parcel is at the reception.")
	d.nextWindow(d.killWindow())
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.must(session.Await(t.Context(), "the message to be sent", func() (bool, error) {
		rows := d.outbox("--demo")
		return len(rows) == 1 && rows[0].State == "sent" && len(rows[0].To) == 2, nil
	}))
	if notices := d.Notices(); len(notices) != 0 {
		t.Errorf("told %v of a window that is there", notices)
	}
}

func TestAWindowThatKeepsDyingIsGivenUpAfterFourTimes(t *testing.T) {
	d := withWindow(t, "rooms")
	for range 3 {
		d.nextWindow(d.killWindow())
	}
	d.killWindow()
	notice, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return strings.Contains(n.Title, "closed unexpectedly") })
	d.must(err)
	if !strings.Contains(notice.Body, "four times within a minute") {
		t.Errorf("told %q", notice.Body)
	}
	if pids, err := d.Pids(built.Window); err != nil || len(pids) > 0 {
		t.Errorf("windows %v, %v", pids, err)
	}
	if _, code := d.exit("show", "rooms"); code == 0 {
		t.Error("a command says that the window opened")
	}
}

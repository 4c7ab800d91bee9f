package e2e

import (
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// firstUse is a desktop whose user has never started Foyer.
var firstUse = session.Options{Notifications: true, Handler: true, FirstUse: true}

// seen waits until the settings say that the welcome was seen.
func (d *desk) seen() {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), "the welcome to be seen", func() (bool, error) {
		return strings.TrimSpace(d.foyer("config", "get", "window.welcome")) == "false", nil
	}))
}

func TestTheFirstStartGreetsAndLinksWorkWithoutAnAccount(t *testing.T) {
	d := withAgent(t, firstUse)
	w := d.window()
	d.must(d.Key(t.Context(), "Return")) // start with links
	d.seen()
	d.must(d.Type(t.Context(), "barbara@example.com"))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com"`)
	// The first time that the window is closed, and no other time, a hint says where Foyer is.
	for range 2 {
		d.must(d.Key(t.Context(), "ctrl+w"))
		d.must(d.WaitNoWindow(t.Context(), w.Title))
		_, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "Foyer keeps running here" })
		d.must(err)
		d.foyer("show")
		d.window()
	}
	hints := 0
	for _, n := range d.Notices() {
		if n.Title == "Foyer keeps running here" {
			hints++
		}
	}
	if hints != 1 {
		t.Errorf("%d hints", hints)
	}
	// The next start is quiet.
	d.foyer("quit")
	<-d.agent.Done()
	d.startAgent()
	if pids, err := d.Pids(built.Window); err != nil || len(pids) > 0 {
		t.Errorf("windows %v, %v", pids, err)
	}
}

func TestTheWelcomeLeadsToTheServiceAndToTheDemo(t *testing.T) {
	d := withAgent(t, firstUse)
	d.window()
	d.must(d.Key(t.Context(), "Tab", "Return")) // connect Chat&Messenger
	d.seen()
	d.must(d.Key(t.Context(), "ctrl+w"))
	d.foyer("config", "set", "window.welcome", "true")
	d.foyer("show")
	d.window()
	d.must(d.Key(t.Context(), "Tab", "Tab", "Tab", "Return")) // try the demo office
	d.must(session.Await(t.Context(), "the demo office", func() (bool, error) {
		out, code := d.exit("--demo", "rooms", "list")
		return code == 0 && strings.Contains(out, "Aurora"), nil
	}))
}

package e2e

import (
	"encoding/json"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// spaceInfo is what Ctrl+Shift+K copies in a Webex space.
const spaceInfo = `Space name: Marketing
Space ID: b69a0c50-3fa8-11f0-b7d6-5d17b726561b
Link to space: webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b
Participant count: 12
External participants count: 1
Conversation type: Group
Client version: 45.6.0.32551
`

const (
	spaceID  = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	spaceURL = "webexteams://im?space=" + spaceID
)

// desk is a throw-away desktop with Foyer in it.
type desk struct {
	*session.Session
	t     *testing.T
	agent *session.Process
}

// full is a desktop with everything that Foyer talks to.
var full = session.Options{Notifications: true, Handler: true}

// newDesk starts a desktop without Foyer. When the test fails, what Foyer said is shown.
func newDesk(t *testing.T, opts session.Options) *desk {
	t.Helper()
	s, err := session.Start(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{Session: s, t: t}
	t.Cleanup(func() {
		if t.Failed() {
			d.report()
		}
		if err := s.Close(); err != nil {
			t.Errorf("closing the desktop: %v", err)
		}
	})
	return d
}

// withAgent starts a desktop and the tray agent, and waits for its icon.
func withAgent(t *testing.T, opts session.Options) *desk {
	t.Helper()
	d := newDesk(t, opts)
	d.startAgent()
	return d
}

func (d *desk) startAgent() {
	d.t.Helper()
	agent, err := d.Launch(built.Foyer)
	if err != nil {
		d.t.Fatal(err)
	}
	d.agent = agent
	d.tray()
}

// tray waits for the icon.
func (d *desk) tray() session.TrayItem {
	d.t.Helper()
	item, err := d.WaitTray(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return item
}

// choose clicks an entry of the tray icon's menu.
func (d *desk) choose(label string) {
	d.t.Helper()
	d.must(d.ChooseFromTray(d.t.Context(), d.tray(), label))
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// foyer runs one command that has to work and returns what it printed.
func (d *desk) foyer(args ...string) string {
	d.t.Helper()
	out, err := d.Run(d.t.Context(), nil, built.Foyer, args...)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(out)
}

// exit runs one command and returns what it printed and its exit code.
func (d *desk) exit(args ...string) (string, int) {
	d.t.Helper()
	out, err := d.Run(d.t.Context(), nil, built.Foyer, args...)
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return string(out), exit.ExitCode()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return string(out), 0
}

// savedLink is a row of `foyer link list --json`.
type savedLink struct {
	Kind, ID, Name, Email, URL string
	Ref                        int64
	Pinned                     bool
	Used                       string
}

// saved lists the saved links.
func (d *desk) saved() []savedLink {
	d.t.Helper()
	var links []savedLink
	if err := json.Unmarshal([]byte(d.foyer("link", "list", "--json")), &links); err != nil {
		d.t.Fatal(err)
	}
	return links
}

// titles are the URLs of the saved links, in the list's order.
func (d *desk) urls() []string {
	d.t.Helper()
	urls := []string{}
	for _, l := range d.saved() {
		urls = append(urls, l.URL)
	}
	return urls
}

// labels are the entries of the tray menu; "-" is a separator.
func (d *desk) labels() []string {
	d.t.Helper()
	entries, err := d.tray().Menu(d.t.Context())
	d.must(err)
	var labels []string
	for _, e := range entries {
		if e.Separator {
			labels = append(labels, "-")
			continue
		}
		labels = append(labels, e.Label)
	}
	return labels
}

// report shows what a failed test's Foyer said, and keeps a picture of the screen.
func (d *desk) report() {
	if d.agent != nil {
		d.t.Logf("the agent printed:\n%s", d.agent.Output())
	}
	logs, _ := filepath.Glob(filepath.Join(d.Getenv("XDG_STATE_HOME"), "*", "*.log"))
	for _, file := range logs {
		if out, err := exec.Command("tail", "-n", "40", file).Output(); err == nil {
			d.t.Logf("%s:\n%s", filepath.Base(file), out)
		}
	}
	picture := filepath.Join("..", "..", "..", "build", "e2e", strings.ReplaceAll(d.t.Name(), "/", "-")+".png")
	if err := d.Screenshot(picture); err == nil {
		d.t.Logf("the screen: %s", picture)
	}
}

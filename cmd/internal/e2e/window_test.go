package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

// windowTitle is what the window manager shows.
const windowTitle = "Foyer"

// window waits until the window is there and has the keyboard.
func (d *desk) window() session.Window {
	d.t.Helper()
	w, err := d.WaitWindow(d.t.Context(), windowTitle)
	d.must(err)
	d.must(session.Await(d.t.Context(), "the window to be active", func() (bool, error) {
		active, err := d.Active()
		return active.ID == w.ID, err
	}))
	d.must(d.WaitStill(d.t.Context(), w))
	return w
}

// withWindow starts the agent and opens the window at a page, as the tray's menu does.
func withWindow(t *testing.T, page string) *desk {
	t.Helper()
	d := withAgent(t, full)
	d.foyer("show", page)
	d.window()
	return d
}

// holds waits until one form of the clipboard holds a text. xclip, which holds what tests copy,
// answers with its text whatever form is asked for; so the text must be one that only Foyer writes.
func (d *desk) holds(target, text string) {
	d.t.Helper()
	_, err := d.WaitClipboard(d.t.Context(), target, func(now string) bool { return strings.Contains(now, text) })
	d.must(err)
}

func TestALeftClickOpensTheSearchBoxAndItFinds(t *testing.T) {
	d := withAgent(t, full)
	d.foyer("link", "save", spaceInfo)
	d.foyer("link", "save", "Barbara Example <barbara@example.com>")
	d.must(d.ClickTray(t.Context(), session.LeftButton))
	d.window()
	d.must(d.Type(t.Context(), "barb"))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com"`)
	d.must(d.Key(t.Context(), "ctrl+k"))
	d.must(d.Type(t.Context(), "market"))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="`+spaceURL+`"`)
}

func TestATypedAddressBecomesARichLink(t *testing.T) {
	d := withWindow(t, "new-link")
	d.must(d.Type(t.Context(), "Barbara Example <barbara@example.com>"))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com">Contact me in a Webex space</a>`)
	links := d.saved()
	if len(links) != 1 || links[0].Email != "barbara@example.com" || links[0].Name != "Barbara Example" {
		t.Errorf("saved links: %+v", links)
	}
	// The agent holds what was copied, so it survives the window.
	w := d.window()
	d.must(d.Key(t.Context(), "ctrl+w"))
	d.must(d.WaitNoWindow(t.Context(), w.Title))
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com"`)
	if !slices.Contains(d.labels(), "Barbara Example") {
		t.Errorf("the tray menu does not show the new link: %q", d.labels())
	}
}

func TestSpaceInfoIsPastedInTheWindowByKey(t *testing.T) {
	d := withWindow(t, "links")
	d.must(d.Copy(t.Context(), spaceInfo))
	d.must(d.Key(t.Context(), "ctrl+shift+k"))
	d.holds("text/html", `<a href="`+spaceURL+`"`)
	if diff := cmp.Diff([]string{spaceURL}, d.urls()); diff != "" {
		t.Errorf("saved links (-want +got):\n%s", diff)
	}
}

func TestAChosenLinkIsPinnedAndOpenedByKey(t *testing.T) {
	d := withWindow(t, "new-link")
	d.must(d.Type(t.Context(), spaceURL))
	d.must(d.Key(t.Context(), "ctrl+d"))
	d.must(session.Await(t.Context(), "the pinned link", func() (bool, error) {
		links := d.saved()
		return len(links) == 1 && links[0].Pinned, nil
	}))
	d.must(d.Key(t.Context(), "ctrl+o"))
	opened, err := d.WaitOpened(t.Context(), 1)
	d.must(err)
	if diff := cmp.Diff([]string{spaceURL}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
}

func TestTheWindowFollowsWhatOthersChange(t *testing.T) {
	d := withWindow(t, "links")
	before, err := d.Picture(d.window().Rect())
	d.must(err)
	d.foyer("link", "save", "--pin", spaceInfo)
	d.must(d.WaitChange(t.Context(), d.window(), before))
	d.must(d.Key(t.Context(), "ctrl+k"))
	d.must(d.Type(t.Context(), "market"))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="`+spaceURL+`"`)
}

func TestTheWindowSurvivesItsAgentAndQuitsWithIt(t *testing.T) {
	d := withWindow(t, "new-link")
	d.must(d.Type(t.Context(), "a@example.com"))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("UTF8_STRING", "a@example.com")
	d.foyer("quit")
	d.must(d.WaitNoWindow(t.Context(), windowTitle))
	d.must(session.Await(t.Context(), "the window program's end", func() (bool, error) {
		pids, err := d.Pids(built.Window)
		return len(pids) == 0, err
	}))
}

func TestATerminatedAgentTakesItsWindowAlongAndStaysAway(t *testing.T) {
	d := withWindow(t, "links")
	d.must(d.agent.Stop()) // the signal that a session sends at log-out
	if code, err := d.agent.ExitCode(t.Context()); err != nil || code != 0 {
		t.Errorf("the agent ended with %d, %v", code, err)
	}
	for _, program := range []string{built.Window, built.Foyer} {
		if pids, err := d.Pids(program); err != nil || len(pids) != 0 {
			t.Errorf("%s runs as %v, %v", filepath.Base(program), pids, err)
		}
	}
	// A window that is told to end does so; one that is not has to be killed after a while.
	out, err := os.ReadFile(filepath.Join(d.Getenv("XDG_STATE_HOME"), "foyer", "foyer.log"))
	d.must(err)
	if !regexp.MustCompile(`msg="window ended" pid=\d+ error=<nil>`).Match(out) {
		t.Errorf("the log says:\n%s", out)
	}
}

func TestWithoutATrayTheWindowOpens(t *testing.T) {
	d := newDesk(t, session.Options{NoPanel: true, Notifications: true})
	agent, err := d.Launch(built.Foyer)
	d.must(err)
	d.agent = agent
	d.window()
	_, err = d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "Foyer has no place for its icon here" })
	d.must(err)
}

func TestASecondStartRaisesTheWindow(t *testing.T) {
	d := withWindow(t, "links")
	w := d.window()
	d.must(d.Key(t.Context(), "ctrl+w"))
	d.must(d.WaitNoWindow(t.Context(), w.Title))
	if out := d.foyer(); out != "" {
		t.Errorf("the second start printed %q", out)
	}
	d.window()
}

//go:build packaged

package installed

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// rest are places where apt and dpkg note what they did, whatever is installed.
var rest = []string{"/var/log/", "/var/lib/dpkg/", "/var/lib/apt/", "/var/cache/"}

// TestFromInstallingToRemoving goes the way of somebody who tries Foyer for a day.
func TestFromInstallingToRemoving(t *testing.T) {
	c := newClean(t)
	before := c.files()
	c.aptInstall(deb())
	if got, want := c.in("", "foyer", "--version"), "foyer "+app.Details.Version+"\n"; got != want {
		t.Errorf("foyer --version prints %q, want %q", got, want)
	}
	if out := c.in("", "dpkg", "--verify", "foyer"); out != "" {
		t.Errorf("dpkg --verify says %s", out)
	}
	c.useTheCommandLine()
	// It runs with what it depends on; for the clipboard it recommends a tool, and says so.
	if state := c.doctor()["clipboard"]; state != "missing" {
		t.Errorf("without xclip, doctor says of the clipboard: %q", state)
	}
	c.in("", "apt-get", "install", "-q", "-y", "--no-install-recommends", "xclip")
	if state := c.doctor()["clipboard"]; state != "ok" {
		t.Errorf("with xclip, doctor says of the clipboard: %q", state)
	}
	agent := c.useTheTray()
	c.useTheWindow()
	c.in("", "foyer", "quit")
	if code, err := agent.ExitCode(t.Context()); err != nil || code != 0 {
		t.Errorf("the agent ended with %d, %v: %s", code, err, agent.Output())
	}
	// What was pasted can still be pasted: a tool holds it until something else is copied.
	c.must(c.Copy(t.Context(), "something else"))
	c.must(session.Await(t.Context(), "nothing to run any more", func() (bool, error) {
		left, err := c.processes()
		return len(left) == 0, err
	}))
	c.in("", "apt-get", "purge", "-q", "-y", "--auto-remove", "foyer", "xclip")
	c.compare(before)
}

func (c *clean) useTheCommandLine() {
	c.t.Helper()
	var links []struct{ Name, URL string }
	if err := json.Unmarshal([]byte(c.in(spaceInfo, "foyer", "link", "parse", "-", "--json")), &links); err != nil {
		c.t.Fatal(err)
	}
	if len(links) != 1 || links[0].Name != "Marketing" || links[0].URL != spaceURL {
		c.t.Errorf("link parse: %+v", links)
	}
	c.in("", "foyer", "link", "save", "barbara@example.com")
	if out := c.in("", "foyer", "link", "list"); !strings.Contains(out, "barbara@example.com") {
		c.t.Errorf("link list: %q", out)
	}
	if state := c.doctor()["data"]; state != "ok" {
		c.t.Errorf("doctor says of the data: %q", state)
	}
}

// doctor returns what doctor says of each thing: ok, missing or unknown.
func (c *clean) doctor() map[string]string {
	c.t.Helper()
	var findings []struct{ Name, State string }
	if err := json.Unmarshal([]byte(c.in("", "foyer", "doctor", "--json")), &findings); err != nil {
		c.t.Fatal(err)
	}
	states := map[string]string{}
	for _, f := range findings {
		states[f.Name] = f.State
	}
	return states
}

// useTheTray starts the agent as the menu of the desktop would, and pastes from its menu.
func (c *clean) useTheTray() *session.Process {
	c.t.Helper()
	ctx := c.t.Context()
	agent := c.launch("foyer")
	item, err := c.WaitTray(ctx)
	if err != nil {
		c.t.Fatalf("%v: %s", err, agent.Output())
	}
	c.must(c.Copy(ctx, spaceInfo))
	c.must(c.ChooseFromTray(ctx, item, "Paste space info"))
	if _, err := c.WaitClipboard(ctx, "text/html", func(now string) bool { return strings.Contains(now, `<a href="`+spaceURL) }); err != nil {
		c.t.Fatal(err)
	}
	c.must(session.Await(ctx, "the pasted link in the list", func() (bool, error) {
		return strings.Contains(c.in("", "foyer", "link", "list"), "Marketing"), nil
	}))
	return agent
}

// useTheWindow opens the window from the entry's menu, and looks whether it shows something under
// the name that the entry gives it.
func (c *clean) useTheWindow() {
	c.t.Helper()
	ctx := c.t.Context()
	entry, err := os.ReadFile(filepath.Join(c.root, "usr/share/applications", app.Details.ID+".desktop"))
	c.must(err)
	_, action, ok := strings.Cut(string(entry), "[Desktop Action rooms]")
	if !ok {
		c.t.Fatalf("the entry has no action for the rooms:\n%s", entry)
	}
	command := strings.Fields(valueOf(c.t, action, "Exec"))
	c.in("", command[0], command[1:]...)
	w, err := c.WaitWindow(ctx, app.Details.Name)
	c.must(err)
	c.must(showsAFrame(ctx, c.Session, w, "deb.png"))
	if _, class, err := c.Class(w); err != nil || class != valueOf(c.t, string(entry), "StartupWMClass") {
		c.t.Errorf("the window calls itself %q, %v", class, err)
	}
}

// valueOf returns the first value of a key in a desktop entry.
func valueOf(t *testing.T, entry, key string) string {
	t.Helper()
	for line := range strings.Lines(entry) {
		if value, ok := strings.CutPrefix(line, key+"="); ok {
			return strings.TrimSpace(value)
		}
	}
	t.Fatalf("no %s in\n%s", key, entry)
	return ""
}

func (c *clean) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// compare looks at what is on the disk that was not before: only what belongs to the user, and the
// notes of the tools that install.
func (c *clean) compare(before map[string]bool) {
	c.t.Helper()
	kept := false
	for name := range c.files() {
		ours := strings.Contains(strings.ToLower(name), "foyer")
		switch {
		case before[name]:
		case strings.HasPrefix(name, user+"/") || name == user:
			kept = kept || strings.HasSuffix(name, "foyer.db")
		case !ours && slices.ContainsFunc(rest, func(r string) bool { return strings.HasPrefix(name, r) }):
		default:
			c.t.Errorf("%s is left", name)
		}
	}
	if !kept {
		c.t.Error("the user's data are gone")
	}
}

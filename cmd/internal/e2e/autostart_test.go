package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foyer/cmd/internal/programs"
	"foyer/cmd/internal/session"
)

// logIn starts what the desktop starts when somebody logs in, as GLib does for GNOME and Xfce, and waits
// for the icon.
func (d *desk) logIn(entry string) {
	d.t.Helper()
	_, err := d.Launch("gio", "launch", entry)
	d.must(err)
	d.tray()
}

// isHidden fails when Foyer's window is there.
func (d *desk) isHidden() {
	d.t.Helper()
	windows, err := d.Windows()
	d.must(err)
	for _, w := range windows {
		if w.Title == "Foyer" {
			d.t.Errorf("there is a window: %+v", w)
		}
	}
}

// moved puts the programs into a folder of the desktop.
func (d *desk) moved(folder string) programs.Built {
	d.t.Helper()
	d.must(os.MkdirAll(folder, 0o700))
	there := programs.In(folder)
	for from, to := range map[string]string{built.Foyer: there.Foyer, built.Window: there.Window} {
		program, err := os.ReadFile(from)
		d.must(err)
		d.must(os.WriteFile(to, program, 0o700))
	}
	return there
}

func TestTheDesktopStartsFoyerAtLogIn(t *testing.T) {
	d := newDesk(t, session.Options{})
	// The path of the programs has everything in it that has to be quoted.
	there := d.moved(d.Path(`My "Foyer" $1 \ it`))
	autostart := func(how string) string {
		out, err := d.Run(t.Context(), nil, there.Foyer, "autostart", how)
		d.must(err)
		return string(out)
	}
	entry := filepath.Join(d.Getenv("XDG_CONFIG_HOME"), "autostart", "foyer.desktop")
	if out := d.foyer("autostart"); !strings.Contains(out, "does not start") {
		t.Errorf("at first: %s", out)
	}
	autostart("hidden")
	d.logIn(entry)
	if out := autostart(""); !strings.Contains(out, "without its window") {
		t.Errorf("it says %q", out)
	}
	// Seen from the place that the programs were moved from, the entry starts something else.
	if f := d.doctor("start at log-in"); f.State != "missing" || f.Detail != there.Foyer {
		t.Errorf("doctor says %+v", f)
	}
	d.foyer("start", "--hidden") // a second one leaves everything as it is
	d.isHidden()
	d.foyer("quit")
	autostart("shown")
	d.logIn(entry)
	_, err := d.WaitWindow(t.Context(), "Foyer")
	d.must(err)
	d.foyer("quit")
	autostart("off")
	if _, err := os.Stat(entry); err == nil {
		t.Error("the entry is still there")
	}
}

func TestAProfileStartsBesideTheOther(t *testing.T) {
	d := newDesk(t, session.Options{})
	profile := d.Path(`Barbara's $HOME "profile" 50% \ it`)
	d.foyer("--profile", profile, "autostart", "hidden")
	d.foyer("autostart", "hidden")
	entries, err := filepath.Glob(filepath.Join(d.Getenv("XDG_CONFIG_HOME"), "autostart", "foyer*.desktop"))
	d.must(err)
	if len(entries) != 2 {
		t.Fatalf("entries: %q", entries)
	}
	for _, entry := range entries {
		d.logIn(entry)
	}
	d.must(session.Await(t.Context(), "the agents of both profiles", func() (bool, error) {
		for _, args := range [][]string{{"doctor", "--json"}, {"--profile", profile, "doctor", "--json"}} {
			if out := d.foyer(args...); !strings.Contains(out, `"name":"agent","state":"ok"`) {
				return false, nil
			}
		}
		return true, nil
	}))
	d.foyer("quit")
	d.foyer("--profile", profile, "quit")
}

func TestAHiddenStartOpensNoWindowWithoutATrayEither(t *testing.T) {
	d := newDesk(t, session.Options{NoPanel: true})
	agent, err := d.Launch(built.Foyer, "start", "--hidden")
	d.must(err)
	d.agent = agent
	d.says("agent", func(f finding) bool { return f.State == "ok" })
	d.foyer("start", "--hidden")
	d.isHidden()
	d.foyer("start", "--shown")
	_, err = d.WaitWindow(t.Context(), "Foyer")
	d.must(err)
}

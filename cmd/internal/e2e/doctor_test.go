package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// examine runs a doctor with more environment and returns its rows by name.
func (d *desk) examine(program string, env []string, args ...string) map[string]finding {
	d.t.Helper()
	out, err := d.RunWith(d.t.Context(), env, nil, program, append(args, "doctor", "--json")...)
	d.must(err)
	var rows []finding
	d.must(json.Unmarshal(out, &rows))
	found := map[string]finding{}
	for _, f := range rows {
		found[f.Name] = f
	}
	return found
}

// without returns a PATH on which these programs are missing.
func (d *desk) without(programs ...string) string {
	d.t.Helper()
	folder := d.t.TempDir()
	for _, from := range filepath.SplitList(d.Getenv("PATH")) {
		entries, _ := os.ReadDir(from) // PATH may name what is not there
		for _, e := range entries {
			if !slices.Contains(programs, e.Name()) {
				_ = os.Symlink(filepath.Join(from, e.Name()), filepath.Join(folder, e.Name())) // the first one counts
			}
		}
	}
	return "PATH=" + folder
}

// TestTheDoctorMissesEachThingInTurn takes one thing away at a time and looks that the doctor says so, and
// what to do, and that nothing else changes. Fonts cannot be taken away from a program alone: what it
// says without them is tested where they are looked for.
func TestTheDoctorMissesEachThingInTurn(t *testing.T) {
	d := withAgent(t, full)
	alone := filepath.Join(t.TempDir(), "foyer")
	program, err := os.ReadFile(built.Foyer)
	d.must(err)
	d.must(os.WriteFile(alone, program, 0o700))
	inTheWay := filepath.Join(t.TempDir(), "data")
	d.must(os.WriteFile(inTheWay, nil, 0o600))
	broken := t.TempDir()
	d.must(os.WriteFile(filepath.Join(broken, "settings.toml"), []byte("[links\nformat"), 0o600))

	base := d.examine(built.Foyer, nil)
	for _, name := range []string{"version", "window", "data", "settings", "agent", "display", "tray", "clipboard", "webexteams", "notifications", "fonts"} {
		if base[name].State != "ok" {
			t.Errorf("with everything there, %s is %+v", name, base[name])
		}
	}
	for _, c := range []struct {
		missing string
		program string
		env     []string
		args    []string
		rows    []string // that change
		says    string   // in the advice of the first
	}{
		{missing: "the window's program", program: alone, rows: []string{"window"}, says: "foyer-window"},
		{missing: "the display", env: []string{"DISPLAY=", "WAYLAND_DISPLAY="}, rows: []string{"display"}, says: "desktop session"},
		{missing: "the session bus", env: []string{"DBUS_SESSION_BUS_ADDRESS=", "XDG_RUNTIME_DIR=" + t.TempDir()}, rows: []string{"tray", "secrets", "notifications"}, says: "D-Bus"},
		{missing: "the clipboard tools", env: []string{d.without("xclip", "xsel", "wl-copy", "wl-paste")}, rows: []string{"clipboard"}, says: "xclip"},
		{missing: "xdg-utils", env: []string{d.without("xdg-mime", "xdg-open")}, rows: []string{"webexteams"}, says: "xdg-utils"},
		{missing: "a program for Webex links", env: []string{"XDG_DATA_HOME=" + t.TempDir(), "XDG_DATA_DIRS=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}, rows: []string{"webexteams"}, says: "Webex"},
		{missing: "the agent", args: []string{"--profile", t.TempDir()}, rows: []string{"agent"}, says: "foyer"},
		{missing: "a folder for data", args: []string{"--profile", filepath.Join(inTheWay, "profile")}, rows: []string{"data"}},
		{missing: "readable settings", args: []string{"--profile", broken}, rows: []string{"settings"}, says: "set aside"},
	} {
		t.Run(c.missing, func(t *testing.T) {
			at := *d
			at.t = t
			program := built.Foyer
			if c.program != "" {
				program = c.program
			}
			at.missed(base, at.examine(program, c.env, c.args...), c.rows, c.says)
		})
	}
}

// missed looks that these rows are not as they were, that the first of them says something of a word, and
// that the others are as before.
func (d *desk) missed(base, found map[string]finding, rows []string, says string) {
	d.t.Helper()
	for _, name := range rows {
		if f := found[name]; f == base[name] || f.State == "ok" && f.Advice == "" {
			d.t.Errorf("%s is still %+v", name, f)
		}
	}
	if f := found[rows[0]]; !strings.Contains(f.Advice+" "+f.Detail, says) {
		d.t.Errorf("%s says %+v, and nothing of %q", rows[0], f, says)
	}
	for name, f := range found {
		if f.State != "ok" && f.Advice == "" {
			d.t.Errorf("%s is %s without advice", name, f.State)
		}
	}
	for _, name := range []string{"window", "display", "clipboard", "webexteams", "fonts"} {
		if !slices.Contains(rows, name) && found[name].State != base[name].State {
			d.t.Errorf("%s changed to %+v, too", name, found[name])
		}
	}
}

func TestTheDoctorOfADesktopWithoutPanelAndServerSaysSo(t *testing.T) {
	d := newDesk(t, session.Options{NoPanel: true})
	found := d.examine(built.Foyer, nil)
	for name, says := range map[string]string{"tray": "AppIndicator", "webexteams": "Webex", "agent": "foyer"} {
		if f := found[name]; f.State != "missing" || !strings.Contains(f.Advice, says) {
			t.Errorf("%s is %+v", name, f)
		}
	}
}

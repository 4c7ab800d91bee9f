//go:build wine

package windows

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// finding is a row of `foyer doctor --json`.
type finding struct{ Name, State, Detail string }

// says waits until doctor says something of a row.
func (b *box) says(name string, is func(finding) bool) {
	b.t.Helper()
	b.must(session.Await(b.t.Context(), "what doctor says of "+name, func() (bool, error) {
		out, err := b.foyer(nil, "doctor", "--json")
		if err != nil {
			return false, err
		}
		var all []finding
		if err := json.Unmarshal([]byte(out), &all); err != nil {
			return false, err
		}
		for _, f := range all {
			if f.Name == name {
				return is(f), nil
			}
		}
		return false, nil
	}))
}

// runKey returns the commands that Windows runs at log-in for Foyer.
func (b *box) runKey() []string {
	b.t.Helper()
	const key = `HKCU\Software\Microsoft\Windows\CurrentVersion\Run`
	out, err := b.Run(b.t.Context(), nil, "wine", "reg", "query", key)
	if err != nil {
		return nil // there is no such key before something is put there
	}
	var commands []string
	for line := range strings.Lines(string(out)) {
		if name, command, isText := strings.Cut(line, "REG_SZ"); isText && strings.HasPrefix(strings.TrimSpace(name), "Foyer") {
			commands = append(commands, strings.TrimSpace(command))
		}
	}
	return commands
}

func TestTheRunKeyStartsTheAgent(t *testing.T) {
	b := newBox(t)
	b.does(nil, "autostart", "hidden")
	commands := b.runKey()
	if want := `C:\foyer\foyer.exe start --hidden --profile ` + b.profile; len(commands) != 1 || commands[0] != want {
		t.Fatalf("Windows runs %q, want %q", commands, want)
	}
	var err error
	b.agent, err = b.Launch("wine", strings.Fields(commands[0])...)
	b.must(err)
	b.says("agent", func(f finding) bool { return f.State == "ok" })
	b.says("start at log-in", func(f finding) bool { return f.State == "ok" && strings.Contains(f.Detail, "without its window") })
	b.does(nil, "start", "--hidden")
	windows, err := b.Windows()
	b.must(err)
	for _, w := range windows {
		if w.Title == windowTitle {
			t.Errorf("a hidden start opened a window: %+v", w)
		}
	}
	b.stop()
	b.does(nil, "autostart", "off")
	if commands := b.runKey(); len(commands) != 0 {
		t.Errorf("Windows still runs %q", commands)
	}
}

func TestTheShortcutIsReservedForOneAgent(t *testing.T) {
	b := newBox(t)
	b.start()
	b.says("shortcut", func(f finding) bool { return f.State == "ok" && f.Detail == "Ctrl+Alt+K" })
	second := &box{Desktop: b.Desktop, t: t, profile: b.profile + "-2"}
	var err error
	second.agent, err = second.Launch("wine", `C:\foyer\foyer.exe`, "start", "--hidden", "--profile", second.profile)
	b.must(err)
	second.says("shortcut", func(f finding) bool { return f.State == "missing" })
	second.does(nil, "config", "set", "shortcuts.paste", "ctrl+alt+j")
	second.says("shortcut", func(f finding) bool { return f.State == "ok" && f.Detail == "Ctrl+Alt+J" })
	second.stop()
	b.stop()
}

func TestCopiesAreLookedAtWhenThatIsWanted(t *testing.T) {
	b := newBox(t)
	b.start()
	b.does(nil, "config", "set", "clipboard.watch", "true")
	b.says("clipboard watching", func(f finding) bool { return f.State == "ok" && f.Detail == "AddClipboardFormatListener" })
	b.must(b.Copy(t.Context(), spaceInfo))
	b.must(session.Await(t.Context(), "the log to tell of what was found", func() (bool, error) {
		for _, pattern := range []string{"*.log", "*/*.log"} {
			logs, _ := filepath.Glob(filepath.Join(b.Unix(b.profile), pattern))
			for _, file := range logs {
				if out, err := os.ReadFile(file); err == nil && strings.Contains(string(out), "found what Webex copies") {
					return true, nil
				}
			}
		}
		return false, nil
	}))
	if links := b.saved(); len(links) != 0 {
		t.Errorf("saved before anybody wanted it: %+v", links)
	}
	b.stop()
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
)

func TestTheStartAtLogInIsSetOnTheCommandLine(t *testing.T) {
	p := newPlace(t)
	p.env = append(p.env, "XDG_CONFIG_HOME="+filepath.Join(p.profile, "config"))
	defer p.run(t, "", "autostart", "off") // Windows has its registry for all tests
	for _, c := range []struct {
		how  string
		want startsAtLogin
	}{
		{"", startsAtLogin{}}, {"hidden", startsAtLogin{On: true}}, {"shown", startsAtLogin{On: true, Shown: true}},
		{"", startsAtLogin{On: true, Shown: true}}, {"off", startsAtLogin{}},
	} {
		args := []string{"--json", "autostart"}
		if c.how != "" {
			args = append(args, c.how)
		}
		r := p.run(t, "", args...)
		var got startsAtLogin
		if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.code != exitDone || got.Path == "" {
			t.Fatalf("%v: %v, %+v", args, err, r)
		}
		got.Path = ""
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("after %q (-want +got):\n%s", c.how, diff)
		}
	}
	for _, args := range [][]string{{"autostart", "always"}, {"--demo", "autostart", "hidden"}} {
		if r := p.run(t, "", args...); r.code != exitWrong || r.out != "" {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

func TestAnEntryThatCannotBeWrittenIsSaid(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // a registry is always there
	}
	p := newPlace(t)
	blocked := filepath.Join(p.profile, "blocked")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p.env = append(p.env, "XDG_CONFIG_HOME="+blocked)
	if r := p.run(t, "", "autostart", "hidden"); r.code != exitFailed || !strings.Contains(r.messages, "cannot be written") {
		t.Errorf("%+v", r)
	}
}

func TestAHiddenStartLeavesTheWindowAlone(t *testing.T) {
	p := newPlace(t)
	p.start(t)
	if r := p.run(t, "", "start", "--hidden"); r.code != exitDone || r.out+r.messages != "" {
		t.Errorf("a second hidden start: %+v", r)
	}
	if s, err := p.client().Status(t.Context()); err != nil || s.Windows != 0 || len(p.windowEvents()) != 0 {
		t.Errorf("it opened a window: %+v, %v, %q", s, err, p.windowEvents())
	}
	if r := p.run(t, "", "start", "--shown"); r.code != exitDone {
		t.Errorf("a second shown start: %+v", r)
	}
	await(t, "the window", func() bool {
		s, err := p.client().Status(t.Context())
		return err == nil && s.Windows == 1
	})
	for _, args := range [][]string{{"start", "--hidden", "--shown"}, {"start", "--hidden", "--page=links"}} {
		if r := p.run(t, "", args...); r.code != exitWrong {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

func TestRoomsAndSectionsAreShownByName(t *testing.T) {
	for page, want := range map[string]bool{
		agent.PageShortcuts: true, "rooms/aurora": true, "rooms/a/b": true, "links": true,
		"links/x": false, "rooms/": false, "settings/": false, "": false, "nowhere": false, "/": false,
	} {
		if isPage(page) != want {
			t.Errorf("%q is a page: %v", page, !want)
		}
	}
}

// doctor returns the rows of doctor's report by their names.
func (p place) doctor(t *testing.T) map[string]finding {
	t.Helper()
	var all []finding
	r := p.run(t, "", "--json", "doctor")
	if err := json.Unmarshal([]byte(r.out), &all); err != nil {
		t.Fatalf("%v: %+v", err, r)
	}
	rows := map[string]finding{}
	for _, f := range all {
		rows[f.Name] = f
	}
	return rows
}

func TestDoctorSaysWhatBecameOfTheKeys(t *testing.T) {
	p := newPlace(t)
	rows := p.doctor(t)
	for _, name := range []string{"shortcut", "clipboard watching"} {
		if f := rows[name]; f.State != "unknown" || f.Advice == "" {
			t.Errorf("%s without an agent: %+v", name, f)
		}
	}
	if f := rows["start at log-in"]; f.State != "ok" || f.Detail == "" {
		t.Errorf("start at log-in: %+v", f)
	}
	p.start(t)
	await(t, "the state of the shortcut", func() bool {
		s, err := p.client().Status(t.Context())
		return err == nil && s.Shortcut != nil && s.Watching != nil
	})
	rows = p.doctor(t)
	if f := rows["clipboard watching"]; f.State != "ok" || f.Detail != "switched off" {
		t.Errorf("clipboard watching: %+v", f)
	}
	if runtime.GOOS == "linux" { // there is no display here
		if f := rows["shortcut"]; f.State != "missing" || !strings.HasPrefix(f.Detail, "Ctrl+Alt+K") || f.Advice == "" {
			t.Errorf("shortcut: %+v", f)
		}
	}
}

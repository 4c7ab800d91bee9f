package e2e

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

func TestAHundredStartsLeaveOneAgent(t *testing.T) {
	d := newDesk(t, session.Options{})
	var starts []*session.Process
	for range 100 {
		p, err := d.Launch(built.Foyer)
		d.must(err)
		starts = append(starts, p)
	}
	d.tray()
	running := func() (alive []*session.Process) {
		for _, p := range starts {
			if p.Running() {
				alive = append(alive, p)
			}
		}
		return alive
	}
	d.must(session.Await(t.Context(), "99 starts to hand over", func() (bool, error) { return len(running()) <= 1, nil }))
	alive := running()
	if len(alive) != 1 {
		t.Fatalf("%d agents run", len(alive))
	}
	for i, p := range starts {
		if p == alive[0] {
			continue
		}
		if code, err := p.ExitCode(t.Context()); err != nil || code != 0 {
			t.Errorf("start %d ended with %d: %s", i, code, p.Output())
		}
	}
	items, err := d.TrayItems(t.Context())
	d.must(err)
	if len(items) != 1 {
		t.Errorf("%d icons are in the tray", len(items))
	}
}

func TestAKilledAgentLosesNothingThatWasSaved(t *testing.T) {
	d := withAgent(t, full)
	d.must(d.Copy(t.Context(), spaceInfo))
	var want []string
	for i := range 5 {
		url := fmt.Sprintf("webexteams://im?email=person%d@example.com", i)
		d.foyer("link", "save", url)
		want = append([]string{url}, want...)
	}
	d.choose("Paste space info")
	_, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "Marketing: link copied" })
	d.must(err)
	want = append([]string{spaceURL}, want...)
	d.must(d.agent.Kill())
	if diff := cmp.Diff(want, d.urls()); diff != "" {
		t.Errorf("saved links without the agent (-want +got):\n%s", diff)
	}
	d.startAgent() // past the dead one's socket
	if diff := cmp.Diff(want, d.urls()); diff != "" {
		t.Errorf("saved links after a restart (-want +got):\n%s", diff)
	}
	d.choose("Quit")
	if code, err := d.agent.ExitCode(t.Context()); err != nil || code != 0 {
		t.Errorf("the second agent ended with %d, %v", code, err)
	}
}

func TestTheSocketIsForItsUserOnly(t *testing.T) {
	d := withAgent(t, session.Options{})
	found := 0
	err := filepath.WalkDir(d.Getenv("XDG_RUNTIME_DIR"), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.Type()&os.ModeSocket == 0 {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if mode := info.Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has mode %o", path, mode)
		}
		found++
		conn, err := net.Dial("unix", path)
		if err != nil {
			return err
		}
		return conn.Close()
	})
	d.must(err)
	if found != 1 {
		t.Errorf("%d sockets in the runtime directory", found)
	}
}

func TestDoctorFindsWhatTheDesktopHas(t *testing.T) {
	d := withAgent(t, full)
	var checks []struct{ Name, State, Advice string }
	if err := json.Unmarshal([]byte(d.foyer("doctor", "--json")), &checks); err != nil {
		t.Fatal(err)
	}
	states := map[string]string{}
	for _, c := range checks {
		states[c.Name] = c.State
	}
	for _, name := range []string{"agent", "data", "settings", "tray", "clipboard", "webexteams", "notifications"} {
		if states[name] != "ok" {
			t.Errorf("%s is %q, want ok", name, states[name])
		}
	}
}

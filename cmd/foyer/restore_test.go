package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"foyer/services/agent"
	"foyer/services/demo"
	"foyer/services/message"
)

// names lists the saved links.
func (p place) names(t testing.TB) []string {
	t.Helper()
	var links []struct{ Email string }
	got := p.run(t, "", "--json", "link", "list")
	if err := json.Unmarshal([]byte(got.out), &links); err != nil {
		t.Fatalf("%v: %+v", err, got)
	}
	var all []string
	for _, l := range links {
		all = append(all, l.Email)
	}
	slices.Sort(all)
	return all
}

// states counts the messages by their states.
func (p place) states(t testing.TB) map[string]int {
	t.Helper()
	var rows []row
	got := p.run(t, "", "--json", "outbox", "list")
	if err := json.Unmarshal([]byte(got.out), &rows); err != nil {
		t.Fatalf("%v: %+v", err, got)
	}
	all := map[string]int{}
	for _, r := range rows {
		all[r.State]++
	}
	return all
}

func (p place) must(t testing.TB, args ...string) result {
	t.Helper()
	got := p.run(t, "", args...)
	if got.code != exitDone {
		t.Fatalf("%q: exit %d, %s", args, got.code, got.messages)
	}
	return got
}

func TestABackupComesBackWithoutAnAgent(t *testing.T) {
	p := newPlace(t)
	p.must(t, "link", "save", "old@example.com")
	p.must(t, "config", "set", "look.theme", "dark")
	file := filepath.Join(t.TempDir(), "all.foyer-backup")
	if got := p.must(t, "backup", file); !strings.Contains(got.out, "one link") {
		t.Errorf("backup says %q", got.out)
	}
	p.must(t, "link", "save", "new@example.com")
	p.must(t, "config", "set", "look.theme", "light")
	var news agent.DataNews
	got := p.must(t, "--json", "restore", file)
	if err := json.Unmarshal([]byte(got.out), &news); err != nil || news.Kind != agent.Restored || news.Backup.Links != 1 {
		t.Errorf("restore says %s, %v", got.out, err)
	}
	if names := p.names(t); !slices.Equal(names, []string{"old@example.com"}) {
		t.Errorf("links %q", names)
	}
	if theme := p.must(t, "config", "get", "look.theme").out; theme != "dark\n" {
		t.Errorf("the theme is %q", theme)
	}
	// And back again.
	p.must(t, "restore", news.Before)
	if names := p.names(t); !slices.Equal(names, []string{"new@example.com", "old@example.com"}) {
		t.Errorf("links %q", names)
	}
	if theme := p.must(t, "config", "get", "look.theme").out; theme != "light\n" {
		t.Errorf("the theme is %q", theme)
	}
	if left, _ := filepath.Glob(filepath.Join(p.profile, "restore*")); len(left) > 0 {
		t.Errorf("left %q", left)
	}
}

func TestWhatIsNoGoodBackupChangesNothing(t *testing.T) {
	p := newPlace(t)
	p.must(t, "link", "save", "old@example.com")
	dir := t.TempDir()
	file := filepath.Join(dir, "all.foyer-backup")
	p.must(t, "backup", file)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p.must(t, "link", "save", "new@example.com")
	for rule, content := range map[string][]byte{
		"cut":     whole[:len(whole)/2],
		"spoiled": append(append(slices.Clone(whole[:300]), 'x', 'y', 'z'), whole[303:]...),
		"text":    []byte("no backup"),
	} {
		bad := filepath.Join(dir, rule)
		if err := os.WriteFile(bad, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := p.run(t, "", "restore", bad); got.code != exitWrong || !strings.Contains(got.messages, "backup") {
			t.Errorf("%s: exit %d, %s", rule, got.code, got.messages)
		}
	}
	if got := p.run(t, "", "restore", filepath.Join(dir, "absent")); got.code != exitWrong {
		t.Errorf("a file that is not there: exit %d, %s", got.code, got.messages)
	}
	if got := p.run(t, "", "restore", dir); got.code != exitWrong {
		t.Errorf("a folder without a database: exit %d, %s", got.code, got.messages)
	}
	if names := p.names(t); len(names) != 2 {
		t.Errorf("links %q", names)
	}
	// A backup is not written onto what it is made of.
	for _, own := range []string{"foyer.db", "settings.toml"} {
		if got := p.run(t, "", "backup", filepath.Join(p.profile, own)); own == "foyer.db" && got.code != exitWrong {
			t.Errorf("onto %s: exit %d, %s", own, got.code, got.messages)
		}
	}
	if names := p.names(t); len(names) != 2 {
		t.Errorf("links %q", names)
	}
}

func TestNothingIsSentTwiceAfterARestoreByTheAgent(t *testing.T) {
	p := newPlace(t)
	o := p.foreign(t)
	o.SetFault("sendMessage", demo.Fault{Kind: demo.TooMany, RetryAfter: time.Second}, 0)
	p.start(t)
	p.must(t, "send", "--to", "a@example.com", "the only one")
	await(t, "a try", func() bool { return strings.Contains(p.run(t, "", "--json", "outbox", "list").out, `"error"`) })
	file := filepath.Join(t.TempDir(), "all.foyer-backup")
	p.must(t, "backup", file) // while the agent uses the database
	o.ClearFaults()
	await(t, "the message to arrive", func() bool { return p.states(t)[string(message.Sent)] == 1 })
	before, err := p.client().Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := p.must(t, "restore", file)
	if !strings.Contains(got.out, "decide in the Outbox") {
		t.Errorf("restore says %q", got.out)
	}
	after, err := p.client().Status(t.Context())
	if err != nil || after.PID == before.PID {
		t.Errorf("the agent is the same one: %+v, %v", after, err)
	}
	if all := p.states(t); all[string(message.Unknown)] != 1 || len(all) != 1 {
		t.Errorf("the outbox holds %v", all)
	}
	p.must(t, "send", "--now", "--to", "a@example.com", "another one")
	if all := heard(o); len(all) != 2 || all[0].Text != "the only one" || all[1].Text != "another one" {
		t.Errorf("the office got %+v", all)
	}
	p.wantNews(t)
}

// wantNews wants the window to tell of a restore until that is dismissed.
func (p place) wantNews(t *testing.T) {
	t.Helper()
	await(t, "the window at the data", func() bool { return slices.Contains(p.windowEvents(), "started --page "+agent.PageData) })
	state, err := p.client().DataState(t.Context())
	if err != nil || state.News == nil || state.News.Kind != agent.Restored || state.News.Doubtful != 1 {
		t.Errorf("news %+v, %v", state.News, err)
	}
	if err := p.client().DismissNews(t.Context()); err != nil {
		t.Error(err)
	}
	if state, err := p.client().DataState(t.Context()); err != nil || state.News != nil {
		t.Errorf("dismissed news %+v, %v", state.News, err)
	}
}

func TestAKilledRestoreIsDoneOrNotDone(t *testing.T) {
	p := newPlace(t)
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		p.must(t, "link", "save", name+"@example.com")
		p.must(t, "config", "set", "links.template", name)
		p.must(t, "backup", filepath.Join(dir, name))
	}
	begun := time.Now()
	p.must(t, "restore", filepath.Join(dir, "b"))
	whole, now, done := time.Since(begun), "b", 0
	const rounds = 14
	for round := range rounds {
		want := map[string]string{"a": "b", "b": "a"}[now]
		cmd := p.command(t.Context(), "restore", filepath.Join(dir, want))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(whole*time.Duration(round+1)/rounds, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		kill.Stop()
		// The next agent finishes what was begun.
		p.start(t)
		if err := p.client().Quit(t.Context()); err != nil {
			t.Fatal(err)
		}
		await(t, "the agent's end", func() bool { _, err := p.client().Status(t.Context()); return err != nil })
		names, theme := p.names(t), strings.TrimSpace(p.must(t, "config", "get", "links.template").out)
		is := map[int]string{1: "a", 2: "b"}[len(names)]
		if is != theme || is == "" {
			t.Fatalf("round %d: links %q with the settings of %q", round, names, theme)
		}
		if is == want {
			done++
		}
		now = is
	}
	t.Logf("%d of %d were done, the others not", done, rounds)
	if left, _ := filepath.Glob(filepath.Join(p.profile, "*")); slices.ContainsFunc(left, func(s string) bool { return filepath.Base(s) == readyRestore }) {
		t.Errorf("left %q", left)
	}
}

func TestTheDoctorShowsCopiesOfOlderDatabases(t *testing.T) {
	p := newPlace(t)
	p.must(t, "link", "list")
	if err := os.WriteFile(filepath.Join(p.profile, "foyer.db.schema-3-20260102T030405Z"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := p.run(t, "", "doctor").out; !strings.Contains(out, "a copy of schema 3 of 2026-01-02") {
		t.Errorf("doctor says %s", out)
	}
	if out := p.must(t, "report").out; !strings.Contains(out, "copy of schema 3 of 2026-01-02T03:04:05Z, 1 bytes") {
		t.Errorf("the report says %s", out)
	}
}

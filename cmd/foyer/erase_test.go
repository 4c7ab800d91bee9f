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
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/services/store"
)

// furnish fills a profile with something of everything that Foyer keeps, and returns what must be in no
// report.
func (p place) furnish(t *testing.T) (private []string) {
	t.Helper()
	p.must(t, "link", "save", "Barbara Beispiel <barbara.beispiel@example.org>")
	p.must(t, "config", "set", "chat-messenger.url", "http://127.0.0.1:9/cam")
	p.must(t, "config", "set", "chat-messenger.name", "Kontor Nordstadt")
	p.must(t, "config", "set", "huawei-meeting.account", "frontdesk@kontor")
	if got := p.run(t, canary, "secret", "set", agent.ChatMessenger, "--keep", "file"); got.code != exitDone {
		t.Fatalf("keeping a secret: %s", got.messages)
	}
	if got := p.run(t, "", "send", "--to", "maurice.exemple@example.org", "The parrot is in the red cupboard."); !strings.Contains(got.out, "queued") {
		t.Fatalf("queuing: %+v", got)
	}
	p.must(t, "config", "set", "network.ca-file", "/home/barbara/ca.pem")
	settings := filepath.Join(p.profile, "settings.toml")
	text, err := os.ReadFile(settings)
	if err == nil {
		text = append(text, "\n[[links.templates]]\nname = \"Stammkunden\"\nspace = \"Kommt herein nach {name}\"\n\n[strange]\napi-token = \"sesame-4711\"\n"...)
		err = os.WriteFile(settings, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), filepath.Join(p.profile, "foyer.db"), time.Now)
	if err == nil {
		err = s.SaveDraft(t.Context(), "messages", []byte(`{"text": "Half of a love letter", "to": ["ludwig@example.org"]}`))
	}
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	private = []string{"Beispiel", "barbara.beispiel@example.org", "Nordstadt", "frontdesk", canary, "The parrot is in the red cupboard.", "Stammkunden",
		"Kommt herein nach {name}", "Half of a love letter", "ludwig@example.org", "maurice"}
	// A log holds none of them; if one did, a report would not.
	for _, name := range []string{"foyer.log", "foyer-window.log", "foyer-window.err", "foyer.err"} {
		line := "time=2026-11-22T10:00:00.000Z level=ERROR msg=\"canary of " + name + "\" error=\"" + strings.Join(private, " / ") +
			" tel +49 30 1234567 token=" + canary + " mail x.y@example.org the parrot is in the red cupboard. THE PARROT IS IN THE RED CUPBOARD.\"\npanic: Half of a love letter to Barbara Beispiel\n"
		if err := os.WriteFile(filepath.Join(p.profile, name), []byte(line), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(p.profile, "crashes"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(p.profile, "crashes", "foyer-window-1.txt"), []byte("goroutine 1 of a crash\n"+strings.Join(private, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return append(private, "1234567", "/home/barbara", "sesame", "parrot", "cupboard", "love", "herein")
}

func TestAReportTellsNothingPrivate(t *testing.T) {
	for _, running := range []bool{false, true} {
		p := newPlace(t)
		private := p.furnish(t)
		if running {
			p.start(t)
		}
		report := p.must(t, "report").out
		for _, word := range private {
			if strings.Contains(strings.ToLower(report), strings.ToLower(word)) {
				t.Errorf("agent %v: the report has %q:\n%s", running, word, report)
			}
		}
		for _, fact := range []string{"9.9.9", "http://127.0.0.1:9/cam", "canary of foyer.log", "goroutine 1 of a crash", "links 1, messages 1 (waiting 1)", "dialect.status-param"} {
			if !strings.Contains(report, fact) {
				t.Errorf("agent %v: the report lacks %q:\n%s", running, fact, report)
			}
		}
		file := filepath.Join(t.TempDir(), "report.md")
		p.must(t, "report", file)
		if text, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(text), "# Foyer") {
			t.Errorf("the file: %v, %q", err, text)
		}
	}
}

func TestNoSecretLeavesWithABackupOrAnExport(t *testing.T) {
	p := newPlace(t)
	p.furnish(t)
	export := p.must(t, "export").out
	var all struct {
		Links    []struct{ Email string }
		Messages []struct {
			Text    string
			State   string
			History []any
		}
		Settings []struct{ Name, Value string }
		Drafts   []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(export), &all); err != nil {
		t.Fatalf("%v\n%s", err, export)
	}
	if len(all.Links) != 1 || len(all.Messages) != 1 || all.Messages[0].Text != "The parrot is in the red cupboard." || len(all.Messages[0].History) == 0 || len(all.Drafts) != 1 {
		t.Errorf("exported %+v", all)
	}
	file := filepath.Join(t.TempDir(), "x.json")
	p.must(t, "export", file)
	if text, err := os.ReadFile(file); err != nil || !json.Valid(text) {
		t.Errorf("the file: %v", err)
	}
	backup := filepath.Join(t.TempDir(), "x.foyer-backup")
	got := p.must(t, "backup", backup)
	if !strings.Contains(got.messages, "password") {
		t.Errorf("that something was left out is not said: %q", got.messages)
	}
	p.must(t, "restore", backup)
	restored, err := os.ReadFile(filepath.Join(p.profile, "settings.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{canary, "sesame-4711"} {
		if strings.Contains(export, secret) || strings.Contains(string(restored), secret) {
			t.Errorf("%s is in the export or in the backup", secret)
		}
	}
	if got := p.must(t, "secret", "state", agent.ChatMessenger); !strings.Contains(got.out, "file") {
		t.Errorf("the secret is not where it was: %q", got.out)
	}
}

// left are the files in a profile but those of the test's own.
func (p place) left(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(p.profile)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		if e.Name() != eventsFile && e.Name() != ".config" && e.Name() != ".local" {
			all = append(all, e.Name())
		}
	}
	return all
}

func TestEverythingIsErased(t *testing.T) {
	for _, running := range []bool{false, true} {
		p := newPlace(t)
		p.furnish(t)
		backup := filepath.Join(t.TempDir(), "x.foyer-backup")
		p.must(t, "backup", backup)
		p.must(t, "restore", backup)
		for _, name := range []string{"foyer.db.schema-3-20260101T000000Z", "foyer.db.damaged-20260101T000000Z", "settings.toml.broken-20260101T000000.000Z"} {
			if err := os.WriteFile(filepath.Join(p.profile, name), []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		own := filepath.Join(p.profile, "my own.txt")
		if err := os.WriteFile(own, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		p.must(t, "autostart", "shown")
		p.must(t, "--demo", "link", "save", "demo@example.com")
		if running {
			p.start(t)
		}
		if got := p.run(t, "", "erase"); got.code != exitWrong || len(p.left(t)) < 5 {
			t.Errorf("without a word: exit %d, left %q", got.code, p.left(t))
		}
		p.must(t, "erase", "--yes")
		if left := p.left(t); !slices.Equal(left, []string{"my own.txt"}) {
			t.Errorf("agent %v: left %q", running, left)
		}
		if _, err := p.client().Status(t.Context()); err == nil {
			t.Error("the agent runs")
		}
		if names := p.names(t); len(names) != 0 {
			t.Errorf("links %q", names)
		}
		var login struct{ On bool }
		if got := p.must(t, "--json", "autostart"); json.Unmarshal([]byte(got.out), &login) != nil || login.On {
			t.Errorf("the start at log-in: %s", got.out)
		}
		p.must(t, "erase", "--yes") // nothing is as good as erased
	}
}

func TestWhatCannotBeErasedIsNamedAndTheSettingsStay(t *testing.T) {
	p := newPlace(t)
	p.furnish(t)
	stuck := filepath.Join(p.profile, "foyer.log.1")
	if err := os.MkdirAll(filepath.Join(stuck, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	got := p.run(t, "", "erase", "--yes")
	if got.code != exitPartly || !strings.Contains(got.messages, "Not removed: "+stuck) {
		t.Errorf("exit %d: %s", got.code, got.messages)
	}
	left := p.left(t)
	if slices.Contains(left, "foyer.db") || slices.Contains(left, "secrets") || !slices.Contains(left, "settings.toml") {
		t.Errorf("left %q", left)
	}
	if err := os.RemoveAll(stuck); err != nil {
		t.Fatal(err)
	}
	p.must(t, "erase", "--yes")
	if left := p.left(t); len(left) != 0 {
		t.Errorf("left %q", left)
	}
}

func TestTheWindowErasesThroughTheAgentWhichStartsAsNew(t *testing.T) {
	p := newPlace(t)
	p.furnish(t)
	p.start(t)
	before, err := p.client().Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.client().Erase(t.Context()); err != nil {
		t.Fatal(err)
	}
	await(t, "another agent", func() bool {
		now, err := p.client().Status(t.Context())
		return err == nil && now.PID != before.PID
	})
	state, err := p.client().DataState(t.Context())
	if err != nil || state.Holdings != (agent.Holdings{}) || state.News != nil {
		t.Errorf("there is %+v, %v", state, err)
	}
	if got := p.run(t, "", "secret", "state", agent.ChatMessenger); strings.Contains(got.out, "file") {
		t.Errorf("the secret is still there: %q", got.out)
	}
}

func TestOldMessagesGoWhenTheAgentStarts(t *testing.T) {
	p := newPlace(t)
	p.must(t, "config", "set", "outbox.keep-days", "7")
	database := filepath.Join(p.profile, "foyer.db")
	for _, days := range []int{8, 6} {
		then := time.Now().AddDate(0, 0, -days)
		s, err := store.Open(t.Context(), database, func() time.Time { return then })
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.QueueMessages(t.Context(), profile.KindMessenger, []message.Message{{To: []string{"a@example.com"}, Text: "x"}})
		if err != nil {
			t.Fatal(err)
		}
		taken, err := s.Advance(t.Context(), profile.KindMessenger, nil, 1)
		if err != nil || len(taken) != 1 {
			t.Fatalf("%v, %v", taken, err)
		}
		if _, err := s.Advance(t.Context(), profile.KindMessenger, []message.Settled{{ID: taken[0].ID, Outcome: message.Outcome{State: message.Sent, At: then}}}, 0); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if n := p.states(t)["sent"]; n != 2 {
		t.Fatalf("%d messages", n)
	}
	p.start(t)
	if n, err := p.client().Prunable(t.Context(), 1); err != nil || n == 0 {
		t.Errorf("%d would go, %v", n, err)
	}
	await(t, "the old message to go", func() bool { return p.states(t)["sent"] == 1 })
}

package e2e

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

// inDemo starts the demo office, whose window opens by itself.
func inDemo(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, full)
	agent, err := d.Launch(built.Foyer, "--demo")
	d.must(err)
	d.agent = agent
	d.tray()
	d.window()
	return d
}

// queued is a row of `foyer outbox list --json`.
type queued struct {
	ID          int64
	State, Room string
	To          []string
	Tries       int
	Error       string
}

// outbox lists the messages, with further arguments before the command.
func (d *desk) outbox(args ...string) []queued {
	d.t.Helper()
	var rows []queued
	if err := json.Unmarshal([]byte(d.foyer(append(args, "outbox", "list", "--json")...)), &rows); err != nil {
		d.t.Fatal(err)
	}
	return rows
}

// menuHas waits until the tray's menu has a line.
func (d *desk) menuHas(label string) {
	d.t.Helper()
	d.must(session.Await(d.t.Context(), label+" in the menu", func() (bool, error) { return slices.Contains(d.labels(), label), nil }))
}

func TestAMessageWrittenInTheWindowIsDelivered(t *testing.T) {
	d := inDemo(t)
	d.must(d.Type(t.Context(), "barbara@example.com,maurice@example.fr,"))
	d.must(d.Key(t.Context(), "Tab"))
	d.must(d.Type(t.Context(), "The parcel is at the reception."))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.must(session.Await(t.Context(), "the message to be sent", func() (bool, error) {
		rows := d.outbox("--demo")
		return len(rows) == 1 && rows[0].State == "sent", nil
	}))
	if diff := cmp.Diff([]string{"barbara@example.com", "maurice@example.fr"}, d.outbox("--demo")[0].To); diff != "" {
		t.Errorf("recipients (-want +got):\n%s", diff)
	}
	d.must(session.Await(t.Context(), "a menu without the outbox", func() (bool, error) {
		return !slices.ContainsFunc(d.labels(), func(l string) bool { return strings.HasPrefix(l, "Outbox") }), nil
	}))
	if rows := d.outbox(); len(rows) != 0 {
		t.Errorf("the real outbox holds %+v", rows)
	}
}

func TestWhatFailsIsToldWhileNobodyLooks(t *testing.T) {
	d := inDemo(t)
	w := d.window()
	d.must(d.Key(t.Context(), "ctrl+w"))
	d.must(d.WaitNoWindow(t.Context(), w.Title))
	d.foyer("--demo", "send", "--room", "Marketting", "Window cleaning starts at 13:00")
	notice, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "A message was not delivered" })
	d.must(err)
	if strings.Contains(notice.Body, "cleaning") {
		t.Errorf("the notification tells what the message says: %q", notice.Body)
	}
	d.menuHas("Outbox: 1 failed…")
	d.must(d.PressAction(t.Context(), 0))
	d.window()
	d.foyer("--demo", "outbox", "discard", "all")
	d.must(session.Await(t.Context(), "the outbox to leave the menu", func() (bool, error) {
		return !slices.Contains(d.labels(), "Outbox: 1 failed…"), nil
	}))
}

func TestAMessageWaitsForItsServerAndLeavesWhenThereIsOne(t *testing.T) {
	d := withAgent(t, full)
	d.foyer("config", "set", "chat-messenger.url", "http://127.0.0.1:9")
	if _, err := d.Run(t.Context(), []byte("waiting for an office\n"), built.Foyer, "secret", "set", "chat-messenger", "--keep", "session"); err != nil {
		t.Fatal(err)
	}
	d.foyer("send", "--to", "barbara@example.com", "The lift is working again.")
	d.menuHas("Outbox: 1 waiting…")
	var served struct{ ChatMessenger struct{ URL, Token string } }
	office, err := d.Launch(built.Foyer, "demo", "serve", "--json")
	d.must(err)
	d.must(session.Await(t.Context(), "the demo office", func() (bool, error) {
		said, _, whole := strings.Cut(office.Output(), "\n")
		return whole && json.Unmarshal([]byte(said), &served) == nil, nil
	}))
	if _, err := d.Run(t.Context(), []byte(served.ChatMessenger.Token), built.Foyer, "secret", "set", "chat-messenger", "--keep", "session"); err != nil {
		t.Fatal(err)
	}
	d.foyer("config", "set", "chat-messenger.url", served.ChatMessenger.URL)
	d.must(session.Await(t.Context(), "the message to be sent", func() (bool, error) {
		rows := d.outbox()
		return len(rows) == 1 && rows[0].State == "sent", nil
	}))
	if out := d.foyer("service", "check"); !strings.Contains(out, "Connected") {
		t.Errorf("service check says %q", out)
	}
}

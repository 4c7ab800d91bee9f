package tray

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
)

func TestTheOutboxStandsInTheMenuOnlyWhenThereIsSomething(t *testing.T) {
	words := english(t)
	for _, c := range []struct {
		counts message.Counts
		want   string
	}{
		{message.Counts{}, ""},
		{message.Counts{Sent: 100}, ""},
		{message.Counts{Queued: 2}, "Outbox: 2 waiting…"},
		{message.Counts{Queued: 1, Sending: 1, Sent: 4}, "Outbox: 2 waiting…"},
		{message.Counts{Queued: 1, Unknown: 2, Failed: 3}, "Outbox: 1 waiting, 2 unknown, 3 failed…"},
	} {
		got := ""
		for _, item := range Menu(words, State{Outbox: c.counts}) {
			if item.Action == (Action{Verb: Show, Page: agent.PageOutbox}) {
				got = item.Label
			}
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.counts, got, c.want)
		}
	}
}

func TestNoticesOfTheOutboxSayHowManyAndWhyAndNeverWhat(t *testing.T) {
	words := english(t)
	secret := message.Message{To: []string{"barbara@example.com"}, Text: "the canary sings"}
	refused := &message.Failure{Kind: fault.Refused, Code: "no-such-code", Words: "No such user"}
	failed := message.Item{Message: secret, State: message.Failed, Failure: refused}
	expired := message.Item{Message: secret, State: message.Failed, Failure: &message.Failure{Code: message.CodeExpired}}
	unknown := message.Item{Message: secret, State: message.Unknown}
	look := []Choice{{Label: "Look", Action: Action{Verb: Show, Page: agent.PageOutbox}}}
	decide := "The outbox has the reasons, and what can be done."
	for _, c := range []struct {
		name  string
		items []message.Item
		want  Notice
	}{
		{"one failed", []message.Item{failed},
			Notice{Title: "A message was not delivered", Body: words.T("failure.kind.refused"), Choices: look, Urgent: true}},
		{"all for one reason", []message.Item{failed, failed},
			Notice{Title: "2 messages were not delivered", Body: words.T("failure.kind.refused"), Choices: look, Urgent: true}},
		{"for different reasons", []message.Item{failed, expired},
			Notice{Title: "2 messages were not delivered", Body: decide, Choices: look, Urgent: true}},
		{"without a reason", []message.Item{{State: message.Failed}},
			Notice{Title: "A message was not delivered", Body: decide, Choices: look, Urgent: true}},
		{"unknown", []message.Item{unknown},
			Notice{Title: "Nobody knows whether a message arrived", Body: words.T("tray.not-known-body"), Choices: look, Urgent: true}},
		{"both", []message.Item{unknown, failed},
			Notice{Title: "Outbox: 1 unknown, 1 failed", Body: decide, Choices: look, Urgent: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := OutboxNotice(words, c.items)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("notice (-want +got):\n%s", diff)
			}
			if strings.Contains(got.Title+got.Body, "canary") || strings.Contains(got.Title+got.Body, "barbara") {
				t.Error("the notice tells what the message says")
			}
		})
	}
}

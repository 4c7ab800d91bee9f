package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"foyer/cmd/internal/session"
)

// messages is the office worker's other job, in the demo office: a message to people, a batch from a
// file, and what the outbox says of both.
func (w *walk) messages() []step {
	return []step{
		{"Start the demo office; its window opens at Messages", w.openDemo},
		{"Type two people and a message, and press Ctrl+Enter", w.write},
		{"Send 60 rows of a CSV file with the command line", w.batch},
		{"Write to a chat room that is not there, and look into the outbox", w.lookIntoOutbox},
		{"Look at the services in the settings", func(ctx context.Context) (string, error) {
			return "the card says how the demo office is", w.demoPage(ctx, "services", "services")
		}},
	}
}

// endDemo ends what openDemo began.
func (w *walk) endDemo() []step {
	return []step{
		{"Quit the demo office", func(ctx context.Context) (string, error) {
			if _, err := w.foyer(ctx, "--demo", "quit"); err != nil {
				return "", err
			}
			return "its window is gone, and its data stay for the next time", w.WaitNoWindow(ctx, "Foyer")
		}},
	}
}

func (w *walk) openDemo(ctx context.Context) (string, error) {
	// The real office's window would be taken for the demo's.
	if _, err := w.window(ctx); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "ctrl+w"); err != nil {
		return "", err
	}
	if err := w.WaitNoWindow(ctx, "Foyer"); err != nil {
		return "", err
	}
	if _, err := w.Launch(w.programs.Foyer, "--demo"); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	return "every page says that it is the demo office", w.shot(ctx, window, "demo")
}

func (w *walk) write(ctx context.Context) (string, error) {
	if err := w.Type(ctx, "Barbara Example <barbara@example.com>,chen.wei@example.com,"); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "Tab"); err != nil {
		return "", err
	}
	if err := w.Type(ctx, "Good morning, the parcel is at the reception."); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.shot(ctx, window, "message"); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "ctrl+Return"); err != nil {
		return "", err
	}
	return "the outbox says that it was sent", w.settled(ctx, 1, "sent")
}

// settled waits until so many messages of the demo office are in a state.
func (w *walk) settled(ctx context.Context, count int, state string) error {
	return session.Await(ctx, fmt.Sprintf("%d messages to be %s", count, state), func() (bool, error) {
		out, err := w.foyer(ctx, "--demo", "outbox", "list", "--state", state, "--json")
		if err != nil {
			return false, err
		}
		var rows []json.RawMessage
		return json.Unmarshal([]byte(out), &rows) == nil && len(rows) >= count, nil
	})
}

func (w *walk) batch(ctx context.Context) (string, error) {
	text := strings.Builder{}
	text.WriteString("users,message\n")
	people := []string{"barbara", "ludwig.muster", "laura.beispiel", "chen.wei"}
	for i := range 60 {
		fmt.Fprintf(&text, "%s@example.com,Your parking space for next week is number %d.\n", people[i%len(people)], i+1)
	}
	file := filepath.Join(w.Dir, "parking.csv")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		return "", err
	}
	if _, err := w.foyer(ctx, "--demo", "send", "--batch", file); err != nil {
		return "", err
	}
	return "all 60 are sent", w.settled(ctx, 61, "sent")
}

func (w *walk) lookIntoOutbox(ctx context.Context) (string, error) {
	if out, err := w.foyer(ctx, "--demo", "send", "--room", "Marketting", "The lift is working again."); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	if err := w.settled(ctx, 1, "failed"); err != nil {
		return "", err
	}
	return "it says which message failed, and why", w.demoPage(ctx, "outbox", "outbox")
}

// demoPage shows a page of the demo office's window and takes its picture.
func (w *walk) demoPage(ctx context.Context, page, name string) error {
	if _, err := w.foyer(ctx, "--demo", "show", page); err != nil {
		return err
	}
	window, err := w.window(ctx)
	if err != nil {
		return err
	}
	return w.shot(ctx, window, name)
}

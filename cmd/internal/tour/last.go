package main

import (
	"context"
	"fmt"
	"time"

	"foyer/cmd/internal/session"
)

// last is what ends the day.
func (w *walk) last() []step {
	return []step{
		{"Start foyer a second time; it hands over to the first", w.second},
		{"Ask foyer doctor what it finds here", func(ctx context.Context) (string, error) {
			out, err := w.foyer(ctx, "doctor")
			return out, err
		}},
		{"Choose Quit in the tray", w.quit},
	}
}

func (w *walk) second(ctx context.Context) (string, error) {
	started := time.Now()
	if _, err := w.foyer(ctx); err != nil {
		return "", err
	}
	took := time.Since(started)
	items, err := w.TrayItems(ctx)
	if err != nil {
		return "", err
	}
	if len(items) != 1 {
		return "", fmt.Errorf("%d icons are in the tray", len(items))
	}
	return fmt.Sprintf("it was gone after %d ms, and there is one icon in the tray", took.Milliseconds()), nil
}

func (w *walk) quit(ctx context.Context) (string, error) {
	item, err := w.WaitTray(ctx)
	if err != nil {
		return "", err
	}
	if err := w.ChooseFromTray(ctx, item, "Quit"); err != nil {
		return "", err
	}
	code, err := w.agent.ExitCode(ctx)
	if err != nil {
		return "", err
	}
	if code != 0 {
		return "", fmt.Errorf("the agent ended with %d: %s", code, w.agent.Output())
	}
	err = session.Await(ctx, "the window's end", func() (bool, error) {
		pids, err := w.Pids(w.programs.Window)
		return len(pids) == 0, err
	})
	return "icon, agent and window are gone", err
}

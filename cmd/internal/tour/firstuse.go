package main

import (
	"context"
	"fmt"

	"foyer/cmd/internal/session"
)

// firstUse is somebody's first minute with Foyer.
func (w *walk) firstUse() []step {
	return []step{
		{"Start foyer for the first time; its icon comes up in the tray", w.startAgent},
		{"Read the welcome, and begin with links", w.welcome},
		{"Press F1 for help, and Escape", w.help},
		{"Close the window; a hint says where Foyer is", w.closeFirst},
	}
}

func (w *walk) welcome(ctx context.Context) (string, error) {
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.shot(ctx, window, "welcome"); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "Return"); err != nil {
		return "", err
	}
	if err := w.setting(ctx, "window.welcome", "false"); err != nil {
		return "", err
	}
	return "one screen with four ways to begin", w.shot(ctx, window, "links-first-use")
}

// setting waits until a setting has a value.
func (w *walk) setting(ctx context.Context, key, want string) error {
	return session.Await(ctx, key+" to be "+want, func() (bool, error) {
		value, err := w.foyer(ctx, "config", "get", key)
		return value == want, err
	})
}

func (w *walk) help(ctx context.Context) (string, error) {
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	before, err := w.Picture(window.Rect())
	if err != nil {
		return "", err
	}
	if err := w.Key(ctx, "F1"); err != nil {
		return "", err
	}
	if err := w.WaitChange(ctx, window, before); err != nil {
		return "", err
	}
	if err := w.shot(ctx, window, "help"); err != nil {
		return "", err
	}
	return "the page is explained, with its keys", w.Key(ctx, "Escape")
}

func (w *walk) closeFirst(ctx context.Context) (string, error) {
	if err := w.Key(ctx, "ctrl+w"); err != nil {
		return "", err
	}
	if err := w.WaitNoWindow(ctx, "Foyer"); err != nil {
		return "", err
	}
	notice, err := w.WaitNotice(ctx, 0, func(n session.Notice) bool { return n.Title == "Foyer keeps running here" })
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("it says %q, %q", notice.Title, notice.Body), nil
}

package main

import (
	"context"
	"fmt"
	"time"

	"foyer/cmd/internal/session"
)

const (
	typed     = "Barbara Example <barbara@example.com>"
	personURL = "webexteams://im?email=barbara@example.com"
)

// windowNext is the support person's job: an e-mail address in, a rich link out.
func (w *walk) windowNext() []step {
	return []step{
		{"Left-click the icon; the window opens with the search box", w.search},
		{"Type part of the space's name and press Ctrl+Enter", w.find},
		{"Choose New link… in the tray and type an e-mail address", w.typeAddress},
		{"Press Ctrl+Enter, which copies the link", func(ctx context.Context) (string, error) {
			if err := w.Key(ctx, "ctrl+Return"); err != nil {
				return "", err
			}
			return w.rich(ctx, personURL)
		}},
		{"Press Ctrl+D, which pins it", func(ctx context.Context) (string, error) {
			if err := w.Key(ctx, "ctrl+d"); err != nil {
				return "", err
			}
			return w.menuHas(ctx, "★ Barbara Example")
		}},
		{"Press Ctrl+O, which opens it", func(ctx context.Context) (string, error) {
			if err := w.Key(ctx, "ctrl+o"); err != nil {
				return "", err
			}
			return w.opened(ctx, 2, personURL)
		}},
	}
}

func (w *walk) search(ctx context.Context) (string, error) {
	started := time.Now()
	if err := w.ClickTray(ctx, session.LeftButton); err != nil {
		return "", err
	}
	if _, err := w.WaitWindow(ctx, "Foyer"); err != nil {
		return "", err
	}
	after := time.Since(started)
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("the window is %d×%d and came after %d ms", window.Width, window.Height, after.Milliseconds()), w.screen("search")
}

func (w *walk) find(ctx context.Context) (string, error) {
	if err := w.Copy(ctx, "something else"); err != nil {
		return "", err
	}
	if err := w.Type(ctx, "market"); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.shot(ctx, window, "found"); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "ctrl+Return"); err != nil {
		return "", err
	}
	return w.rich(ctx, spaceURL)
}

func (w *walk) typeAddress(ctx context.Context) (string, error) {
	item, err := w.WaitTray(ctx)
	if err != nil {
		return "", err
	}
	if err := w.ChooseFromTray(ctx, item, "New link…"); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.Type(ctx, typed); err != nil {
		return "", err
	}
	return "the page shows " + typed + " while it is typed", w.shot(ctx, window, "recognised")
}

package main

import "context"

// rooms is the front desk's question: which room is free, now, today and this month.
func (w *walk) rooms() []step {
	return []step{
		{"Look at the meeting rooms by day", func(ctx context.Context) (string, error) {
			if err := w.demoPage(ctx, "rooms", "rooms-day"); err != nil {
				return "", err
			}
			return w.foyer(ctx, "--demo", "rooms", "now")
		}},
		{"Press Ctrl+Enter and ask for a room for ten people", w.findRoom},
		{"Choose Now, and then Month, with the arrow keys", w.otherViews},
	}
}

func (w *walk) findRoom(ctx context.Context) (string, error) {
	if err := w.changed(ctx, "ctrl+Return"); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "Tab"); err != nil {
		return "", err
	}
	if err := w.Type(ctx, "10"); err != nil {
		return "", err
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if err := w.shot(ctx, window, "rooms-find"); err != nil {
		return "", err
	}
	return "it says which are free and large enough, and of the others why not", w.changed(ctx, "Escape")
}

// otherViews goes from the filter, which has a key of its own, back to the choice of views.
func (w *walk) otherViews(ctx context.Context) (string, error) {
	if err := w.changed(ctx, "ctrl+f", "shift+Tab", "shift+Tab", "shift+Tab"); err != nil {
		return "", err
	}
	for _, view := range []string{"rooms-now", "rooms-month"} {
		if err := w.changed(ctx, "Right"); err != nil {
			return "", err
		}
		window, err := w.window(ctx)
		if err != nil {
			return "", err
		}
		if err := w.shot(ctx, window, view); err != nil {
			return "", err
		}
	}
	return "the rooms in large type for a second screen, and how full each day is", w.changed(ctx, "Left", "Left")
}

// changed presses keys, and waits until the window looks different and has come to rest.
func (w *walk) changed(ctx context.Context, keys ...string) error {
	window, err := w.window(ctx)
	if err != nil {
		return err
	}
	before, err := w.Picture(window.Rect())
	if err != nil {
		return err
	}
	if err := w.Key(ctx, keys...); err != nil {
		return err
	}
	if err := w.WaitChange(ctx, window, before); err != nil {
		return err
	}
	return w.WaitStill(ctx, window)
}

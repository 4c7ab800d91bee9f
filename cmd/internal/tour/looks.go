package main

import (
	"context"
	"fmt"

	"foyer/cmd/internal/session"
)

// sizes are the window of the first start and the smallest one that is designed for.
var sizes = [][2]int{{1000, 700}, {720, 520}}

// looks shows the window in both themes and at both ends of the text sizes.
func (w *walk) looks() []step {
	var steps []step
	for _, theme := range []string{"light", "dark"} {
		for _, text := range []string{"100", "200"} {
			steps = append(steps, step{
				fmt.Sprintf("Look at the window in the %s theme at %s %% text", theme, text),
				func(ctx context.Context) (string, error) { return w.look(ctx, theme, text) },
			})
		}
	}
	return steps
}

func (w *walk) look(ctx context.Context, theme, text string) (string, error) {
	for _, setting := range [][2]string{{"look.theme", theme}, {"look.text-size", text}} {
		if _, err := w.foyer(ctx, "config", "set", setting[0], setting[1]); err != nil {
			return "", err
		}
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	for _, size := range sizes {
		if window, err = w.Resize(ctx, window, size[0], size[1]); err != nil {
			return "", err
		}
		for _, page := range []string{"links", "search", "settings"} {
			if err := w.page(ctx, window, page, fmt.Sprintf("%s-%s-%s-%dx%d", page, theme, text, size[0], size[1])); err != nil {
				return "", err
			}
		}
	}
	return "pictures of the links, the search and the settings, in two sizes of the window", nil
}

func (w *walk) page(ctx context.Context, window session.Window, page, picture string) error {
	if _, err := w.foyer(ctx, "show", page); err != nil {
		return err
	}
	if err := w.shot(ctx, window, picture); err != nil {
		return err
	}
	if page == "search" {
		return w.Key(ctx, "Escape")
	}
	return nil
}

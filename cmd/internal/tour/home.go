package main

import (
	"context"
	"fmt"
	"image"
	"path/filepath"
	"slices"

	"foyer/cmd/internal/session"
)

// languages are those that the window speaks, with the rail's word for Settings in each.
var languages = [][2]string{{"de", "Einstellungen"}, {"pl", "Ustawienia"}, {"zh-Hans", "设置"}, {"es", "Ajustes"}, {"ja", "設定"}, {"en", "Settings"}}

// home is what makes Foyer at home on a desktop: keys, languages, data.
func (w *walk) home() []step {
	return []step{
		{"Copy space info and press Ctrl+Alt+K, with no window open", w.shortcut},
		{"Speak every language, without a restart", w.speak},
		{"Back up, delete a link, and restore", w.restore},
	}
}

func (w *walk) shortcut(ctx context.Context) (string, error) {
	if err := w.Copy(ctx, spaceInfo); err != nil {
		return "", err
	}
	if err := w.Key(ctx, "ctrl+alt+k"); err != nil {
		return "", err
	}
	return w.rich(ctx, spaceURL)
}

func (w *walk) speak(ctx context.Context) (string, error) {
	pid := w.agent.Pid()
	for _, args := range [][]string{{"config", "set", "look.theme", "light"}, {"config", "set", "look.text-size", "100"}, {"show", "settings"}} {
		if _, err := w.foyer(ctx, args...); err != nil {
			return "", err
		}
	}
	window, err := w.window(ctx)
	if err != nil {
		return "", err
	}
	if window, err = w.Resize(ctx, window, sizes[0][0], sizes[0][1]); err != nil {
		return "", err
	}
	for _, l := range languages {
		before, err := w.Picture(window.Rect())
		if err != nil {
			return "", err
		}
		if _, err := w.foyer(ctx, "config", "set", "look.language", l[0]); err != nil {
			return "", err
		}
		if err := w.WaitChange(ctx, window, before); err != nil {
			return "", err
		}
		if err := w.shot(ctx, window, "settings-"+l[0]); err != nil {
			return "", err
		}
	}
	if !w.agent.Running() || w.agent.Pid() != pid {
		return "", fmt.Errorf("the agent was restarted")
	}
	return "six languages in one window", nil
}

func (w *walk) restore(ctx context.Context) (string, error) {
	file := filepath.Join(w.Dir, "monday.foyer-backup")
	before, err := w.foyer(ctx, "link", "list")
	if err != nil {
		return "", err
	}
	if _, err := w.foyer(ctx, "backup", file); err != nil {
		return "", err
	}
	if _, err := w.foyer(ctx, "link", "remove", "1"); err != nil {
		return "", err
	}
	if _, err := w.foyer(ctx, "restore", file); err != nil {
		return "", err
	}
	return "the list of links is as it was", session.Await(ctx, "the links to come back", func() (bool, error) {
		now, err := w.foyer(ctx, "link", "list")
		return err == nil && now == before, nil
	})
}

// published are the pictures that the README shows, by the name of the step that takes them.
var published = map[string]string{"recognised": "links", "rooms-day": "rooms", "message": "messages", "meetings": "meetings",
	"outbox": "outbox", "settings-en": "settings", "welcome": "welcome", "tray-menu": "tray"}

// crops are the parts of the screen that are shown of it.
var crops = map[string]image.Rectangle{"tray": image.Rect(0, 0, 520, 300)}

// publish copies the README's pictures to a folder.
func (w *walk) publish(folder string) error {
	for name, to := range published {
		found, err := filepath.Glob(filepath.Join(w.pictures, "[0-9][0-9]-"+name+".png"))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("there is no picture %s", name)
		}
		slices.Sort(found)
		if err := shrink(found[len(found)-1], filepath.Join(folder, to+".png"), crops[to]); err != nil {
			return err
		}
	}
	return nil
}

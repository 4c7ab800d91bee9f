package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"foyer/cmd/internal/session"
)

// spaceInfo is what Ctrl+Shift+K copies in a Webex space.
const spaceInfo = `Space name: Marketing
Space ID: b69a0c50-3fa8-11f0-b7d6-5d17b726561b
Link to space: webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b
Participant count: 12
External participants count: 1
Conversation type: Group
`

const spaceURL = "webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b"

// trayFirst is the office worker's job: space info in, link out, without opening a window.
func (w *walk) trayFirst() []step {
	return []step{
		{"Copy a space's info as Webex does with Ctrl+Shift+K", func(ctx context.Context) (string, error) {
			return "seven lines of text are on the clipboard", w.Copy(ctx, spaceInfo)
		}},
		{"Right-click the icon and choose Paste space info", w.paste},
		{"Look at the clipboard", func(ctx context.Context) (string, error) { return w.rich(ctx, spaceURL) }},
		{"Look at the notification", w.notification},
		{"Click Open on the notification", w.openFromNotification},
	}
}

func (w *walk) startAgent(ctx context.Context) (string, error) {
	started := time.Now()
	agent, err := w.Launch(w.programs.Foyer)
	if err != nil {
		return "", err
	}
	w.agent = agent
	item, err := w.WaitTray(ctx)
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, agent.Output())
	}
	return fmt.Sprintf("the icon's tooltip is %q, after %d ms", item.Tooltip, time.Since(started).Milliseconds()), nil
}

func (w *walk) paste(ctx context.Context) (string, error) {
	item, err := w.WaitTray(ctx)
	if err != nil {
		return "", err
	}
	places, err := w.OpenMenu(ctx, item)
	if err != nil {
		return "", err
	}
	place, ok := places["Paste space info"]
	if !ok {
		return "", fmt.Errorf("the menu has %d entries and none to paste", len(places))
	}
	if err := w.MoveTo(ctx, place.X, place.Y); err != nil {
		return "", err
	}
	if err := w.screen("tray-menu"); err != nil {
		return "", err
	}
	return fmt.Sprintf("the menu had %d entries", len(places)), w.Click(ctx, place.X, place.Y, session.LeftButton)
}

func (w *walk) notification(ctx context.Context) (string, error) {
	notice, err := w.WaitNotice(ctx, 0, func(n session.Notice) bool { return n.Title == "Marketing: link copied" })
	if err != nil {
		return "", err
	}
	if !slices.Contains(notice.Actions, "Open") || !slices.Contains(notice.Actions, "Undo") {
		return "", fmt.Errorf("it offers %q, not Open and Undo", notice.Actions)
	}
	return fmt.Sprintf("it says %q, %q, with the buttons Open and Undo", notice.Title, notice.Body), w.screen("notification")
}

func (w *walk) openFromNotification(ctx context.Context) (string, error) {
	if err := w.PressAction(ctx, 0); err != nil {
		return "", err
	}
	return w.opened(ctx, 1, spaceURL)
}

// opened waits until the nth link that reached the handler is this one.
func (w *walk) opened(ctx context.Context, nth int, url string) (string, error) {
	opened, err := w.WaitOpened(ctx, nth)
	if err != nil {
		return "", err
	}
	if opened[nth-1] != url {
		return "", fmt.Errorf("the handler was given %q", opened[nth-1])
	}
	return "the handler for webexteams: links was given " + url, nil
}

// menuHas waits until the tray menu has an entry.
func (w *walk) menuHas(ctx context.Context, label string) (string, error) {
	item, err := w.WaitTray(ctx)
	if err != nil {
		return "", err
	}
	var labels []string
	err = session.Await(ctx, label+" in the tray menu", func() (bool, error) {
		entries, err := item.Menu(ctx)
		labels = labels[:0]
		for _, e := range entries {
			if !e.Separator {
				labels = append(labels, strings.TrimLeft(e.Label, "\u2003 "))
			}
		}
		return slices.Contains(labels, label), err
	})
	return "the tray menu has " + strings.Join(labels, " · "), err
}

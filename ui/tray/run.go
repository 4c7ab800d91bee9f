//go:build !darwin || cgo

package tray

import (
	"context"
	"runtime"
	"sync"

	"fyne.io/systray"

	"foyer/services/agent"
)

// title names the icon for the desktop and for screen readers.
const title = "Foyer"

// Run shows the tray until ctx ends. It must be called on the main goroutine, once in the life of
// the process, and only when the desktop has something to show icons with, or may have so later.
// ready is called when the icon and the menu are offered.
func (t *Tray) Run(ctx context.Context, ready func()) {
	first := t.wanted()
	systray.SetOnTapped(func() { t.click(ctx, Action{Verb: Show, Page: agent.PageSearch}) })
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		// On D-Bus these are only noted until the icon is offered. Set later, they could fall
		// between the reading of the properties and their publishing, and be lost.
		systray.SetTitle(title)
		systray.SetIcon(Picture(first.health, first.shade))
		systray.SetTooltip(first.tooltip)
	}
	stopper := newStopper()
	var (
		mu      sync.Mutex
		over    bool
		keeping sync.WaitGroup
	)
	keeping.Go(func() {
		<-ctx.Done()
		stopper.stop()
	})
	systray.Run(func() {
		// The menu is complete before the first host can ask for it.
		mu.Lock()
		defer mu.Unlock()
		if over {
			return
		}
		keeping.Go(t.begin(ctx, systrayFace{}))
		if ready != nil {
			ready()
		}
	}, nil)
	stopper.clean()
	mu.Lock()
	over = true
	mu.Unlock()
	keeping.Wait()
	t.end()
}

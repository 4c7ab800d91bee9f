package agent

import (
	"context"

	"foyer/services/fault"
)

// Show brings the window to the front at a page. A window that is subscribed is told; one that
// has just been started gets the page as soon as it subscribes; without one, one is started.
func (a *Agent) Show(ctx context.Context, page string) error {
	a.showing.Lock()
	defer a.showing.Unlock()
	if a.hub.publishTo(RoleWindow, Event{What: ShowPage, Page: page}) {
		return nil
	}
	if a.Window == nil {
		return &fault.Error{Op: "opening the window", Service: "window", Kind: fault.NotConfigured, Code: "no-window"}
	}
	if a.Window.Alive() {
		a.pending = &page
		return nil
	}
	a.pending = nil
	return a.Window.Start(ctx, page)
}

// subscribe adds a subscriber, and gives a new window the page that it missed while starting.
func (a *Agent) subscribe(role Role) *Subscription {
	a.showing.Lock()
	defer a.showing.Unlock()
	s := a.hub.subscribe(role)
	if role == RoleWindow && a.pending != nil {
		s.add(Event{What: ShowPage, Page: *a.pending})
		a.pending = nil
	}
	return s
}

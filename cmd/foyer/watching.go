package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/ui/tray"
)

// watchClipboard looks at what is copied as long as the settings want it, until ctx ends.
func (d *desk) watchClipboard(ctx context.Context) {
	whenever(ctx, d, func() bool { return d.settings.values().WatchClipboard }, func(watching context.Context, on bool) {
		d.watchCopies(ctx, watching, on)
	})
}

// watchCopies looks at copies until watching ends. What was begun with one goes on until ctx ends.
func (d *desk) watchCopies(ctx, watching context.Context, on bool) {
	if !on {
		d.agent.WatchingIs(agent.WatchingState{State: agent.HoldOff})
		d.agent.ForgetFound()
		return
	}
	for e := range desktop.Copies(watching, d.log) {
		if e.Hold != "" {
			d.agent.WatchingIs(agent.WatchingState{On: true, State: agent.Holding(e.Hold), Detail: e.Detail, Advice: e.Advice})
			continue
		}
		found, isNew := d.agent.LookAt(e.Text)
		if !isNew {
			continue
		}
		d.log.Info("found what Webex copies", "kind", string(found.Target.Kind))
		if d.settings.values().Found {
			d.later.Go(func() { d.notify(ctx, tray.FoundNotice(d.words, shownFound(found))) })
		}
	}
}

// found is what watching has found and nobody has used, as the tray shows it; nil for nothing.
func (d *desk) found() *tray.Found {
	f, there := d.agent.Found()
	if !there {
		return nil
	}
	shown := shownFound(f)
	return &shown
}

func shownFound(f agent.Found) tray.Found {
	return tray.Found{Token: f.Token, Name: f.Target.Name, URL: f.Target.URL}
}

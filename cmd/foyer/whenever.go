package main

import (
	"context"
	"sync"

	"foyer/services/agent"
)

// whenever works for what the settings say now, and anew each time that they say something else, until ctx
// ends. It waits for the work's end before it begins anew, and before it returns.
func whenever[T comparable](ctx context.Context, d *desk, wanted func() T, work func(ctx context.Context, now T)) {
	events := d.agent.Watch()
	defer events.Close()
	for more := true; more; {
		now := wanted()
		working, enough := context.WithCancel(ctx)
		var done sync.WaitGroup
		done.Go(func() { work(working, now) })
		for same := true; more && same; {
			var e agent.Event
			if e, more = events.Next(ctx); e.What == agent.SettingsChanged {
				same = wanted() == now
			}
		}
		enough()
		done.Wait()
	}
}

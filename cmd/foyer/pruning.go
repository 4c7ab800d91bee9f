package main

import (
	"context"
	"time"

	"foyer/services/agent"
)

// How often old messages are looked for, and how long others get between two small steps of removing them.
// An hour and not a day: a computer that sleeps at night has no whole days.
const (
	pruneLook = time.Hour
	pruneFrom = 24 * time.Hour
	pruneRest = 50 * time.Millisecond
)

// prune removes old messages when the agent starts and then once a day.
func (d *desk) prune(ctx context.Context) {
	var last time.Time
	for {
		if now := time.Now(); now.Sub(last) >= pruneFrom || now.Before(last) {
			d.pruneNow(ctx)
			last = now
		}
		if rest(ctx, pruneLook) != nil {
			return
		}
	}
}

func (d *desk) pruneNow(ctx context.Context) {
	s, err := d.links.wait(ctx)
	if err != nil {
		return // why there is none, others tell
	}
	n, err := s.Prune(ctx, d.settings.values().KeepDays, restBetween)
	if err == nil {
		err = s.Shrink(ctx, restBetween)
	}
	switch {
	case ctx.Err() != nil:
	case err != nil:
		d.log.Warn("removing old messages", "error", err)
	case n > 0:
		d.log.Info("old messages removed", "messages", n)
	}
	if n > 0 {
		_ = d.agent.Changed(agent.OutboxChanged) // it knows this event
	}
}

// restBetween lets others write.
func restBetween(ctx context.Context) error { return rest(ctx, pruneRest) }

func rest(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

package agent

import (
	"context"
	"slices"

	"foyer/services/message"
)

// maxHurried is how many messages from the head of the queue are looked at when all are to hurry.
// Those that wait for a later time are among them: they were taken before the others.
const maxHurried = 500

// Hurry delivers now what waits for a later time: of the given messages those that are queued, or
// all without any. A service that rests is tried at once, even if it asked for the rest.
func (d *Deliverer) Hurry(ctx context.Context, ids ...int64) error {
	d.pace.end(true)
	d.mu.Lock()
	d.wanted.messenger = true
	d.mu.Unlock()
	defer d.Wake()
	return d.hurry(ctx, func(*message.Failure) bool { return true }, ids)
}

// hurry lets messages be tried at once that wait after such a failure.
func (d *Deliverer) hurry(ctx context.Context, after func(*message.Failure) bool, ids []int64) error {
	if len(ids) == 0 {
		queued, err := d.Outbox.MessageIDs(ctx, message.Filter{State: message.Queued, Service: d.Service})
		if err != nil {
			return err
		}
		ids = queued[:min(len(queued), maxHurried)]
	}
	for some := range slices.Chunk(ids, maxHurried) {
		items, err := d.Outbox.Messages(ctx, some)
		if err != nil {
			return err
		}
		var waiting []int64
		for _, i := range items {
			if i.Service == d.Service && i.State == message.Queued && !i.Next.IsZero() && after(i.Failure) {
				waiting = append(waiting, i.ID)
			}
		}
		if len(waiting) == 0 {
			continue
		}
		if _, err := d.Outbox.RetryMessages(ctx, waiting...); err != nil {
			return err
		}
	}
	return nil
}

// unasked reports whether the wait after a failure was Foyer's idea and not the service's.
func unasked(f *message.Failure) bool { return f == nil || f.Status == 0 }

package agent

import (
	"context"
	"slices"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// goal is what a Drain is to do.
type goal struct {
	ids  []int64            // to be delivered; nil for all that is due
	open map[int64]struct{} // those of them that are not at rest
	err  error              // why it cannot be done
}

// patience is how long a Drain waits for a service that rests.
const patience = 3 * time.Second

// Drain delivers until these messages are at rest, or all that are due without any, and returns
// earlier when the service cannot be reached, refuses the token, or asks for a pause of more than a
// few seconds: State says which, and what is left stays queued. When another process delivers, Drain
// waits until that one has delivered these messages or has ended. Errors are those of the outbox, of
// the lock and of Messenger, and Cancelled when ctx ended.
func (d *Deliverer) Drain(ctx context.Context, ids ...int64) error {
	left := ids
	unlock, err := d.lock(ctx, func() (bool, error) {
		if len(ids) == 0 {
			return false, nil
		}
		var err error
		left, err = d.open(ctx, left)
		return len(left) == 0, err
	})
	if err != nil || unlock == nil {
		return err
	}
	defer unlock()
	d.recovered = &recovered{}
	r := d.begin(ctx)
	r.goal = &goal{ids: left, open: make(map[int64]struct{}, len(left))}
	r.loop()
	err = r.stop()
	switch {
	case r.goal.err != nil:
		return r.goal.err
	case err == nil && ctx.Err() != nil:
		return &fault.Error{Op: "delivering", Service: "agent", Kind: fault.Cancelled, Err: ctx.Err()}
	default:
		return err
	}
}

// someOpen is how many messages are looked at in one go while another process delivers them.
const someOpen = 100

// open leaves out of the head of ids what is at rest.
func (d *Deliverer) open(ctx context.Context, ids []int64) ([]int64, error) {
	for len(ids) > 0 {
		some := ids[:min(len(ids), someOpen)]
		items, err := d.Outbox.Messages(ctx, some)
		if err != nil {
			return ids, err
		}
		first := slices.IndexFunc(items, func(i message.Item) bool { return i.State == message.Queued || i.State == message.Sending })
		if first >= 0 {
			return ids[slices.Index(ids, items[first].ID):], nil
		}
		ids = ids[len(some):]
	}
	return nil, nil
}

// done reports whether a Drain has nothing more to do or to wait for. at is when there is something
// to do again.
func (r *delivery) done(at time.Time) bool {
	switch {
	case r.goal == nil:
		return false
	case r.goal.err != nil:
		return true
	case r.care.need != nothing:
		return false
	case r.reached():
		return true
	case !r.idle() || r.errand:
		return false
	default:
		return at.IsZero() || at.After(r.now().Add(patience))
	}
}

// reached reports whether all wanted messages are at rest.
func (r *delivery) reached() bool { return r.goal != nil && r.goal.ids != nil && len(r.goal.open) == 0 }

// aim finds out which of the wanted messages are not at rest.
func (r *delivery) aim() error {
	if r.goal == nil {
		return nil
	}
	ctx, done := r.storing()
	defer done()
	for some := range slices.Chunk(r.goal.ids, someOpen) {
		items, err := r.Outbox.Messages(ctx, some)
		if err != nil {
			return err
		}
		for _, i := range items {
			if i.State == message.Queued {
				r.goal.open[i.ID] = struct{}{}
			}
		}
	}
	return nil
}

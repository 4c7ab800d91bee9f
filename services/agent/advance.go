package agent

import (
	"slices"

	"foyer/services/message"
)

// advance stores what has come back and takes up to n messages, in one transaction.
func (r *delivery) advance(n int) {
	if err := r.store(n); err != nil {
		r.stumble(err)
	}
}

func (r *delivery) store(n int) error {
	began := r.Now()
	ctx, done := r.storing()
	defer done()
	items, err := r.Outbox.Advance(ctx, r.Service, r.settled, n)
	if err != nil {
		return err
	}
	r.tempo.stored(r.Now().Sub(began))
	for _, s := range r.settled {
		r.stored(s)
	}
	r.settled = r.settled[:0]
	r.dry = len(items) < n
	if len(items) > 0 {
		r.news.changed = true
		r.nudge = 0
		r.dispatch(items)
	}
	return nil
}

// stored notes that an outcome is on the disk.
func (r *delivery) stored(s message.Settled) {
	item, ok := r.out[s.ID]
	delete(r.out, s.ID)
	r.news.changed = true
	if r.goal != nil && s.State != message.Queued {
		delete(r.goal.open, s.ID)
	}
	if ok && !s.Untried {
		item.State, item.Failure, item.Next, item.Ended = s.State, s.Failure, s.Next, s.At
		r.news.learn(item, s.At)
	}
}

// dispatch gives messages to the workers. Those of more calls than there is room for are given back:
// they were taken for a bulk batch that is over.
func (r *delivery) dispatch(items []message.Item) {
	calls, rest := units(items, r.isBulk)
	workers := max(r.Concurrency(), 1)
	room := max(workers+r.tempo.ahead(workers)-r.running, 1)
	r.bulk = len(calls) <= room && slices.ContainsFunc(calls, func(u unit) bool { return u.bulk })
	if len(calls) > room {
		for _, u := range calls[room:] {
			rest = append(rest, u.items...)
		}
		calls = calls[:room]
	}
	for _, i := range rest {
		r.settled = append(r.settled, untried(i.ID, r.now()))
	}
	for _, u := range calls {
		for _, i := range u.items {
			r.out[i.ID] = i
		}
	}
	r.running += len(calls)
	r.bench.put(calls, workers, func(u unit) { r.inbox.put(r.attempt(u)) })
}

func (r *delivery) isBulk(batch int64) bool {
	bulk, known := r.bulks[batch]
	if !known {
		ctx, done := r.storing()
		defer done()
		b, err := r.Outbox.Batch(ctx, batch)
		if err != nil {
			r.Log.Warn("looking at a batch", "error", err)
			return false
		}
		bulk = b.Bulk
		r.bulks[batch] = bulk
	}
	return bulk
}

// giveBack notes that nobody will begin these units.
func (r *delivery) giveBack(left []unit) {
	r.running -= len(left)
	for _, u := range left {
		r.settled = append(r.settled, returned(u, r.now())...)
	}
}

package messages

import (
	"context"
	"slices"

	"foyer/services/message"
)

// firstRows is how many rows are read with the batch itself, so that what is new is there at once.
const firstRows = 40

// glance is what was read of the batch in sight.
type glance struct {
	id    int64
	batch message.Batch
	ids   []int64
	items []message.Item
}

// asking is what is to be read of the batch in sight; the zero value is nothing.
type asking struct {
	id     int64
	filter batchFilter
	seen   []int64 // rows in sight
}

// asks says what of the batch in sight is to be read anew.
func (b *batchTab) asks() asking {
	if b.state != batchQueued {
		return asking{}
	}
	first, n := b.ledger.InSight()
	return asking{id: b.id, filter: b.filter, seen: slices.Clone(b.ledger.Keys()[first : first+n])}
}

// readBatch reads the batch in sight with the rows that are looked at.
func (p *Page) readBatch(ctx context.Context, a asking) (*glance, error) {
	if a.id == 0 {
		return nil, nil
	}
	m, err := p.config.Batches.Batch(ctx, a.id)
	if err != nil {
		return nil, err
	}
	ids, err := p.config.Outbox.MessageIDs(ctx, message.Filter{Batch: a.id, State: message.State(a.filter)})
	if err != nil {
		return nil, err
	}
	want := append(a.seen, ids[:min(len(ids), firstRows)]...)
	slices.Sort(want)
	items, err := p.config.Outbox.Messages(ctx, slices.Compact(want))
	return &glance{id: a.id, batch: m, ids: ids, items: items}, err
}

// looked shows what was read of the batch in sight.
func (b *batchTab) looked(l *glance, filter batchFilter) {
	if l == nil || b.state != batchQueued || l.id != b.id || filter != b.filter {
		return
	}
	b.batch = l.batch
	b.pace.note(b.page.config.Now(), l.batch.Rows-l.batch.Counts.Queued-l.batch.Counts.Sending)
	for _, item := range l.items {
		b.items[item.ID] = item
	}
	b.ledger.SetKeys(l.ids)
}

// resume shows a batch that is on its way when the page is loaded for the first time: it went on while
// there was no window.
func (b *batchTab) resume() {
	if b.state != batchStart {
		return
	}
	for _, m := range b.page.model.batches {
		if m.Counts.Queued+m.Counts.Sending > 0 && !m.Cancelled {
			b.state, b.id, b.batch = batchQueued, m.ID, m
			b.page.again = true
			return
		}
	}
}

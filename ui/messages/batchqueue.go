package messages

import (
	"context"
	"sync"

	"foyer/services/fault"
	"foyer/services/message"
)

// tellEvery is after how many rows the page is told how far the queueing is.
const tellEvery = 1000

// queue puts all rows into the outbox, or none. It goes on when the page is closed: whoever pressed
// Send wants the batch sent.
func (b *batchTab) queue() {
	p, f := b.page, b.file
	want := message.Batch{Name: f.name, Service: p.model.service.Name, Bulk: b.bulk, Rows: b.found.rows, Columns: b.found.columns}
	b.state, b.rows, b.read = batchQueueing, 0, 0
	b.turn++
	turn := b.turn
	roomKey := p.config.Preferences.RoomKey()
	stop := make(chan struct{})
	b.cancel = sync.OnceFunc(func() { close(stop) })
	p.show()
	p.stores.Add(func(ctx context.Context) func() {
		done, err := p.queueRows(ctx, f, want, roomKey, stop, func(rows int) {
			p.config.Do(func() {
				if b.turn == turn && b.state == batchQueueing {
					b.rows = rows
					b.showCard()
				}
			})
		})
		if err == nil {
			p.config.Desk.Changed(ctx)
		}
		return func() { b.queued(turn, done, err) }
	})
}

func (p *Page) queueRows(ctx context.Context, f batchFile, want message.Batch, roomKey string, stop <-chan struct{}, tell func(rows int)) (message.Batch, error) {
	r, err := f.read(roomKey)
	if err != nil {
		return message.Batch{}, err
	}
	defer r.file.Close()
	n := 0
	return p.config.Batches.QueueBatch(ctx, want, stopped(r.All(), stop, func(message.Row) {
		if n++; n%tellEvery == 0 {
			tell(n)
		}
	}))
}

// queued shows the batch on its way, or why there is none.
func (b *batchTab) queued(turn int, m message.Batch, err error) {
	p := b.page
	if b.turn != turn {
		return
	}
	if err != nil {
		b.state = batchChecked
		p.show()
		if fault.KindOf(err) == fault.Invalid { // every row was good a moment ago
			p.failed("messages.batch-changed", err)
			return
		}
		p.failed("messages.batch-not-queued", err)
		return
	}
	b.state, b.id, b.batch, b.filter, b.pace = batchQueued, m.ID, m, filterAll, pace{}
	b.items = map[int64]message.Item{}
	b.ledger.SetKeys(nil)
	p.show()
	p.Load()
	if p.current() == tab(b) {
		b.ledger.Focus()
	}
}

package messages

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/widget"
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

// missing reads rows that came into sight.
func (b *batchTab) missing(keys []int64) {
	if b.state != batchQueued {
		return
	}
	p, id := b.page, b.id
	keys = slices.Clone(keys)
	p.tasks.Latest("rows", func(ctx context.Context) func() {
		items, err := p.config.Outbox.Messages(ctx, keys)
		return func() {
			if err != nil {
				p.failed("messages.load-failed", err)
				return
			}
			if b.id != id {
				return
			}
			for _, item := range items {
				b.items[item.ID] = item
			}
			b.ledger.Refresh()
		}
	})
}

// row is what a row of the table says.
func (b *batchTab) row(key int64) (widget.LedgerRow, bool) {
	if b.state != batchQueued {
		return b.checkRow(key)
	}
	item, there := b.items[key]
	if !there {
		return widget.LedgerRow{}, false
	}
	row := widget.LedgerRow{Lead: strconv.Itoa(item.Row), State: stateOf(item.State), Word: b.page.stateWord(item.State), Title: shortTo(item.Message), Second: firstWords(item.Text)}
	if item.State != message.Sent && item.State != message.Sending && item.Failure != nil {
		row.Second, row.Reason = b.page.reason(item.Failure), true
	}
	row.Trailing = b.rowTime(item)
	return row, true
}

// rowTime says when a row came to rest, or will be tried again.
func (b *batchTab) rowTime(item message.Item) string {
	say, now := b.page.config.Say, b.page.config.Now()
	switch item.State {
	case message.Sending:
		return say.T("when.now")
	case message.Queued:
		if item.Next.After(now) {
			return say.T("messages.next-at", "Time", b.page.clock(item.Next, now))
		}
		return ""
	case message.Sent, message.Failed, message.Unknown:
	}
	if item.Ended.IsZero() {
		return ""
	}
	if at := item.Ended.In(now.Location()); at.YearDay() == now.YearDay() && at.Year() == now.Year() {
		return at.Format("15:04:05")
	}
	return say.Recent(item.Ended, now)
}

// showRows draws the filters of a batch in the outbox; its rows come with the next load.
func (b *batchTab) showRows() {
	say, n := b.page.config.Say, b.batch.Counts
	chips := []*widget.Chip{b.chip("messages.filter.all", b.batch.Rows, filterAll)}
	for _, f := range []struct {
		state message.State
		n     int
		word  string
	}{{message.Failed, n.Failed, "messages.filter.failed"}, {message.Unknown, n.Unknown, "messages.filter.unknown"}, {message.Queued, n.Queued, "messages.filter.queued"}} {
		if f.n > 0 || b.filter == batchFilter(f.state) {
			chips = append(chips, b.chip(f.word, f.n, batchFilter(f.state)))
		}
	}
	save := widget.NewButton(widget.Quiet, "download", say.T("messages.save-results"), b.saveResults)
	var others *widget.Button
	others = widget.NewButton(widget.Quiet, "", say.T("messages.others"), func() { b.others(others) })
	b.chips.set(widget.NewLine(0, -1, others, save), objects(chips...)...)
}

// activate shows a row in the outbox, with its history.
func (b *batchTab) activate(key int64) {
	if b.state == batchQueued && b.page.config.ShowMessage != nil {
		b.page.config.ShowMessage(key)
	}
}

// rowMenu offers what can be done with the chosen rows.
func (b *batchTab) rowMenu(at fyne.Position) {
	if items := b.rowItems(); len(items) > 0 {
		widget.ShowMenuAt(b.ledger, at, items)
	}
}

func (b *batchTab) rowItems() []*fyne.MenuItem {
	if b.state != batchQueued {
		return nil
	}
	p, chosen := b.page, b.ledger.Chosen()
	var again, unknown []int64
	for _, id := range chosen {
		switch b.items[id].State {
		case message.Failed:
			again = append(again, id)
		case message.Unknown:
			again, unknown = append(again, id), append(unknown, id)
		case message.Queued, message.Sending, message.Sent:
		}
	}
	var items []*fyne.MenuItem
	add := func(key string, ids []int64, do func(ctx context.Context, ids ...int64) (int, error)) {
		if len(ids) > 0 {
			items = append(items, fyne.NewMenuItem(p.config.Say.N(key, len(ids)), func() { b.decide(ids, do) }))
		}
	}
	add("messages.arrived", unknown, p.config.Outbox.ArrivedMessages)
	add("messages.send-again", again, p.config.Outbox.RetryMessages)
	if current, ok := b.ledger.Current(); ok && p.config.ShowMessage != nil {
		items = append(items, fyne.NewMenuItem(p.config.Say.T("messages.show-message"), func() { p.config.ShowMessage(current) }))
	}
	return items
}

// decide does what the user says of failed and unknown rows.
func (b *batchTab) decide(ids []int64, do func(ctx context.Context, ids ...int64) (int, error)) {
	p := b.page
	p.stores.Add(func(ctx context.Context) func() {
		_, err := do(ctx, ids...)
		p.config.Desk.Changed(ctx)
		return func() {
			if err != nil {
				p.failed("messages.not-changed", err)
			}
			p.Load()
		}
	})
}

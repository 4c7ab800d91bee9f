package messages

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/widget"
)

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

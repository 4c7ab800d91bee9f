package messages

import (
	"context"

	"foyer/services/message"
	"foyer/ui/widget"
)

// Undo takes back what the toast offers to take back; it reports whether there was such an offer.
func (p *Page) Undo() bool { return p.toast.Act() }

// withdraw takes the message that was queued last out of the outbox, if it is still there.
func (p *Page) withdraw() {
	sent := p.posted
	if sent == nil {
		return
	}
	p.posted = nil
	p.stores.Add(func(ctx context.Context) func() {
		gone, err := p.takeOut(ctx, sent.ids)
		p.config.Desk.Changed(ctx)
		return func() {
			switch {
			case err != nil:
				p.failed("messages.undo-failed", err)
			case !gone:
				p.toast.Say(widget.Caution, p.config.Say.T("messages.too-late"), "", nil)
			default:
				p.withdrawn(sent)
			}
			p.Load()
		}
	})
}

// takeOut discards messages that have not left, and reports whether none had. One that left between
// looking and discarding is put back on the list: it was sent, and the list must say so.
func (p *Page) takeOut(ctx context.Context, ids []int64) (gone bool, err error) {
	box := p.config.Outbox
	items, err := box.Messages(ctx, ids)
	if err != nil {
		return false, err
	}
	for _, item := range items {
		if item.State != message.Queued {
			return false, nil
		}
	}
	n, err := box.DiscardMessages(ctx, ids...)
	if err != nil || n < len(ids) {
		return false, err
	}
	for _, id := range ids {
		events, err := box.History(ctx, id)
		if err != nil {
			return false, err
		}
		if waited(events) {
			continue
		}
		_, err = box.RestoreMessages(ctx, ids...)
		return false, err
	}
	return true, nil
}

// waited reports whether a message was waiting when it was discarded.
func waited(events []message.Event) bool {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].Code != message.EventDiscarded {
			return events[i].State == message.Queued
		}
	}
	return true
}

// withdrawn puts the message back where it was written.
func (p *Page) withdrawn(sent *posted) {
	say := p.config.Say
	if !sent.from.draft().empty() {
		p.toast.Say(widget.Fine, say.T("messages.withdrawn"), say.T("messages.bring-back"), func() { p.bring(sent.from, sent.was) })
		return
	}
	p.bring(sent.from, sent.was)
	p.toast.Say(widget.Fine, say.T("messages.withdrawn-back"), "", nil)
}

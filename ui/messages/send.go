package messages

import (
	"context"

	"foyer/services/message"
	"foyer/ui/widget"
)

// posted is the message that was queued last, as long as it can be taken back.
type posted struct {
	ids  []int64
	from *writer
	was  draft
	told bool // what became of it
}

// primary sends the message: it is on disk before anybody is told so, and the tab is ready for the
// next one at once.
func (w *writer) primary() {
	p := w.page
	w.to.entry.Flush()
	d := w.draft()
	if problems := d.problems(w.room != nil); len(problems) > 0 {
		w.point(problems[0])
		return
	}
	m, service := d.message(w.room != nil), p.model.service.Name
	p.suggest.Hide()
	w.put(draft{})
	w.shown()
	p.stores.Add(func(ctx context.Context) func() {
		ids, err := p.config.Outbox.QueueMessages(ctx, service, []message.Message{m})
		if err != nil {
			return func() { w.notQueued(d, err) }
		}
		if m.Room != "" {
			if err := p.config.Outbox.RememberRoom(ctx, service, m.Room, nil); err != nil {
				p.config.Log.Warn("remembering a chat room", "err", err) // it is typed again next time
			}
		}
		p.config.Desk.Changed(ctx)
		return func() { p.queued(&posted{ids: ids, from: w, was: d}) }
	})
	p.keep() // right after it is queued, so that it is not offered again
}

// notQueued puts the message back where it was written, or offers to when something else stands there.
func (w *writer) notQueued(d draft, err error) {
	p := w.page
	if w.draft().empty() {
		w.put(d)
		p.keep()
		p.failed("messages.not-queued", err)
		return
	}
	p.config.Log.Error("messages page", "what", "queueing", "err", err)
	p.toast.Say(widget.Trouble, p.sentence("messages.not-queued", err), p.config.Say.T("messages.bring-back"), func() { p.bring(w, d) })
}

// bring shows a draft in its tab; what stands there is offered in exchange.
func (p *Page) bring(w *writer, d draft) {
	before := w.draft()
	p.open(p.tabOf(w))
	w.put(d)
	w.shown()
	if !before.empty() {
		p.toast.Say(widget.Notice, p.config.Say.T("messages.set-aside"), p.config.Say.T("messages.bring-back"), func() { p.bring(w, before) })
	}
}

// queued says that a message waits in the outbox, and how to take it back.
func (p *Page) queued(sent *posted) {
	p.posted = sent
	p.toast.Say(widget.Fine, p.queuedWords(sent.was), p.config.Say.T("messages.undo"), p.withdraw)
	p.Load()
}

func (p *Page) queuedWords(d draft) string {
	say := p.config.Say
	switch people := d.people.all; {
	case d.room != "":
		return say.T("messages.queued-room", "Room", widget.Strong(d.room))
	case len(people) == 1:
		return say.T("messages.queued-one", "Name", widget.Strong(called(people[0])))
	default:
		return say.N("messages.queued-people", len(people))
	}
}

// called is somebody's name, or the address.
func called(r message.Recipient) string {
	switch {
	case r.Name != "":
		return r.Name
	case r.Address != "":
		return r.Address
	}
	return r.Raw
}

package outbox

import (
	"context"
	"slices"
	"strings"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/widget"
)

// changing is a change of messages in the outbox. It returns how many it changed.
type changing func(ctx context.Context, ids ...int64) (int, error)

// change changes messages and tells everybody; done is called with how many it were, some at least.
func (p *Page) change(ids []int64, how changing, done func(n int)) {
	p.changeThose(func(context.Context) ([]int64, error) { return ids, nil }, how, func(_ []int64, n int) {
		if done != nil {
			done(n)
		}
	})
}

// changeThose changes the messages that a question finds.
func (p *Page) changeThose(those func(context.Context) ([]int64, error), how changing, done func(ids []int64, n int)) {
	p.stores.Add(func(ctx context.Context) func() {
		ids, err := those(ctx)
		n := 0
		if err == nil && len(ids) > 0 {
			n, err = how(ctx, ids...)
		}
		if n > 0 {
			p.config.Desk.Changed(ctx)
		}
		return func() {
			switch {
			case err != nil:
				p.failed("outbox.change-failed", err)
			case n == 0: // it was sent, or changed in another window, in the meantime
				p.toast.Say(widget.Notice, p.config.Say.T("outbox.too-late"), "", nil)
			default:
				done(ids, n)
			}
			p.Load()
		}
	})
}

// hurriedMost is how many messages are named when delivery is asked to hurry; for more, all may hurry.
const hurriedMost = 100

// hurried is a change after which delivery is asked to try at once.
func (p *Page) hurried(ctx context.Context, ids ...int64) (int, error) {
	n, err := p.config.Box.RetryMessages(ctx, ids...)
	if err != nil || n == 0 {
		return n, err
	}
	if len(ids) > hurriedMost {
		ids = nil
	}
	if err := p.config.Desk.Deliver(ctx, ids...); err != nil {
		p.config.Log.Warn("outbox page", "what", "trying at once", "err", err) // what is queued leaves later
	}
	return n, nil
}

// tryNow lets queued messages go at once.
func (p *Page) tryNow(ids ...int64) { p.change(ids, p.hurried, nil) }

// retry puts failed messages back.
func (p *Page) retry(ids ...int64) { p.change(ids, p.hurried, p.saidQueued) }

// sendAgain puts messages back of which nobody knows whether they arrived.
func (p *Page) sendAgain(ids ...int64) { p.change(ids, p.hurried, p.saidQueued) }

func (p *Page) saidQueued(n int) {
	if n > 1 {
		p.toast.Say(widget.Fine, p.config.Say.N("outbox.queued-again", n), "", nil)
	}
}

// arrived takes the user's word that messages arrived.
func (p *Page) arrived(ids ...int64) {
	p.change(ids, p.config.Box.ArrivedMessages, p.saidArrived)
}

func (p *Page) saidArrived(n int) {
	p.toast.Say(widget.Fine, p.config.Say.N("outbox.marked-arrived", n), "", nil)
}

// discard takes messages off the list and offers to bring them back.
func (p *Page) discard(ids ...int64) {
	p.discardThose(func(context.Context) ([]int64, error) { return ids, nil })
}

func (p *Page) discardThose(those func(context.Context) ([]int64, error)) {
	p.changeThose(those, p.config.Box.DiscardMessages, func(ids []int64, n int) {
		restore := func() { p.change(ids, p.config.Box.RestoreMessages, nil) }
		p.undo = restore
		p.follow = p.follow || slices.Contains(ids, p.model.shown) || p.panel.several() != nil
		p.toast.Say(widget.Fine, p.config.Say.N("outbox.discarded", n), p.config.Say.T("outbox.undo"), func() {
			p.undo = nil
			restore()
		})
	})
}

// resume lets a paused batch go on.
func (p *Page) resume(batch int64) {
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Box.ResumeBatch(ctx, batch)
		if err == nil {
			p.config.Desk.Changed(ctx)
		}
		return func() {
			if err != nil {
				p.failed("outbox.change-failed", err)
			}
			p.Load()
		}
	})
}

// deliverNow asks delivery to try everything that waits for the service.
func (p *Page) deliverNow() {
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Desk.Deliver(ctx)
		return func() {
			if err != nil {
				p.failed("outbox.try-failed", err)
			}
		}
	})
}

// copiedMost is how many texts are copied at once.
const copiedMost = 1000

// copyText copies the texts of messages, with an empty line between them.
func (p *Page) copyText(ids ...int64) {
	ids = ids[:min(len(ids), copiedMost)]
	p.stores.Add(func(ctx context.Context) func() {
		items, err := p.config.Box.Messages(ctx, ids)
		var texts []string
		for _, i := range items {
			texts = append(texts, i.Text)
		}
		if err == nil && len(texts) > 0 {
			_, err = p.config.Desk.Copy(ctx, agent.Clip{Text: strings.Join(texts, "\n\n")})
		}
		return func() {
			switch {
			case err != nil:
				p.failed("outbox.copy-failed", err)
			case len(texts) > 0:
				p.toast.Say(widget.Fine, p.config.Say.N("outbox.copied", len(texts)), "", nil)
			}
		}
	})
}

// copyWords copies something that the panel shows.
func (p *Page) copyWords(words string) {
	p.stores.Add(func(ctx context.Context) func() {
		_, err := p.config.Desk.Copy(ctx, agent.Clip{Text: words})
		return func() {
			if err != nil {
				p.failed("outbox.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("outbox.words-copied"), "", nil)
		}
	})
}

// edited stores a changed message. A failed one is put back with it.
func (p *Page) edited(i message.Item, m message.Message) {
	p.changeThose(func(context.Context) ([]int64, error) { return []int64{i.ID}, nil }, func(ctx context.Context, ids ...int64) (int, error) {
		if err := p.config.Box.EditMessage(ctx, i.ID, m); err != nil {
			return 0, err
		}
		if i.State == message.Failed {
			return p.hurried(ctx, ids...)
		}
		return 1, nil
	}, func([]int64, int) {})
}

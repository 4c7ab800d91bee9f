package messages

import (
	"context"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/widget"
)

// How much is read at once.
const (
	peopleKept = 200 // for names and for the first rows of the panel
	recentKept = 20
)

// snapshot is what was read of the outbox.
type snapshot struct {
	people  []message.Correspondent
	rooms   []message.KnownRoom
	recent  []message.Item
	batches []message.Batch
	glance  *glance // at the batch in sight
}

// Load reads the outbox anew. While a batch is on its way there are changes all the time: what changes
// during a load is read after it, so that every load comes to its end.
func (p *Page) Load() {
	if p.loading {
		p.again = true
		return
	}
	p.loading = true
	asked, service := p.batch.asks(), p.model.service.Name
	p.tasks.Go(func(ctx context.Context) func() {
		s, err := p.read(ctx, service, asked)
		return func() {
			p.loading = false
			if err != nil {
				p.failed("messages.load-failed", err)
			} else {
				p.loaded(s, asked.filter)
			}
			if p.again {
				p.again = false
				p.Load()
			}
		}
	})
}

func (p *Page) read(ctx context.Context, service string, a asking) (s snapshot, err error) {
	box := p.config.Outbox
	if s.people, err = box.People(ctx, "", peopleKept); err != nil {
		return s, err
	}
	if s.rooms, err = box.Rooms(ctx, service); err != nil {
		return s, err
	}
	if s.recent, err = box.Recent(ctx, recentKept); err != nil {
		return s, err
	}
	if s.batches, err = p.config.Batches.Batches(ctx); err != nil {
		return s, err
	}
	s.glance, err = p.readBatch(ctx, a)
	return s, err
}

func (p *Page) loaded(s snapshot, filter batchFilter) {
	m := &p.model
	first := !m.loaded
	m.loaded, m.people, m.rooms, m.recent, m.batches = true, s.people, s.rooms, s.recent, s.batches
	p.batch.looked(s.glance, filter)
	if first {
		p.batch.resume()
		p.recall(s.recent)
	}
	p.results(s.recent)
	p.show()
}

// sentence makes a sentence about a failure: what failed, and why in words.
func (p *Page) sentence(key string, err error) string {
	return p.config.Say.T(key, "Why", p.config.Say.Reason(err))
}

// failed says what went wrong and what is kept.
func (p *Page) failed(key string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("messages page", "what", key, "err", err)
	p.toast.Say(widget.Trouble, p.sentence(key, err), "", nil)
}

package outbox

import (
	"context"
	"slices"
	"time"

	"foyer/services/message"
)

// How much is read at once, and how soon.
const (
	ahead     = 60                     // messages before and behind those in sight
	knownMost = 5000                   // people whose names are known
	patience  = 300 * time.Millisecond // until the page says that it reads
	breath    = 250 * time.Millisecond // between two loads: while much is sent, much changes
)

// reading is what a load finds.
type reading struct {
	ids        []int64
	items      []message.Item
	all, found message.Counts
	held       []message.Batch
	people     []message.Correspondent
	history    []message.Event
}

// Load reads the outbox anew. What changes while it reads is read afterwards: a load is never given up
// for a newer one, or a busy outbox would never be seen.
func (p *Page) Load() {
	if p.loading {
		p.again = true
		return
	}
	p.load()
}

// load begins to read what the filter chooses now.
func (p *Page) load() {
	p.loading, p.again = true, false
	if !p.model.loaded {
		p.waits(true)
	}
	ask := p.question()
	p.tasks.Latest("load", func(ctx context.Context) func() {
		r, err := p.read(ctx, ask)
		return func() {
			p.loading = false
			p.waits(false)
			if err != nil {
				p.loadFailed(err)
				return
			}
			p.took(r)
			if p.again {
				p.rest = p.config.After(breath, func() {
					if !p.loading {
						p.load()
					}
				})
			}
		}
	})
}

// reload reads at once, because the user asked for something else.
func (p *Page) reload() {
	if p.rest != nil {
		p.rest()
	}
	p.load()
}

// question is what has to be read.
type question struct {
	filter  message.Filter
	visible []int64 // that are in sight now
	first   int     // and where they begin
	shown   int64
}

func (p *Page) question() question {
	first, count := p.list.InSight()
	return question{filter: p.model.filter(), first: first, visible: slices.Clone(p.list.Keys()[first : first+count]), shown: p.model.shown}
}

func (p *Page) read(ctx context.Context, ask question) (r reading, err error) {
	box := p.config.Box
	if r.all, err = box.Counts(ctx, message.Filter{}); err != nil {
		return r, err
	}
	r.found = r.all
	if ask.filter.Words != "" {
		if r.found, err = box.Counts(ctx, message.Filter{Words: ask.filter.Words}); err != nil {
			return r, err
		}
	}
	if r.ids, err = box.MessageIDs(ctx, ask.filter); err != nil {
		return r, err
	}
	if r.items, err = box.Messages(ctx, ask.wanted(r.ids)); err != nil {
		return r, err
	}
	if r.all.Held > 0 {
		if r.held, err = p.paused(ctx); err != nil {
			return r, err
		}
	}
	if r.people, err = box.People(ctx, "", knownMost); err != nil {
		return r, err
	}
	if ask.shown != 0 {
		r.history, err = box.History(ctx, ask.shown)
		if err != nil && ctx.Err() == nil {
			r.history, err = nil, nil // it may be gone for good by now
		}
	}
	return r, err
}

func (p *Page) paused(ctx context.Context) ([]message.Batch, error) {
	all, err := p.config.Box.Batches(ctx)
	return slices.DeleteFunc(all, func(b message.Batch) bool { return !b.Paused || b.Counts.Queued == 0 }), err
}

// wanted are the messages that will be in sight: those that are now, those that take their places, and
// the one in the panel.
func (q question) wanted(ids []int64) []int64 {
	want := slices.Clone(q.visible)
	from := min(q.first, len(ids))
	want = append(want, ids[from:min(from+max(len(q.visible), ahead), len(ids))]...)
	if q.shown != 0 {
		want = append(want, q.shown)
	}
	slices.Sort(want)
	return slices.Compact(want)
}

// took applies what was read.
func (p *Page) took(r reading) {
	m := &p.model
	m.ids, m.all, m.found, m.held, m.loaded = r.ids, r.all, r.found, r.held, true
	m.items = make(map[int64]message.Item, len(r.items))
	m.know(r.people)
	m.keep(r.items)
	if m.history = r.history; m.shown != 0 {
		if _, there := m.items[m.shown]; !there {
			m.shown = 0
		}
	}
	p.trouble = nil
	// Rows that are still being read may be older than these.
	p.tasks.Latest("rows", func(context.Context) func() { return nil })
	p.taking = true
	p.list.SetKeys(m.ids)
	p.taking = false
	p.goOn()
	if p.config.Counted != nil {
		p.config.Counted(m.all)
	}
	p.show()
	if p.wanted != 0 {
		p.ShowMessage(p.wanted)
	}
}

// goOn chooses the row that took the place of one that was discarded.
func (p *Page) goOn() {
	if !p.follow {
		return
	}
	p.follow = false
	if len(p.list.Chosen()) > 0 || p.model.shown != 0 {
		return
	}
	if id, ok := p.list.Current(); ok {
		p.list.Choose(id)
	}
}

// missing reads messages that came into sight, and some around them.
func (p *Page) missing(keys []int64) {
	first, count := p.list.InSight()
	ids := p.list.Keys()
	var want []int64
	for _, id := range ids[max(first-ahead, 0):min(first+count+ahead, len(ids))] {
		if _, there := p.model.items[id]; !there {
			want = append(want, id)
		}
	}
	p.tasks.Latest("rows", func(ctx context.Context) func() {
		items, err := p.config.Box.Messages(ctx, want)
		return func() {
			if err != nil {
				p.failed("outbox.load-failed", err)
				return
			}
			p.model.keep(items)
			p.list.Refresh()
			p.tick()
		}
	})
}

// waits says after a moment that the outbox is being read, or that it no longer is.
func (p *Page) waits(on bool) {
	if p.waiting != nil {
		p.waiting()
		p.waiting = nil
	}
	p.slow = false
	if on {
		p.waiting = p.config.After(patience, func() {
			p.slow = true
			p.show()
		})
	}
}

// giveUp ends a first load that takes too long.
func (p *Page) giveUp() {
	p.loading = false
	p.waits(false)
	p.tasks.Latest("load", func(context.Context) func() { return nil })
	p.show()
}

// loadFailed says why the outbox cannot be read; what was read before stays.
func (p *Page) loadFailed(err error) {
	p.trouble = err
	p.config.Log.Error("outbox page", "what", "outbox.load-failed", "err", err)
	p.show()
}

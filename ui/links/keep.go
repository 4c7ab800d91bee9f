package links

import (
	"context"
	"time"
)

const (
	// keepAfter is how long what is typed rests before it is kept.
	keepAfter = 300 * time.Millisecond
	// keepLimit is how many bytes of it are kept: who pastes more has it elsewhere.
	keepLimit = 1 << 20
)

// keeping is how the page keeps what stands in the paste box.
type keeping struct {
	stop func() // ends the wait; nil when nothing waits
	last string // what was kept last
}

// touched keeps the paste box soon.
func (p *Page) touched() {
	if p.config.Drafts != nil && p.keeping.stop == nil {
		p.keeping.stop = p.config.After(keepAfter, p.keepBox)
	}
}

// keepBox keeps what stands in the paste box, so that a window that dies loses nothing.
func (p *Page) keepBox() {
	k := &p.keeping
	if k.stop == nil {
		return
	}
	k.stop()
	k.stop = nil
	text := p.box.Text()
	if len(text) > keepLimit {
		text = ""
	}
	if text == k.last {
		return
	}
	k.last = text
	p.stores.Add(func(ctx context.Context) func() {
		var draft []byte
		if text != "" {
			draft = []byte(text)
		}
		err := p.config.Drafts.SaveDraft(ctx, draft)
		if err == nil {
			return nil
		}
		return func() {
			k.last = "\x00" // which nobody types: the next change tries again
			p.failed("crash.draft-failed", err)
		}
	})
}

// Recall puts back what stood in the paste box when the window died. What was typed since stays.
func (p *Page) Recall() {
	if p.config.Drafts == nil {
		return
	}
	p.tasks.Go(func(ctx context.Context) func() {
		draft, err := p.config.Drafts.Draft(ctx)
		return func() {
			switch {
			case err != nil:
				p.failed("links.load-failed", err)
			case len(draft) > 0 && p.box.Text() == "":
				p.keeping.last = string(draft)
				p.box.SetText(string(draft))
			}
		}
	})
}

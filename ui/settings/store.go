package settings

import (
	"context"

	"foyer/services/fault"
	"foyer/ui/widget"
)

// set stores a setting and shows what holds then, which is the old one if storing failed.
func (p *Page) set(key, value string) {
	p.store(key, func(ctx context.Context) error {
		return p.config.Preferences.Set(ctx, key, value)
	}, nil)
}

// store does a change in its turn. A sentence says when it failed; done is told either way, if it
// is not nil.
func (p *Page) store(key string, change func(context.Context) error, done func(stored bool)) {
	p.attempt(key, change, func(err error) {
		if err != nil {
			p.failed("settings.save-failed", err)
		}
		if done != nil {
			done(err == nil)
		}
	})
}

// attempt does a change in its turn, and shows what holds then; done is told how it went.
func (p *Page) attempt(key string, change func(context.Context) error, done func(error)) {
	p.epoch++
	p.stores.Add(func(ctx context.Context) func() {
		err := change(ctx)
		return func() {
			if err == nil && p.config.Changed != nil {
				p.config.Changed(key)
			}
			done(err)
			p.Reconsider()
		}
	})
}

// failed says what went wrong, and why in words.
func (p *Page) failed(sentence string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("settings page", "what", sentence, "err", err)
	p.toast.Say(widget.Trouble, p.config.Say.T(sentence, "Why", p.config.Say.Reason(err)), "", nil)
}

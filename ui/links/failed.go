package links

import (
	"foyer/services/fault"
	"foyer/ui/widget"
)

// sentence makes a sentence about a failure: what failed, and why in words.
func (p *Page) sentence(key string, err error) string {
	return p.config.Say.T(key, "Why", p.config.Say.Reason(err))
}

// failed says what went wrong and what is kept.
func (p *Page) failed(key string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("links page", "what", key, "err", err)
	p.toast.Say(widget.Trouble, p.sentence(key, err), "", nil)
}

package links

import (
	"errors"

	"foyer/services/fault"
	"foyer/ui/widget"
)

// sentence makes a sentence about a failure: what failed, and why in words.
func (p *Page) sentence(key string, err error) string {
	say := p.config.Say
	why := say.T("fault." + fault.KindOf(err).String())
	if f, ok := errors.AsType[*fault.Error](err); ok {
		for _, k := range []string{"fault." + f.Code, "fault." + f.Service + "." + f.Code} {
			if f.Code != "" && say.Has(k) {
				why = say.T(k, "Words", f.Words)
			}
		}
	}
	return say.T(key, "Why", why)
}

// failed says what went wrong and what is kept.
func (p *Page) failed(key string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("links page", "what", key, "err", err)
	p.toast.Say(widget.Trouble, p.sentence(key, err), "", nil)
}

package links

import (
	"context"

	"foyer/ui/text"
)

// Anew is a page in another language that takes this one's place.
func (p *Page) Anew(say *text.Catalogue) *Page {
	config := p.config
	config.Say = say
	next := New(context.Background(), config)
	next.TakeOver(p)
	return next
}

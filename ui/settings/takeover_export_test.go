package settings

import (
	"context"

	"fyne.io/fyne/v2"

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

// UseFont lets the page find a font.
func (p *Page) UseFont(found Font, err error) {
	p.config.Font = func(context.Context) (Font, error) { return found, err }
}

// IsChoices reports whether an object is a list of choices.
func IsChoices(o fyne.CanvasObject) bool {
	_, is := o.(*choices)
	return is
}

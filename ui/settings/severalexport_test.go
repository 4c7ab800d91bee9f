package settings

// Cards are those of all services, in their order.
func (p *Page) Cards() []Card {
	p.ready()
	all := make([]Card, len(p.cards))
	for i, s := range p.cards {
		all[i] = Card{s}
	}
	return all
}

// About is what stands below the card's title; CanUse reports whether the service can be put to use there.
func (c Card) About() string { return c.s.head.words.Words() }

func (c Card) CanUse() bool { return c.s.canUse() }

// Use presses the button that puts the service to use.
func (c Card) Use() { test(c.s.use) }

// AddService presses the button that adds a service.
func (p *Page) AddService() { test(p.action()) }

package outbox

import "time"

// tick draws what changes by the second, as long as there is something of the kind in sight.
func (p *Page) tick() {
	if p.ticking != nil || !p.onScreen() || !p.hurries() {
		return
	}
	p.ticking = p.config.After(time.Second, func() {
		p.ticking = nil
		if !p.onScreen() {
			return
		}
		p.list.Refresh()
		p.showBanners()
		p.panel.show()
		p.tick()
	})
}

// still ends the wait for the next second.
func (p *Page) still() {
	if p.ticking != nil {
		p.ticking()
		p.ticking = nil
	}
}

func (p *Page) onScreen() bool { return p.Visible() && p.canvas() != nil }

// hurries reports whether something in sight changes by the second.
func (p *Page) hurries() bool {
	if down(p.model.service) && p.model.service.Next.After(p.config.Now()) {
		return true
	}
	if i, ok := p.model.items[p.model.shown]; ok && p.ticks(i) {
		return true
	}
	first, count := p.list.InSight()
	for _, id := range p.list.Keys()[first : first+count] {
		if i, ok := p.model.items[id]; ok && p.ticks(i) {
			return true
		}
	}
	return false
}

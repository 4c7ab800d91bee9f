package messages

// showSide draws the panel, if there is one beside what is shown.
func (p *Page) showSide() {
	w := p.writing()
	p.sideOff = w == nil || p.firstTime() || p.model.loaded && len(p.model.people)+len(p.model.recent)+len(p.model.rooms) == 0
	if !p.sideOff {
		p.side.show(w.room != nil)
	}
}

// openSide shows the panel where it lies over the page.
func (p *Page) openSide() {
	p.sideOpen = true
	p.show()
	p.focus(p.side.search.Input())
}

// closeSide takes it away again.
func (p *Page) closeSide() {
	p.sideOpen = false
	p.show()
	p.current().shown()
}

func (p *Page) escapeSide() bool {
	if !p.sideOpen {
		return false
	}
	p.closeSide()
	return true
}

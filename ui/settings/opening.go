package settings

import "foyer/ui/widget"

// What opens each section. A section's widgets are made when somebody looks at it first: most of the
// page is not in sight most of the time.

func (p *Page) openServices() inside {
	content := p.newConnections()
	return inside{content: content, action: p.adding(), show: p.takeServices, flush: func() {
		for _, s := range p.connections() {
			s.flush()
		}
	}}
}

func (p *Page) openGeneral() inside {
	p.general = newGeneral(p)
	return inside{content: p.general.column, show: p.general.show}
}

func (p *Page) openNotifications() inside {
	p.notifications = newNotifications(p)
	return inside{content: p.notifications.column, show: p.notifications.show, look: p.notifications.look}
}

func (p *Page) openShortcuts() inside {
	p.shortcuts = newShortcuts(p)
	return inside{content: p.shortcuts.column, show: p.shortcuts.show, look: p.shortcuts.look, flush: p.shortcuts.field.keep}
}

func (p *Page) openStart() inside {
	p.start = newStartUp(p)
	return inside{content: p.start.column, show: p.start.show, look: p.start.look}
}

func (p *Page) openRooms() inside {
	p.rooms = newRooms(p)
	return inside{content: p.rooms.column, show: func(v Values) { p.rooms.show(v.Rooms) }, flush: p.rooms.zone.keep}
}

func (p *Page) openTexts() inside {
	p.texts = newTexts(p)
	add := widget.NewButton(widget.Outlined, "plus", p.config.Say.T("settings.add"), p.addTemplate)
	return inside{content: p.texts.column, action: add, show: p.texts.take, flush: p.texts.flush}
}

func (p *Page) openMessageTexts() inside {
	p.messageTexts = newMessageTexts(p)
	add := widget.NewButton(widget.Outlined, "plus", p.config.Say.T("settings.add"), p.messageTexts.add)
	return inside{content: p.messageTexts.column, action: add, show: p.messageTexts.take, flush: p.messageTexts.flush}
}

func (p *Page) openNetwork() inside {
	p.network = newNetwork(p)
	return inside{content: p.network.column, show: p.network.show, look: p.network.look, flush: p.network.flush}
}

func (p *Page) openAbout() inside {
	p.about = newAbout(p)
	return inside{content: p.about.column}
}

func (p *Page) openData() inside {
	p.data = newData(p)
	if p.links != nil {
		p.data.setLinks(*p.links)
	}
	return inside{content: p.data.column, show: p.data.show}
}

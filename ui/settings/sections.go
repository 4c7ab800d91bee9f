package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"foyer/ui/widget"
	"foyer/ui/window"
)

// The sections of the page, by name.
const (
	SectionServices      = "services"
	SectionGeneral       = "general"
	SectionNotifications = "notifications"
	SectionShortcuts     = "shortcuts"
	SectionStart         = "start"
	SectionRooms         = "rooms"
	SectionTexts         = "texts"
	SectionMessageTexts  = "message-texts"
	SectionNetwork       = "network"
	SectionData          = "data"
	SectionAbout         = "about"
)

// section is a part of the page with a place in its navigation.
type section struct {
	name, icon, words string
	// open makes what is in it, when it is shown first.
	open   func() inside
	inside *inside // nil until then
}

// inside is what is in a section.
type inside struct {
	content fyne.CanvasObject
	// action stands at the end of the page's head; nil for none.
	action *widget.Button
	// show draws the settings as they are now, and leaves what is being typed; nil where nothing
	// follows them.
	show func(Values)
	// look asks what lies outside of the settings, such as the desktop, whenever the section comes into
	// sight (then it has arrived), or something has changed while it is; nil where nothing does.
	look func(arrived bool)
	// flush stores what was typed; nil where everything is stored at once.
	flush func()
}

// allSections are the sections in their order, none of them open.
func (p *Page) allSections() []section {
	say := p.config.Say
	var all []section
	add := func(name, icon, words string, open func() inside) {
		all = append(all, section{name: name, icon: icon, words: words, open: open})
	}
	connects := p.config.Services != nil
	if connects {
		add(SectionServices, "server", say.T("services.title"), p.openServices)
	}
	add(SectionGeneral, "settings", say.T("settings.general"), p.openGeneral)
	add(SectionNotifications, "bell", say.T("preferences.notifications"), p.openNotifications)
	add(SectionShortcuts, "keyboard", say.T("preferences.shortcuts"), p.openShortcuts)
	add(SectionStart, "play", say.T("preferences.start"), p.openStart)
	add(SectionLanguage, "globe", say.T("language.title"), p.openLanguage)
	if connects {
		add(SectionRooms, "rooms", say.T("room-settings.title"), p.openRooms)
	}
	add(SectionTexts, "edit", say.T("settings.texts"), p.openTexts)
	if connects {
		add(SectionMessageTexts, "message", say.T("preferences.message-texts"), p.openMessageTexts)
		add(SectionNetwork, "updown", say.T("preferences.network"), p.openNetwork)
	}
	add(SectionData, "database", say.T("settings.data"), p.openData)
	add(SectionAbout, "info", say.T("preferences.about"), p.openAbout)
	return all
}

// Connect shows the section about services with the field for the server's URL focused.
func (p *Page) Connect() {
	p.ShowSection(SectionServices)
	if p.services != nil {
		p.focus(p.services.url.Input())
	}
}

// ShowSection shows a section by its name; an unknown name changes nothing.
func (p *Page) ShowSection(name string) {
	p.ready()
	if i := slices.IndexFunc(p.sections, func(s section) bool { return s.name == name }); i >= 0 {
		p.choose(i)
	}
}

// Section returns the name of the section in sight.
func (p *Page) Section() string {
	p.ready()
	return p.sections[p.chosen].name
}

func (p *Page) choose(index int) {
	p.flush()
	p.chosen = index
	p.open(&p.sections[index])
	for i, s := range p.sections {
		if s.inside == nil {
			continue
		}
		setVisible(s.inside.content, i == index)
		if s.inside.action != nil {
			setVisible(s.inside.action, i == index)
		}
	}
	p.heading.SetText(p.sections[index].words)
	p.nav.choose(index)
	p.tabs.Select(index)
	p.scroll.ScrollToTop()
	p.Refresh()
	p.look(true)
}

// look asks what lies outside of the settings, if somebody sees it.
func (p *Page) look(arrived bool) {
	if s := p.sections[p.chosen].inside; !p.Hidden && s != nil && s.look != nil {
		s.look(arrived)
	}
}

// open makes what is in a section, once, and shows what is known.
func (p *Page) open(s *section) {
	if s.inside != nil {
		return
	}
	made := s.open()
	s.inside = &made
	p.body.add(made.content)
	if made.action != nil {
		p.objects = slices.Insert(p.objects, slices.Index(p.objects, fyne.CanvasObject(p.tabs)), fyne.CanvasObject(made.action)) // as it is read
	}
	if made.show != nil {
		made.show(p.values)
	}
}

// action is the button at the end of the page's head, nil for none.
func (p *Page) action() *widget.Button {
	if s := p.sections[p.chosen].inside; s != nil {
		return s.action
	}
	return nil
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
		return
	}
	o.Hide()
}

// Actions are what can be done from the search box on this page; show brings the page to the front.
func (p *Page) Actions(show func()) []window.Result {
	say := p.config.Say
	var all []window.Result
	for _, s := range p.allSections() {
		all = append(all, window.Result{Icon: s.icon, Title: say.T("settings.action", "Section", s.words), Does: say.T("settings.do"), Open: func() {
			p.ShowSection(s.name)
			show()
		}})
	}
	return all
}

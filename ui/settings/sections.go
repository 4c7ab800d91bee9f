package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"foyer/ui/window"
)

// The sections of the page, by name.
const (
	SectionServices = "services"
	SectionGeneral  = "general"
	SectionRooms    = "rooms"
	SectionTexts    = "texts"
	SectionData     = "data"
)

// section is a part of the page with a place in its navigation.
type section struct {
	name, icon, words string
	content           fyne.CanvasObject
}

// allSections are the sections in their order, without what is in them.
func (p *Page) allSections() []section {
	say := p.config.Say
	all := []section{
		{name: SectionGeneral, icon: "settings", words: say.T("settings.general")},
		{name: SectionTexts, icon: "edit", words: say.T("settings.texts")},
		{name: SectionData, icon: "database", words: say.T("settings.data")},
	}
	if p.config.Services != nil {
		all = slices.Insert(all, 1, section{name: SectionRooms, icon: "rooms", words: say.T("room-settings.title")})
		all = slices.Insert(all, 0, section{name: SectionServices, icon: "server", words: say.T("services.title")})
	}
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
	for i, s := range p.sections {
		if i == index {
			s.content.Show()
		} else {
			s.content.Hide()
		}
	}
	p.heading.SetText(p.sections[index].words)
	p.add.Hidden = p.sections[index].name != SectionTexts
	p.nav.choose(index)
	p.tabs.Select(index)
	p.scroll.ScrollToTop()
	p.Refresh()
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

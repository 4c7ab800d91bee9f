package links

import (
	"foyer/services/link"
	"foyer/ui/window"
)

// foundAtMost is how many links of a kind the search box shows.
const foundAtMost = 8

// Find answers the search box: spaces and meetings under links, then people, then what can be
// done. An empty query shows what was used last.
func (p *Page) Find(query string) []window.Group {
	say := p.config.Say
	m := model{all: p.model.all, query: query}
	var spaces, people []window.Result
	for _, l := range m.visible() {
		r := window.Result{Icon: icon(l.Kind), Title: l.Title(), Second: p.found(l), Does: say.T("links.copy"), Open: p.opener(l), Copy: p.opener(l)}
		switch {
		case l.Kind == link.Person && len(people) < foundAtMost:
			people = append(people, r)
		case l.Kind != link.Person && len(spaces) < foundAtMost:
			spaces = append(spaces, r)
		}
	}
	return []window.Group{
		{Title: say.T("links.group"), Results: spaces},
		{Title: say.T("links.group-people"), Results: people},
	}
}

// Actions are what can be done from the search box on this page.
func (p *Page) Actions() []window.Result {
	say := p.config.Say
	action := func(icon, word string, do func()) window.Result {
		return window.Result{Icon: icon, Title: say.T(word), Does: say.T("links.do"), Open: do}
	}
	all := []window.Result{
		action("link", "links.paste", p.PasteSpaceInfo),
		action("plus", "links.new", p.NewLink),
		action("import", "links.import", p.chooseImport),
	}
	if len(p.model.all) > 0 {
		all = append(all, action("download", "links.export", func() { p.exportMenu(p.header) }))
	}
	return all
}

func (p *Page) found(l link.Saved) string {
	if l.Kind == link.Space {
		if n := p.people(l.Target); n != "" {
			return p.config.Say.T("links.described", "Kind", p.config.Say.T("links.kind.space"), "More", n)
		}
	}
	return p.second(l.Target)
}

// opener shows a found link on the page and copies it.
func (p *Page) opener(l link.Saved) func() {
	return func() {
		p.clearFilter()
		p.choose(l)
		p.copyChosen()
	}
}

// choose shows a saved link in the panel and brings its row into sight.
func (p *Page) choose(l link.Saved) {
	for i, row := range p.rows() {
		if row.Ref == l.Ref && row.Key() == l.Key() {
			p.list.Select(i)
			return
		}
	}
	p.panel.flush()
	p.model.choose(&l)
	p.show()
}

// Pick chooses the first row with this title, as a tap on it does; it reports whether there is one.
func (p *Page) Pick(title string) bool {
	for i, l := range p.rows() {
		if l.Title() == title {
			p.list.Select(i)
			return true
		}
	}
	return false
}

// As shows and copies links in a format until another one is chosen.
func (p *Page) As(format link.Format) {
	p.model.format = format
	p.panel.show()
}

// Edit opens the sheet of the chosen link.
func (p *Page) Edit() { p.editChosen() }

package links

import (
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/widget"
)

func (p *Page) newList() *widget.RowList {
	say := p.config.Say
	l := widget.NewRowList()
	l.Stars = true
	at := func(do func()) func(int) {
		return func(i int) {
			p.pick(i)
			do()
		}
	}
	l.Actions = []widget.RowAction{
		{Icon: "copy", Tip: say.T("links.copy"), Do: at(p.copyChosen)},
		{Icon: "open", Tip: say.T("links.open"), Do: at(p.openChosen)},
		{Icon: "more", Tip: say.T("widget.more"), Do: func(i int) {
			p.pick(i)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
			widget.ShowMenuAt(l, fyne.NewPos(at.X+l.Size().Width-200, l.RowBottom(i)), p.menuItems())
		}},
	}
	l.OnSelected = p.pick
	l.OnActivated = at(p.copyChosen)
	l.OnMenu = func(_ int, at fyne.Position) { widget.ShowMenuAt(l, at, p.menuItems()) }
	l.OnKey = p.listKey
	l.Calm = func() bool { return p.covers(p.Size()) }
	return l
}

// pick shows a row's link in the panel.
func (p *Page) pick(i int) {
	rows := p.rows()
	if i < 0 || i >= len(rows) {
		return
	}
	l := rows[i]
	p.panel.dismissed = false
	if p.model.chosen != nil && p.model.chosen.Ref == l.Ref && p.model.chosen.Key() == l.Key() {
		if p.panel.Hidden {
			p.panel.show()
			p.Refresh()
		}
		return
	}
	p.panel.flush()
	p.model.choose(&l)
	p.panel.show()
	p.Refresh()
}

// rows are the links in the list: those to choose from, else the saved ones that pass the filter.
func (p *Page) rows() []link.Saved {
	if p.model.choosing() {
		return p.model.found
	}
	return p.model.visible()
}

func (p *Page) listKey(i int, k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDelete:
		p.deleteChosen()
	case fyne.KeyF2:
		p.editChosen()
	case fyne.KeyEscape:
		p.dismiss()
	default:
		return false
	}
	return true
}

// dismiss closes the panel; the list takes its place.
func (p *Page) dismiss() {
	at := p.list.Selected()
	p.panel.flush()
	p.model.choose(nil)
	p.show()
	if c := p.canvas(); c != nil && p.covers(p.Size()) && p.list.Visible() {
		p.list.Point(at)
		c.Focus(p.list)
	}
}

func (p *Page) showList() {
	say := p.config.Say
	rows := p.rows()
	selected := -1
	views := make([]widget.Row, len(rows))
	now := p.config.Now()
	for i, l := range rows {
		views[i] = widget.Row{Pinned: l.Pinned, Icon: icon(l.Kind), Title: l.Title(), Second: p.second(l.Target)}
		if l.Ref != 0 {
			views[i].Trailing = say.Recent(l.Last(), now)
		}
		if p.model.chosen != nil && l.Ref == p.model.chosen.Ref && l.Key() == p.model.chosen.Key() {
			selected = i
		}
	}
	p.list.SetRows(views, selected)
	empty := p.model.loaded && len(p.model.all) == 0 && !p.model.choosing()
	typed := p.model.chosen != nil
	p.firstBox.(*widget.Scrolled).Hidden = !empty || typed
	hint := "links.box-hint"
	if empty {
		hint = "links.box-hint-first" // the steps below say the rest
	}
	p.box.SetPlaceholder(say.T(hint))
	p.toolbar.Hidden = len(p.model.all) == 0 || p.model.choosing()
	p.list.Hidden = len(rows) == 0
	p.nothing.Hidden = len(rows) > 0 || len(p.model.all) == 0
	p.toolbar.wanted = p.model.count(link.Meeting) > 0
	for i, f := range filters {
		n := p.model.count(f.kind)
		p.chips[i].Set(strconv.Itoa(n), f.kind == p.model.kind)
	}
}

func icon(k link.Kind) string {
	switch k {
	case link.Person:
		return "person"
	case link.Meeting:
		return "meeting"
	}
	return "space"
}

// second is what stands beside a link's title.
func (p *Page) second(t link.Target) string {
	say := p.config.Say
	title := t.Title()
	switch t.Kind {
	case link.Person:
		if t.Email != title {
			return t.Email
		}
		return say.T("links.kind.person")
	case link.Meeting:
		for _, s := range []string{t.SIP, short(t.URL)} {
			if s != "" && s != title {
				return s
			}
		}
		return say.T("links.kind.meeting")
	}
	if people := p.people(t); people != "" {
		return people
	}
	return say.T("links.kind.space")
}

// people says how many are in a space, "" when nobody knows.
func (p *Page) people(t link.Target) string {
	say := p.config.Say
	if t.Participants == nil {
		return ""
	}
	s := say.N("links.people", *t.Participants)
	if t.ExternalParticipants != nil && *t.ExternalParticipants > 0 {
		s = say.N("links.external", *t.ExternalParticipants, "People", s)
	}
	return s
}

func (p *Page) filter(k link.Kind) {
	p.model.kind = k
	p.show()
}

func (p *Page) clearFilter() {
	p.model.kind, p.model.query = "", ""
	p.search.SetText("")
	p.search.SetAction(nil)
	p.show()
}

// clearSearch is the button at the end of a search field that holds something.
func (p *Page) clearSearch(query string) *widget.Button {
	if query == "" {
		return nil
	}
	return widget.NewIconButton("x", p.config.Say.T("links.clear"), p.clearFilter)
}

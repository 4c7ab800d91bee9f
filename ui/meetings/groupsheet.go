package meetings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// groups is the sheet of saved groups.
type groups struct {
	page   *Page
	sheet  *widget.Sheet
	rows   *widget.RowList
	body   *tall
	forget *widget.Button
	all    []meeting.Group
}

// openGroups shows the saved groups.
func (p *Page) openGroups() {
	say := p.config.Say
	g := &groups{page: p, rows: widget.NewRowList()}
	g.body = newTall(p, 5, g.rows)
	g.rows.OnActivated = func(int) { g.add() }
	g.rows.OnSelected = func(int) { g.show() }
	g.forget = p.link(say.T("meetings.remove-group"), g.remove)
	g.sheet = widget.NewSheet(say.T("meetings.groups-title"), say.T("widget.cancel"), say.T("meetings.add"), g.add)
	g.rows.OnKey = func(_ int, k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyEscape:
			g.sheet.Close()
		case fyne.KeyDelete:
			g.remove()
		}
		return true
	}
	g.sheet.Add(widget.Part{Object: g.body}, widget.Part{Above: style.IconGap, Left: true, Object: g.forget})
	g.show()
	p.open(g.sheet, g.rows)
	g.read()
}

func (g *groups) read() {
	p := g.page
	p.tasks.Latest("groups", func(ctx context.Context) func() {
		all, err := p.config.Book.Groups(ctx)
		return func() {
			if err != nil {
				g.body.say(p.why(err), true)
				return
			}
			g.all = all
			rows := make([]widget.Row, len(all))
			for i, one := range all {
				rows[i] = widget.Row{Icon: "people", Title: one.Name, Second: p.config.Say.N("meetings.group-people", len(one.Attendees))}
			}
			words := ""
			if len(rows) == 0 {
				words = p.config.Say.T("meetings.groups-none")
			}
			g.body.say(words, false)
			g.rows.SetRows(rows, min(max(g.rows.Selected(), 0), len(rows)-1))
			g.show()
		}
	})
}

func (g *groups) chosen() (meeting.Group, bool) {
	if i := g.rows.Selected(); i >= 0 && i < len(g.all) {
		return g.all[i], true
	}
	return meeting.Group{}, false
}

func (g *groups) show() {
	_, ok := g.chosen()
	able(g.sheet.OK(), ok)
	g.forget.Hidden = !ok
	g.sheet.Refresh()
}

// add puts the people of a group into the table.
func (g *groups) add() {
	p := g.page
	one, ok := g.chosen()
	if !ok || p.model.run != nil {
		return
	}
	g.sheet.Close()
	at := p.model.table.Len()
	p.insert(at, one.Attendees)
	p.table.Focus()
	p.table.Go(at, 0)
	p.toast.Say(widget.Fine, p.config.Say.N("meetings.added", len(one.Attendees)), p.config.Say.T("meetings.undo"), func() { p.takeBack() })
}

// remove forgets a group, and offers to bring it back.
func (g *groups) remove() {
	p, say := g.page, g.page.config.Say
	one, ok := g.chosen()
	if !ok {
		return
	}
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Book.RemoveGroup(ctx, one.Name)
		return func() {
			if err != nil {
				p.failed("meetings.group-failed", err)
				return
			}
			p.toast.Say(widget.Fine, say.T("meetings.group-removed", "Name", widget.Strong(one.Name)), say.T("meetings.undo"), func() { p.storeGroup(one, nil) })
			g.read()
		}
	})
}

// openSaveGroup asks for a name to keep the table under.
func (p *Page) openSaveGroup() {
	say := p.config.Say
	p.table.Commit()
	rows := p.model.table.Rows()
	name := widget.NewEntry("people", say.T("meetings.group-hint"))
	note := widget.NewProse(say.N("meetings.group-note", len(rows)), style.Caption, style.Ink2)
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("meetings.save-group-title"), say.T("widget.cancel"), say.T("meetings.save"), func() {
		words := strings.TrimSpace(name.Text())
		name.SetInvalid(words == "")
		if words == "" {
			return
		}
		sheet.Close()
		p.storeGroup(meeting.Group{Name: words, Attendees: rows, Saved: p.config.Now()}, func() {
			p.toast.Say(widget.Fine, say.T("meetings.group-saved", "Name", widget.Strong(words)), "", nil)
		})
	}, labelled(say.T("meetings.group-name"), name)...)
	sheet.Field(name)
	sheet.Add(widget.Part{Above: style.IconGap, Object: note})
	p.open(sheet, name.Input())
}

func (p *Page) storeGroup(g meeting.Group, done func()) {
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Book.SaveGroup(ctx, g)
		return func() {
			if err != nil {
				p.failed("meetings.group-failed", err)
			} else if done != nil {
				done()
			}
		}
	})
}

package meetings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// directory is the sheet in which people are looked for in the organisation's directory.
type directory struct {
	page    *Page
	sheet   *widget.Sheet
	search  *widget.Entry
	rows    *widget.RowList
	body    *tall
	count   *widget.Text
	more    *widget.Button
	mobile  *widget.Check
	found   []meeting.Entry
	all     int
	chosen  map[string]meeting.Entry // by UUID
	order   []string                 // in which they were chosen
	rest    func()
	waiting func()
}

// openDirectory looks for people.
func (p *Page) openDirectory() {
	if !p.account() || p.model.run != nil {
		return
	}
	say := p.config.Say
	d := &directory{page: p, rows: widget.NewRowList(), count: widget.NewText("", style.Caption, style.Ink2), chosen: map[string]meeting.Entry{}}
	d.search = widget.NewEntry("search", say.T("meetings.directory-hint"))
	d.search.OnChanged = func(string) {
		stop(&d.rest)
		d.rest = p.config.After(queryRests, func() { d.read(0) })
	}
	d.body = newTall(p, 7, d.rows)
	d.rows.OnActivated = d.toggle
	d.rows.Actions = []widget.RowAction{{Icon: "plus", Tip: say.T("meetings.choose"), Do: d.toggle}}
	d.more = p.link(say.T("meetings.show-more"), func() { d.read(len(d.found)) })
	d.mobile = widget.NewCheck(say.T("meetings.call-mobile"), func(bool) { d.took() })
	d.sheet = widget.NewSheet(say.T("meetings.directory-title"), say.T("widget.cancel"), say.T("meetings.add"), d.add)
	d.sheet.Wide = true
	d.sheet.Field(d.search)
	d.search.OnSubmitted = func(string) { d.read(0) }
	d.search.OnKey = d.searchKey
	d.rows.OnKey = func(_ int, k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			d.sheet.Close()
		}
		return true
	}
	d.sheet.Check(d.mobile)
	d.sheet.Add(widget.Part{Object: d.search}, widget.Part{Above: style.IconGap, Object: d.body},
		widget.Part{Above: style.IconGap, Object: widget.NewLine(style.GroupGap, 0, d.count, d.more)}, widget.Part{Above: style.IconGap, Object: d.mobile})
	d.show()
	p.open(d.sheet, d.search.Input())
	d.read(0)
}

// searchKey goes from the search to the rows.
func (d *directory) searchKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		d.sheet.Close()
	case fyne.KeyDown:
		d.page.focus(d.rows)
	default:
		return false
	}
	return true
}

// read asks for a page of people; those of an earlier question are dropped.
func (d *directory) read(offset int) {
	p := d.page
	stop(&d.rest)
	stop(&d.waiting)
	q := meeting.Query{Words: strings.TrimSpace(d.search.Text()), Offset: offset, Limit: pageOf}
	d.waiting = p.config.After(patience, func() { d.body.say(p.config.Say.T("meetings.directory-reading"), false) })
	p.tasks.Latest("directory", func(ctx context.Context) func() {
		list, err := p.host().Search(ctx, q)
		return func() {
			stop(&d.waiting)
			if err != nil {
				d.body.say(p.why(err), true, p.saidLink(err)...)
				return
			}
			if offset == 0 {
				d.found = nil
			}
			// An offset behind the end brings the last page once more.
			known := map[string]bool{}
			for _, e := range d.found {
				known[d.key(e)] = true
			}
			for _, e := range list.People {
				if !known[d.key(e)] {
					d.found = append(d.found, e)
				}
			}
			d.all = list.Count
			d.took()
		}
	})
}

// key tells entries apart.
func (d *directory) key(e meeting.Entry) string {
	return firstOf(e.UserUUID, e.Account, e.Number, e.Name)
}

// took shows what was found, and what is chosen of it.
func (d *directory) took() {
	say := d.page.config.Say
	rows := make([]widget.Row, len(d.found))
	for i, e := range d.found {
		a := meeting.FromEntry(e, d.mobile.On())
		r := widget.Row{Icon: "person", Title: e.Name, Second: firstOf(a.Phone, say.T("meetings.no-number")), Trailing: e.DeptName}
		if e.Type != "" && e.Type != meeting.Normal {
			r.Icon = "meeting"
		}
		if _, on := d.chosen[d.key(e)]; on {
			r.Icon, r.Strong = "check", true
		}
		rows[i] = r
	}
	words := ""
	if len(rows) == 0 {
		words = say.T("meetings.directory-none")
	}
	d.body.say(words, false)
	d.rows.SetRows(rows, d.rows.Selected())
	d.show()
}

// toggle chooses somebody, or no longer.
func (d *directory) toggle(i int) {
	if i < 0 || i >= len(d.found) {
		return
	}
	e := d.found[i]
	key := d.key(e)
	if _, on := d.chosen[key]; on {
		delete(d.chosen, key)
	} else {
		d.chosen[key] = e
		d.order = append(d.order, key)
	}
	d.took()
}

func (d *directory) show() {
	say := d.page.config.Say
	d.more.Hidden = len(d.found) >= d.all || len(d.found) == 0
	d.count.SetText("")
	if len(d.found) > 0 {
		d.count.SetText(say.N("meetings.directory-count", d.all, "Shown", len(d.found)))
	}
	d.sheet.OK().SetText(say.T("meetings.add"))
	if n := len(d.chosen); n > 0 {
		d.sheet.OK().SetText(say.N("meetings.add-people", n))
	}
	able(d.sheet.OK(), len(d.chosen) > 0)
	d.sheet.Refresh()
}

// add puts those who are chosen into the table, in the order in which they were.
func (d *directory) add() {
	p := d.page
	if len(d.chosen) == 0 || p.model.run != nil {
		return
	}
	var people []meeting.Attendee
	for _, key := range d.order {
		if e, on := d.chosen[key]; on {
			people = append(people, meeting.FromEntry(e, d.mobile.On()))
			delete(d.chosen, key)
		}
	}
	d.sheet.Close()
	at := p.model.table.Len()
	p.insert(at, people)
	p.table.Focus()
	p.table.Go(at, 0)
	p.toast.Say(widget.Fine, p.config.Say.N("meetings.added", len(people)), p.config.Say.T("meetings.undo"), func() { p.takeBack() })
}

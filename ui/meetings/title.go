package meetings

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// tableTitle stands above the table: what it is, how many rows it has, and where more come from.
type tableTitle struct {
	fynewidget.BaseWidget
	page    *Page
	title   *widget.Text
	count   *widget.Text
	buttons []*widget.Button
	more    *widget.Button
	hidden  int // how many buttons are in the menu
}

func newTableTitle(p *Page) *tableTitle {
	say := p.config.Say
	t := &tableTitle{page: p, title: widget.NewBold(say.T("meetings.to-invite"), style.Heading), count: widget.NewText("", style.Body, style.Ink2)}
	t.title.Elide = true
	t.buttons = []*widget.Button{
		widget.NewButton(widget.Quiet, "import", say.T("meetings.from-file"), p.openFile),
		widget.NewButton(widget.Quiet, "search", say.T("meetings.directory"), p.openDirectory)}
	t.more = widget.NewIconButton("more", say.T("widget.more"), func() { widget.ShowMenu(t.more, t.menu()) })
	t.ExtendBaseWidget(t)
	return t
}

func (t *tableTitle) show() {
	t.count.SetText(strconv.Itoa(t.page.model.table.Len()))
	able(t.buttons[0], t.page.model.run == nil)
	able(t.buttons[1], t.page.model.run == nil && t.page.account())
	t.Refresh()
}

// menu is what else can be done with the table.
func (t *tableTitle) menu() (items []*fyne.MenuItem) {
	p, say, m := t.page, t.page.config.Say, &t.page.model
	add := func(words string, on bool, do func()) {
		item := fyne.NewMenuItem(words, do)
		item.Disabled = !on
		items = append(items, item)
	}
	for _, b := range t.buttons[len(t.buttons)-t.hidden:] {
		item := fyne.NewMenuItem(b.Words(), func() { b.Tapped(nil) })
		item.Disabled = b.Disabled()
		items = append(items, item)
	}
	rest, some := m.run == nil, m.table.Len() > 0
	s := m.summary()
	add(say.T("meetings.groups"), rest, p.openGroups)
	add(say.T("meetings.save-group"), rest && some, p.openSaveGroup)
	add(say.T("meetings.merge"), rest && m.table.Summary().Duplicates > 0, p.merge)
	add(say.T("meetings.retry-all"), rest && m.phase == running && s.missing > 0, p.retryMissing)
	add(say.T("meetings.forget-invited"), rest && s.invited > 0, func() { p.keepOnly(func(i int) bool { return !m.sent[i].called() }) })
	add(say.T("meetings.clear"), rest && some, func() { p.removeRows(0, m.table.Len()) })
	items = append(items, fyne.NewMenuItemSeparator())
	add(say.T("meetings.save-rows"), some, func() { p.saveRows(m.table.Rows()) })
	add(say.T("meetings.save-result"), len(m.rounds) > 0, p.saveResult)
	add(say.T("meetings.save-rejected"), m.rejected != nil, p.saveRejected)
	return items
}

// saveRows writes the table into a file that can be read again.
func (p *Page) saveRows(rows []meeting.Attendee) {
	p.saveAs(p.config.Say.T("meetings.file-rows"), func(w writer) error { return meeting.WriteCSV(w, rows) })
}

// CreateRenderer is part of the widget contract.
func (t *tableTitle) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{t.title, t.count, t.buttons[0], t.buttons[1], t.more}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(160, style.Of(t).Height(style.ToolbarHeight)) }, t.layout)
}

func (t *tableTitle) layout(size fyne.Size) {
	look := style.Of(t)
	line := look.Line(style.Heading)
	right := size.Width - style.PageMargin + 6
	put := func(b *widget.Button) {
		s := b.MinSize()
		right -= s.Width
		widget.Place(b, right, (size.Height-s.Height)/2, s.Width, s.Height)
		right -= style.Unit
	}
	put(t.more)
	title, count := t.title.MinSize().Width, t.count.MinSize().Width
	title = max(title, fyne.MeasureText(t.title.Words(), look.Text(style.Heading), fyne.TextStyle{Bold: true}).Width+1)
	room := right - style.PageMargin - title - count - 2*style.IconGap
	t.hidden = len(t.buttons)
	for _, b := range t.buttons {
		if room -= b.MinSize().Width + style.Unit; room >= 0 {
			t.hidden--
		}
	}
	for i := len(t.buttons) - 1; i >= 0; i-- {
		t.buttons[i].Hidden = i >= len(t.buttons)-t.hidden
		if !t.buttons[i].Hidden {
			put(t.buttons[i])
		}
	}
	title = min(title, max(right-style.PageMargin-count-style.IconGap, 0))
	widget.Place(t.title, style.PageMargin, (size.Height-line)/2, title, line)
	body := look.Line(style.Body)
	widget.Place(t.count, style.PageMargin+title+style.IconGap, (size.Height-body)/2, count, body)
}

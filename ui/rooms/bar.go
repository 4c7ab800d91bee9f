package rooms

import (
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// bar is the page's head and the toolbar below it. What does not fit goes into a menu, from the right.
type bar struct {
	page                             *Page
	title, age                       *widget.Text
	back, date, forth, today         *widget.Button
	view                             *widget.Segments
	find, more                       *widget.Button
	words                            *widget.Entry
	chooser                          *widget.Chooser
	free, seats, place               *widget.Chip
	refresh, print, export, moreTool *widget.Button
	taking                           bool // the fields are set, not typed into
	working                          bool
}

func newBar(p *Page) *bar {
	say := p.config.Say
	b := &bar{page: p, title: widget.NewBold(say.T("rooms.title"), style.PageTitle), age: widget.NewText("", style.Caption, style.Ink2)}
	b.back = iconOutlined("left", say.T("rooms.back"), func() { p.turn(-1) })
	b.date = widget.NewButton(widget.Outlined, "", "", p.pickDate)
	b.forth = iconOutlined("right", say.T("rooms.forth"), func() { p.turn(1) })
	b.today = widget.NewButton(widget.Quiet, "", say.T("rooms.today"), p.goToday)
	b.view = widget.NewSegments([]string{say.T("rooms.view-day"), say.T("rooms.view-now"), say.T("rooms.view-month")}, func(i int) { p.setView(view(i)) })
	b.find = widget.NewButton(widget.Filled, "", say.T("rooms.find"), p.find)
	b.more = widget.NewIconButton("more", say.T("widget.more"), func() { widget.ShowMenu(b.more, b.hiddenItems()) })
	b.words = widget.NewEntry("filter", say.T("rooms.filter-hint"))
	b.words.Short = say.T("rooms.filter-short")
	b.words.OnChanged = b.typed
	b.words.OnKey = b.wordsKey
	b.free = widget.NewChip(say.T("rooms.free-now"), "", p.toggleFree)
	b.free.Figure = true
	b.seats = widget.NewChip("", "", func() { widget.ShowMenu(b.seats, p.seatItems()) })
	b.place = widget.NewChip("", "", func() { widget.ShowMenu(b.place, p.placeItems()) })
	b.seats.Menu, b.place.Menu = true, true
	b.refresh = widget.NewIconButton("refresh", say.T("rooms.refresh"), p.refreshNow)
	b.print = widget.NewIconButton("printer", say.T("rooms.print"), p.print)
	b.export = widget.NewButton(widget.Quiet, "download", say.T("rooms.export"), func() { widget.ShowMenu(b.export, p.exportItems()) })
	b.export.Small = true
	b.chooser = widget.NewChooser(say.T("several.choose"), p.chooseService)
	b.moreTool = widget.NewIconButton("more", say.T("widget.more"), func() { widget.ShowMenu(b.moreTool, b.hiddenTools()) })
	return b
}

func iconOutlined(icon, tip string, do func()) *widget.Button {
	b := widget.NewButton(widget.Outlined, icon, "", do)
	b.SetTip(tip)
	return b
}

func (b *bar) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.title, b.back, b.date, b.forth, b.today, b.view, b.more, b.page.week.strip, b.find, b.words, b.free, b.seats, b.place,
		b.chooser.Button, b.age, b.refresh, b.print, b.export, b.moreTool}
}

// recall takes over a filter that was remembered.
func (b *bar) recall() {
	b.taking = true
	b.words.SetText(b.page.model.filter.Words)
	b.taking = false
}

func (b *bar) typed(words string) {
	if !b.taking {
		f := b.page.model.filter
		f.Words = words
		b.page.setFilter(f)
	}
}

// wordsKey leaves the field for the rooms.
func (b *bar) wordsKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		if b.words.Text() != "" {
			b.words.SetText("")
			return true
		}
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
	default:
		return false
	}
	b.page.focusView()
	return true
}

// show says which day it is, what is chosen, and how old that is.
func (b *bar) show(working bool) {
	p, say := b.page, b.page.config.Say
	m := &p.model
	b.working = working && m.read && !p.kiosk
	word, icon := p.date(m.date), ""
	if m.view == viewMonth {
		word, icon = p.monthName(room.MonthOf(m.date)), "calendar"
	}
	if b.date.Icon != icon {
		b.date.SetIcon(icon, "")
	}
	b.date.SetText(word)
	board := m.current()
	stale := board.Freshness != room.Fresh
	key := "rooms.free-now"
	if stale || !board.Today {
		key = "rooms.free"
	}
	b.free.SetWords(say.T(key))
	b.free.Set(strconv.Itoa(board.Only(withoutFree(m.filter)).Counts.Free), m.filter.FreeNow)
	b.seats.SetWords(say.T("rooms.any-size"))
	if n := m.filter.Capacity; n > 0 {
		b.seats.SetWords(say.N("rooms.seats-or-more", n))
	}
	b.seats.Set("", m.filter.Capacity > 0)
	b.place.SetWords(say.T("rooms.any-place"))
	if m.filter.Place != "" {
		b.place.SetWords(m.filter.Place)
	}
	b.place.Set("", m.filter.Place != "")
	b.age.Color, b.age.Bold = style.Ink2, false
	if m.stale() {
		b.age.Color, b.age.Bold = style.Soon, true
	}
	b.age.SetText(p.age(board.Reading))
}

func withoutFree(f room.Filter) room.Filter {
	f.FreeNow = false
	return f
}

// hiddenItems are the head's buttons that had no room.
func (b *bar) hiddenItems() []*fyne.MenuItem {
	p, say := b.page, b.page.config.Say
	var items []*fyne.MenuItem
	if b.today.Hidden && p.model.view == viewDay {
		items = append(items, fyne.NewMenuItem(say.T("rooms.today"), p.goToday))
	}
	if b.view.Hidden {
		for i, key := range []string{"rooms.view-day", "rooms.view-now", "rooms.view-month"} {
			item := fyne.NewMenuItem(say.T(key), func() { p.setView(view(i)) })
			item.Checked = p.model.view == view(i)
			items = append(items, item)
		}
	}
	return items
}

// hiddenTools are the toolbar's that had none.
func (b *bar) hiddenTools() []*fyne.MenuItem {
	p, say := b.page, b.page.config.Say
	var items []*fyne.MenuItem
	sub := func(c fyne.CanvasObject, word string, children []*fyne.MenuItem) {
		if !c.Visible() && len(children) > 0 {
			item := fyne.NewMenuItem(word, nil)
			item.ChildMenu = fyne.NewMenu("", children...)
			items = append(items, item)
		}
	}
	if b.chooser.Several() {
		sub(b.chooser.Button, say.T("several.choose"), b.chooser.Items())
	}
	if b.free.Hidden && p.model.view != viewMonth {
		items = append(items, fyne.NewMenuItem(b.free.Words(), p.toggleFree))
	}
	sub(b.seats, b.seats.Words(), p.seatItems())
	sub(b.place, b.place.Words(), p.placeItems())
	if b.refresh.Hidden {
		items = append(items, fyne.NewMenuItem(say.T("rooms.refresh"), p.refreshNow))
	}
	if b.print.Hidden && p.config.Print != nil {
		items = append(items, fyne.NewMenuItem(say.T("rooms.print"), p.print))
	}
	sub(b.export, say.T("rooms.export"), p.exportItems())
	return items
}

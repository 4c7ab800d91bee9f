package rooms

import (
	"fyne.io/fyne/v2"

	"foyer/services/room"
)

// sizes are the numbers of seats that can be asked for.
var sizes = []int{2, 4, 6, 8, 12, 20}

// setFilter shows other rooms, and remembers which.
func (p *Page) setFilter(f room.Filter) {
	m := &p.model
	if m.filter == f {
		return
	}
	m.filter = f
	p.remember(KeyFilter, f)
	p.refreshBoards()
	if m.readMonth {
		p.reckonMonth()
	}
	p.show()
}

func (p *Page) clearFilter() {
	p.setFilter(room.Filter{})
	p.bar.recall()
}

func (p *Page) toggleFree() {
	f := p.model.filter
	f.FreeNow = !f.FreeNow
	p.setFilter(f)
}

// seatItems are the choices of how many seats there have to be.
func (p *Page) seatItems() []*fyne.MenuItem {
	say := p.config.Say
	item := func(word string, n int) *fyne.MenuItem {
		i := fyne.NewMenuItem(word, func() {
			f := p.model.filter
			f.Capacity = n
			p.setFilter(f)
		})
		i.Checked = p.model.filter.Capacity == n
		return i
	}
	items := []*fyne.MenuItem{item(say.T("rooms.any-size"), 0)}
	for _, n := range sizes {
		items = append(items, item(say.N("rooms.seats-or-more", n), n))
	}
	return items
}

// placeItems are the choices of where.
func (p *Page) placeItems() []*fyne.MenuItem {
	item := func(word, place string) *fyne.MenuItem {
		i := fyne.NewMenuItem(word, func() {
			f := p.model.filter
			f.Place = place
			p.setFilter(f)
		})
		i.Checked = p.model.filter.Place == place
		return i
	}
	items := []*fyne.MenuItem{item(p.config.Say.T("rooms.any-place"), "")}
	for _, place := range room.Places(p.model.snapshot.Rooms) {
		items = append(items, item(place, place))
	}
	return items
}

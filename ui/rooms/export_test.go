package rooms

import (
	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/widget"
)

// What the tests look at, by the words that a person sees.

func (p *Page) Table() *widget.Timetable { return p.table }
func (p *Page) Grid() *widget.MonthGrid  { return p.months.grid }

// Look chooses a view: 0 day, 1 now, 2 month.
func (p *Page) Look(v int) { p.setView(view(v)) }

// Standings are the rooms in sight with their words, in order.
func (p *Page) Standings() []string {
	var all []string
	for i := range p.model.shown.Lines {
		r := p.row(i)
		all = append(all, r.Name+": "+r.Words)
	}
	return all
}

func (p *Page) Filter(f room.Filter)  { p.setFilter(f) }
func (p *Page) Filtered() room.Filter { return p.model.filter }
func (p *Page) Date() room.Date       { return p.model.date }
func (p *Page) GoTo(d room.Date)      { p.goTo(d) }
func (p *Page) Age() string           { return p.bar.age.Words() }
func (p *Page) Foot() string          { return p.foot.words.Words() }
func (p *Page) Veil()                 { p.toggleVeil() }
func (p *Page) FullScreen()           { p.toggleKiosk() }
func (p *Page) FirstUse() bool        { return p.first.Visible() }
func (p *Page) Reading() bool         { return p.reading.Visible() }
func (p *Page) Nothing() bool         { return p.nothing.Visible() }
func (p *Page) None() bool            { return p.none.Visible() }

// NowAt is how far the view of now is scrolled.
func (p *Page) NowAt() float32       { return p.nowView.rows.scroll.Offset.Y }
func (p *Page) Find()                { p.find() }
func (p *Page) PickDate()            { p.pickDate() }
func (p *Page) ExportTo(path string) { p.exportTo(path, p.formats()[0], p.period()) }

// OptionsOf is how boards are made.
func OptionsOf(c Config, today bool) room.Options { return c.options(today) }

// Print asks for a place for the day sheet, Asking reports whether a place is asked for.
func (p *Page) Print()       { p.print() }
func (p *Page) Asking() bool { return p.dialog != nil }

// PrintTo prints the day sheet into a file.
func (p *Page) PrintTo(path string) { p.printTo(path, p.daySheet()) }

// Banner is what the banner says, "" without one.
func (p *Page) Banner() string {
	if p.banner.Hidden {
		return ""
	}
	return widget.Plain(p.banner.Words())
}

// Panel is the title of the panel, "" when it is closed.
func (p *Page) Panel() string {
	if p.panel.Hidden {
		return ""
	}
	return p.panel.side.Title()
}

// Press presses a button of the panel or the banner; it reports whether there is one.
func (p *Page) Press(word string) bool {
	for _, b := range append(p.panel.buttons, p.banner.made...) {
		if b.Words() == word {
			b.Tapped(&fyne.PointEvent{})
			return true
		}
	}
	return false
}

// Answers are what the finder answers to a wish.
func (p *Page) Answers(q room.Query) []string {
	var all []string
	for _, a := range room.Find(q, p.config.zone(), p.model.snapshot) {
		all = append(all, a.Room.Name+": "+p.why(a))
	}
	return all
}

// Arrivals are the titles of who will come.
func (p *Page) Arrivals() []string {
	var all []string
	arrivals, _ := p.nowView.board.Arrivals(within)
	for _, a := range arrivals {
		all = append(all, p.clock(a.Booking.Start)+" "+p.title(a.Booking))
	}
	return all
}

package rooms

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/services/room"
	"foyer/ui/widget"
)

// News is what the foot says of changes, "" for nothing.
func (p *Page) News() string {
	if p.foot.Hidden || p.foot.news.Hidden {
		return ""
	}
	return p.foot.news.Words()
}

// Changes are the entries of the list of changes.
func (p *Page) Changes() (all []string) {
	for _, c := range p.model.changes {
		k := c.After
		if k == nil {
			k = c.Before
		}
		all = append(all, p.title(k)+": "+p.changeWords(c))
	}
	return all
}

// blocks are the titles of the bookings in sight that a mark is on.
func (p *Page) blocks(marked func(widget.Block) bool) (all []string) {
	for i := range p.model.shown.Lines {
		for _, b := range p.row(i).Blocks {
			if marked(b) {
				all = append(all, b.Title)
			}
		}
	}
	return all
}

func (p *Page) Dotted() []string { return p.blocks(func(b widget.Block) bool { return b.Changed }) }
func (p *Page) Belled() []string { return p.blocks(func(b widget.Block) bool { return b.Watched }) }
func (p *Page) Dismiss()         { p.foot.done.Tapped(nil) }
func (p *Page) ShowChanges()     { p.foot.news.Tapped(nil) }

// Follow opens the booking of a change, as its link in the list does.
func (p *Page) Follow(i int) {
	parts := p.changeParts(p.model.changes[i], p.sheet)
	parts[0].Object.(*widget.Button).Tapped(nil)
}

// Pick shows a booking in the panel.
func (p *Page) Pick(roomID, title string) {
	for _, s := range p.model.board.Line(roomID).Slots {
		if s.Booking.Title == title {
			p.pick(pick{roomID, s.Booking.Key()})
		}
	}
}

// PanelWords are all words of the panel.
func (p *Page) PanelWords() string {
	if p.panel.Hidden {
		return ""
	}
	return strings.Join(wordsIn(p.panel.side), "\n")
}

// wordsIn are all words below an object.
func wordsIn(o fyne.CanvasObject) (all []string) {
	if !o.Visible() {
		return nil
	}
	if w, ok := o.(interface{ Words() string }); ok {
		return []string{w.Words()}
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		below = o.Objects
	}
	for _, b := range below {
		all = append(all, wordsIn(b)...)
	}
	return all
}

// Tick changes a box of the panel; it reports whether there is one.
func (p *Page) Tick(words string) bool {
	for _, s := range p.panel.stops {
		if c, ok := s.(*widget.Check); ok && c.Words() == words {
			c.Tapped(nil)
			return true
		}
	}
	return false
}

// MenuItems are the words of the menu of what is in the panel; ticked ones begin with a tick.
func (p *Page) MenuItems() (all []string) {
	for _, i := range p.menuItems() {
		if i.Checked {
			all = append(all, "✓ "+i.Label)
			continue
		}
		all = append(all, i.Label)
	}
	return all
}

// Week is the strip of the week, nil when it is not in sight.
func (p *Page) Week() *widget.WeekStrip {
	if !p.week.strip.Visible() {
		return nil
	}
	return p.week.strip
}

func (p *Page) Watches() []room.Watch { return p.model.watched }

// BelledRooms are the rooms in sight that the mark of what is watched is on.
func (p *Page) BelledRooms() (all []string) {
	for i := range p.model.shown.Lines {
		if r := p.row(i); r.Watched {
			all = append(all, r.Name)
		}
	}
	return all
}

// box is the panel's first box, nil for none.
func (p *Page) box() *widget.Check {
	for _, s := range p.panel.stops {
		if c, ok := s.(*widget.Check); ok {
			return c
		}
	}
	return nil
}

func (p *Page) FocusBox()        { p.focus(p.box()) }
func (p *Page) BoxFocused() bool { return p.canvas().Focused() == fyne.Focusable(p.box()) }

// Toasted is what the toast says.
func (p *Page) Toasted() string { return p.toast.Words() }

// HeadObjects are all that stands above the table, but for the week.
func (p *Page) HeadObjects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{p.table, p.foot}
	for _, o := range p.bar.objects() {
		if o != fyne.CanvasObject(p.week.strip) {
			all = append(all, o)
		}
	}
	return all
}

// FreeWords are the words of the choice of free rooms, Counts those over the view of now.
func (p *Page) FreeWords() string { return p.bar.free.Words() }
func (p *Page) Counts() []string {
	return append(wordsIn(p.nowView.counts), wordsIn(p.nowView.short)...)
}

// Scrolled is the time at the left edge of the table.
func (p *Page) Scrolled() time.Duration { return p.table.From().Round(time.Minute) }

// FootLink is the link in the foot, "" for none.
func (p *Page) FootLink() string {
	if !p.foot.link.Visible() {
		return ""
	}
	return p.foot.link.Words()
}

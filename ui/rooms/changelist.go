package rooms

import (
	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// changesMost is how many changes are listed.
const changesMost = 60

// showChanges lists what changed on the shown day. Closing the list keeps the marks; its filled button
// takes them away.
func (p *Page) showChanges() {
	c, say, m := p.canvas(), p.config.Say, &p.model
	if c == nil || len(m.changes) == 0 {
		return
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(p.changesWords(), say.T("rooms.close"), say.T("rooms.changes-seen"), func() {
		sheet.Close()
		p.dismissChanges()
	})
	for i, change := range m.changes {
		if i == changesMost {
			sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewText(say.N("rooms.more-changes", len(m.changes)-i), style.Body, style.Ink2)})
			break
		}
		sheet.Add(p.changeParts(change, sheet)...)
	}
	p.sheet = sheet
	sheet.Open(c, nil)
}

// changesWords say how many changes there are, and since when.
func (p *Page) changesWords() string {
	m := &p.model
	return p.config.Say.N("rooms.changes", len(m.changes), "Since", p.moment(m.since))
}

// changeParts are one change: what it is about, which leads to the booking if there still is one, and
// what happened to it.
func (p *Page) changeParts(c room.Change, sheet *widget.Sheet) []widget.Part {
	words := widget.NewProse(p.changeWords(c), style.Caption, style.Ink2)
	if c.After == nil {
		title := widget.NewText(p.title(c.Before), style.Body, style.Ink2)
		title.Elide = true
		return []widget.Part{{Above: style.FieldGap, Object: title}, {Object: words}}
	}
	to := pick{c.Room.ID, c.After.Key()}
	link := sheet.Button(widget.NewButton(widget.Linked, "", p.title(c.After), func() {
		sheet.Close()
		p.showBooking(to)
	}))
	return []widget.Part{{Above: style.FieldGap, Object: link, Left: true}, {Object: words}}
}

// changeWords say what happened to a booking, where and when.
func (p *Page) changeWords(c room.Change) string {
	say := p.config.Say
	switch c.Kind {
	case room.Added:
		return say.T("rooms.change-new", "Room", c.Room.Name, "When", p.spanOf(c.After))
	case room.Moved:
		return say.T("rooms.change-moved", "Room", c.Room.Name, "When", p.spanOf(c.After), "Before", p.placeBefore(c))
	case room.Removed:
		return say.T("rooms.change-gone", "Room", c.Room.Name, "When", p.spanOf(c.Before))
	default:
		return say.T("rooms.change-edited", "Room", c.Room.Name, "When", p.spanOf(c.After))
	}
}

// showBooking shows a booking of the shown day in the panel and brings it into sight, also if the filter
// leaves its room out.
func (p *Page) showBooking(to pick) {
	m := &p.model
	if m.board.Line(to.room) == nil {
		return
	}
	if m.shown.Line(to.room) == nil {
		p.clearFilter()
	}
	p.pick(to)
	for i := range m.shown.Lines {
		if l := &m.shown.Lines[i]; l.Room.ID == to.room {
			p.table.Go(i, slotOf(l, to.booking))
		}
	}
	p.focusView()
}

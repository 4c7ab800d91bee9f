package rooms

import (
	"fmt"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// panel shows the chosen booking or room, or the chosen day of a month.
type panel struct {
	fynewidget.BaseWidget
	page    *Page
	side    *widget.SidePanel
	overlay bool
	face    string // what it was built for: it is built anew only when that differs
	buttons []*widget.Button
	stops   []fyne.Focusable // buttons and boxes, in their order
}

func newPanel(p *Page) *panel {
	n := &panel{page: p, side: widget.NewSidePanel()}
	n.Hidden = true
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is part of the widget contract.
func (n *panel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{n.side}, n.side.MinSize, func(s fyne.Size) { widget.Place(n.side, 0, 0, s.Width, s.Height) })
}

func (n *panel) wide() float32 {
	if n.page.model.view == viewMonth {
		return 256 * style.Of(n).Scale()
	}
	return n.side.Width()
}

// setOverlay says whether the panel lies over the page; it then has a button that closes it.
func (n *panel) setOverlay(on bool) {
	if n.overlay != on {
		n.overlay = on
		n.side.SetOverlay(on)
		n.show()
	}
}

// show draws what is chosen.
func (n *panel) show() {
	p := n.page
	m := &p.model
	switch {
	case m.view == viewMonth:
		n.Hidden = !p.months.Visible() || n.overlay && !p.months.details
		if !n.Hidden {
			n.showDay()
		}
	case m.view == viewDay && m.picked.room != "" && p.table.Visible():
		line, slot := m.slot()
		n.Hidden = line == nil || m.picked.booking != "" && slot == nil
		if n.Hidden {
			m.picked = pick{}
			return
		}
		if slot != nil {
			n.showBooking(line, slot)
		} else {
			n.showRoom(line)
		}
	default:
		n.Hidden = true
	}
}

// build sets the parts, unless they are there. A button that had the focus keeps its place.
func (n *panel) build(face any, title string, make func() []widget.Part) {
	now := fmt.Sprint(face, title, n.overlay, n.page.model.veiled)
	if n.face == now {
		return
	}
	had := -1
	if c := n.page.canvas(); c != nil && n.Visible() {
		for i, s := range n.stops {
			if c.Focused() == s {
				had = i
			}
		}
	}
	n.face, n.buttons, n.stops = now, nil, nil
	var actions []*widget.Button
	if n.page.model.view == viewDay || n.overlay {
		actions = append(actions, widget.NewIconButton("x", n.page.config.Say.T("rooms.close"), n.page.dismiss))
	}
	n.side.SetHead("", title, actions...)
	n.side.SetParts(make()...)
	if had >= 0 && had < len(n.stops) {
		n.page.focus(n.stops[had])
	}
}

func (n *panel) button(weight widget.Weight, icon, word string, do func()) *widget.Button {
	b := widget.NewButton(weight, icon, word, do)
	n.buttons, n.stops = append(n.buttons, b), append(n.stops, b)
	n.side.Watch(b)
	return b
}

// fact is a caption and what it names below it.
func fact(caption, words string) []widget.Part {
	return []widget.Part{{Above: style.FieldGap, Object: widget.NewText(caption, style.Caption, style.Ink3)},
		{Object: widget.NewProse(words, style.Body, style.Ink)}}
}

func (n *panel) showBooking(l *room.Line, s *room.Slot) {
	p, say, k := n.page, n.page.config.Say, s.Booking
	tip := p.tip(s)
	wish, can := p.watchable(k)
	news := p.news(k)
	n.build([]any{l.Room.Name, *k, tip, s.Double(), can, p.watches(k), p.telling(), news}, tip.Title, func() []widget.Part {
		when := widget.NewProse(tip.When, style.Body, style.Ink)
		parts := []widget.Part{{Object: when}}
		if tip.State != "" {
			words := widget.NewText(tip.Standing, style.Body, tip.State.Color())
			parts = append(parts, widget.Part{Above: style.Unit, Object: widget.NewLine(style.IconGap, 1, widget.NewMark(tip.State), words)})
		}
		if news != "" {
			parts = append(parts, widget.Part{Above: style.IconGap, Object: widget.NewHint("info", style.Accent, news)})
		}
		if tip.Warning != "" {
			parts = append(parts, widget.Part{Above: style.IconGap, Object: widget.NewHint("warning", style.Soon, tip.Warning)})
		}
		if k.EndUnknown {
			parts = append(parts, widget.Part{Above: style.IconGap, Object: widget.NewProse(say.T("rooms.end-unknown"), style.Body, style.Ink2)})
		}
		parts = append(parts, fact(say.T("rooms.head-room"), p.roomWords(l.Room))...)
		parts = append(parts, n.people(k)...)
		if k.Note != "" && !(k.Private && p.model.veiled) {
			parts = append(parts, fact(say.T("rooms.note"), k.Note)...)
		}
		parts = append(parts, n.actions(k)...)
		if can {
			parts = append(parts, n.watchBox(say.T("rooms.watch-booking"), wish, p.watches(k))...)
		}
		return parts
	})
}

// peopleShown is how many people of a booking are named.
const peopleShown = 12

func (n *panel) people(k *room.Booking) (parts []widget.Part) {
	p, say := n.page, n.page.config.Say
	if k.Private && p.model.veiled {
		return []widget.Part{{Above: style.FieldGap, Object: widget.NewProse(say.T("rooms.veiled-says"), style.Body, style.Ink2)}}
	}
	if name := k.Organizer.String(); name != "" {
		parts = append(parts, fact(say.T("rooms.organizer"), name)...)
		if k.Organizer.Email != "" && k.Organizer.Email != name {
			parts = append(parts, widget.Part{Object: widget.NewProse(k.Organizer.Email, style.Caption, style.Ink2)})
		}
	}
	for i, o := range k.People {
		if i == 0 {
			parts = append(parts, widget.Part{Above: style.FieldGap, Object: widget.NewText(say.N("rooms.people", len(k.People)), style.Caption, style.Ink3)})
		}
		if i == peopleShown {
			parts = append(parts, widget.Part{Object: widget.NewText(say.N("rooms.more-people", len(k.People)-i), style.Body, style.Ink2)})
			break
		}
		parts = append(parts, widget.Part{Object: widget.NewProse(o.String(), style.Body, style.Ink)})
	}
	return parts
}

// actions are what can be done about a booking.
func (n *panel) actions(k *room.Booking) (parts []widget.Part) {
	above := float32(20)
	for _, a := range n.page.actions(k) {
		parts = append(parts, widget.Part{Above: above, Object: n.button(a.weight, a.icon, a.word, a.do)})
		above = style.IconGap
	}
	return parts
}

func (n *panel) showRoom(l *room.Line) {
	p, say := n.page, n.page.config.Say
	b := p.model.board
	standing := p.standing(b, l)
	lines := make([]string, len(l.Slots))
	for i := range l.Slots {
		lines[i] = say.T("rooms.booking-line", "When", p.span(&l.Slots[i]), "Title", p.title(l.Slots[i].Booking))
	}
	n.build([]any{l.Room, standing, lines, p.watching(l.Room.ID), p.telling()}, l.Room.Name, func() []widget.Part {
		m := mark(l.Status)
		parts := []widget.Part{{Object: widget.NewLine(style.IconGap, 1, widget.NewMark(m), widget.NewText(standing, style.Body, m.Color()))}}
		if words := p.roomFacts(l.Room); words != "" {
			parts = append(parts, widget.Part{Above: style.IconGap, Object: widget.NewProse(words, style.Body, style.Ink2)})
		}
		if l.Room.Note != "" {
			parts = append(parts, fact(say.T("rooms.note"), l.Room.Note)...)
		}
		parts = append(parts, n.watchBox(say.T("rooms.watch"), room.Watch{RoomID: l.Room.ID}, p.watching(l.Room.ID))...)
		if len(l.Slots) > 0 {
			parts = append(parts, widget.Part{Above: style.GroupGap, Object: widget.NewText(say.N("rooms.bookings", len(l.Slots)), style.Caption, style.Ink3)})
		}
		for i := range l.Slots {
			key := l.Slots[i].Booking.Key()
			parts = append(parts, widget.Part{Above: style.Unit, Object: n.button(widget.Linked, "", lines[i], func() { p.pick(pick{l.Room.ID, key}) }), Left: true})
		}
		return parts
	})
}

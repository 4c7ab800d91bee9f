package rooms

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/room"
	"foyer/ui/widget"
)

// action is something that can be done about a booking.
type action struct {
	weight     widget.Weight
	icon, word string
	do         func()
}

// actions are what can be done about a booking, the first one filled if it writes to somebody.
func (p *Page) actions(k *room.Booking) (all []action) {
	say, c := p.config.Say, p.config
	hidden := k.Private && p.model.veiled
	if address := k.Organizer.Email; address != "" && !hidden {
		if c.Message != nil {
			all = append(all, action{widget.Filled, "", say.T("rooms.message", "Name", k.Organizer.String()), func() { c.Message(address, p.about(k)) }})
		}
		if target, err := link.NewPerson(address); err == nil {
			if out, err := link.Write(target, link.URL, address); err == nil {
				all = append(all, action{widget.Outlined, "open", say.T("rooms.webex"), func() { p.open(out.Text) }})
			}
		}
	}
	if k.URL != "" && !hidden {
		all = append(all, action{widget.Outlined, "link", say.T("rooms.open-link"), func() { p.open(k.URL) }})
	}
	return append(all, action{widget.Outlined, "copy", say.T("rooms.copy-details"), p.copyDetails})
}

// about names a booking within a message.
func (p *Page) about(k *room.Booking) string {
	name := k.RoomID
	if l := p.model.board.Line(k.RoomID); l != nil {
		name = l.Room.Name
	}
	return p.config.Say.T("rooms.about", "Title", p.title(k), "Room", name, "When", p.dayTime(k.Start))
}

// pick shows something in the panel.
func (p *Page) pick(to pick) {
	p.model.picked = to
	p.panel.show()
	p.showPicked()
	p.Refresh()
}

// dismiss closes the panel and goes back to the rooms.
func (p *Page) dismiss() {
	p.model.picked = pick{}
	p.months.details = false
	p.panel.show()
	p.showPicked()
	p.Refresh()
	p.week.load() // it may have been hidden by the panel
	p.focusView()
}

// menuItems are what can be done about the booking or the room in the panel.
func (p *Page) menuItems() (items []*fyne.MenuItem) {
	line, slot := p.model.slot()
	switch {
	case slot != nil:
		for _, a := range p.actions(slot.Booking) {
			items = append(items, fyne.NewMenuItem(a.word, a.do))
		}
		if w, ok := p.watchable(slot.Booking); ok {
			items = append(items, p.watchItem(p.config.Say.T("rooms.watch-booking"), w, p.watches(slot.Booking)))
		}
	case line != nil:
		id := line.Room.ID
		items = append(items, fyne.NewMenuItem(p.config.Say.T("rooms.copy-details"), p.copyDetails),
			p.watchItem(p.config.Say.T("rooms.watch"), room.Watch{RoomID: id}, p.watching(id)))
	}
	return items
}

// details are what is in the panel, as text.
func (p *Page) details() string {
	l, s := p.model.slot()
	if l == nil {
		return ""
	}
	if s == nil {
		return l.Room.Name + "\n" + p.standing(p.model.board, l)
	}
	lines := []string{p.title(s.Booking), p.date(p.model.date) + " " + p.span(s), p.roomWords(l.Room)}
	if who := p.who(s.Booking); who != "" {
		lines = append(lines, who)
	}
	return strings.Join(lines, "\n")
}

func (p *Page) copyDetails() { p.copyText(p.details()) }

// copyText puts words on the clipboard and says so.
func (p *Page) copyText(words string) {
	if words == "" {
		return
	}
	p.tasks.Latest("copy", func(ctx context.Context) func() {
		_, err := p.config.Desk.Copy(ctx, agent.Clip{Text: words})
		return func() {
			if err != nil {
				p.failed("rooms.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("rooms.copied"), "", nil)
		}
	})
}

// open opens a link.
func (p *Page) open(url string) {
	p.tasks.Latest("open", func(ctx context.Context) func() {
		err := p.config.Desk.OpenPage(ctx, url)
		return func() {
			if err != nil {
				p.failed("rooms.open-failed", err)
			}
		}
	})
}

// roomWords name a room with its place and seats.
func (p *Page) roomWords(r room.Room) string {
	if facts := p.roomFacts(r); facts != "" {
		return r.Name + "\n" + facts
	}
	return r.Name
}

// roomFacts are seats, place and equipment of a room, as far as they are known.
func (p *Page) roomFacts(r room.Room) string {
	var facts []string
	if r.Capacity > 0 {
		facts = append(facts, p.config.Say.N("rooms.seats-count", r.Capacity))
	}
	if r.Place != "" {
		facts = append(facts, r.Place)
	}
	return strings.Join(append(facts, r.Equipment...), ", ")
}

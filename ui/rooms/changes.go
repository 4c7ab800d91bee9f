package rooms

import (
	"bytes"
	"context"
	"encoding/json"

	"foyer/services/room"
)

// attention is whether somebody looks at the page.
type attention struct {
	inFront   bool // the page is, of all pages
	elsewhere bool // another window is worked in
}

// Hide is told by the shell that another page is in front.
func (p *Page) Hide() {
	p.attend(attention{false, p.attention.elsewhere})
	p.BaseWidget.Hide()
}

// Elsewhere says that another window is worked in, or this one again: what changes in the meantime is
// told then.
func (p *Page) Elsewhere(on bool) {
	p.attend(attention{p.attention.inFront, on})
	if !on && p.attention.inFront {
		p.show()
	}
}

// attend takes over whether somebody looks at the page.
func (p *Page) attend(a attention) {
	if a == p.attention {
		return
	}
	p.keepSeen()
	p.attention = a
	p.compare()
}

// sees reports whether somebody looks at a day.
func (p *Page) sees() bool {
	return p.attention == attention{inFront: true} && p.model.view != viewMonth
}

// keepSeen notes how the day in sight is, before it goes out of sight.
func (p *Page) keepSeen() {
	m := &p.model
	switch {
	case !p.sees():
	case m.view == viewNow && m.readNow:
		m.seen.Keep(m.today)
		p.storeSeen()
	case m.view == viewDay && m.read:
		m.seen.Keep(m.snapshot)
		p.storeSeen()
	}
}

// storeSeen keeps what was seen for the next window, if it is not kept already.
func (p *Page) storeSeen() {
	looks := p.config.Looks
	if looks == nil {
		return
	}
	content, err := json.Marshal(p.model.seen)
	if err != nil || bytes.Equal(content, p.storedSeen) {
		return
	}
	p.storedSeen = content
	p.stores.Add(func(ctx context.Context) func() {
		if err := looks.KeepLooks(ctx, content); err != nil {
			p.config.Log.Warn("rooms page", "what", "keeping what was seen", "err", err)
		}
		return func() {}
	})
}

// recallSeen takes over what was seen in the last window.
func (p *Page) recallSeen() {
	looks := p.config.Looks
	if looks == nil {
		return
	}
	p.stores.Add(func(ctx context.Context) func() {
		content, err := looks.Looks(ctx)
		var seen room.Seen
		if err == nil && content != nil {
			err = json.Unmarshal(content, &seen)
		}
		return func() {
			if err != nil {
				p.config.Log.Warn("rooms page", "what", "reading what was seen", "err", err)
				return
			}
			if p.storedSeen == nil {
				p.model.seen, p.storedSeen = seen, content
				p.refreshBoards()
				p.show()
			}
		}
	})
}

// compare finds out what changed on the shown day since it was seen. Once a newer reading shows nothing
// new, it was seen as it is.
func (p *Page) compare() {
	m := &p.model
	m.since, m.changes = m.seen.Changes(m.snapshot, m.board)
	if len(m.changes) == 0 && p.sees() && m.view == viewDay && m.board.Freshness == room.Fresh && m.snapshot.At.After(m.since) {
		m.seen.Forget(m.date)
	}
	m.changed = make(map[string]room.Change, len(m.changes))
	for _, c := range m.changes {
		if c.After != nil {
			m.changed[c.After.Key()] = c
		}
	}
}

// dismissChanges ends telling what changed: it was seen.
func (p *Page) dismissChanges() {
	m := &p.model
	m.seen.Forget(m.date)
	p.storeSeen()
	p.compare()
	p.show()
	p.focusView()
}

// change is what is different of a booking, false for nothing.
func (p *Page) change(k *room.Booking) (room.Change, bool) {
	m := &p.model
	if len(m.changed) == 0 {
		return room.Change{}, false
	}
	c, ok := m.changed[k.Key()]
	return c, ok
}

// news says what is different of a booking, "" for nothing.
func (p *Page) news(k *room.Booking) string {
	c, ok := p.change(k)
	if !ok {
		return ""
	}
	say, since := p.config.Say, p.moment(p.model.since)
	switch c.Kind {
	case room.Added:
		return say.T("rooms.news-new", "Since", since)
	case room.Moved:
		return say.T("rooms.news-moved", "Since", since, "Before", p.placeBefore(c))
	default:
		return say.T("rooms.news-edited", "Since", since)
	}
}

// placeBefore is where and when a booking was that moved: without the room if that is the same.
func (p *Page) placeBefore(c room.Change) string {
	say, was := p.config.Say, p.spanOf(c.Before)
	if c.Before.RoomID == c.After.RoomID {
		return was
	}
	return say.T("rooms.place", "Room", p.roomName(c.Before.RoomID), "When", was)
}

// roomName is the name of a room of the shown day, its ID where it has none.
func (p *Page) roomName(id string) string {
	if l := p.model.board.Line(id); l != nil && l.Room.Name != "" {
		return l.Room.Name
	}
	return id
}

// spanOf is when a booking is, with the day where that is not the shown one.
func (p *Page) spanOf(k *room.Booking) string {
	b := p.model.board
	s := room.Slot{Booking: k, Before: k.Start.Before(b.Start) || !k.Start.Before(b.End), After: k.End.After(b.End) || !k.End.After(b.Start)}
	if k.AllDay && s.Before {
		return p.config.Say.T("rooms.day-time", "Day", p.shortDate(room.DateOf(k.Start.In(p.config.zone()))), "Time", p.span(&s))
	}
	return p.span(&s)
}

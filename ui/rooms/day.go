package rooms

import (
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/widget"
)

// newTable makes the day: rooms across time.
func (p *Page) newTable() *widget.Timetable {
	say := p.config.Say
	t := widget.NewTimetable(p.row)
	t.NameHead, t.TrailingHead = say.T("rooms.head-room"), say.T("rooms.head-seats")
	t.After = p.config.After
	t.Label = p.hour
	t.Tip = func(row, block int) widget.BlockTip {
		l := &p.model.shown.Lines[row]
		return p.tip(&l.Slots[block])
	}
	t.OnActivated = p.pickAt
	t.OnMenu = func(row, block int, at fyne.Position) {
		p.pickAt(row, block)
		if items := p.menuItems(); len(items) > 0 {
			widget.ShowMenuAt(t, at, items)
		}
	}
	t.OnMoved = func(row, block int) {
		if p.panel.Visible() && block >= 0 {
			p.pickAt(row, block)
		}
	}
	t.OnZoom = func(minutes int) { p.remember(KeyZoom, minutes) }
	t.OnKey = func(k *fyne.KeyEvent) bool { return p.key(k) }
	return t
}

// hour is what stands above a column: the hour, or hour and minute of one that begins within it.
func (p *Page) hour(at time.Duration) string {
	t := p.model.board.Start.Add(at).In(p.config.zone())
	if t.Minute() == 0 {
		return p.config.Say.Hour(t)
	}
	return p.config.Say.Clock(t)
}

// showTable draws the rooms that the filter chooses.
func (p *Page) showTable() {
	m, t := &p.model, p.table
	if m.shown == nil {
		return
	}
	row, block := p.tablePlace()
	b := m.shown
	span := widget.Span{Rows: len(b.Lines), Length: b.End.Sub(b.Start), Now: min(max(since(b, b.Now), 0), b.End.Sub(b.Start))}
	if b.Today {
		span.NowWord = p.clock(b.Now)
	}
	t.Dense = p.banner.Visible()
	t.Longest, t.LongestWords = longest(b), p.config.Say.T("rooms.in-use-until", "Time", p.clock(b.Now))
	t.Set(span)
	p.at = p.placed(row, block)
	t.Hold(p.at[0], p.at[1])
	p.showPicked()
	if p.scrolledTo != m.date {
		p.scrolledTo = m.date
		p.scrollToNow()
	}
}

// longest is the longest name, for the column that it stands in.
func longest(b *room.Board) string {
	name := ""
	for i := range b.Lines {
		if n := b.Lines[i].Room.Name; len(n) > len(name) {
			name = n
		}
	}
	return name
}

// tablePlace is the room and the booking that the keys are at, by what tells them from others.
func (p *Page) tablePlace() (roomID, booking string) {
	row, block := p.table.At()
	if p.drawn == nil || row < 0 || row >= len(p.drawn.Lines) {
		return "", ""
	}
	l := &p.drawn.Lines[row]
	if block >= 0 && block < len(l.Slots) {
		booking = l.Slots[block].Booking.Key()
	}
	return l.Room.ID, booking
}

// placed finds them again on the board that is drawn from now on.
func (p *Page) placed(roomID, booking string) [2]int {
	p.drawn = p.model.shown
	for i := range p.drawn.Lines {
		if l := &p.drawn.Lines[i]; roomID != "" && l.Room.ID == roomID {
			return [2]int{i, slotOf(l, booking)}
		}
	}
	return [2]int{-1, -1}
}

// slotOf is the number of a booking in a line, −1 when it is not there.
func slotOf(l *room.Line, booking string) int {
	for i := range l.Slots {
		if booking != "" && l.Slots[i].Booking.Key() == booking {
			return i
		}
	}
	return -1
}

// showPicked marks the booking in the panel.
func (p *Page) showPicked() {
	at := p.placed(p.model.picked.room, p.model.picked.booking)
	p.table.Choose(at[0], at[1])
}

// scrollToNow shows working hours, and now with what came before it.
func (p *Page) scrollToNow() {
	b := p.model.board
	zone := p.config.zone()
	from := since(b, b.Date.At(room.DefaultHours.From, zone))
	to := since(b, b.Date.At(room.DefaultHours.To, zone))
	const before = 2 * time.Hour
	if now := since(b, b.Now); b.Today && (now < from || now > to-before/2) {
		from = max(now-before, 0)
	} else if b.Today { // the line is never at the very edge
		from = min(from, (now - time.Hour/2).Truncate(time.Hour))
	}
	p.table.ScrollTo(from)
}

// row says what a room's row says.
func (p *Page) row(i int) widget.TimetableRow {
	b := p.model.shown
	if i >= len(b.Lines) { // the table is drawn before it is told that there are fewer
		return widget.TimetableRow{}
	}
	l := &b.Lines[i]
	r := widget.TimetableRow{State: mark(l.Status), Name: l.Room.Name, Words: p.standing(b, l), Stale: b.Freshness != room.Fresh || l.Status == room.Booked,
		Watched: p.watching(l.Room.ID)}
	if l.Room.Capacity > 0 {
		r.Trailing = p.config.Say.T("rooms.seats", "Seats", l.Room.Capacity)
	}
	r.Blocks = make([]widget.Block, len(l.Slots))
	for k := range l.Slots {
		r.Blocks[k] = p.block(b, &l.Slots[k])
	}
	return r
}

func (p *Page) block(b *room.Board, s *room.Slot) widget.Block {
	k := s.Booking
	_, isNew := p.change(k)
	block := widget.Block{From: since(b, s.Start), To: since(b, s.End), Title: p.title(k), Second: p.organizer(k), Kind: kind(b, s),
		Lane: s.Lane, Lanes: s.Lanes, Private: k.Private, Double: s.Double(), Watched: p.watches(k), Changed: isNew}
	if k.AllDay {
		block.Title = p.config.Say.T("rooms.title-all-day", "Title", block.Title)
	}
	if k.Private && !p.model.veiled && k.Title != "" {
		block.Second = p.config.Say.T("rooms.private-second")
	}
	return block
}

// kind says how a booking stands to now. Of data that are too old nobody says that it runs.
func kind(b *room.Board, s *room.Slot) widget.BlockKind {
	switch {
	case !s.End.After(b.Now):
		return widget.BlockOver
	case !b.Today || b.Freshness != room.Fresh:
		return widget.BlockLater
	case !s.Start.After(b.Now):
		return widget.BlockNow
	case s.Start.Sub(b.Now) <= b.Soon:
		return widget.BlockSoon
	}
	return widget.BlockLater
}

// tip says beside a booking what may have no room in it.
func (p *Page) tip(s *room.Slot) widget.BlockTip {
	say, b, k := p.config.Say, p.model.shown, s.Booking
	tip := widget.BlockTip{Title: p.title(k), When: p.span(s)}
	switch kind(b, s) {
	case widget.BlockNow:
		tip.State, tip.Standing = widget.RoomInUse, say.T("rooms.tip-until", "Time", p.clock(k.End))
	case widget.BlockSoon:
		tip.State, tip.Standing = widget.RoomStartsSoon, say.T("rooms.starts-in", "In", p.soonIn(k.Start))
	}
	if who := p.who(k); who != "" {
		tip.Lines = append(tip.Lines, who)
	}
	if news := p.news(k); news != "" {
		tip.Lines = append(tip.Lines, news)
	}
	if k.EndUnknown {
		tip.Lines = append(tip.Lines, say.T("rooms.end-unknown"))
	}
	if s.Double() {
		tip.Warning = say.T("rooms.double")
	}
	return tip
}

// pickAt shows a booking in the panel, or a room where there is no booking.
func (p *Page) pickAt(row, block int) {
	if row < 0 || row >= len(p.model.shown.Lines) {
		return
	}
	l := &p.model.shown.Lines[row]
	to := pick{room: l.Room.ID}
	if block >= 0 && block < len(l.Slots) {
		to.booking = l.Slots[block].Booking.Key()
	}
	p.pick(to)
}

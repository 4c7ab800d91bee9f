package rooms

import (
	"time"

	"foyer/services/agent"
	"foyer/services/room"
)

// show draws the model.
func (p *Page) show() {
	p.choose()
	if p.table.Visible() {
		p.showTable()
	}
	if p.nowView.Visible() {
		p.nowView.show()
	}
	if p.months.Visible() {
		p.months.show()
	}
	p.showFoot()
	p.panel.show()
	p.week.show()
	p.Refresh()
	p.week.load()
	p.tick()
}

// choose decides what is in sight: the view, or why there is nothing to look at.
func (p *Page) choose() {
	m := &p.model
	unset := m.service.Health == agent.Unset && (!m.read || m.empty())
	p.first.show(unset)
	empty := m.read && len(m.shown.Lines) == 0
	waiting := p.waitsForRooms()
	p.reading.Hidden = unset || !waiting || p.trouble != nil
	p.showBanner(!unset)
	p.nothing.Hidden = unset || !empty || waiting || m.filter.IsZero() || m.view == viewMonth
	p.none.Hidden = unset || !m.empty() || waiting || !m.filter.IsZero() || m.board.Freshness != room.Fresh
	p.showView(!unset, empty)
	p.bar.show(!unset)
}

// waitsForRooms reports whether there is nothing to show before an answer comes.
func (p *Page) waitsForRooms() bool {
	m := &p.model
	if !m.read {
		return p.slow
	}
	return m.empty() && m.board.Freshness == room.Unread && m.board.Reading.Why == nil
}

func (p *Page) showView(working, empty bool) {
	m := &p.model
	p.table.Hidden = !working || m.view != viewDay || empty || !m.read
	p.nowView.Hidden = !working || m.view != viewNow || !m.readNow
	p.months.Hidden = !working || m.view != viewMonth || !m.readMonth
}

// beat is how often what the clock changes is drawn anew, while the page is in sight.
const beat = 15 * time.Second

// tick draws what changes by the clock.
func (p *Page) tick() {
	if p.ticking != nil || !p.onScreen() {
		return
	}
	p.ticking = p.config.After(beat, func() {
		p.ticking = nil
		if p.onScreen() {
			p.pass()
		}
	})
}

// pass takes the time into account that passed.
func (p *Page) pass() {
	m := &p.model
	if today := room.DateOf(p.now()); m.follow && m.date != today || m.readNow && m.today.Date != today {
		if m.follow {
			p.keepSeen()
			m.snapshot = m.snapshot.Turn(today, p.config.zone())
			m.date = today
		}
		m.today = m.today.Turn(today, p.config.zone())
		p.Load()
	}
	p.refreshBoards()
	p.show()
}

// still ends the wait for the next tick.
func (p *Page) still() {
	if p.ticking != nil {
		p.ticking()
		p.ticking = nil
	}
}

func (p *Page) onScreen() bool { return p.Visible() && p.canvas() != nil }

// setView looks at the rooms in another way.
func (p *Page) setView(v view) {
	m := &p.model
	if m.view == v {
		return
	}
	p.keepSeen()
	m.view = v
	p.compare()
	if v != viewNow {
		p.setKiosk(false)
	}
	p.bar.view.Select(int(v))
	if v == viewMonth && !m.readMonth {
		p.Load()
	}
	p.show()
	if v == viewMonth {
		p.Load()
	}
}

// goTo looks at another day.
func (p *Page) goTo(d room.Date) {
	m := &p.model
	if d == m.date && m.read {
		return
	}
	if room.MonthOf(d) != room.MonthOf(m.date) {
		m.readMonth = m.readMonth && m.month.Plan.Month == room.MonthOf(d)
	}
	p.keepSeen()
	m.snapshot = m.snapshot.Turn(d, p.config.zone())
	m.date, m.follow = d, d == room.DateOf(p.now())
	m.picked = pick{}
	p.refreshBoards()
	p.show()
	p.Load()
}

// goToday looks at today, and brings now into sight.
func (p *Page) goToday() {
	p.scrolledTo = room.Date{}
	p.goTo(room.DateOf(p.now()))
	p.show()
}

// turn goes to the next day or month, or the one before.
func (p *Page) turn(by int) {
	m := &p.model
	if m.view != viewMonth {
		p.goTo(m.date.AddDays(by))
		return
	}
	to := room.MonthOf(m.date).Add(by)
	d := to.First()
	if today := room.DateOf(p.now()); to.Contains(today) {
		d = today
	}
	p.goTo(d)
}

// openDay leaves the month for one of its days.
func (p *Page) openDay(d room.Date) {
	p.goTo(d)
	p.setView(viewDay)
	p.focusView()
}

// toggleVeil hides what private bookings are about, or shows it.
func (p *Page) toggleVeil() {
	m := &p.model
	m.veiled = !m.veiled
	p.remember(KeyPrivate, m.veiled)
	key := "rooms.unveiled"
	if m.veiled {
		key = "rooms.veiled"
	}
	p.toast.Say(0, p.config.Say.T(key), p.config.Say.T("rooms.undo"), p.toggleVeil)
	p.show()
}

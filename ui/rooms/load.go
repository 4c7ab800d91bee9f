package rooms

import (
	"context"
	"encoding/json"
	"time"

	"foyer/services/room"
)

// patience is how long the page waits before it says that it reads.
const patience = 300 * time.Millisecond

// answers are what a load finds.
type answers struct {
	day, today room.Snapshot
	month      room.MonthSnapshot
	monthRead  bool
}

// Load reads the boards anew: after an event of the agent, and when another day is looked at.
func (p *Page) Load() {
	m := &p.model
	if !m.read {
		p.waits(true)
	}
	date, today, wantMonth := m.date, room.DateOf(p.now()), m.view == viewMonth
	p.tasks.Latest("load", func(ctx context.Context) func() {
		a, err := p.readAll(ctx, date, today, wantMonth)
		return func() {
			p.waits(false)
			if err != nil {
				p.loadFailed(err)
				return
			}
			p.took(date, today, a)
		}
	})
}

func (p *Page) readAll(ctx context.Context, date, today room.Date, month bool) (a answers, err error) {
	board := p.config.Board
	if a.day, err = board.Day(ctx, date); err != nil {
		return a, err
	}
	a.today = a.day
	if date != today {
		if a.today, err = board.Day(ctx, today); err != nil {
			return a, err
		}
	}
	if month {
		a.month, err = board.Month(ctx, room.MonthOf(date))
		a.monthRead = err == nil
	}
	return a, err
}

// took applies what was read.
func (p *Page) took(date, today room.Date, a answers) {
	m := &p.model
	p.trouble, p.week.again = nil, true
	a.day.Date, a.today.Date = date, today
	m.snapshot, m.today, m.read, m.readNow = a.day, a.today, true, true
	if a.monthRead {
		m.month, m.readMonth = a.month, true
		p.reckonMonth()
	}
	p.refreshBoards()
	p.show()
	if p.wanted != "" {
		p.ShowRoom(p.wanted)
	}
}

// reckonMonth tells how full the days of the month are, in the rooms that the filter chooses.
func (p *Page) reckonMonth() {
	m := &p.model
	f := m.filter
	f.FreeNow = false
	m.uses = room.Usage(m.month.Only(f), p.config.zone(), room.DefaultHours)
}

// loadFailed says why nothing can be read; what was read before stays.
func (p *Page) loadFailed(err error) {
	p.trouble = err
	p.config.Log.Error("rooms page", "what", "rooms.load-failed", "err", err)
	p.show()
}

// refreshNow asks the agent to read what is in sight at once.
func (p *Page) refreshNow() {
	date := p.model.date
	if p.model.view == viewNow {
		date = room.DateOf(p.now())
	}
	p.tasks.Latest("refresh", func(ctx context.Context) func() {
		err := p.config.Board.Refresh(ctx, date)
		return func() {
			if err != nil {
				p.failed("rooms.refresh-failed", err)
				return
			}
			p.Load()
		}
	})
}

// remember keeps a choice for the next time.
func (p *Page) remember(key string, value any) {
	data, err := json.Marshal(value)
	if err != nil || p.config.Preferences == nil {
		return
	}
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Preferences.Set(ctx, key, string(data))
		return func() {
			if err != nil {
				p.failed("rooms.remember-failed", err)
			}
		}
	})
}

// recall reads what was chosen the last time.
func (p *Page) recall() {
	if p.config.Preferences == nil {
		return
	}
	p.tasks.Go(func(ctx context.Context) func() {
		kept := map[string]string{}
		for _, key := range []string{KeyFilter, KeyPrivate, KeyZoom, KeyWatched} {
			value, err := p.config.Preferences.Get(ctx, key)
			if err != nil {
				p.config.Log.Error("rooms page", "what", "recalling "+key, "err", err)
				continue
			}
			kept[key] = value
		}
		return func() { p.recalled(kept) }
	})
}

// recalled applies what was remembered; what cannot be read is as if nothing was.
func (p *Page) recalled(kept map[string]string) {
	m, zoom := &p.model, 0
	take := func(key string, into any) {
		if err := json.Unmarshal([]byte(kept[key]), into); err != nil && kept[key] != "" {
			p.config.Log.Warn("rooms page", "what", "recalling "+key, "err", err)
		}
	}
	take(KeyFilter, &m.filter)
	take(KeyPrivate, &m.veiled)
	take(KeyZoom, &zoom)
	take(KeyWatched, &m.watched)
	if zoom > 0 {
		p.table.SetZoom(zoom)
	}
	p.bar.recall()
	p.refreshBoards()
	if r := m.picked.room; r != "" && m.board.Line(r) != nil && m.shown.Line(r) == nil {
		p.clearFilter() // a room that was asked for meanwhile
	}
	p.show()
}

// followVeil takes it over when private bookings are veiled, or not any more, by the settings. It is read
// after all choices made here are stored; one that is made meanwhile counts more.
func (p *Page) followVeil() {
	if p.config.Preferences == nil {
		return
	}
	was := p.model.veiled
	p.stores.Add(func(ctx context.Context) func() {
		kept, err := p.config.Preferences.Get(ctx, KeyPrivate)
		return func() {
			var veiled bool
			if err != nil || json.Unmarshal([]byte(kept), &veiled) != nil || was != p.model.veiled || veiled == p.model.veiled {
				return
			}
			p.model.veiled = veiled
			p.show()
		}
	})
}

// waits says after a moment that the rooms are being read, or that they no longer are.
func (p *Page) waits(on bool) {
	if p.waiting != nil {
		p.waiting()
		p.waiting = nil
	}
	p.slow = false
	if on {
		p.waiting = p.config.After(patience, func() {
			p.slow = true
			p.show()
		})
	}
}

// giveUp ends a first load that takes too long.
func (p *Page) giveUp() {
	p.waits(false)
	p.tasks.Latest("load", func(context.Context) func() { return nil })
	p.show()
}

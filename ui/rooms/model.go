package rooms

import (
	"time"

	"foyer/services/agent"
	"foyer/services/room"
)

// view is one of the three ways to look at the rooms.
type view int

// The views, in the order of the choice.
const (
	viewDay view = iota
	viewNow
	viewMonth
)

// model is what the page knows, without anything that draws.
type model struct {
	view   view
	date   room.Date // of the day, and the chosen one of the month
	follow bool      // date is today, and stays it over midnight
	filter room.Filter
	veiled bool
	// snapshot is of date, today of the current day, month of date's month; read says that they were read.
	snapshot, today room.Snapshot
	month           room.MonthSnapshot
	read, readNow   bool
	readMonth       bool
	// board and shown are all rooms of date and those that the filter chooses, now is the current day.
	board, shown, now *room.Board
	uses              []room.DayUse
	service           agent.ServiceState
	services          []agent.ServiceState // that rooms can be read from
	// watched is what the user wants to be told about; belled are the watched bookings of date by their Key.
	// wishes counts the changes to watched.
	watched []room.Watch
	belled  map[string]bool
	wishes  int
	// seen are the days as somebody saw them last.
	seen room.Seen
	// since is when what was seen of date before had been read, changes what is different since then, and
	// changed the changes of bookings that are still there by their Key.
	since   time.Time
	changes []room.Change
	changed map[string]room.Change
	// picked is the booking in the panel by its room and Key, or a room alone.
	picked pick
}

// pick is what the panel shows; the zero value is nothing.
type pick struct{ room, booking string }

// refreshBoards reckons the boards anew, for another moment or other data.
func (p *Page) refreshBoards() {
	m, c := &p.model, p.config
	zone := c.zone()
	now := c.Now().In(zone)
	m.board = room.NewBoard(m.snapshot, now, zone, c.options(m.date == room.DateOf(now)))
	m.shown = m.board.Only(m.filter)
	m.now = m.board
	if m.date != room.DateOf(now) {
		m.now = room.NewBoard(m.today, now, zone, c.options(true))
	}
	p.findWatched()
	p.compare()
	if c.Seen != nil && m.readNow {
		c.Seen(m.now)
	}
}

// current is the board of the view in sight: of now, all filters apply to it too.
func (m *model) current() *room.Board {
	if m.view == viewNow {
		return m.now
	}
	return m.board
}

// stale reports whether what is shown is too old.
func (m *model) stale() bool {
	b := m.current()
	return b != nil && b.Freshness == room.Stale
}

// empty reports whether no room is known at all.
func (m *model) empty() bool { return m.read && m.board != nil && len(m.board.Lines) == 0 }

// slot finds the booking in the panel; false when it is not on the day any more.
func (m *model) slot() (line *room.Line, slot *room.Slot) {
	if m.board == nil || m.picked.room == "" {
		return nil, nil
	}
	line = m.board.Line(m.picked.room)
	if line == nil || m.picked.booking == "" {
		return line, nil
	}
	for i := range line.Slots {
		if line.Slots[i].Booking.Key() == m.picked.booking {
			return line, &line.Slots[i]
		}
	}
	return line, nil
}

// since is how far a moment is into the board's day.
func since(b *room.Board, t time.Time) time.Duration { return t.Sub(b.Start) }

package agent

import (
	"context"
	"time"

	"foyer/services/room"
)

// stored returns what the store has of a day, which may be nothing.
func (p *roomPoll) stored(ctx context.Context, date room.Date) room.Snapshot {
	return p.load(ctx, date, func(ctx context.Context) (room.Snapshot, error) { return p.Store.Day(ctx, date) })
}

func (p *roomPoll) load(ctx context.Context, date room.Date, read func(context.Context) (room.Snapshot, error)) room.Snapshot {
	s := room.Snapshot{Day: room.Day{Date: date}}
	if p.Store == nil {
		return s
	}
	known, err := read(ctx)
	if err != nil {
		p.agent.Log.Error("rooms could not be loaded", "error", err)
		return s
	}
	return known
}

// save stores a snapshot that is worth it. It is not cut short with ctx.
func (p *roomPoll) save(ctx context.Context, worth bool, save func(context.Context) error) error {
	if p.Store == nil || !worth {
		return nil
	}
	ctx, done := context.WithTimeout(context.WithoutCancel(ctx), storeTime)
	defer done()
	err := save(ctx)
	if err != nil {
		p.agent.Log.Error("rooms could not be stored", "error", err)
	}
	return err
}

// turnDay goes over to the current day, unless it is there already: with what the store knows of it, or
// with the rooms of the last day there was.
func (p *roomPoll) turnDay(ctx context.Context, s RoomSettings) {
	date := s.date(p.now())
	p.mu.Lock()
	loaded, before := p.loaded, p.current
	was := before.Date
	p.mu.Unlock()
	if loaded && was == date {
		return
	}
	after := p.stored(ctx, date)
	if after.At.IsZero() {
		if !loaded {
			before = p.load(ctx, date, func(ctx context.Context) (room.Snapshot, error) { return p.Store.LastDay(ctx, date) })
		}
		after = before.Turn(date, s.Zone)
	}
	if ctx.Err() != nil {
		return
	}
	p.mu.Lock()
	if p.loaded == loaded && p.current.Date == was {
		p.current, p.loaded, p.next = after, true, time.Time{}
	}
	p.mu.Unlock()
	if loaded {
		p.changed()
	}
}

func (p *roomPoll) today() room.Snapshot {
	s := p.settings()
	date := s.date(p.now())
	p.mu.Lock()
	current := p.current
	p.mu.Unlock()
	return current.Turn(date, s.Zone)
}

func (p *roomPoll) state() (RoomsState, bool) {
	if p.Source == nil {
		return RoomsState{}, false
	}
	s, now, snapshot := p.settings(), p.now(), p.today()
	b := room.NewBoard(snapshot, now, s.Zone, s.Options())
	p.mu.Lock()
	defer p.mu.Unlock()
	return RoomsState{Service: p.service, Date: b.Date, Freshness: b.Freshness, Reading: b.Reading, Polling: !s.Off && !p.unset, Every: s.Every,
		Rooms: b.Counts.Total(), Free: b.Counts.Free, Soon: b.Counts.Soon, InUse: b.Counts.InUse, Unknown: b.Counts.Unknown,
		Bookings: b.Bookings, Unreadable: b.Unreadable, Changes: b.Changes}, true
}

// notice tells what happened to what is watched since it was called last.
func (p *roomPoll) notice(s RoomSettings) {
	now, current := p.now(), p.today()
	watches := room.Current(s.Watches, current.Date)
	if p.Alerts == nil || len(watches) == 0 {
		p.watched = nil
		return
	}
	before := p.watched
	p.watched = room.NewBoard(current, now, s.Zone, s.Options())
	if alerts := room.Alerts(watches, before, p.watched); len(alerts) > 0 {
		p.Alerts(alerts)
	}
}

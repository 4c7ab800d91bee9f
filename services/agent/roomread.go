package agent

import (
	"context"
	"errors"
	"time"

	"foyer/services/fault"
	"foyer/services/room"
)

// ask asks the messenger's rooms. What it meets is told of the service, too.
func (p *roomPoll) ask(ctx context.Context, question func(room.Source) error) error {
	if p.Source == nil {
		return notConfigured(opRooms, "no-rooms")
	}
	line := p.agent.lines.of(p.service)
	m, settings, err := line.get(ctx)
	if err != nil {
		return err
	}
	source := p.Source(m)
	if source == nil {
		return notConfigured(opRooms, "no-rooms")
	}
	before := line.snapshot().Health
	err = question(source)
	if err == nil || ctx.Err() == nil {
		line.note(settings, err)
	}
	if err == nil && before == Unreachable {
		p.agent.couriers.tell(p.service, (*Deliverer).revive)
	}
	return err
}

func (p *roomPoll) refreshDay(ctx context.Context, date room.Date) error {
	if date.IsZero() {
		date = p.settings().date(p.now())
	}
	return p.join(ctx, date, func() error { return p.readDay(ctx, date) })
}

// readDay reads a day and keeps what came of it.
func (p *roomPoll) readDay(ctx context.Context, date room.Date) error {
	var day room.Day
	err := p.ask(ctx, func(source room.Source) (err error) {
		day, err = source.Bookings(ctx, date)
		return err
	})
	if err != nil && ctx.Err() != nil {
		return roomsCancelled(ctx)
	}
	day.Date = date
	s := p.settings()
	p.turnDay(ctx, s)
	now := p.now()
	p.mu.Lock()
	isCurrent := p.current.Date == date
	before := p.current
	p.mu.Unlock()
	if !isCurrent {
		before = p.stored(ctx, date)
	}
	after := before.Read(day, now, time.Time{})
	if err != nil {
		after = before.Missed(err, now, time.Time{})
	} else {
		err = after.Err()
	}
	if isCurrent {
		after.NextTry = p.keep(after, err, s, now)
		p.nudge()
	}
	errStore := p.save(ctx, len(after.Rooms) > 0 || worthKeeping(after.Reading), func(ctx context.Context) error { return p.Store.SaveDay(ctx, after) })
	p.changed()
	return errors.Join(err, errStore)
}

// worthKeeping reports whether a reading tells something: that a server answered, or why it did not. That none is set up is told
// by the settings.
func worthKeeping(r room.Reading) bool {
	return !r.At.IsZero() || r.Why != nil && r.Why.Kind != fault.NotConfigured
}

// keep holds the snapshot of the current day, and returns when to read it again; zero for not by itself.
func (p *roomPoll) keep(after room.Snapshot, err error, s RoomSettings, now time.Time) (next time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	log, failed := p.agent.Log, p.fails > 0 || p.unset
	p.unset = fault.KindOf(err) == fault.NotConfigured
	// Who tries by hand while the server is down does not put off the next try.
	byHand := err != nil && p.fails > 0 && now.Before(p.next)
	switch {
	case err == nil:
		p.fails = 0
	case !byHand:
		p.fails++
	}
	switch {
	case err != nil && !failed && !p.unset:
		log.Warn("the rooms could not be read", "error", err)
	case err == nil && failed:
		log.Info("the rooms can be read again")
	}
	p.last.pause = pauseOf(err, now)
	if byHand {
		p.next = later(p.next, p.last.pause)
	} else {
		p.next = now.Add(s.wait(p.fails, err))
	}
	if !s.Off && !p.unset {
		next = p.next
	}
	after.NextTry = next
	p.current = after
	return next
}

// wait is how long to wait after so many failures, of which err is the last.
func (s RoomSettings) wait(fails int, err error) time.Duration {
	wait := s.Every
	for range fails - 1 {
		if wait = min(2*wait, MaxPoll); wait == MaxPoll {
			break
		}
	}
	if e, ok := errors.AsType[*fault.Error](err); ok {
		wait = min(max(wait, e.RetryAfter), MaxPoll)
	}
	return wait
}

func (p *roomPoll) refreshMonth(ctx context.Context, m room.Month) error {
	if m.IsZero() {
		m = room.MonthOf(p.settings().date(p.now()))
	}
	return p.join(ctx, m, func() error { return p.readMonth(ctx, m) })
}

// readMonth reads a month and keeps what came of it.
func (p *roomPoll) readMonth(ctx context.Context, m room.Month) error {
	var plan room.Plan
	err := p.ask(ctx, func(source room.Source) (err error) {
		plan, err = source.Month(ctx, m)
		return err
	})
	if err != nil && ctx.Err() != nil {
		return roomsCancelled(ctx)
	}
	plan.Month = m
	before := room.MonthSnapshot{Plan: room.Plan{Month: m}}
	if p.Store != nil {
		known, errStore := p.Store.Month(ctx, m)
		if errStore == nil {
			before = known
		} else {
			p.agent.Log.Error("the rooms of a month could not be loaded", "error", errStore)
		}
	}
	now := p.now()
	after := before.Read(plan, now, time.Time{})
	if err != nil {
		after = before.Missed(err, now, time.Time{})
	} else {
		err = after.Err()
	}
	errStore := p.save(ctx, worthKeeping(after.Reading), func(ctx context.Context) error { return p.Store.SaveMonth(ctx, after) })
	p.changed()
	return errors.Join(err, errStore)
}

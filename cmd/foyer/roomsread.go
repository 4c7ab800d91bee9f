package main

import (
	"errors"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/room"
)

// roomReader is how one command learns of the meeting rooms: through the agent that keeps looking at
// them, or from the server itself. What was good is stored, and stands in while the server is down.
type roomReader struct {
	*post
	id   string // of the service
	kept agent.RoomStore
	zone *time.Location
	now  time.Time
	// ask is the agent, nil when the server is asked from here.
	ask *agent.Client
	// source is the server, once it was needed; silent is why it is not asked again.
	source room.Source
	silent error
	// unsaved is why something that was read could not be stored.
	unsaved error
}

// withRooms lets a command read the rooms.
func (a *app) withRooms(named serviceFlag, do func(*roomReader) error) error {
	id, err := named.of(a, agent.ChatMessenger)
	if err != nil {
		return err
	}
	return a.withOutbox(func(p *post) error {
		client, err := p.find()
		if err != nil {
			return err
		}
		if id == "" {
			id = p.office.settings.values().RoomServer.ID
		}
		if a.Demo {
			id = agent.ChatMessenger
		}
		r := &roomReader{post: p, id: id, kept: p.store.RoomsOf(id), zone: p.office.settings.values().Rooms.Location()}
		if p.office.isElsewhere(id) {
			r.kept = newPassing()
		}
		r.now = time.Now().In(r.zone)
		if p.agent != nil && p.agent.Rooms != nil && !p.office.overridden(id) {
			client.Service = id
			r.ask = &client
		}
		err = do(r)
		return errors.Join(err, r.unsaved)
	})
}

// day returns what is known of a day, and why that is not what the server says now.
func (r *roomReader) day(date room.Date) (room.Snapshot, error) {
	var fresh room.Snapshot
	down := r.refresh(
		func(c *agent.Client) error {
			if r.polled(date) {
				return nil
			}
			return c.RefreshRooms(r.ctx, date)
		},
		func(source room.Source) error {
			day, err := source.Bookings(r.ctx, date)
			if err != nil {
				return err
			}
			before, err := r.kept.Day(r.ctx, date)
			if err != nil {
				return err
			}
			if fresh = before.Read(day, time.Now(), time.Time{}); fresh.Err() == nil {
				r.unsaved = errors.Join(r.unsaved, r.kept.SaveDay(r.ctx, fresh))
			}
			return fresh.Err()
		})
	if down == nil && r.ask == nil {
		return fresh, nil
	}
	s, err := r.kept.Day(r.ctx, date)
	if down == nil || err != nil {
		return s, errors.Join(down, err)
	}
	// The month may have been read later than the day.
	if m, err := r.kept.Month(r.ctx, room.MonthOf(date)); err == nil && m.At.After(s.At) {
		s = m.Day(date, r.zone)
	}
	return s, down
}

// month returns what is known of a month, as day does.
func (r *roomReader) month(m room.Month) (room.MonthSnapshot, error) {
	var fresh room.MonthSnapshot
	down := r.refresh(
		func(c *agent.Client) error { return c.RefreshMonth(r.ctx, m) },
		func(source room.Source) error {
			plan, err := source.Month(r.ctx, m)
			if err != nil {
				return err
			}
			before, err := r.kept.Month(r.ctx, m)
			if err != nil {
				return err
			}
			if fresh = before.Read(plan, time.Now(), time.Time{}); fresh.Err() == nil {
				r.unsaved = errors.Join(r.unsaved, r.kept.SaveMonth(r.ctx, fresh))
			}
			return fresh.Err()
		})
	if down == nil && r.ask == nil {
		return fresh, nil
	}
	s, err := r.kept.Month(r.ctx, m)
	return s, errors.Join(down, err)
}

// refresh asks the agent or the server. One that is down is not asked again.
func (r *roomReader) refresh(byAgent func(*agent.Client) error, here func(room.Source) error) error {
	if r.silent != nil {
		return r.silent
	}
	err := r.through(byAgent, here)
	if isDown(err) {
		r.silent = err
	}
	return err
}

func (r *roomReader) through(byAgent func(*agent.Client) error, here func(room.Source) error) error {
	if r.ask != nil {
		return byAgent(r.ask)
	}
	if r.source == nil {
		m, err := r.office.messenger(r.ctx, r.id)
		if err != nil {
			return err
		}
		if r.source = roomSource(m); r.source == nil {
			return &fault.Error{Op: "reading the rooms", Service: agent.ChatMessenger, Kind: fault.NotConfigured, Code: "no-rooms"}
		}
	}
	return here(r.source)
}

// polled reports whether the agent has just read a day.
func (r *roomReader) polled(date room.Date) bool {
	s := r.agent.Rooms
	return s.Service == r.id && s.Polling && s.Date == date && s.Freshness == room.Fresh && s.Misses == 0
}

// isDown reports whether the server could not be reached or answered with a fault: the case in which
// what was read before is shown.
func isDown(err error) bool { return err != nil && exitCode(err) == exitUnreachable }

// outdated says that what was shown is of an earlier time.
type outdated struct {
	sentence string
	down     error
}

// Error returns the sentence for people.
func (o outdated) Error() string { return o.sentence }

// Unwrap returns an error of the same kind without words of its own.
func (o outdated) Unwrap() error {
	e := &fault.Error{Op: "reading the rooms", Service: agent.ChatMessenger, Kind: fault.KindOf(o.down)}
	return e
}

// shown reports whether there is something to show, and returns why that is not what the server says
// now: nil for what was just read.
func (r *roomReader) shown(at time.Time, down error) (show bool, verdict error) {
	switch {
	case down == nil:
		return true, nil
	case !isDown(down), at.IsZero():
		return false, down
	}
	return true, outdated{r.words.T("cli.rooms-as-of", "Time", r.moment(at), "Reason", r.words.Reason(down)), down}
}

// unreadable says how many entries are not in what was shown.
func (r *roomReader) unreadable(n int) {
	if n > 0 {
		r.say("foyer: %s", r.words.N("cli.unreadable-entries", n))
	}
}

// moment writes a time in words: 13:02, Monday 13:02 in the days around today, 2026-11-23 13:02.
func (r *roomReader) moment(t time.Time) string {
	t = t.In(r.zone)
	today, date := room.DateOf(r.now), room.DateOf(t)
	switch {
	case date == today:
		return r.words.Clock(t)
	case date.Compare(today.AddDays(-6)) >= 0 && date.Compare(today.AddDays(6)) <= 0:
		return r.words.Weekday(t) + " " + r.words.Clock(t)
	}
	return r.words.DateClock(t)
}

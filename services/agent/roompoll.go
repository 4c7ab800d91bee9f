package agent

import (
	"context"
	"sync"
	"time"

	"foyer/services/room"
)

// roomPoll reads the rooms of one service: those of the current day again and again, and other days and months when somebody
// wants to see them. One question at a time is on its way to the server.
type roomPoll struct {
	RoomsConfig
	Store   RoomStore // nil without one
	agent   *Agent
	service string        // the ID
	wake    chan struct{} // holds one token when the loop has to look again
	turn    chan struct{} // holds one token while the server is asked

	mu      sync.Mutex
	flights map[any]*roomFlight // what is being read, by room.Date or room.Month
	loaded  bool
	current room.Snapshot // of the current day, as far as that was noticed
	next    time.Time     // when to read it again; zero for now
	fails   int           // since the last success, or since there was reason to hope
	unset   bool          // nothing can be asked until the settings change
	last    lastPoll

	watched *room.Board // with which the watches were compared last; the loop's own
}

func newRoomPoll(a *Agent, service string) *roomPoll {
	p := &roomPoll{RoomsConfig: a.Config.Rooms, agent: a, service: service, wake: make(chan struct{}, 1), turn: make(chan struct{}, 1),
		flights: make(map[any]*roomFlight)}
	if store := a.Config.Rooms.Store; store != nil {
		p.Store = store(service)
	}
	return p
}

// now is the time by the clock on the wall: differences between two of them tell of a computer that slept.
func (p *roomPoll) now() time.Time { return p.agent.Now().Round(0) }

func (p *roomPoll) settings() RoomSettings {
	var s RoomSettings
	if p.Settings != nil {
		s = p.Settings()
	}
	if s.Every == 0 {
		s.Every = DefaultPoll
	}
	s.Every = min(max(s.Every, MinPoll), MaxPoll)
	if s.Zone == nil {
		s.Zone = time.Local
	}
	return s
}

func (s RoomSettings) date(now time.Time) room.Date { return room.DateOf(now.In(s.Zone)) }

// Options are those of the current day's board. Without polls what was read does not age by itself.
func (s RoomSettings) Options() room.Options {
	o := room.Options{Soon: s.Soon, Every: s.Every}
	if s.Off {
		o.Every = 0
	}
	return o
}

// maxNap is how long the loop sleeps at most while it polls: by then it notices that the computer slept.
const maxNap = time.Minute

// run polls until ctx ends.
func (p *roomPoll) run(ctx context.Context) {
	if p.Source == nil {
		return
	}
	for ctx.Err() == nil {
		s := p.settings()
		p.turnDay(ctx, s)
		if p.due(s) {
			p.poll(ctx, s)
			continue
		}
		p.notice(s)
		p.nap(ctx, s)
	}
}

func (p *roomPoll) due(s RoomSettings) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !s.Off && !p.unset && !p.now().Before(p.next)
}

// poll reads the current day. Whatever happens, the next time is later.
func (p *roomPoll) poll(ctx context.Context, s RoomSettings) {
	ctx, cut := context.WithCancel(ctx)
	defer cut()
	p.begin(cut)
	p.end(s, p.refreshDay(ctx, s.date(p.now())))
}

// nap sleeps until the next poll, the end of the day, or what the watches wait for; or until something
// happens.
func (p *roomPoll) nap(ctx context.Context, s RoomSettings) {
	now, began := p.now(), time.Now()
	until := s.date(now).End(s.Zone)
	if p.watched != nil && p.watched.Changes.After(now) {
		until = sooner(until, p.watched.Changes)
	}
	p.mu.Lock()
	polling := !s.Off && !p.unset
	if polling {
		until = sooner(until, p.next)
	}
	p.mu.Unlock()
	length := max(until.Sub(now), 0)
	if polling {
		length = min(length, maxNap)
	}
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-p.wake:
	case <-ctx.Done():
	}
	if slept := p.now().Sub(now) - time.Since(began); slept.Abs() > MinPoll {
		p.hope() // the computer slept, or its clock was set
	}
}

// hope reads the current day at once, and if that fails again soon.
func (p *roomPoll) hope() {
	p.mu.Lock()
	p.next, p.fails = time.Time{}, 0
	p.mu.Unlock()
}

// look takes notice of new settings, with which the server may answer again.
func (p *roomPoll) look() {
	s, now := p.settings(), p.now()
	p.mu.Lock()
	if p.unset || p.fails > 0 {
		p.unset, p.next, p.fails = false, time.Time{}, 0
	} else if latest := now.Add(s.Every); p.next.After(latest) {
		p.next = latest
	}
	p.mu.Unlock()
	p.nudge()
}

func (p *roomPoll) nudge() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func (p *roomPoll) changed() { p.agent.hub.publish(Event{What: RoomsChanged}) }

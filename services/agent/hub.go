package agent

import (
	"context"
	"slices"
	"sync"
)

// hub hands events to everybody who subscribed. Publishing never waits: each subscriber has a
// list of what it has not read yet, in which equal events are merged, so it stays short however
// slow the subscriber is.
type hub struct {
	mu          sync.Mutex
	subscribers []*Subscription // in the order of their coming
	closed      bool
}

// Subscription is one subscriber's side of the agent's events.
type Subscription struct {
	hub     *hub
	role    Role
	mu      sync.Mutex
	waiting []Event
	wake    chan struct{} // holds one token when there may be something to read
	gone    chan struct{} // closed by Close, and by the hub's end
	once    sync.Once
}

func (h *hub) subscribe(role Role) *Subscription {
	s := &Subscription{hub: h, role: role, wake: make(chan struct{}, 1), gone: make(chan struct{})}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		s.end()
		return s
	}
	h.subscribers = append(h.subscribers, s)
	return s
}

// publish tells everybody.
func (h *hub) publish(e Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.subscribers {
		s.add(e)
	}
}

// publishTo tells the subscriber with this role that came last, and reports whether there is one.
func (h *hub) publishTo(role Role, e Event) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range slices.Backward(h.subscribers) {
		if s.role == role {
			s.add(e)
			return true
		}
	}
	return false
}

func (h *hub) count(role Role) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, s := range h.subscribers {
		if s.role == role {
			n++
		}
	}
	return n
}

// close ends all subscriptions; what was published before is still read.
func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for _, s := range h.subscribers {
		s.end()
	}
	h.subscribers = nil
}

// Next waits for the next event. It returns false when ctx or the subscription has ended and
// everything was read.
func (s *Subscription) Next(ctx context.Context) (Event, bool) {
	for {
		if e, ok := s.take(); ok {
			return e, true
		}
		select {
		case <-s.wake:
		case <-ctx.Done():
			return Event{}, false
		case <-s.gone:
			return s.take()
		}
	}
}

// Close ends the subscription.
func (s *Subscription) Close() {
	s.hub.mu.Lock()
	defer s.hub.mu.Unlock()
	s.hub.subscribers = slices.DeleteFunc(s.hub.subscribers, func(other *Subscription) bool { return other == s })
	s.end()
	if s.role != RoleVisible {
		return
	}
	for _, other := range s.hub.subscribers {
		if other.role == RoleWatcher {
			other.add(Event{What: OutOfSight})
		}
	}
}

func (s *Subscription) end() { s.once.Do(func() { close(s.gone) }) }

// add keeps at most one event of each kind, the newest, at the place of the newest: of two pages
// to show only the later is of interest.
func (s *Subscription) add(e Event) {
	s.mu.Lock()
	s.waiting = append(slices.DeleteFunc(s.waiting, func(old Event) bool { return old.What == e.What }), e)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *Subscription) take() (Event, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting) == 0 {
		return Event{}, false
	}
	e := s.waiting[0]
	s.waiting = s.waiting[1:]
	return e, true
}

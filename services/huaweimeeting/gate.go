package huaweimeeting

import (
	"errors"
	"net/http"
	"time"

	"foyer/services/fault"
)

// longestGate is how long a function is not called at most after 429, whatever the gateway asks for: its
// windows are seconds and minutes.
const longestGate = 2 * time.Minute

// gate keeps a function from being called for a while, since the gateway counts also what it turns away.
type gate struct {
	until time.Time
	why   fault.Error
}

// shut returns the error of a function that is not to be called yet; nil when it may be.
func (s *Service) shut(a ask) error {
	s.lock.Lock()
	defer s.lock.Unlock()
	g, now := s.kept.gates[a.gate()], s.now()
	if !now.Before(g.until) {
		return nil
	}
	e := g.why
	e.Op, e.RetryAfter = a.op, g.until.Sub(now)
	return &e
}

// shutAfter remembers that a call was turned away.
func (s *Service) shutAfter(a ask, err error) {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Status != http.StatusTooManyRequests || e.RetryAfter <= 0 {
		return
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.kept.gates == nil {
		s.kept.gates = map[string]gate{}
	}
	s.kept.gates[a.gate()] = gate{until: s.now().Add(min(e.RetryAfter, longestGate)), why: *e}
}

// gate is the name of what the gateway counts.
func (a ask) gate() string { return a.method + " " + a.path }

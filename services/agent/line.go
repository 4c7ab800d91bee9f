package agent

import (
	"context"
	"errors"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// line is the way to one messaging service: the messenger that the settings describe, and what
// its answers say of the service's health.
type line struct {
	build func(ctx context.Context) (Messenger, error)
	now   func() time.Time
	told  func() // of a new state

	mu        sync.Mutex
	messenger Messenger // nil while there is none
	failed    error     // why there is none; nil before the first try
	turn      int       // counts the changes of the settings
	state     ServiceState
}

func newLine(id string, build func(ctx context.Context) (Messenger, error), now func() time.Time, told func()) *line {
	if build == nil {
		build = func(context.Context) (Messenger, error) { return nil, notConfigured("connecting", "no-service") }
	}
	return &line{build: build, now: now, told: told,
		state: ServiceState{Name: id, Kind: ChatMessenger, Health: Untried, Since: now().UTC()}}
}

// ready returns the messenger without waiting: nil before get, and when get has failed.
func (l *line) ready() (m Messenger, turn int, failed error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.messenger, l.turn, l.failed
}

// get makes the messenger, unless it is there.
func (l *line) get(ctx context.Context) (m Messenger, turn int, err error) {
	for {
		m, turn, _ = l.ready()
		if m != nil {
			return m, turn, nil
		}
		m, err = l.build(ctx)
		if err != nil && ctx.Err() != nil {
			return nil, turn, &fault.Error{Op: "connecting", Service: ChatMessenger, Kind: fault.Cancelled, Err: ctx.Err()}
		}
		if l.keep(turn, m, err) {
			return m, turn, err
		}
	}
}

// keep keeps what was made of the settings, unless they have changed since.
func (l *line) keep(turn int, m Messenger, err error) bool {
	l.mu.Lock()
	if turn != l.turn {
		l.mu.Unlock()
		return false
	}
	l.messenger, l.failed = m, err
	was := l.state
	switch {
	case err != nil:
		l.become(Unset, err)
	case l.state.Health == Unset:
		l.become(Untried, nil)
	}
	l.unlock(was)
	return true
}

// reset forgets the messenger, since the settings have changed. It reports whether the service was
// in a state that may be over now.
func (l *line) reset() (doubtful bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.messenger, l.failed = nil, nil
	l.turn++
	h := l.state.Health
	return h == Refused || h == Unreachable || h == Faulty
}

// note learns from the end of a call that was made with the settings of that turn.
func (l *line) note(turn int, err error) {
	h, ok := healthOf(err)
	if !ok {
		return
	}
	l.mu.Lock()
	if turn != l.turn {
		l.mu.Unlock()
		return
	}
	was := l.state
	if h == Connected {
		err = nil // a message that was refused says nothing against the service
	}
	l.become(h, err)
	l.unlock(was)
}

// rests says until when the service is left alone; zero for not at all.
func (l *line) rests(until time.Time) {
	l.mu.Lock()
	was := l.state
	if l.state.Health == Connected && !until.IsZero() {
		until = time.Time{}
	}
	l.state.Next = until
	l.unlock(was)
}

func (l *line) become(h Health, err error) {
	if l.state.Health != h {
		l.state.Health, l.state.Since = h, l.now().UTC()
		l.state.Next = time.Time{}
	}
	l.state.Failure = failureOf(err)
}

// unlock tells of the state if it is not as it was.
func (l *line) unlock(was ServiceState) {
	same := l.state.Health == was.Health && l.state.Next.Equal(was.Next) && sameFailure(l.state.Failure, was.Failure)
	l.mu.Unlock()
	if !same && l.told != nil {
		l.told()
	}
}

func (l *line) snapshot() ServiceState {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state
}

func failureOf(err error) *message.Failure {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*fault.Error](err); !ok {
		err = &fault.Error{Kind: fault.Other, Err: err}
	}
	return message.NewFailure(err)
}

// sameFailure leaves out the request's ID, which differs each time.
func sameFailure(a, b *message.Failure) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Kind == b.Kind && a.Status == b.Status && a.Code == b.Code && a.Words == b.Words
}

package agent

import (
	"context"
	"errors"

	"foyer/services/fault"
)

// roomFlight is a question that is on its way to the server, or waits for its turn.
type roomFlight struct {
	landed chan struct{}
	err    error // after landed
}

// join reads what the key stands for, or waits for somebody who does already. If that one gives up, it
// reads itself.
func (p *roomPoll) join(ctx context.Context, key any, read func() error) error {
	for {
		p.mu.Lock()
		f := p.flights[key]
		if f == nil {
			f = &roomFlight{landed: make(chan struct{})}
			p.flights[key] = f
			p.mu.Unlock()
			f.err = p.alone(ctx, read)
			p.mu.Lock()
			delete(p.flights, key)
			p.mu.Unlock()
			close(f.landed)
			return f.err
		}
		p.mu.Unlock()
		select {
		case <-f.landed:
			if ctx.Err() != nil || !isCancelled(f.err) {
				return f.err
			}
		case <-ctx.Done():
			return roomsCancelled(ctx)
		}
	}
}

// alone waits until nobody else asks the server.
func (p *roomPoll) alone(ctx context.Context, read func() error) error {
	select {
	case p.turn <- struct{}{}:
	case <-ctx.Done():
		return roomsCancelled(ctx)
	}
	defer func() { <-p.turn }()
	return read()
}

const opRooms = "reading the rooms"

func roomsCancelled(ctx context.Context) error {
	return &fault.Error{Op: opRooms, Service: "agent", Kind: fault.Cancelled, Err: ctx.Err()}
}

func isCancelled(err error) bool {
	e, ok := errors.AsType[*fault.Error](err)
	return ok && e.Kind == fault.Cancelled
}

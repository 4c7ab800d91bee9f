package agent

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
)

// couriers deliver the outbox under one lock: one Deliverer for each messaging service, so that none waits
// for another's service. What is queued for a service that there is not stays where it is.
type couriers struct {
	config DelivererConfig
	list   func() []string // the services that there are
	line   func(id string) *line
	locker *Deliverer // takes the lock; delivers nothing
	wake   chan struct{}

	mu  sync.Mutex
	all map[string]*courier // while run runs, those that have not ended yet; before, as they are asked for
	// recovered is that of this run, nil while there is none.
	recovered *recovered
}

// courier is one Deliverer at work.
type courier struct {
	deliverer *Deliverer
	stop      context.CancelFunc // nil before it was started
	ended     bool
	err       error
}

func newCouriers(c DelivererConfig, list func() []string, line func(id string) *line) *couriers {
	return &couriers{config: c, list: list, line: line, locker: NewDeliverer(c), wake: make(chan struct{}, 1), all: map[string]*courier{}}
}

// run delivers until ctx ends, and waits as Deliverer.Run does.
func (c *couriers) run(ctx context.Context) error {
	unlock := c.locker.lockPatiently(ctx)
	if unlock == nil {
		return nil
	}
	defer unlock()
	c.mu.Lock()
	c.recovered = &recovered{}
	c.mu.Unlock()
	var working sync.WaitGroup
	for ctx.Err() == nil {
		c.adjust(ctx, &working)
		select {
		case <-ctx.Done():
		case <-c.wake:
		}
	}
	working.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	var errs []error
	for _, one := range c.all {
		errs = append(errs, one.err)
	}
	return errors.Join(errs...)
}

// adjust starts couriers for services that are new, and stops those for services that are gone. One that
// stops still stores what became of its last calls; only then another one may begin for its service.
func (c *couriers) adjust(ctx context.Context, working *sync.WaitGroup) {
	there := c.list()
	c.mu.Lock()
	defer c.mu.Unlock()
	for id, one := range c.all {
		switch {
		case one.ended:
			if one.err != nil {
				c.config.Log.Error("delivery ended", "service", id, "error", one.err)
			}
			delete(c.all, id)
		case !slices.Contains(there, id) && one.stop != nil:
			one.stop()
		case !slices.Contains(there, id):
			delete(c.all, id)
		}
	}
	for _, id := range there {
		one := c.of(id)
		if one.stop != nil {
			continue
		}
		mine, stop := context.WithCancel(ctx)
		one.stop = stop
		one.deliverer.recovered = c.recovered
		working.Go(func() {
			err := one.deliverer.deliver(mine)
			stop()
			c.mu.Lock()
			one.ended, one.err = true, err
			c.mu.Unlock()
			c.look()
		})
	}
}

// of returns the courier of a service. The caller holds the lock.
func (c *couriers) of(id string) *courier {
	one := c.all[id]
	if one == nil {
		config := c.config
		config.Service = id
		one = &courier{deliverer: newDeliverer(config, c.line(id))}
		c.all[id] = one
	}
	return one
}

// look takes notice that there may be other services.
func (c *couriers) look() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// each calls do with the Deliverer of every service that there is. It does nothing on nil, as the two below.
func (c *couriers) each(do func(*Deliverer)) {
	if c == nil {
		return
	}
	for _, id := range c.list() {
		c.tell(id, do)
	}
}

// tell calls do with the Deliverer of one service.
func (c *couriers) tell(id string, do func(*Deliverer)) {
	if c == nil {
		return
	}
	c.mu.Lock()
	one := c.of(id)
	c.mu.Unlock()
	do(one.deliverer)
}

// problem is a code that says why nothing can be delivered to some service, as Deliverer.Problem.
func (c *couriers) problem() string {
	if c == nil {
		return ""
	}
	if code := c.locker.Problem(); code != "" {
		return code
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, id := range slices.Sorted(maps.Keys(c.all)) {
		if code := c.all[id].deliverer.Problem(); code != "" {
			return code
		}
	}
	return ""
}

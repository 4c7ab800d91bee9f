package agent

import "sync"

// bench is where units wait that were taken from the outbox, for the workers who send them. Workers
// are there only while something waits.
type bench struct {
	mu      sync.Mutex
	units   []unit
	workers int
	working sync.WaitGroup
}

// put adds units, and starts workers until there are as many as that.
func (b *bench) put(calls []unit, workers int, work func(unit)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.units = append(b.units, calls...)
	for range min(workers-b.workers, len(b.units)) {
		b.workers++
		b.working.Go(func() {
			for {
				u, ok := b.take()
				if !ok {
					return
				}
				work(u)
			}
		})
	}
}

func (b *bench) take() (unit, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.units) == 0 {
		b.workers--
		return unit{}, false
	}
	u := b.units[0]
	b.units = b.units[1:]
	return u, true
}

// clear takes all units off the bench that nobody has begun.
func (b *bench) clear() []unit {
	b.mu.Lock()
	defer b.mu.Unlock()
	left := b.units
	b.units = nil
	return left
}

func (b *bench) waiting() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.units)
}

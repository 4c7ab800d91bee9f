package agent

import (
	"sync"
	"time"

	"foyer/services/message"
)

// result is what comes back from a worker or an errand.
type result struct {
	settled []message.Settled
	took    time.Duration // of the call; 0 when there was none
	errand  bool
	err     error // of an errand
}

// inbox is where results wait for the one who delivers. With a fast service they come so close upon
// each other that to wake somebody for each would cost more than the result.
type inbox struct {
	mu   sync.Mutex
	list []result
	few  int           // how many are worth a wake-up
	full chan struct{} // holds one token when there are so many
}

func newInbox() *inbox { return &inbox{few: 1, full: make(chan struct{}, 1)} }

func (b *inbox) put(r result) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.list = append(b.list, r)
	if len(b.list) >= b.few || r.errand {
		b.wake()
	}
}

// take returns what is there.
func (b *inbox) take() []result {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.list
	b.list = nil
	select {
	case <-b.full:
	default:
	}
	return list
}

// expect says how many results are worth a wake-up from now on.
func (b *inbox) expect(few int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.few = few; len(b.list) >= few {
		b.wake()
	}
}

func (b *inbox) wake() {
	select {
	case b.full <- struct{}{}:
	default:
	}
}

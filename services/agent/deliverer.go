package agent

import (
	"cmp"
	"context"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"

	"foyer/services/message"
)

// DefaultConcurrency is how many calls to a messenger run at once when nothing else is set.
const DefaultConcurrency = 4

// DelivererConfig is what a Deliverer works with. Outbox, Messenger and Lock are needed.
type DelivererConfig struct {
	Outbox Outbox
	// Service is the ID of the service whose messages are delivered; "" is ChatMessenger.
	Service string
	// Messenger makes the messenger of the settings. It is asked once, and again after Reconfigure.
	Messenger func(ctx context.Context) (Messenger, error)
	// Lock is the path of a file that the one who delivers keeps locked.
	Lock string
	// Concurrency is how many calls may run at once; nil means DefaultConcurrency.
	Concurrency func() int
	// Now is the clock, Jitter returns a number in [0,1) that spreads tries over time. nil means the
	// real ones.
	Now    func() time.Time
	Jitter func() float64
	// Changed is told that messages changed their state, at most five times a second.
	Changed func()
	// Failed is told which messages failed or became unknown, many at once and not too often.
	Failed func(items []message.Item)
	// Health is told that State or Problem returns something new.
	Health func()
	// Log gets what happens, never what is written to whom.
	Log *slog.Logger
}

// Deliverer brings what is queued in the outbox for one service there. One process at a time delivers, which
// the lock ensures: the agent with Run as long as it lives, or a command without an agent with Drain.
// Run and Drain are called once at a time; the other methods may be called from any goroutine.
type Deliverer struct {
	DelivererConfig
	line *line
	pace pace
	wake chan struct{} // holds one token when there is something to look at
	// recovered is what all who deliver under one lock share.
	recovered *recovered

	mu      sync.Mutex
	wanted  wanted
	problem string
}

// wanted is what others want of the one who delivers.
type wanted struct {
	messenger bool // look for one now, if there is none
	messages  bool // let all be tried now that wait after a failure
	question  bool // ask the service, even if nothing waits
	network   bool // let those be tried now that could not reach it
}

// NewDeliverer returns a deliverer that does nothing yet.
func NewDeliverer(c DelivererConfig) *Deliverer {
	if c.Now == nil {
		c.Now = time.Now
	}
	return newDeliverer(c, newLine(cmp.Or(c.Service, ChatMessenger), c.Messenger, c.Now, c.Health))
}

// newDeliverer delivers over a line that others use, too.
func newDeliverer(c DelivererConfig, l *line) *Deliverer {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Jitter == nil {
		c.Jitter = rand.Float64
	}
	if c.Service == "" {
		c.Service = ChatMessenger
	}
	if c.Concurrency == nil {
		c.Concurrency = func() int { return DefaultConcurrency }
	}
	c.Log = c.Log.With("service", c.Service)
	return &Deliverer{DelivererConfig: c, line: l, pace: pace{jitter: c.Jitter}, wake: make(chan struct{}, 1), recovered: &recovered{}}
}

// Wake says that something may be due: messages were queued, resumed or put back.
func (d *Deliverer) Wake() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// Reconfigure says that the settings or the secrets have changed: the messenger is made anew, and
// tried at once when something waits. A pause that the service asked for stays.
func (d *Deliverer) Reconfigure() {
	doubtful := d.line.reset()
	d.pace.end(false)
	d.mu.Lock()
	d.wanted.messages, d.wanted.question = true, d.wanted.question || doubtful
	d.mu.Unlock()
	d.Wake()
}

// revive says that the service has answered.
func (d *Deliverer) revive() {
	d.pace.answered(nil, d.now())
	d.pace.end(false)
	d.mu.Lock()
	d.wanted.messages = true
	d.mu.Unlock()
	d.Wake()
}

// State is what is known of the service: Health, Since, Next and Failure.
func (d *Deliverer) State() ServiceState { return d.line.snapshot() }

// Problem is a code that says why nothing can be read from the outbox or stored in it at the moment,
// such as "disk-full"; "" when all is well.
func (d *Deliverer) Problem() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.problem
}

// setProblem reports whether it is another one than before.
func (d *Deliverer) setProblem(code string) bool {
	d.mu.Lock()
	same := d.problem == code
	d.problem = code
	d.mu.Unlock()
	if !same && d.Health != nil {
		d.Health()
	}
	return !same
}

// takeWanted returns what is wanted, once.
func (d *Deliverer) takeWanted() wanted {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := d.wanted
	d.wanted = wanted{}
	return w
}

// now is the clock without its monotonic part, which stands still while the computer sleeps.
func (d *Deliverer) now() time.Time { return d.Now().Round(0) }

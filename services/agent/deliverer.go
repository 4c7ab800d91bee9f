package agent

import (
	"context"
	"log/slog"
	"time"

	"foyer/services/message"
)

// DefaultConcurrency is how many calls to a messenger run at once when nothing else is set.
const DefaultConcurrency = 4

// DelivererConfig is what a Deliverer works with. Outbox, Messenger and Lock are needed.
type DelivererConfig struct {
	Outbox Outbox
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

// Deliverer brings what is queued in the outbox to its service. One process at a time does, which
// the lock ensures: the agent with Run as long as it lives, or a command without an agent with Drain.
// Run and Drain are called once at a time; the other methods may be called from any goroutine.
type Deliverer struct {
	DelivererConfig
}

// NewDeliverer returns a deliverer that does nothing yet.
func NewDeliverer(c DelivererConfig) *Deliverer { return &Deliverer{DelivererConfig: c} }

// Run delivers whenever something is due, until ctx ends. Then it takes nothing more, waits for the
// calls that are on their way, half a minute at most, and stores what became of them.
func (d *Deliverer) Run(ctx context.Context) error { <-ctx.Done(); return nil }

// Drain delivers until these messages are at rest, or all that are due without any, and returns
// earlier when the service cannot be reached, refuses the token, or asks for a pause of more than a
// few seconds: State says which, and what is left stays queued. When another process delivers, Drain
// waits until that one has delivered these messages or has ended. Errors are those of the outbox and
// the lock, and Cancelled when ctx ended.
func (d *Deliverer) Drain(ctx context.Context, ids ...int64) error { return nil }

// Wake says that something may be due: messages were queued, resumed or put back.
func (d *Deliverer) Wake() {}

// Hurry delivers now what waits for a later time: of the given messages those that are queued, or
// all without any. A service that rests is tried at once.
func (d *Deliverer) Hurry(ctx context.Context, ids ...int64) error { return nil }

// Reconfigure says that the settings or the secrets have changed: the messenger is made anew, and
// tried at once when something waits.
func (d *Deliverer) Reconfigure() {}

// State is what is known of the service: Health, Since, Next and Failure.
func (d *Deliverer) State() ServiceState { return ServiceState{} }

// Problem is a code that says why outcomes cannot be stored at the moment, such as "disk-full"; ""
// when they can.
func (d *Deliverer) Problem() string { return "" }

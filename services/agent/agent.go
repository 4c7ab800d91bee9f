// Package agent is what runs without a window: the single instance with its socket, the events by
// which the processes tell each other of changes, the paste trip from the clipboard through the
// saved links and back, and the starting of windows. The Client in it is what the window and the
// command line ask the agent with. The package knows the domain; everything outside comes in
// through the ports. It writes no sentences and draws nothing.
package agent

import (
	"context"
	"errors"
	"hash/maphash"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// Config is what an Agent works with. Links, Clipboard and Preferences are needed for pasting and
// copying, Window for showing.
type Config struct {
	Links       Links
	Clipboard   Clipboard
	Window      Window
	Preferences Preferences

	// Outbox is delivered while the agent runs; nil leaves it alone.
	Outbox Outbox
	// DeliveryLock is the path of the lock that whoever delivers the outbox holds.
	DeliveryLock string
	// Messenger makes the messenger with that ID as the settings say, anew whenever they change. It returns a
	// *fault.Error of kind NotConfigured while something is missing, and may ask the keyring.
	Messenger func(ctx context.Context, service string) (Messenger, error)
	// Meetings returns the meeting service with that ID, the same as long as its settings are. It returns a
	// *fault.Error of kind NotConfigured when there is no way to one.
	Meetings func(ctx context.Context, service string) (MeetingService, error)
	// Reload reads the settings anew; nil when there is nothing to read. It is called when they have
	// changed, before Messenger and Services are asked again.
	Reload func()
	// Services says which services the settings name and which are in use, without asking them: all of
	// ServiceState but what is known of their health. It returns at once; nil means that nothing is told of any,
	// and that the first ones are in use.
	Services func() []ServiceState
	// Concurrency is how many calls to the messenger may run at once; nil means DefaultConcurrency.
	Concurrency func() int
	// Rooms is what the meeting rooms are read with.
	Rooms RoomsConfig
	// Secrets keeps the services' tokens; nil when there is no place for them.
	Secrets Secrets
	// Data is what the user has, as a whole; nil when nobody looks after it.
	Data Data
	// Demo starts the demo office and a Foyer that is connected to it; nil when there is none.
	Demo func(ctx context.Context) error
	// Failed is told which messages failed or became unknown, many at once and not too often. It is
	// called on the goroutine that delivers, and has to return soon.
	Failed func(items []message.Item)

	// Version is told to whoever asks for the status.
	Version string
	// Now is the clock.
	Now func() time.Time
	// Log gets what happens, never what links are called nor what the clipboard holds.
	Log *slog.Logger
}

// Agent does what was asked for in the tray, by a window or on the command line. Its methods may
// be called from any goroutine, and work without Run too, for a process that is not the agent.
type Agent struct {
	Config
	hub      hub
	undo     undoList
	watch    clipboardWatch
	lines    keyed[*line]     // by the ID of the service, as the two below
	meetings keyed[*meetings] //
	rooms    keyed[*roomPoll] //
	switched chan struct{}    // holds one token when another service may be in use for rooms
	couriers *couriers        // nil without an outbox
	started  time.Time
	tray     atomic.Bool
	shortcut atomic.Pointer[ShortcutState]
	watching atomic.Pointer[WatchingState]
	quit     chan struct{}
	quitOne  sync.Once

	showing sync.Mutex
	pending *string // the page for a window that has started and not subscribed yet
}

// New returns an agent that is not running yet.
func New(c Config) *Agent {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	a := &Agent{Config: c, quit: make(chan struct{}), switched: make(chan struct{}, 1), started: c.Now().UTC()}
	a.watch.seed = maphash.MakeSeed()
	services := func() { a.hub.publish(Event{What: ServicesChanged}) }
	a.lines.make = func(id string) *line { return newLine(id, a.builder(id), c.Now, services) }
	a.meetings.make = func(id string) *meetings { return newMeetings(id, a.meetingBuilder(id), c.Now, services) }
	a.rooms.make = func(id string) *roomPoll { return newRoomPoll(a, id) }
	if c.Outbox != nil {
		a.couriers = newCouriers(DelivererConfig{Outbox: c.Outbox, Lock: c.DeliveryLock, Concurrency: c.Concurrency, Now: c.Now,
			Changed: func() { a.hub.publish(Event{What: OutboxChanged}) }, Failed: c.Failed, Health: services, Log: c.Log}, a.messengers, a.lines.of)
	}
	return a
}

// goodbye is how long windows are given to close after Quitting.
const goodbye = 3 * time.Second

// Run answers on the instance's socket and delivers the outbox until ctx ends or somebody asks the
// agent to quit. Then it tells the subscribers, waits for the windows, gives the instance back, and
// returns when what is being sent at that moment has been sent or given up, and the meeting service has
// been left.
func (a *Agent) Run(ctx context.Context, i *Instance) error {
	// Subscribers have to hear of the end before their connections are cut, so what ends Run does not
	// end those.
	serving, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	s := server{agent: a, listener: i.listener}
	served := make(chan error, 1)
	go func() {
		served <- s.serve(serving)
		a.Quit() // without a socket there is no agent
	}()
	delivering, enough := context.WithCancel(ctx)
	defer enough()
	delivered := make(chan error, 1)
	go func() { delivered <- a.deliver(delivering) }()
	polled := make(chan struct{})
	go func() {
		defer close(polled)
		a.pollRooms(delivering)
	}()
	select {
	case <-ctx.Done():
	case <-a.quit:
	}
	a.Quit()
	enough()
	a.hub.publish(Event{What: Quitting})
	a.Log.Info("agent ends")
	closing := ignoreClosed(i.listener.Close())
	a.hub.close()
	if a.Window != nil {
		wait, done := context.WithTimeout(context.WithoutCancel(ctx), goodbye)
		a.Window.Wait(wait)
		done()
	}
	cancel()
	<-polled
	// The next agent may start already: the outbox has a lock of its own.
	err := errors.Join(closing, <-served, i.Close(), <-delivered)
	for _, m := range a.meetings.all() {
		m.close(ctx)
	}
	return err
}

func (a *Agent) deliver(ctx context.Context) error {
	if a.couriers == nil {
		return nil
	}
	return a.couriers.run(ctx)
}

// Quit asks Run to end.
func (a *Agent) Quit() { a.quitOne.Do(func() { close(a.quit) }) }

// Done is closed when the agent was asked to quit.
func (a *Agent) Done() <-chan struct{} { return a.quit }

// Watch subscribes to the events within this process.
func (a *Agent) Watch() *Subscription { return a.hub.subscribe(RoleWatcher) }

// Changed tells all subscribers that something changed. What waits in the outbox is delivered, and
// settings and secrets are read anew.
func (a *Agent) Changed(what What) error {
	switch what {
	case LinksChanged:
	case OutboxChanged:
		a.couriers.each((*Deliverer).Wake)
	case SettingsChanged, ServicesChanged:
		if a.Reload != nil {
			a.Reload()
		}
		a.reconfigure()
	default:
		return &fault.Error{Op: "telling of a change", Service: "agent", Kind: fault.Invalid, Code: "unknown-event"}
	}
	a.hub.publish(Event{What: what})
	return nil
}

// InTray notes whether the icon is in a tray, for the status.
func (a *Agent) InTray(in bool) { a.tray.Store(in) }

// Status says who this agent is.
func (a *Agent) Status() Status {
	s := Status{Version: a.Version, PID: os.Getpid(), Started: a.started,
		Windows: a.hub.count(RoleWindow), Visible: a.hub.count(RoleVisible) > 0, Tray: a.tray.Load(), Services: a.Services(),
		Shortcut: a.shortcut.Load(), Watching: a.watching.Load()}
	if rooms, ok := a.RoomsState(); ok {
		s.Rooms = &rooms
	}
	s.Problem = a.couriers.problem()
	return s
}

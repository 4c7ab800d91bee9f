package main

import (
	"context"
	"errors"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/services/secrets"
	"foyer/services/store"
	"foyer/services/transport"
)

// post is how one command gets messages delivered: by the agent, or by itself when none runs.
type post struct {
	*app
	dirs   profile.Dirs
	store  *store.Store
	office *office
	// service is the ID of the service that messages go through; "" before ready chose the one in use.
	service string
	demo    *demoOffice
	agent   *agent.Status // of the running agent, nil without one
}

// ready finds out who delivers, and whether everything that is needed for it is set. When something
// is missing, nothing has been queued or sent.
func (p *post) ready() error {
	if _, err := p.find(); err != nil {
		return err
	}
	if p.service == "" {
		p.service = p.office.server("").ID
	}
	if p.agent == nil {
		_, err := p.messenger(p.service)
		return err
	}
	return p.agree()
}

// find looks for a running agent, and puts the office together.
func (p *post) find() (agent.Client, error) {
	client, err := p.client()
	if err != nil {
		return client, err
	}
	status, err := client.Status(p.ctx)
	switch {
	case err == nil:
		p.agent = &status
	case !errors.Is(err, agent.ErrNotRunning):
		return client, err
	}
	return client, p.open()
}

// messenger is the office's with that ID, "" for the one in use. That there is no token is said with what can be done about it on a command
// line, whatever is wrong with the places where one could be kept.
func (p *post) messenger(id string) (agent.Messenger, error) {
	m, err := p.office.messenger(p.ctx, id)
	if e, ok := errors.AsType[*fault.Error](err); ok && isNoKeyring(e.Code) {
		err = &fault.Error{Op: e.Op, Service: agent.ChatMessenger, Kind: fault.NotConfigured, Code: "no-token-here", Err: e}
	}
	return m, err
}

// isNoKeyring reports whether there is no secret, or no keyring that could have one.
func isNoKeyring(code string) bool {
	return code == secrets.CodeNone || code == secrets.CodeNoBus || code == secrets.CodeNoKeyring
}

// open puts the office together, and begins the demo office when no agent serves it.
func (p *post) open() (err error) {
	if p.Demo && p.agent == nil {
		if p.demo, err = openDemo(p.ctx, p.dirs.Data, loopback, p.log()); err != nil {
			return err
		}
	}
	file, err := p.settings()
	if err != nil {
		return err
	}
	p.office = newOffice(p.dirs, preferences{file}, p.demo, p.words.Language().String())
	return nil
}

// agree makes sure that the agent would send to where this command is asked to send.
func (p *post) agree() error {
	for _, s := range p.agent.Services {
		if s.Name != p.service {
			continue
		}
		if p.office.overridden(p.service) && (s.Health == agent.Unset || transport.Origin(s.URL) != transport.Origin(p.office.url(p.service))) {
			return &fault.Error{Op: "sending", Service: "agent", Kind: fault.NotConfigured, Code: "agent-elsewhere", Words: s.URL}
		}
		if s.Health == agent.Unset {
			_, err := p.messenger(p.service)
			if err == nil {
				err = &fault.Error{Op: "sending", Service: "agent", Kind: fault.NotConfigured, Code: "agent-unset"}
			}
			return err
		}
	}
	return nil
}

// deliver brings these messages to the service, or all for it that are due without any. It returns when they
// are at rest or when it makes no sense to wait; progress is told of every change on the way.
func (p *post) deliver(ids []int64, progress func() (rest bool, err error)) error {
	if p.agent != nil {
		return p.await(ids, progress)
	}
	messenger := func(ctx context.Context) (agent.Messenger, error) { return p.office.messenger(ctx, p.service) }
	d := agent.NewDeliverer(agent.DelivererConfig{Outbox: p.store, Service: p.service, Messenger: messenger, Lock: p.dirs.DeliveryLock(),
		Concurrency: p.concurrency, Now: time.Now, Log: p.log(),
		Changed: func() {
			if progress != nil {
				_, _ = progress() // the next one tells
			}
		}})
	return d.Drain(p.ctx, ids...)
}

func (p *post) concurrency() int { return p.office.settings.values().Concurrency }

// await lets the agent deliver, and watches.
func (p *post) await(ids []int64, progress func() (bool, error)) error {
	client, err := p.client()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(p.ctx)
	defer cancel()
	events, err := client.Subscribe(ctx, agent.RoleWatcher)
	if err != nil {
		return err
	}
	if err := client.Deliver(ctx, ids...); err != nil {
		return err
	}
	if progress == nil {
		progress = func() (bool, error) { return p.resting(ids) }
	}
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		rest, err := progress()
		if err != nil || rest {
			return err
		}
		if stuck, err := p.stuck(ctx, client); err != nil || stuck {
			return err
		}
		select {
		case <-ctx.Done():
			return &fault.Error{Op: "waiting for the result", Service: "agent", Kind: fault.Cancelled, Err: ctx.Err()}
		case _, ok := <-events:
			if !ok {
				return &fault.Error{Op: "waiting for the result", Service: "agent", Kind: fault.Other, Code: "not-running", Err: agent.ErrNotRunning}
			}
		case <-look.C: // a batch may have been paused without an event that concerns us
		}
	}
}

// lookEvery is how often the outbox is read while nothing is told.
const lookEvery = 2 * time.Second

// resting reports whether none of these messages is on its way; without any, none of all for the service.
func (p *post) resting(ids []int64) (bool, error) {
	if len(ids) == 0 {
		c, err := p.store.Counts(p.ctx, message.Filter{Service: p.service})
		return c.Queued+c.Sending == c.Held, err
	}
	items, err := p.store.Messages(p.ctx, ids)
	for _, i := range items {
		if i.State == message.Sending || i.State == message.Queued && !i.Held {
			return false, err
		}
	}
	return true, err
}

// stuck reports whether the agent waits for the service, so that waiting here makes no sense.
func (p *post) stuck(ctx context.Context, client agent.Client) (bool, error) {
	status, err := client.Status(ctx)
	if err != nil {
		return false, err
	}
	for _, s := range status.Services {
		if s.Name == p.service && s.Health != agent.Connected && s.Health != agent.Untried && time.Since(s.Since) > patience {
			return true, nil
		}
	}
	return status.Problem != "", nil
}

// patience is how long a service may be out of order before a command stops waiting for the agent.
const patience = 3 * time.Second

func (p *post) close() error {
	var errs []error
	if p.office != nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(p.ctx), time.Second)
		defer cancel()
		errs = append(errs, p.office.close(ctx))
	}
	if p.demo != nil {
		errs = append(errs, p.demo.close())
	}
	return errors.Join(errs...)
}

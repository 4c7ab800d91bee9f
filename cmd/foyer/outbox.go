package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/store"
)

// withOutbox opens the outbox and the configured office for one command.
func (a *app) withOutbox(do func(*post) error) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	return a.withStore(func(s *store.Store) error {
		p := &post{app: a, dirs: dirs, store: s}
		return errors.Join(do(p), p.close())
	})
}

// row is a message of the outbox as JSON.
type row struct {
	ID    int64    `json:"id"`
	State string   `json:"state"`
	To    []string `json:"to,omitempty"`
	Room  string   `json:"room,omitempty"`
	// Service is the ID of the service that it leaves through.
	Service string `json:"service"`
	Queued  string `json:"queued"` // RFC 3339, UTC
	Tries   int    `json:"tries"`
	Next    string `json:"next,omitempty"`
	Error   string `json:"error,omitempty"`
}

func (a *app) row(i message.Item) row {
	r := row{ID: i.ID, State: string(i.State), To: i.To, Room: i.Room, Service: i.Service, Queued: stamp(i.Queued), Tries: i.Tries, Error: a.why(i.Failure)}
	if i.State == message.Queued {
		r.Next = stamp(i.Next)
	}
	return r
}

// stamp writes a time for machines, "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// why says in words why a message was not delivered, "" when there is no reason.
func (a *app) why(f *message.Failure) string {
	if f == nil {
		return ""
	}
	return a.words.Reason(f.Err())
}

// whom names a message's recipients in a line.
func whom(m message.Message) string {
	if m.IsDirect() {
		return strings.Join(m.To, ", ")
	}
	return m.Room
}

// showItems writes messages as data, one at a time.
func (a *app) showItems(items []message.Item) error {
	if a.JSON {
		rows := make([]row, 0, len(items))
		for _, i := range items {
			rows = append(rows, a.row(i))
		}
		return a.document(rows)
	}
	columns := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	there := a.serviceIDs()
	for _, i := range items {
		line := strconv.FormatInt(i.ID, 10) + "\t" + string(i.State) + "\t" + whom(i.Message) + "\t" + a.whyWaits(i, there)
		if _, err := columns.Write([]byte(strings.TrimRight(line, "\t") + "\n")); err != nil {
			return err
		}
	}
	return columns.Flush()
}

// whyWaits is why with what an item waits for when its service was removed.
func (a *app) whyWaits(i message.Item, services []string) string {
	if i.State == message.Queued && !slices.Contains(services, i.Service) {
		return a.words.T("cli.outbox-service-gone")
	}
	return a.why(i.Failure)
}

type outboxListCommand struct {
	State string `enum:",queued,sending,sent,failed,unknown" default:"" placeholder:"STATE" help:"${state}"`
}

// Run lists the outbox.
func (c outboxListCommand) Run(a *app) error {
	return a.withStore(func(s *store.Store) error {
		ids, err := s.MessageIDs(a.ctx, message.Filter{State: message.State(c.State)})
		if err != nil {
			return err
		}
		items, err := s.Messages(a.ctx, ids)
		if err != nil {
			return err
		}
		return a.showItems(items)
	})
}

// chosen are the messages that a command is about.
type chosen struct {
	IDs []string `arg:"" name:"id" help:"${message_ids}"`
}

// all is what stands for all messages that a command can be about.
const all = "all"

// find returns the IDs, or those in one of the states for "all".
func (c chosen) find(a *app, s *store.Store, states ...message.State) ([]int64, error) {
	if len(c.IDs) == 1 && c.IDs[0] == all {
		var ids []int64
		for _, state := range states {
			some, err := s.MessageIDs(a.ctx, message.Filter{State: state})
			if err != nil {
				return nil, err
			}
			ids = append(ids, some...)
		}
		return ids, nil
	}
	ids := make([]int64, 0, len(c.IDs))
	for _, text := range c.IDs {
		id, err := strconv.ParseInt(text, 10, 64)
		if err != nil || id <= 0 {
			return nil, wrong{a.words.T("cli.no-message-id", "ID", text)}
		}
		if _, err := s.Message(a.ctx, id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// change does something to the chosen messages, tells everybody and says for how many it could be done.
func (c chosen) change(a *app, done string, do func(context.Context, ...int64) (int, error), ids []int64) error {
	n := 0
	if len(ids) > 0 {
		var err error
		if n, err = do(a.ctx, ids...); err != nil {
			return err
		}
	}
	a.changed(agent.OutboxChanged)
	a.say("%s", a.words.N(done, n))
	switch {
	case n == len(ids):
		return nil
	case n == 0:
		return wrong{a.words.T("cli.outbox-none")}
	default:
		return partly{a.words.N("cli.outbox-left", len(ids)-n)}
	}
}

type outboxRetryCommand struct{ chosen }

// Run puts messages back to be sent again. "all" are those that failed: whether one of which nobody
// knows is to be sent again is decided for each by itself.
func (c outboxRetryCommand) Run(a *app) error {
	return a.withStore(func(s *store.Store) error {
		ids, err := c.find(a, s, message.Failed)
		if err != nil {
			return err
		}
		return c.change(a, "cli.outbox-retried", s.RetryMessages, ids)
	})
}

type outboxArrivedCommand struct{ chosen }

// Run notes that messages of which nobody knew have arrived.
func (c outboxArrivedCommand) Run(a *app) error {
	return a.withStore(func(s *store.Store) error {
		ids, err := c.find(a, s, message.Unknown)
		if err != nil {
			return err
		}
		return c.change(a, "cli.outbox-arrived", s.ArrivedMessages, ids)
	})
}

type outboxDiscardCommand struct{ chosen }

// Run takes messages off the list. "all" is everything that is not sent and not just being sent.
func (c outboxDiscardCommand) Run(a *app) error {
	return a.withStore(func(s *store.Store) error {
		ids, err := c.find(a, s, message.Queued, message.Failed, message.Unknown)
		if err != nil {
			return err
		}
		return c.change(a, "cli.outbox-discarded", s.DiscardMessages, ids)
	})
}

type outboxDeliverCommand struct{}

// Run sends what is due now, through one service after the other where there are several.
func (outboxDeliverCommand) Run(a *app) error {
	return a.withOutbox(func(p *post) error {
		before, err := p.store.Counts(a.ctx, message.Filter{})
		if err != nil || before.Queued+before.Sending == 0 {
			return err
		}
		ids, err := p.store.MessageIDs(a.ctx, message.Filter{State: message.Queued})
		if err != nil {
			return err
		}
		if err := p.deliverAll(); err != nil {
			return err
		}
		items, err := p.store.Messages(a.ctx, ids)
		if err != nil {
			return err
		}
		return errors.Join(a.showItems(items), a.verdict(items))
	})
}

// deliverAll delivers what is due for every service that has something waiting. One that was removed is
// passed over: what waits for it stays. One that fails keeps no other from its turn.
func (p *post) deliverAll() error {
	if _, err := p.find(); err != nil {
		return err
	}
	var errs []error
	for _, s := range p.office.services() {
		if s.Kind != agent.ChatMessenger {
			continue
		}
		c, err := p.store.Counts(p.ctx, message.Filter{Service: s.Name})
		if err == nil && c.Queued+c.Sending > 0 {
			p.service = s.Name
			if err = p.ready(); err == nil {
				err = p.deliver(nil, nil)
			}
		}
		if isCancelled(err) {
			return err
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

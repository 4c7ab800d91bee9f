package main

import (
	"strings"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
)

type sendCommand struct {
	To       string `placeholder:"A,B" help:"${to}"`
	Room     string `placeholder:"NAME" help:"${room}"`
	Mention  string `placeholder:"A,B" help:"${mention}"`
	Envelope bool   `help:"${envelope}"`
	Now      bool   `help:"${now}"`
	Batch    string `placeholder:"FILE" help:"${batch}"`
	Check    bool   `help:"${check}"`
	Bulk     bool   `help:"${bulk}"`
	Message  string `arg:"" optional:"" help:"${message}"`
	serviceFlag
}

// Run queues a message or a batch, and delivers it.
func (c sendCommand) Run(a *app) error {
	if c.Batch != "" {
		return c.sendBatch(a)
	}
	if c.Check || c.Bulk {
		return wrong{a.words.T("cli.only-batch")}
	}
	m, err := c.message(a)
	if err != nil {
		return err
	}
	id, err := c.of(a, agent.ChatMessenger)
	if err != nil {
		return err
	}
	return a.withOutbox(func(p *post) error {
		p.service = id
		if err := p.ready(); err != nil {
			return err
		}
		ids, err := p.store.QueueMessages(a.ctx, p.service, []message.Message{m})
		if err != nil {
			return err
		}
		if p.agent != nil && !c.Now {
			a.changed(agent.OutboxChanged)
		} else if err := p.deliver(ids, nil); err != nil {
			return err
		}
		items, err := p.store.Messages(a.ctx, ids)
		if err != nil {
			return err
		}
		if err := a.showItem(items[0]); err != nil || p.agent != nil && !c.Now {
			return err
		}
		return a.verdict(items)
	})
}

// message reads and checks what is to be sent.
func (c sendCommand) message(a *app) (message.Message, error) {
	m := message.Message{Room: c.Room, Envelope: c.Envelope}
	text, err := a.argument(c.Message)
	if err != nil {
		return m, err
	}
	m.Text = strings.TrimRight(text, "\r\n")
	var bad []string
	if m.To, bad = addresses(c.To); len(bad) > 0 {
		return m, wrong{a.words.T("problem."+message.ProblemBadAddress, "Subject", strings.Join(bad, ", "))}
	}
	if m.Mentions, bad = addresses(c.Mention); len(bad) > 0 {
		return m, wrong{a.words.T("problem."+message.ProblemBadAddress, "Subject", strings.Join(bad, ", "))}
	}
	if problems := m.Check(); len(problems) > 0 {
		return m, wrong{a.problems(problems)}
	}
	for _, odd := range message.OddDomains(append(m.To, m.Mentions...)) {
		a.say("foyer: %s", a.words.T("cli.odd-domain", "Address", odd.Address, "Domain", odd.Domain))
	}
	return m, nil
}

// addresses reads recipients, and returns what is none.
func addresses(list string) (good, bad []string) {
	for _, r := range message.ReadRecipients(list) {
		if r.Valid {
			good = append(good, r.Address)
		} else {
			bad = append(bad, r.Raw)
		}
	}
	return good, bad
}

// problems says what is wrong with a message, in one line.
func (a *app) problems(all []message.Problem) string {
	words := make([]string, len(all))
	for i, p := range all {
		words[i] = a.words.T("problem."+p.Code, "Subject", p.Subject)
	}
	return strings.Join(words, " ")
}

func (a *app) showItem(i message.Item) error {
	if a.JSON {
		return a.document(a.row(i))
	}
	return a.showItems([]message.Item{i})
}

// verdict turns what became of messages into the command's end: nothing when all were sent, else the
// reason of the first that was not, or that a part was.
func (a *app) verdict(items []message.Item) error {
	var first *message.Item
	sent := 0
	for i := range items {
		if items[i].State == message.Sent {
			sent++
		} else if first == nil {
			first = &items[i]
		}
	}
	switch {
	case first == nil:
		return nil
	case sent > 0:
		return partly{a.words.T("cli.outbox-partly", "Sent", sent, "All", len(items))}
	}
	return undelivered(*first)
}

// undelivered is the error that a message which was not sent ends a command with.
func undelivered(i message.Item) error {
	e := &fault.Error{Op: "sending", Service: agent.ChatMessenger, Kind: fault.Unreachable, Code: "outbox-waits"}
	switch {
	case i.State == message.Unknown:
		e.Kind, e.Code = fault.Faulty, "outbox-unknown"
	case i.State == message.Failed && i.Failure != nil:
		return i.Failure.Err()
	case i.Failure != nil && i.Failure.Kind == fault.NotConfigured:
		return i.Failure.Err()
	}
	return e
}

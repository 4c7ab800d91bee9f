package outbox

import (
	"cmp"
	"context"
	"slices"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// SetServices says how all services are. Where messages go through several of them, every message names its
// own, and what is wrong with any of them is said: with the one in use first.
func (p *Page) SetServices(all []agent.ServiceState) {
	p.model.services = nil
	for _, s := range all {
		if agent.KindOf(s.Name) == agent.ChatMessenger {
			p.model.services = append(p.model.services, s)
		}
	}
	slices.SortStableFunc(p.model.services, func(a, b agent.ServiceState) int {
		return cmp.Or(boolOrder(down(a), down(b)), boolOrder(a.Uses.Messages, b.Uses.Messages))
	})
	if len(p.model.services) > 0 {
		p.model.service = p.model.services[0]
	}
	p.show()
}

// boolOrder puts true before false.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// several reports whether messages go through several services.
func (m *model) several() bool { return len(m.services) > 1 }

// through returns the service that a message leaves through; ok is false when it was removed.
func (m *model) through(i message.Item) (s agent.ServiceState, ok bool) {
	if len(m.services) == 0 || i.Service == "" {
		return m.service, true
	}
	for _, s := range m.services {
		if s.Name == i.Service {
			return s, true
		}
	}
	return agent.ServiceState{Name: i.Service}, false
}

// orphaned reports whether a message waits for a service that was removed.
func (p *Page) orphaned(i message.Item) bool {
	_, ok := p.model.through(i)
	return !ok && i.State == message.Queued
}

// serviceOf names the service that a message leaves through.
func (p *Page) serviceOf(i message.Item) string {
	s, ok := p.model.through(i)
	if !ok {
		return p.config.Say.T("outbox-several.removed")
	}
	return p.named(s)
}

// isDown reports whether the service of a message answers none at the moment.
func (p *Page) isDown(i message.Item) bool {
	s, ok := p.model.through(i)
	return ok && down(s)
}

// short names a service where others stand beside it: by its own name.
func (p *Page) short(s agent.ServiceState, ok bool) string {
	switch {
	case !ok:
		return p.config.Say.T("outbox-several.removed")
	case s.Title != "":
		return s.Title
	}
	return p.config.Say.T("outbox.service")
}

// targets are the services that a message could leave through instead.
func (p *Page) targets(i message.Item) []agent.ServiceState {
	if i.Service == "" || i.State != message.Queued && i.State != message.Failed {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.model.services), func(s agent.ServiceState) bool { return s.Name == i.Service || s.Demo })
}

// others are the services that chosen messages could leave through, where there are several.
func (m *model) others() []agent.ServiceState {
	if !m.several() {
		return nil
	}
	return m.services
}

// moving is the action that lets messages leave through another service; ok is false where there is none.
func (p *Page) moving(to []agent.ServiceState, those func(context.Context) ([]int64, error)) (a action, ok bool) {
	return action{p.config.Say.T("outbox-several.move"), "server", func() { p.askMove(to, those) }}, len(to) > 0
}

// justThis is a question that finds one message.
func justThis(i message.Item) func(context.Context) ([]int64, error) {
	return func(context.Context) ([]int64, error) { return []int64{i.ID}, nil }
}

// askMove asks through which service.
func (p *Page) askMove(to []agent.ServiceState, those func(context.Context) ([]int64, error)) {
	say, c := p.config.Say, p.canvas()
	if c == nil {
		return
	}
	chosen := 0
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("outbox-several.move-title"), say.T("widget.cancel"), say.T("outbox-several.move-do"), func() {
		sheet.Close()
		p.move(to[chosen], those)
	})
	sheet.Add(widget.Part{Object: widget.NewProse(say.T("outbox-several.move-about"), style.Body, style.Ink2)})
	names := make([]string, len(to))
	for i, s := range to {
		names[i] = p.short(s, true)
	}
	if len(to) == 1 {
		sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewBold(names[0], style.Body)})
		sheet.Open(c, sheet.OK())
		return
	}
	choice := widget.NewSegments(names, func(i int) { chosen = i })
	sheet.Add(widget.Part{Above: style.FieldGap, Object: choice, Left: true})
	sheet.Open(c, choice)
}

func (p *Page) move(to agent.ServiceState, those func(context.Context) ([]int64, error)) {
	how := func(ctx context.Context, ids ...int64) (int, error) {
		return p.config.Box.MoveMessages(ctx, to.Name, ids...)
	}
	p.changeThose(those, how, func(_ []int64, n int) {
		p.toast.Say(widget.Fine, p.config.Say.N("outbox-several.moved", n, "Service", p.short(to, true)), "", nil)
	})
}

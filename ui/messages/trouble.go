package messages

import (
	"time"

	"foyer/services/agent"
	"foyer/ui/widget"
)

// troubleShort is what is wrong with the service, without what follows from it.
func (p *Page) troubleShort(s agent.ServiceState) string {
	switch s.Health {
	case agent.Unset:
		return widget.Strong(p.config.Say.T("messages.unset-what"))
	case agent.Unreachable:
		return widget.Strong(p.since("messages.unreachable-since", s))
	case agent.Refused:
		return widget.Strong(p.since("messages.refused-since", s))
	case agent.Faulty:
		return widget.Strong(p.since("messages.faulty-since", s))
	case agent.Untried, agent.Connected:
	}
	return ""
}

// trouble is what is wrong with the service, in a sentence; "" when nothing is known to be.
func (p *Page) trouble(s agent.ServiceState) (widget.Tone, string) {
	say, what := p.config.Say, p.troubleShort(s)
	switch s.Health {
	case agent.Unset:
		return widget.Caution, say.T("messages.unset", "What", what)
	case agent.Unreachable:
		return widget.Caution, say.T("messages.unreachable", "What", what, "Next", p.next(s))
	case agent.Refused:
		return widget.Trouble, say.T("messages.refused", "What", what)
	case agent.Faulty:
		return widget.Caution, say.T("messages.faulty", "What", what, "Next", p.next(s))
	case agent.Untried, agent.Connected:
	}
	return widget.Notice, ""
}

func (p *Page) since(key string, s agent.ServiceState) string {
	now := p.config.Now()
	return p.config.Say.T(key, "Service", p.config.Say.T("messages.service"), "Since", p.clock(s.Since, now))
}

// clock is a time within a sentence: without the day when that is today.
func (p *Page) clock(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Year() == now.Year() && t.YearDay() == now.YearDay() {
		return p.config.Say.Clock(t)
	}
	return p.config.Say.Moment(t, now)
}

// next says when the service is tried again.
func (p *Page) next(s agent.ServiceState) string {
	say := p.config.Say
	left := s.Next.Sub(p.config.Now())
	switch {
	case s.Next.IsZero():
		return say.T("messages.next-send")
	case left <= time.Second:
		return say.T("messages.next-now")
	case left < 2*time.Minute:
		return say.N("messages.next-seconds", int(left.Round(time.Second)/time.Second))
	}
	return say.N("messages.next-minutes", int(left.Round(time.Minute)/time.Minute))
}

func (p *Page) troubleActions(s agent.ServiceState) []*widget.Button {
	say := p.config.Say
	var all []*widget.Button
	if s.Failure != nil && s.Failure.Words != "" {
		all = append(all, widget.NewButton(widget.Linked, "", say.T("messages.server-said"), func() { p.showWords(s.Failure) }))
	}
	switch s.Health {
	case agent.Unset:
		all = append(all, widget.NewButton(widget.Outlined, "", say.T("messages.connect"), p.config.Connect))
	case agent.Refused:
		all = append(all, widget.NewButton(widget.Outlined, "", say.T("messages.service-settings"), p.config.Connect))
	case agent.Unreachable, agent.Faulty:
		all = append(all, widget.NewButton(widget.Outlined, "refresh", say.T("messages.try-now"), p.tryNow))
	case agent.Untried, agent.Connected:
	}
	return all
}

package outbox

import (
	"strings"
	"time"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/plain"
	"foyer/ui/widget"
)

// lineMost is how many bytes of a text are looked at for the one line of it that a row shows.
const lineMost = 1000

// to names whom a message goes to: a person, the first of several, or a chat room.
func (p *Page) to(m message.Message) string {
	say := p.config.Say
	switch {
	case !m.IsDirect():
		return say.T("outbox.room", "Room", m.Room)
	case len(m.To) == 0:
		return say.T("outbox.nobody")
	case len(m.To) == 1:
		return p.model.name(m.To[0])
	}
	return say.N("outbox.and-more", len(m.To)-1, "Name", p.model.name(m.To[0]))
}

// line is a message's text on one line, after those whom it mentions.
func (p *Page) line(m message.Message) string {
	text := m.Text
	if len(text) > lineMost {
		text = strings.ToValidUTF8(text[:lineMost], "")
	}
	text = plain.Line(text)
	const shown = 3
	for i := min(len(m.Mentions), shown) - 1; i >= 0; i-- {
		text = p.config.Say.T("outbox.mention", "Name", p.model.name(m.Mentions[i])) + " " + text
	}
	return text
}

// mark is the shape and colour of a state.
func mark(s message.State) widget.State { return widget.State("message-" + string(s)) }

// word is a state in a word.
func (p *Page) word(s message.State) string { return p.config.Say.T("outbox.state." + string(s)) }

// clock says when something was: the time today, the day before.
func (p *Page) clock(t time.Time) string {
	now := p.config.Now()
	if local := t.In(now.Location()); local.YearDay() == now.YearDay() && local.Year() == now.Year() {
		return p.config.Say.Clock(local)
	}
	return p.config.Say.Recent(t, now)
}

// second is the time of a line in a history: to the second today, else the day and the minute.
func (p *Page) second(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	now := p.config.Now()
	local := t.In(now.Location())
	if local.YearDay() == now.YearDay() && local.Year() == now.Year() {
		return p.config.Say.ClockSeconds(local)
	}
	return p.config.Say.T("outbox.day-time", "Day", p.config.Say.Recent(t, now), "Time", p.config.Say.Clock(local))
}

// in says how long it is until a time, as exactly as somebody who waits wants it: in seconds, in
// minutes, or the time itself.
func (p *Page) in(t time.Time) string {
	say := p.config.Say
	left := t.Sub(p.config.Now())
	switch {
	case left < 90*time.Second:
		return say.T("outbox.in-seconds", "Seconds", max(int((left+time.Second-1)/time.Second), 0))
	case left < time.Hour:
		return say.T("outbox.in-minutes", "Minutes", int((left+30*time.Second)/time.Minute))
	}
	return say.T("outbox.at", "Time", p.clock(t))
}

// lasted says how long something has been going on.
func (p *Page) lasted(since time.Time) string {
	say := p.config.Say
	d := max(p.config.Now().Sub(since), 0)
	if d < 2*time.Minute {
		return say.T("outbox.seconds", "Seconds", int(d/time.Second))
	}
	return say.T("outbox.minutes", "Minutes", int(d/time.Minute))
}

// service names the service that messages go through; of several the one that is told of.
func (p *Page) service() string { return p.named(p.model.service) }

func (p *Page) named(s agent.ServiceState) string {
	say := p.config.Say
	switch {
	case s.Demo:
		return say.T("outbox.demo-office")
	case s.Title != "":
		return say.T("outbox.service-title", "Service", say.T("outbox.service"), "Title", s.Title)
	}
	return say.T("outbox.service")
}

// why is the reason of a failure in a few words: the service's own when it refused, else ours.
func (p *Page) why(f *message.Failure) string {
	if f == nil {
		return ""
	}
	say := p.config.Say
	if words := theirs(f); words != "" {
		return words
	}
	if key := "outbox.why." + f.Code; f.Code != "" && say.Has(key) {
		return say.T(key)
	}
	return say.T("outbox.why-kind." + f.Kind.String())
}

// reason is why as a sentence of its own, for a row.
func (p *Page) reason(f *message.Failure) string {
	words := p.why(f)
	if words == "" || theirs(f) != "" {
		return words
	}
	return capital(words)
}

// down reports whether the service answers no messages at the moment.
func down(s agent.ServiceState) bool {
	return s.Health == agent.Unreachable || s.Health == agent.Refused || s.Health == agent.Faulty
}

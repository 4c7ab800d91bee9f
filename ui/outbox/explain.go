package outbox

import (
	"foyer/services/message"
)

// standing says in a line how things stand with a message.
func (p *Page) standing(i message.Item) string {
	say := p.config.Say
	switch i.State {
	case message.Queued:
		if p.orphaned(i) || i.Held || i.Behind != 0 || i.Next.After(p.config.Now()) {
			return say.T("outbox.standing-queued", "When", p.when(i))
		}
		return p.word(i.State)
	case message.Sending:
		return say.T("outbox.standing-sending", "Lasted", p.lasted(i.Began))
	case message.Unknown:
		return say.T("outbox.standing-unknown")
	}
	return say.T("outbox.standing-rest", "State", p.word(i.State), "When", p.config.Say.Moment(i.Ended, p.config.Now()))
}

// explanation says in a sentence or two why things stand so, and what Foyer does about it.
func (p *Page) explanation(i message.Item) string {
	say := p.config.Say
	switch i.State {
	case message.Queued:
		switch {
		case p.orphaned(i):
			return say.T("outbox-several.explain")
		case i.Held:
			return say.T("outbox.explain-held", "Batch", i.BatchName)
		case i.Behind != 0:
			return say.T("outbox.explain-behind")
		case i.Failure != nil:
			return say.T("outbox.explain-retry", "Why", capital(p.why(i.Failure)))
		case p.isDown(i):
			return say.T("outbox.explain-waits", "Service", p.serviceOf(i))
		}
		return say.T("outbox.explain-queued")
	case message.Sending:
		return say.T("outbox.explain-sending", "Service", p.serviceOf(i))
	case message.Unknown:
		return p.explainUnknown(i.Failure)
	case message.Failed:
		if i.Failure != nil && theirs(i.Failure) != "" {
			return say.T("outbox.explain-refused", "Service", p.serviceOf(i), "Words", theirs(i.Failure))
		}
		return say.T("outbox.explain-failed", "Why", capital(p.why(i.Failure)))
	}
	return say.T("outbox.explain-sent", "Service", p.serviceOf(i))
}

func (p *Page) explainUnknown(f *message.Failure) string {
	say := p.config.Say
	key := "outbox.explain-unknown"
	if f != nil && say.Has("outbox.unknown."+f.Code) {
		key = "outbox.unknown." + f.Code
	}
	return say.T("outbox.explain-never", "What", say.T(key))
}

// ask is the way to find out whether a message arrived.
func (p *Page) ask(i message.Item) string {
	say := p.config.Say
	if !i.IsDirect() {
		return say.T("outbox.look-room", "Room", i.Room, "Service", p.serviceOf(i))
	}
	if len(i.To) == 1 {
		return say.T("outbox.ask-one", "Name", p.model.name(i.To[0]), "Service", p.serviceOf(i))
	}
	return say.T("outbox.ask-some", "Service", p.serviceOf(i))
}

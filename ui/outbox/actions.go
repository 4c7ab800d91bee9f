package outbox

import (
	"foyer/services/message"
)

// action is something that can be done to messages.
type action struct {
	word, icon string
	do         func()
}

// actions are the next steps that a message's row offers, two at most. Everything else is in the menu.
func (p *Page) actions(i message.Item) []action {
	say := p.config.Say
	one := func(key, icon string, do func(...int64)) action {
		return action{say.T(key), icon, func() { do(i.ID) }}
	}
	edit := action{say.T("outbox.edit"), "edit", func() { p.edit(i) }}
	switch i.State {
	case message.Queued:
		if p.orphaned(i) {
			all := []action{one("outbox.discard", "trash", p.discard)}
			if move, ok := p.moving(p.targets(i), justThis(i)); ok {
				all = append([]action{move}, all...)
			}
			return all
		}
		if i.Held {
			return []action{{say.T("outbox.resume"), "play", func() { p.resume(i.Batch) }}, edit}
		}
		if i.Behind == 0 && i.Next.After(p.config.Now()) {
			return []action{one("outbox.try-now", "refresh", p.tryNow), edit}
		}
		return []action{edit, one("outbox.discard", "trash", p.discard)}
	case message.Unknown:
		return []action{one("outbox.arrived", "check", p.arrived), one("outbox.send-again", "send", p.sendAgain)}
	case message.Failed:
		return []action{edit, one("outbox.retry", "refresh", p.retry)}
	case message.Sent:
		return []action{one("outbox.copy", "copy", p.copyText)}
	}
	return nil
}

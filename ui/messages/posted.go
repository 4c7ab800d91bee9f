package messages

import (
	"foyer/services/message"
	"foyer/ui/widget"
)

// results says what became of the message that was queued last, while the toast still speaks of it.
func (p *Page) results(recent []message.Item) {
	sent := p.posted
	if sent == nil || sent.told || len(sent.ids) == 0 {
		return
	}
	for _, item := range recent {
		if item.ID != sent.ids[0] {
			continue
		}
		say := p.config.Say
		switch item.State {
		case message.Sent:
			sent.told = true
			if p.toast.Visible() {
				p.toast.Say(widget.Fine, say.T("messages.sent-to", "To", widget.Strong(p.receiver(item.Message))), "", nil)
			}
		case message.Failed, message.Unknown:
			sent.told = true
			key := "messages.failed-to"
			if item.State == message.Unknown {
				key = "messages.unknown-to"
			}
			p.toast.Say(widget.Trouble, say.T(key, "To", widget.Strong(p.receiver(item.Message)), "Why", p.reason(item.Failure)),
				p.lookWord(), func() { p.config.ShowMessage(item.ID) })
		case message.Queued, message.Sending:
		}
	}
}

// lookWord is the word for a way to the outbox, "" when there is none.
func (p *Page) lookWord() string {
	if p.config.ShowMessage == nil {
		return ""
	}
	return p.config.Say.T("messages.look")
}

// receiver says in a few words whom a message went to.
func (p *Page) receiver(m message.Message) string {
	switch {
	case !m.IsDirect():
		return m.Room
	case len(m.To) == 1:
		return p.nameOf(m.To[0])
	}
	return p.config.Say.N("messages.people", len(m.To))
}

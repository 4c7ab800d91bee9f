package outbox

import (
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// showOne says of a message what became of it, what can be done, and what happened.
func (n *panel) showOne(i message.Item) {
	p, say := n.page, n.page.config.Say
	n.setHead(say.T("outbox.to", "Name", p.to(i.Message)))
	parts := []widget.Part{
		{Object: widget.NewLine(style.IconGap, 1, widget.NewMark(mark(i.State)), n.state)},
		{Above: 12, Object: widget.NewProse(p.explanation(i), style.Body, style.Ink)},
	}
	for j, words := range p.addressed(i) {
		above := style.Unit
		if j == 0 {
			above = 12
		}
		parts = append(parts, widget.Part{Above: above, Object: widget.NewProse(words, style.Caption, style.Ink2)})
	}
	parts = append(parts, widget.Part{Above: 12, Object: newCard(i.Text)})
	if actions := p.actions(i); len(actions) > 0 {
		above := style.GroupGap
		if i.State == message.Unknown {
			parts = append(parts, widget.Part{Above: 12, Object: widget.NewProse(p.ask(i), style.Caption, style.Ink2)})
			above = 12
		}
		parts = append(parts, widget.Part{Above: above, Object: n.pair(actions)})
	}
	parts = append(parts, widget.Part{Above: style.GroupGap, Object: widget.NewRule()})
	n.side.SetParts(append(parts, n.historyParts(i)...)...)
}

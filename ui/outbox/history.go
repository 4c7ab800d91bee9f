package outbox

import (
	"strconv"
	"strings"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

func (n *panel) historyParts(i message.Item) []widget.Part {
	p, say := n.page, n.page.config.Say
	var parts []widget.Part
	if len(p.model.history) > 0 {
		parts = append(parts, widget.Part{Above: style.GroupGap, Object: widget.NewText(say.T("outbox.what-happened"), style.Caption, style.Ink3)},
			widget.Part{Above: 10, Object: widget.NewTimeline(p.moments(i)...)})
	}
	f := p.lastFailure(i)
	if f == nil {
		return parts
	}
	said := n.said == i.ID
	key := "outbox.server-said"
	if said {
		key = "outbox.server-hide"
	}
	toggle := widget.NewButton(widget.Linked, "", say.T(key), func() {
		n.said = i.ID
		if said {
			n.said = 0
		}
		n.show()
	})
	n.watch(toggle)
	parts = append(parts, widget.Part{Above: style.GroupGap, Object: toggle, Left: true})
	if said {
		parts = append(parts, widget.Part{Above: style.IconGap, Object: newCard(p.rawWords(f))})
	}
	return parts
}

// lastFailure is the last failure of which something of the server's can be shown.
func (p *Page) lastFailure(i message.Item) *message.Failure {
	said := func(f *message.Failure) bool {
		return f != nil && (f.Words != "" || f.Status != 0 || f.RequestID != "")
	}
	if said(i.Failure) {
		return i.Failure
	}
	for j := len(p.model.history) - 1; j >= 0; j-- {
		if f := p.model.history[j].Failure; said(f) {
			return f
		}
	}
	return nil
}

// rawWords are what is kept of a server's answer, as it was.
func (p *Page) rawWords(f *message.Failure) string {
	say := p.config.Say
	var lines []string
	if f.Status != 0 {
		lines = append(lines, say.T("outbox.status", "Status", strconv.Itoa(f.Status)))
	}
	if f.Words != "" {
		lines = append(lines, f.Words)
	}
	if f.RequestID != "" {
		lines = append(lines, say.T("outbox.request", "ID", f.RequestID))
	}
	return strings.Join(lines, "\n")
}

// moments are what happened to a message, in words.
func (p *Page) moments(i message.Item) []widget.Moment {
	var all []widget.Moment
	for j, e := range p.model.history {
		all = append(all, widget.Moment{State: mark(e.State), Words: p.event(i, e, j == 0), Time: p.second(e.At)})
	}
	return all
}

// event says in words what happened.
func (p *Page) event(i message.Item, e message.Event, first bool) string {
	say := p.config.Say
	switch {
	case e.Code == message.EventRetry && e.Failure != nil:
		return say.T("outbox.event-retry", "Why", p.why(e.Failure))
	case e.Code != "" && say.Has("outbox.event."+e.Code):
		return say.T("outbox.event." + e.Code)
	case e.Failure != nil:
		return p.why(e.Failure)
	case first && i.BatchName != "":
		return say.T("outbox.event-row", "Row", strconv.Itoa(i.Row), "Batch", i.BatchName)
	}
	return p.word(e.State)
}

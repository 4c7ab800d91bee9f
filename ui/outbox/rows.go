package outbox

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/plain"
	"foyer/ui/widget"
)

// row is what the list says of a message; false while it is not read.
func (p *Page) row(id int64) (widget.LedgerRow, bool) {
	i, ok := p.model.items[id]
	if !ok {
		return widget.LedgerRow{}, false
	}
	r := widget.LedgerRow{State: mark(i.State), Word: p.word(i.State), Title: p.to(i.Message), Second: p.line(i.Message), Trailing: p.when(i)}
	if i.State == message.Failed {
		r.Second = p.reason(i.Failure)
	}
	if _, ok := p.model.through(i); p.model.several() && ok || !ok && !p.orphaned(i) {
		r.Second = p.config.Say.T("outbox-several.line", "Service", p.short(p.model.through(i)), "Line", r.Second)
	}
	for _, a := range p.actions(i) {
		r.Actions = append(r.Actions, widget.LedgerAction{Word: a.word, Do: a.do})
	}
	return r, true
}

// when says what a message waits for, how long it has been sent, or when it came to rest.
func (p *Page) when(i message.Item) string {
	say := p.config.Say
	switch i.State {
	case message.Queued:
		switch {
		case p.orphaned(i):
			return say.T("outbox-several.waits")
		case i.Held:
			return say.T("outbox.held")
		case i.Behind != 0 && p.above(i.ID) == i.Behind:
			return say.T("outbox.behind-above")
		case i.Behind != 0:
			return say.T("outbox.behind")
		case i.Next.After(p.config.Now()):
			return say.T("outbox.next", "When", p.in(i.Next))
		}
		return p.clock(i.Queued)
	case message.Sending:
		return p.lasted(i.Began)
	}
	return p.clock(i.Ended)
}

// above returns the message that stands above another one in the list, 0 for none. Those that wait
// stand at its head.
func (p *Page) above(id int64) int64 {
	if at := slices.Index(p.list.Keys(), id); at > 0 {
		return p.list.Keys()[at-1]
	}
	return 0
}

// ticks reports whether what is said of a message changes with every second.
func (p *Page) ticks(i message.Item) bool {
	return i.State == message.Sending || i.State == message.Queued && i.Next.After(p.config.Now())
}

// theirs are the service's own words on a refusal, on one line, "" without any.
func theirs(f *message.Failure) string {
	if f.Kind != fault.Refused || strings.HasPrefix(f.Code, "outbox-") {
		return ""
	}
	return plain.Line(f.Words)
}

// capital begins a sentence.
func capital(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

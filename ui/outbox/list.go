package outbox

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/widget"
)

func (p *Page) newList() *widget.Ledger {
	l := widget.NewLedger(p.row)
	for _, s := range message.States() {
		l.Words = append(l.Words, p.word(s))
	}
	l.OnMissing = p.missing
	l.OnChosen = p.chose
	l.OnActivated = func(int64) { p.panel.enter() }
	l.OnMenu = func(at fyne.Position) { widget.ShowMenuAt(l, at, p.menuItems()) }
	l.OnKey = p.listKey
	return l
}

func (p *Page) showList() {
	m := &p.model
	found := len(m.ids) > 0
	first := m.empty() && p.trouble == nil
	p.first.show(first)
	p.list.Hidden = !found
	p.nothing.Hidden = found || first || !m.loaded
	p.reading.Hidden = m.loaded || !p.slow || !p.loading
	for i, f := range filters {
		p.chips[i].Hidden = !m.loaded || first
		p.chips[i].Set(strconv.Itoa(m.found.Of(f.state)), f.state == m.state)
	}
	if first {
		p.search.Hide()
	}
	p.panel.Hidden = m.shown == 0 && p.panel.several() == nil
}

// chosen are the chosen messages, else the one in the panel.
func (p *Page) chosen() []int64 {
	if ids := p.list.Chosen(); len(ids) > 0 {
		return ids
	}
	if p.model.shown != 0 {
		return []int64{p.model.shown}
	}
	return nil
}

// chose shows what was chosen in the panel. A message in the panel that left the filter, because it was
// sent say, stays there.
func (p *Page) chose() {
	ids := p.list.Chosen()
	switch {
	case len(ids) == 1:
		p.open(ids[0])
	case len(ids) > 1:
		p.model.shown = 0
		p.count(ids)
	case !p.taking:
		p.model.shown = 0
	}
	p.show()
}

// open shows a message in the panel and reads its history.
func (p *Page) open(id int64) {
	if p.model.shown == id {
		return
	}
	p.model.shown, p.model.history = id, nil
	_, read := p.model.items[id]
	p.tasks.Latest("history", func(ctx context.Context) func() {
		var items []message.Item
		var err error
		if !read {
			items, err = p.config.Box.Messages(ctx, []int64{id})
		}
		var events []message.Event
		if err == nil {
			events, err = p.config.Box.History(ctx, id)
		}
		return func() {
			if err != nil {
				p.failed("outbox.load-failed", err)
				return
			}
			p.model.keep(items)
			if p.model.shown == id {
				p.model.history = events
			}
			p.show()
		}
	})
}

// count counts several chosen messages by their states.
func (p *Page) count(ids []int64) {
	p.panel.counts = nil
	if len(ids) == len(p.model.ids) { // all of them: that is known
		p.panel.counts = map[message.State]int{}
		for _, s := range message.States() {
			if p.model.state == "" || p.model.state == s {
				p.panel.counts[s] = p.model.found.Of(s)
			}
		}
		return
	}
	p.tasks.Latest("count", func(ctx context.Context) func() {
		s, err := p.sort(ctx, ids)
		return func() {
			if err != nil {
				p.failed("outbox.load-failed", err)
				return
			}
			p.panel.counts = map[message.State]int{}
			for state, those := range s {
				p.panel.counts[state] = len(those)
			}
			p.show()
		}
	})
}

// dismiss closes the panel; the list takes its place.
func (p *Page) dismiss() {
	p.model.shown = 0
	p.list.ClearChoice()
	p.show()
	p.list.Focus()
}

// ShowMessage shows a message, whatever the filter is.
func (p *Page) ShowMessage(id int64) {
	p.wanted = 0
	if !p.model.loaded || p.model.filtered() {
		p.wanted = id
		p.clearFilter()
		return
	}
	p.list.Choose(id)
}

// ShowState shows the messages in a state, "" for all.
func (p *Page) ShowState(s message.State) { p.choose(s) }

func (p *Page) listKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDelete:
		p.discardChosen()
	case fyne.KeyF2:
		p.editChosen()
	case fyne.KeyEscape:
		p.Escape()
	default:
		return false
	}
	return true
}

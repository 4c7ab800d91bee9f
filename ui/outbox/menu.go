package outbox

import (
	"fyne.io/fyne/v2"

	"foyer/services/message"
)

// menuItems are what can be done with what is chosen, whole.
func (p *Page) menuItems() []*fyne.MenuItem {
	if chosen := p.panel.several(); chosen != nil {
		return items(p.bulkActions(chosen, p.panel.counts))
	}
	i, ok := p.model.items[p.model.shown]
	if !ok {
		return nil
	}
	return items(p.actions(i), p.furtherActions(i))
}

// furtherActions are those that a message's row does not offer.
func (p *Page) furtherActions(i message.Item) []action {
	say := p.config.Say
	copying := action{say.T("outbox.copy-text"), "copy", func() { p.copyText(i.ID) }}
	discard := action{say.T("outbox.discard"), "trash", func() { p.discard(i.ID) }}
	if p.orphaned(i) {
		return []action{copying} // the row offers the rest
	}
	if move, ok := p.moving(p.targets(i), justThis(i)); ok {
		return append([]action{move}, p.usualActions(i, copying, discard)...)
	}
	return p.usualActions(i, copying, discard)
}

func (p *Page) usualActions(i message.Item, copying, discard action) []action {
	switch i.State {
	case message.Sending:
		return []action{copying}
	case message.Queued:
		if !i.Held && i.Behind == 0 && !i.Next.After(p.config.Now()) || i.Behind != 0 && !i.Held {
			return []action{copying} // the row offers to discard it
		}
		return []action{copying, discard}
	case message.Sent:
		return []action{discard}
	}
	return []action{copying, discard}
}

// items make a menu, with a line between the groups.
func items(groups ...[]action) []*fyne.MenuItem {
	var all []*fyne.MenuItem
	for _, g := range groups {
		if len(all) > 0 && len(g) > 0 {
			all = append(all, fyne.NewMenuItemSeparator())
		}
		for _, a := range g {
			all = append(all, fyne.NewMenuItem(a.word, a.do))
		}
	}
	return all
}

// discardChosen discards what is chosen.
func (p *Page) discardChosen() {
	if chosen := p.panel.several(); chosen != nil {
		p.discardAmong(chosen)
		return
	}
	if i, ok := p.model.items[p.model.shown]; ok && i.State != message.Sending {
		p.discard(i.ID)
	}
}

// editChosen changes the chosen message, if it can be changed.
func (p *Page) editChosen() {
	if i, ok := p.model.items[p.model.shown]; ok && p.panel.several() == nil {
		p.edit(i)
	}
}

// tryChosen lets what waits or failed go again. What may have arrived wants a decision, not a key.
func (p *Page) tryChosen() {
	if chosen := p.panel.several(); chosen != nil {
		p.changeThose(p.among(chosen, message.Failed, message.Queued), p.hurried, func(_ []int64, n int) { p.saidQueued(n) })
		return
	}
	if i, ok := p.model.items[p.model.shown]; ok && (i.State == message.Failed || i.State == message.Queued) {
		p.retry(i.ID)
	}
}

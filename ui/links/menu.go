package links

import (
	"fyne.io/fyne/v2"

	"foyer/services/link"
)

// menuItems are what can be done with the chosen link, whole: what shows on hover is here too.
func (p *Page) menuItems() []*fyne.MenuItem {
	say := p.config.Say
	if p.model.chosen == nil {
		return nil
	}
	l, t := *p.model.chosen, p.model.target()
	var items []*fyne.MenuItem
	add := func(word string, do func()) { items = append(items, fyne.NewMenuItem(word, do)) }
	for _, f := range []link.Format{link.URL, link.HTML, link.Markdown, link.RichText, link.QR, link.WebLink, link.RoomID, link.VCard} {
		if t.Offers(f) {
			add(say.T("links.menu.copy", "Format", say.T("links.as-menu."+string(f))), func() { p.copyAs(f) })
		}
	}
	items = append(items, fyne.NewMenuItemSeparator())
	add(say.T("links.menu.open"), p.openChosen)
	add(say.T("links.menu.save-qr"), p.saveQR)
	items = append(items, fyne.NewMenuItemSeparator())
	pin := "links.pin"
	if l.Pinned {
		pin = "links.unpin"
	}
	add(say.T(pin), p.pinChosen)
	if l.Ref != 0 {
		add(say.T("links.menu.edit"), p.editChosen)
		add(say.T("links.menu.delete"), p.deleteChosen)
	}
	return items
}

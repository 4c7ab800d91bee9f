package messages

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
	"foyer/ui/window"
)

// Content is part of the page contract.
func (p *Page) Content() fyne.CanvasObject { return p }

// Toast is the page's toast, which the shell draws above the page.
func (p *Page) Toast() *widget.Toast { return p.toast }

// Shown puts the focus where typing begins.
func (p *Page) Shown() {
	p.shown = true
	p.tick()
	if !p.firstTime() {
		p.current().shown()
	}
}

// Leave says that the page goes out of sight. What was typed stays as it is.
func (p *Page) Leave() {
	p.shown = false
	p.keep()
	p.suggest.Hide()
	p.rest()
}

// Close ends what the page has under way; what is being stored is stored to the end.
func (p *Page) Close() {
	p.Leave()
	p.call.copy.Rest()
	p.toast.Dismiss()
	p.batch.stop()
	p.tasks.Close()
	p.stores.Wait()
}

// Busy reports whether something is under way that was asked for.
func (p *Page) Busy() bool { return p.stores.Busy() || p.tasks.Busy() }

// Reconsider takes changed settings into account.
func (p *Page) Reconsider() {
	p.call.reconsider()
	p.show()
}

// Primary does what the filled button in sight does.
func (p *Page) Primary() {
	if p.firstTime() {
		p.config.Connect()
		return
	}
	p.current().primary()
}

// Escape closes what is open: a file dialog, the panel over the page, or what the tab has open.
func (p *Page) Escape() bool {
	switch {
	case p.dialog != nil:
		p.dialog.Hide()
	case !p.suggest.Hidden:
		p.suggest.Hide()
	case p.sideOpen:
		p.closeSide()
	default:
		return p.current().escape()
	}
	return true
}

// Copy copies what the tab in sight has to copy.
func (p *Page) Copy() bool {
	if p.tabs.Selected() != tabCall || p.call.url == "" {
		return false
	}
	p.call.copyLink()
	return true
}

// Keys are the page's own shortcuts.
func (p *Page) Keys() []window.Key {
	return []window.Key{
		{Name: fyne.KeyN, Do: p.New, Does: p.config.Say.T("help.key.new-message")},
		{Name: fyne.KeyO, Do: p.OpenFile, Does: p.config.Say.T("help.key.open-batch")},
		{Name: fyne.KeyF, Do: p.searchSide, Does: p.config.Say.T("help.key.find-people")},
		{Name: fyne.KeyPageDown, Do: func() { p.turn(1) }},
		{Name: fyne.KeyPageUp, Do: func() { p.turn(-1) }},
	}
}

// turn shows the next tab, or the one before.
func (p *Page) turn(by int) {
	n := len(p.tabs.Words())
	p.open((p.tabs.Selected() + by + n) % n)
	p.current().shown()
}

func (p *Page) searchSide() {
	switch {
	case p.sideOff:
	case p.side.overlay:
		p.openSide()
	default:
		p.focus(p.side.search.Input())
	}
}

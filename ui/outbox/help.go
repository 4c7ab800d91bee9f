package outbox

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// Help explains the page.
func (p *Page) Help() window.Help {
	say := p.config.Say
	return window.Help{Topic: text.HelpOutbox, Keys: []window.KeyWord{
		{Keys: "Up, Down", Does: say.T("help.key.move")},
		{Keys: "Shift+Up, Shift+Down", Does: say.T("help.key.several")},
		{Keys: "Enter", Does: say.T("help.key.details")},
		{Keys: window.MenuKeys, Does: say.T("help.key.menu")},
		{Keys: "F2", Does: say.T("help.key.edit")},
		{Keys: "Delete", Does: say.T("help.key.discard")},
	}}
}

package links

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// Help explains the page.
func (p *Page) Help() window.Help {
	say := p.config.Say
	return window.Help{Topic: text.HelpLinks, Keys: []window.KeyWord{
		{Keys: "Up, Down", Does: say.T("help.key.move")},
		{Keys: "Enter, Ctrl+C", Does: say.T("help.key.copy")},
		{Keys: window.MenuKeys, Does: say.T("help.key.menu")},
		{Keys: "F2", Does: say.T("help.key.edit")},
		{Keys: "Delete", Does: say.T("help.key.delete")},
	}}
}

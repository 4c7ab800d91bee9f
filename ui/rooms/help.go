package rooms

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// Help explains the page.
func (p *Page) Help() window.Help {
	say := p.config.Say
	return window.Help{Topic: text.HelpRooms, Keys: []window.KeyWord{
		{Keys: "F5", Does: say.T("help.key.reload")},
		{Keys: "F11", Does: say.T("help.key.full-screen")},
		{Keys: "Ctrl+Plus, Ctrl+Minus", Does: say.T("help.key.zoom")},
		{Keys: "Left, Right, Up, Down", Does: say.T("help.key.days")},
		{Keys: "Enter", Does: say.T("help.key.show")},
		{Keys: window.MenuKeys, Does: say.T("help.key.menu")},
	}}
}

// Reload reads the rooms again, for F5.
func (p *Page) Reload() { p.refreshNow() }

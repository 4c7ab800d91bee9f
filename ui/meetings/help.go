package meetings

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// Help explains the page.
func (p *Page) Help() window.Help {
	say := p.config.Say
	return window.Help{Topic: text.HelpMeetings, Keys: []window.KeyWord{
		{Keys: "Left, Right, Up, Down", Does: say.T("help.key.cells")},
		{Keys: "Enter, F2", Does: say.T("help.key.cell")},
		{Keys: "Delete", Does: say.T("help.key.clear")},
		{Keys: window.MenuKeys, Does: say.T("help.key.menu")},
	}}
}

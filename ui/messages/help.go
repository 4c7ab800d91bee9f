package messages

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// Help explains the page.
func (p *Page) Help() window.Help {
	say := p.config.Say
	return window.Help{Topic: text.HelpMessages, Keys: []window.KeyWord{
		{Keys: "Ctrl+PgUp, Ctrl+PgDn", Does: say.T("help.key.tabs")},
		{Keys: "Left, Backspace", Does: say.T("help.key.chips")},
		{Keys: window.MenuKeys, Does: say.T("help.key.menu")},
	}}
}

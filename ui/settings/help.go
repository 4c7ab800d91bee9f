package settings

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// Help explains the page.
func (p *Page) Help() window.Help { return window.Help{Topic: text.HelpServices} }

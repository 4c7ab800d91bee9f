package settings

import (
	"foyer/ui/style"
	"foyer/ui/widget"
)

// showWebexApp says at the end of the card about Webex links whether they open here.
func (p *Page) showWebexApp(found bool) {
	say := p.config.Say
	icon, words, color, about := "info", say.T("settings.app-missing"), style.Ink2, say.T("settings.webex-missing")
	if found {
		icon, words, color, about = "check", say.T("settings.app-found"), style.Free, say.T("settings.webex-about")
	}
	p.webex.words.SetText(about)
	p.webex.end.Set(-1, widget.NewIcon(icon, style.IconRow, color), widget.NewText(words, style.Body, color))
	p.webex.Refresh()
	p.remeasure()
}

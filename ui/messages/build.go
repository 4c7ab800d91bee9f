package messages

import (
	"foyer/ui/style"
	"foyer/ui/widget"
)

func (p *Page) build() {
	say := p.config.Say
	p.header = widget.NewHeader(say.T("messages.title"), say.T("widget.more"))
	p.chooser = widget.NewChooser(say.T("several.choose"), p.choose)
	p.through = widget.NewText("", style.Body, style.Ink2)
	p.through.Elide, p.through.End = true, true
	p.tabs = widget.NewTabs([]string{say.T("messages.tab.people"), say.T("messages.tab.room"), say.T("messages.tab.batch"), say.T("messages.tab.call")},
		say.T("widget.more"), p.turned)
	p.banner = widget.NewBanner(widget.Notice, "").Bleed()
	p.banner.Hide()
	p.side = newSide(p)
	p.people = newWriter(p, false)
	p.room = newWriter(p, true)
	p.batch = newBatchTab(p)
	p.call = newCallTab(p)
	p.manager = newManagerTab(p)
	p.first = p.firstUse()
	p.scrolls = widget.NewScrolled(p.first)
}

package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// dataCare is what is done with all data: back up and restore, take along, keep for a while, remove.
type dataCare struct {
	page *Page
	data *data
	news *widget.Banner

	backup, restore, export, report, erase *widget.Button
	cancel                                 *widget.Button // in sight while something is done
	doing                                  *widget.Prose
	stop                                   context.CancelFunc // nil while nothing is done
	days                                   *keepDays
	state                                  agent.DataState
}

func newDataCare(p *Page, d *data) *dataCare {
	say := p.config.Say
	c := &dataCare{page: p, data: d, news: widget.NewBanner(widget.Notice, ""), doing: widget.NewProse("", style.Body, style.Ink2), days: newKeepDays(p)}
	c.news.Hide()
	c.doing.Hide()
	c.backup = widget.NewButton(widget.Outlined, "download", say.T("data.back-up"), c.askBackup)
	c.restore = widget.NewButton(widget.Outlined, "undo", say.T("data.restore"), c.askRestore)
	c.export = widget.NewButton(widget.Outlined, "table", say.T("data.export"), c.askExport)
	c.report = widget.NewButton(widget.Outlined, "info", say.T("data.report"), c.makeReport)
	c.erase = widget.NewButton(widget.Outlined, "trash", say.T("data.erase"), c.askErase)
	c.cancel = widget.NewButton(widget.Quiet, "", say.T("widget.cancel"), func() {
		if c.stop != nil {
			c.stop()
		}
	})
	c.cancel.Hide()
	if p.config.Window == nil {
		for _, b := range []*widget.Button{c.backup, c.restore, c.export} {
			b.Hide()
		}
	}
	p.watch(c.backup, c.restore, c.export, c.report, c.erase, c.cancel)
	return c
}

// cards are about what can be done without losing anything.
func (c *dataCare) cards() []fyne.CanvasObject {
	say := c.page.config.Say
	return []fyne.CanvasObject{
		newCard(style.PageMargin,
			widget.Part{Object: newCardHead("download", say.T("data.keep-safe"), say.T("data.keep-safe-about"))},
			widget.Part{Above: style.GroupGap, Object: newFlow(c.backup, c.restore, c.export)},
			widget.Part{Above: style.FieldGap, Object: c.doing},
			widget.Part{Above: style.IconGap, Object: c.cancel, Left: true}),
		newCard(style.PageMargin,
			widget.Part{Object: newCardHead("clock", say.T("data.old"), say.T("data.old-about"))},
			widget.Part{Above: style.GroupGap, Object: c.days.field},
			widget.Part{Above: style.IconGap, Object: c.days.would}),
		newCard(style.PageMargin,
			widget.Part{Object: newCardHead("info", say.T("data.help"), say.T("data.help-about"))},
			widget.Part{Above: style.GroupGap, Object: newFlow(c.report)}),
	}
}

func (c *dataCare) eraseCard() fyne.CanvasObject {
	say := c.page.config.Say
	return newCard(style.PageMargin,
		widget.Part{Object: newCardHead("trash", say.T("data.remove"), say.T("data.remove-about"))},
		widget.Part{Above: style.GroupGap, Object: newFlow(c.erase)})
}

// show draws the setting, and asks what there is.
func (c *dataCare) show(v Values) {
	c.days.show(v.KeepDays)
	c.look()
}

// look asks what there is and what happened to it.
func (c *dataCare) look() {
	c.page.tasks.Latest("data", func(ctx context.Context) func() {
		state, err := c.page.config.Data.DataState(ctx)
		return func() {
			if err == nil {
				c.state = state
				c.tell()
			}
		}
	})
}

// tell shows what there is: the sizes behind the places, and the news.
func (c *dataCare) tell() {
	say := c.page.config.Say
	for kind, bytes := range map[PlaceKind]int64{Database: c.state.Database, Log: c.state.Log} {
		l, path := c.data.places[kind], c.page.pathOf(kind)
		if l != nil && bytes > 0 {
			l.value.SetText(say.T("data.place", "Path", path, "Size", c.page.size(bytes)))
		}
	}
	c.tellNews()
	c.page.remeasure()
}

func (p *Page) pathOf(kind PlaceKind) string {
	for _, place := range p.config.Desk.Places() {
		if place.Kind == kind {
			return place.Path
		}
	}
	return ""
}

// Sizes are said in KB up to largeKB, and in MB above.
const (
	kb      = 1 << 10
	largeKB = 10 << 20
)

func (p *Page) size(bytes int64) string {
	if bytes < largeKB {
		return p.config.Say.T("data.kb", "Size", (bytes+kb-1)/kb)
	}
	return p.config.Say.T("data.mb", "Size", bytes/kb/kb)
}

// holds says how much there is, in words.
func (p *Page) holds(h agent.Holdings) string {
	say := p.config.Say
	return say.T("data.holds", "Links", say.N("data.links", h.Links), "Messages", say.N("data.messages", h.Messages),
		"Groups", say.N("data.groups", h.Groups), "People", say.N("data.people", h.People))
}

// work does something that takes its time, and says meanwhile what. done gets how it went, unless the page
// was closed meanwhile; a toast tells of failures.
func (c *dataCare) work(doing, failed string, f func(ctx context.Context) error, done func()) {
	if c.stop != nil {
		return
	}
	given, stop := context.WithCancel(c.page.storing)
	c.stop = stop
	c.setBusy(doing)
	c.page.tasks.Go(func(closing context.Context) func() {
		defer context.AfterFunc(closing, stop)()
		err := f(given)
		return func() {
			stop()
			c.stop = nil
			c.setBusy("")
			if err != nil {
				c.page.failed(failed, err)
				return
			}
			done()
		}
	})
}

// setBusy shows what is being done, "" for nothing.
func (c *dataCare) setBusy(doing string) {
	for _, b := range []*widget.Button{c.backup, c.restore, c.export, c.report, c.erase} {
		if doing != "" {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	c.doing.SetText(doing)
	setVisible(c.doing, doing != "")
	setVisible(c.cancel, doing != "")
	c.page.remeasure()
}

package settings

import (
	"context"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// open shows a sheet with the focus on a part of it.
func (c *dataCare) open(sheet *widget.Sheet, focus *widget.Button) {
	if on := c.page.canvas(); on != nil {
		sheet.Open(on, focus)
	}
}

// confirmRestore says what is in a backup and what becomes of what there is.
func (c *dataCare) confirmRestore(path string, info agent.BackupInfo) {
	p, say := c.page, c.page.config.Say
	what := say.T("data.restore-what", "Made", say.Moment(info.Made.Local(), p.config.Now()), "Holds", p.holds(info.Holdings))
	parts := []widget.Part{
		{Object: widget.NewProse(what, style.Body, style.Ink)},
		{Above: style.FieldGap, Object: widget.NewProse(say.T("data.restore-then"), style.Body, style.Ink)},
	}
	if info.Waiting > 0 {
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: widget.NewBanner(widget.Caution, say.N("data.restore-waiting", info.Waiting))})
	}
	if !info.Settings {
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: widget.NewProse(say.T("data.restore-no-settings"), style.Body, style.Ink)})
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("data.restore-title"), say.T("widget.cancel"), say.T("data.restore-do"), func() {
		sheet.Close()
		p.focus(c.restore)
		c.restoreFrom(path)
	}, parts...)
	c.open(sheet, sheet.Cancel())
}

// askErase says what goes and what stays.
func (c *dataCare) askErase() {
	p, say := c.page, c.page.config.Say
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("data.erase-title"), say.T("widget.cancel"), say.T("data.erase-do"), func() {
		sheet.Close()
		p.focus(c.erase)
		c.eraseAll()
	},
		widget.Part{Object: widget.NewBanner(widget.Trouble, say.T("data.erase-goes"))},
		widget.Part{Above: style.FieldGap, Object: widget.NewProse(say.T("data.erase-holds", "Holds", p.holds(c.state.Holdings)), style.Body, style.Ink)},
		widget.Part{Above: style.FieldGap, Object: widget.NewProse(say.T("data.erase-stays"), style.Body, style.Ink)})
	c.open(sheet, sheet.Cancel())
}

// showReport shows a report.
func (c *dataCare) showReport(words string) {
	p, say := c.page, c.page.config.Say
	var sheet *widget.Sheet
	copied := widget.NewButton(widget.Outlined, "copy", say.T("data.report-copy"), func() { c.copyReport(words) })
	parts := []widget.Part{
		{Object: widget.NewProse(say.T("data.report-read"), style.Body, style.Ink)},
		{Above: style.FieldGap, Object: copied, Left: true},
		{Above: style.FieldGap, Object: widget.NewProse(words, style.Caption, style.Ink)},
	}
	sheet = widget.NewSheet(say.T("data.report-title"), say.T("data.close"), say.T("data.report-save"), func() {
		sheet.Close()
		p.focus(c.report)
		c.saveReport()
	}, parts...)
	sheet.Wide = true
	sheet.Button(copied)
	if p.config.Window == nil {
		sheet.OK().Hide()
	}
	c.open(sheet, copied)
}

// tellNews shows what happened to the data while no window was there.
func (c *dataCare) tellNews() {
	n := c.state.News
	setVisible(c.news, n != nil)
	if n == nil {
		return
	}
	say := c.page.config.Say
	fine := widget.NewButton(widget.Outlined, "", say.T("data.dismiss"), c.dismiss)
	c.page.watch(fine)
	switch n.Kind {
	case agent.Restored:
		tone, words := widget.Fine, say.T("data.restored", "Holds", c.page.holds(n.Backup.Holdings))
		if n.Doubtful > 0 {
			tone, words = widget.Caution, words+"\n"+say.N("data.doubtful", n.Doubtful)
		}
		if err := n.Failure(); err != nil {
			tone, words = widget.Caution, words+"\n"+say.T("data.settings-not-restored", "Why", say.Reason(err))
		}
		back := widget.NewButton(widget.Outlined, "undo", say.T("data.go-back"), func() { c.confirmGoBack(n.Before) })
		c.page.watch(back)
		c.news.Set(tone, words+"\n"+say.T("data.kept-before", "Folder", widget.Strong(n.Before)), back, fine)
	case agent.RestoreFailed:
		c.news.Set(widget.Trouble, say.T("data.not-restored", "Why", say.Reason(n.Failure())), fine)
	default:
		words := say.T("data.not-all-erased")
		if err := n.Failure(); err != nil {
			words = say.Reason(err)
		}
		for _, what := range n.Left {
			words += "\n" + say.T("data.left", "What", what)
		}
		c.news.Set(widget.Trouble, words, fine)
	}
}

// confirmGoBack asks whether what was there before a restore is to come back.
func (c *dataCare) confirmGoBack(folder string) {
	p, say := c.page, c.page.config.Say
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("data.go-back-title"), say.T("widget.cancel"), say.T("data.go-back-do"), func() {
		sheet.Close()
		p.focus(c.restore)
		c.restoreFrom(folder)
	}, widget.Part{Object: widget.NewProse(say.T("data.go-back-about"), style.Body, style.Ink)})
	c.open(sheet, sheet.Cancel())
}

// dismiss forgets the news.
func (c *dataCare) dismiss() {
	p := c.page
	c.state.News = nil
	c.tellNews()
	p.remeasure()
	p.focus(c.backup)
	p.tasks.Go(func(ctx context.Context) func() {
		err := p.config.Data.DismissNews(ctx)
		return func() {
			if err != nil {
				p.failed("data.not-dismissed", err)
			}
		}
	})
}

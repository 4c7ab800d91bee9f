package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"foyer/services/agent"
	"foyer/ui/widget"
)

// askPlace asks where a file is to be.
func (c *dataCare) askPlace(name string, back fyne.Focusable, do func(path string)) {
	window := c.page.config.Window()
	d := widget.NewSaveDialog(name, window, func(path string, err error) {
		if err != nil {
			c.page.failed("data.not-chosen", err)
			return
		}
		do(path)
	})
	widget.ShowFileDialog(d, window, func() { c.page.focus(back) })
}

func (c *dataCare) askBackup() {
	c.askPlace("foyer-"+c.page.config.Now().Format("20060102")+agent.BackupEnding, c.backup, c.backUp)
}

// backUp writes a backup.
func (c *dataCare) backUp(path string) {
	say := c.page.config.Say
	if !strings.Contains(lastOf(path), ".") {
		path += agent.BackupEnding
	}
	var info agent.BackupInfo
	c.work(say.T("data.backing-up"), "data.backup-failed", func(ctx context.Context) (err error) {
		info, err = c.page.config.Data.Backup(ctx, path)
		return err
	}, func() {
		words := say.T("data.backed-up", "File", widget.Strong(path), "Holds", c.page.holds(info.Holdings))
		if info.Stripped {
			c.page.toast.Say(widget.Caution, say.T("data.backed-up-stripped", "File", widget.Strong(path)), "", nil)
			return
		}
		c.page.toast.Say(widget.Fine, words, "", nil)
	})
}

// lastOf is the last part of a path, of whatever system.
func lastOf(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

func (c *dataCare) askExport() {
	c.askPlace("foyer-"+c.page.config.Now().Format("20060102")+".json", c.export, c.exportTo)
}

// exportTo writes everything as one JSON document.
func (c *dataCare) exportTo(path string) {
	say := c.page.config.Say
	c.work(say.T("data.exporting"), "data.export-failed", func(ctx context.Context) error {
		return c.page.config.Data.Export(ctx, path)
	}, func() {
		c.page.toast.Say(widget.Fine, say.T("data.exported", "File", widget.Strong(path)), "", nil)
	})
}

// askRestore asks for a backup.
func (c *dataCare) askRestore() {
	window := c.page.config.Window()
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			c.page.failed("data.not-chosen", err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close() // the agent reads it
		c.checkBackup(path)
	}, window)
	widget.ShowFileDialog(d, window, func() { c.page.focus(c.restore) })
}

// checkBackup reads a backup and asks whether it is meant.
func (c *dataCare) checkBackup(path string) {
	var info agent.BackupInfo
	c.work(c.page.config.Say.T("data.checking"), "data.restore-failed", func(ctx context.Context) (err error) {
		info, err = c.page.config.Data.CheckBackup(ctx, path)
		return err
	}, func() { c.confirmRestore(path, info) })
}

// restoreFrom lets the agent restore. After it this program ends and opens again.
func (c *dataCare) restoreFrom(path string) {
	say := c.page.config.Say
	c.work(say.T("data.restoring"), "data.restore-failed", func(ctx context.Context) error {
		_, err := c.page.config.Data.Restore(ctx, path)
		return err
	}, func() { c.page.toast.Say(widget.Notice, say.T("data.reopening"), "", nil) })
}

// eraseAll lets the agent remove everything. After it this program ends and opens again.
func (c *dataCare) eraseAll() {
	say := c.page.config.Say
	c.work(say.T("data.erasing"), "data.erase-failed", func(ctx context.Context) error {
		return c.page.config.Data.Erase(ctx)
	}, func() { c.page.toast.Say(widget.Notice, say.T("data.reopening"), "", nil) })
}

// makeReport shows a report, to be read before it is copied or saved.
func (c *dataCare) makeReport() {
	var words string
	c.work(c.page.config.Say.T("data.reporting"), "data.report-failed", func(ctx context.Context) (err error) {
		words, err = c.page.config.Data.Report(ctx)
		return err
	}, func() { c.showReport(words) })
}

func (c *dataCare) copyReport(words string) {
	p := c.page
	p.tasks.Go(func(ctx context.Context) func() {
		err := p.config.Desk.CopyText(ctx, words)
		return func() {
			if err != nil {
				p.failed("settings.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("data.report-copied"), "", nil)
		}
	})
}

func (c *dataCare) saveReport() {
	c.askPlace("foyer-report-"+c.page.config.Now().Format("20060102")+".md", c.report, c.saveReportTo)
}

func (c *dataCare) saveReportTo(path string) {
	say := c.page.config.Say
	c.work(say.T("data.reporting"), "data.report-failed", func(ctx context.Context) error {
		return c.page.config.Data.SaveReport(ctx, path)
	}, func() {
		c.page.toast.Say(widget.Fine, say.T("data.report-saved", "File", widget.Strong(path)), "", nil)
	})
}

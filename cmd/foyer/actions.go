package main

import (
	"context"
	"errors"
	"strconv"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/link"
	"foyer/ui/tray"
)

// handle does what was clicked, in the tray or in a notification.
func (d *desk) handle(ctx context.Context, a tray.Action) {
	switch a.Verb {
	case tray.Paste:
		p, err := d.agent.Paste(ctx)
		d.pasted(ctx, p, err)
	case tray.PasteFound:
		p, err := d.agent.PasteFound(ctx, a.Found)
		d.pasted(ctx, p, err)
	case tray.CopyLink:
		p, err := d.agent.CopyLink(ctx, a.Ref)
		d.noteResult("copying", len(p.Links), err)
		if err != nil || d.settings.values().LinkCopied {
			d.notify(ctx, tray.CopyNotice(d.words, p, err))
		}
	case tray.Show:
		_ = d.show(ctx, a.Page) // it has told
	case tray.Undo:
		err := d.agent.Undo(ctx, a.Undo)
		d.noteResult("undoing", 1, err)
		d.notify(ctx, tray.UndoNotice(d.words, err))
	case tray.OpenLink:
		d.openLink(ctx, a.Ref)
	case tray.OpenTarget:
		d.open(ctx, link.Target{URL: a.URL})
	case tray.Quit:
		d.agent.Quit()
	}
}

// pasted tells what came of a paste.
func (d *desk) pasted(ctx context.Context, p agent.Pasted, err error) {
	n := tray.PasteNotice(d.words, p, err)
	d.noteResult("pasting", len(p.Links), err)
	if err != nil || p.Nothing() || p.Unsaved > 0 || d.settings.values().LinkCopied {
		d.notify(ctx, n)
	}
}

func (d *desk) noteResult(what string, links int, err error) {
	if err != nil {
		d.log.Warn(what, "links", links, "error", err)
		return
	}
	d.log.Info(what, "links", links)
}

// show opens the window, and tells when that fails.
func (d *desk) show(ctx context.Context, page string) error {
	err := d.agent.Show(ctx, page)
	if err != nil {
		d.log.Warn("opening the window", "error", err)
		d.notify(ctx, tray.FailureNotice(d.words, d.words.T("tray.window-failed"), err))
	}
	return err
}

func (d *desk) openLink(ctx context.Context, ref int64) {
	s, err := d.links.Link(ctx, ref)
	if err != nil {
		d.notify(ctx, tray.FailureNotice(d.words, d.words.T("tray.open-failed", "Name", d.words.T("tray.link")), err))
		return
	}
	if !d.open(ctx, s.Target) {
		return
	}
	if err := d.links.UseLink(ctx, ref); err != nil {
		d.log.Warn("noting that a link was used", "error", err)
		return
	}
	_ = d.agent.Changed(agent.LinksChanged) // it knows this event
}

func (d *desk) open(ctx context.Context, t link.Target) bool {
	err := d.opener.Open(ctx, t.URL)
	if err != nil {
		d.log.Warn("opening a link", "error", err)
		d.notify(ctx, tray.FailureNotice(d.words, d.words.T("tray.open-failed", "Name", t.Title()), err))
	}
	return err == nil
}

// notify shows a notification. A desktop that shows none misses a comfort, not more.
func (d *desk) notify(ctx context.Context, n tray.Notice) {
	note := desktop.Notification{Title: n.Title, Body: n.Body, Urgent: n.Urgent}
	for i, c := range n.Choices {
		note.Actions = append(note.Actions, desktop.Action{Key: strconv.Itoa(i), Label: c.Label})
	}
	err := d.notifier.Notify(ctx, note, func(key string) {
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.Choices) {
			d.handle(ctx, n.Choices[i].Action)
		}
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		d.log.Info("no notification was shown", "error", err)
	}
}

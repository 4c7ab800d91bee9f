package links

import (
	"context"
	"errors"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/ui/widget"
)

// keep saves the chosen link if it is not saved yet and returns it as it is stored. The copy goes
// on when that fails: a link that cannot be kept can still be used.
func (p *Page) keep(ctx context.Context, l link.Saved, source string) (link.Saved, error) {
	if l.Ref != 0 {
		return l, nil
	}
	saved, _, err := p.config.Book.SaveLink(ctx, l.Target, source)
	if err != nil {
		return l, err
	}
	if l.Label != "" || l.Template != "" {
		saved.Label, saved.Template = l.Label, l.Template
		err = p.config.Book.UpdateLink(ctx, saved)
	}
	return saved, err
}

// copyChosen copies the link exactly as the preview shows it, and keeps it.
func (p *Page) copyChosen() {
	if p.model.chosen == nil {
		return
	}
	p.panel.flush()
	p.copyAs(p.model.format)
}

// copyAs copies the chosen link in a format.
func (p *Page) copyAs(format link.Format) {
	l, t, source := *p.model.chosen, p.model.target(), p.model.source()
	label := p.panel.label.Text()
	p.stores.Add(func(ctx context.Context) func() {
		out, err := link.Write(t, format, label)
		if err != nil {
			return func() { p.failed("links.copy-failed", err) }
		}
		copied, err := p.config.Desk.Copy(ctx, agent.Clip{Text: out.Text, HTML: out.HTML, PNG: out.PNG})
		if err != nil {
			return func() { p.failed("links.copy-failed", err) }
		}
		kept, keepErr := p.keep(ctx, l, source)
		if keepErr == nil {
			keepErr = p.config.Book.UseLink(ctx, kept.Ref)
		}
		p.config.Desk.Changed(ctx)
		return func() { p.copied(kept, format, copied, keepErr) }
	})
}

// copied says what is on the clipboard now, and what is not.
func (p *Page) copied(l link.Saved, format link.Format, copied agent.Copied, keepErr error) {
	say := p.config.Say
	p.panel.copy.Copied()
	switch {
	case keepErr != nil:
		p.failed("links.copied-not-saved", keepErr)
	case copied.Note != "":
		p.toast.Say(widget.Caution, say.T("links.copied-as", "Name", widget.Strong(l.Title()), "Format", say.T("clipboard."+copied.Note)), "", nil)
	case p.panel.Visible() && format == p.model.format:
		p.toast.Dismiss() // the button says it where the eyes are
	default:
		p.toast.Say(widget.Fine, say.T("links.copied-as", "Name", widget.Strong(l.Title()), "Format", say.T("links.as."+string(format))), "", nil)
	}
	p.Load()
}

// openChosen opens the link in the program that is registered for it.
func (p *Page) openChosen() {
	if p.model.chosen == nil {
		return
	}
	p.panel.flush()
	l, t, source := *p.model.chosen, p.model.target(), p.model.source()
	p.stores.Add(func(ctx context.Context) func() {
		out, err := link.Write(t, link.URL, "")
		if err == nil {
			err = p.config.Desk.Open(ctx, out.Text)
		}
		if err != nil {
			return func() { p.notOpened(err) }
		}
		kept, err := p.keep(ctx, l, source)
		if err == nil {
			err = p.config.Book.UseLink(ctx, kept.Ref)
		}
		p.config.Desk.Changed(ctx)
		return func() {
			if err != nil {
				p.failed("links.save-failed", err)
			}
			p.Load()
		}
	})
}

// notOpened says why a link did not open, and offers to copy it instead.
func (p *Page) notOpened(err error) {
	say := p.config.Say
	key := "links.open-failed"
	if f, ok := errors.AsType[*fault.Error](err); ok && f.Code == "no-handler" {
		key = "links.no-handler"
	}
	p.toast.Say(widget.Trouble, p.sentence(key, err), say.T("links.copy-instead"), p.copyChosen)
}

// pinChosen pins the chosen link, or takes the pin away.
func (p *Page) pinChosen() {
	if p.model.chosen == nil {
		return
	}
	p.panel.flush()
	l, source := *p.model.chosen, p.model.source()
	p.stores.Add(func(ctx context.Context) func() {
		kept, err := p.keep(ctx, l, source)
		if err == nil {
			err = p.config.Book.PinLink(ctx, kept.Ref, !l.Pinned)
		}
		p.config.Desk.Changed(ctx)
		return func() {
			if err != nil {
				p.failed("links.save-failed", err)
			}
			p.Load()
		}
	})
}

// deleteChosen deletes the chosen link and offers to bring it back.
func (p *Page) deleteChosen() {
	if p.model.chosen == nil || p.model.chosen.Ref == 0 {
		return
	}
	p.panel.flush()
	l := *p.model.chosen
	next := p.list.Selected()
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Book.DeleteLink(ctx, l.Ref)
		if err == nil {
			p.config.Desk.Changed(ctx)
		}
		return func() {
			if err != nil {
				p.failed("links.save-failed", err)
				return
			}
			p.deleted(l, next)
		}
	})
}

func (p *Page) deleted(l link.Saved, next int) {
	say := p.config.Say
	restore := func() { p.restore(l) }
	p.undo = restore
	p.toast.Say(widget.Fine, say.T("links.deleted", "Name", widget.Strong(l.Title())), say.T("links.undo"), func() {
		p.undo = nil
		restore()
	})
	var kept []link.Saved
	for _, one := range p.model.all {
		if one.Ref != l.Ref {
			kept = append(kept, one)
		}
	}
	p.model.choose(nil)
	p.model.load(kept)
	p.show()
	if rows := p.rows(); len(rows) > 0 && next >= 0 {
		p.list.Select(min(next, len(rows)-1))
	}
	p.Load()
}

func (p *Page) restore(l link.Saved) {
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Book.RestoreLink(ctx, l.Ref)
		if err == nil {
			p.config.Desk.Changed(ctx)
		}
		return func() {
			if err != nil {
				p.failed("links.save-failed", err)
				return
			}
			p.model.choose(&l)
			p.Load()
		}
	})
}

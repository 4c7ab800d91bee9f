package links

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/link"
)

// settle is how long the text of a link rests before it is stored.
const settle = 600 * time.Millisecond

// edit is a change of a saved link's text that is not stored yet.
type edit struct {
	link link.Saved
	stop func()
}

// labelOf returns the text of a link: the user's own, or what the template makes of the target
// that is shown.
func (p *Page) labelOf(l link.Saved, t link.Target) string {
	l.Target = t
	if p.model.meeting {
		l.Label = "" // the text of a person's message link says nothing of a meeting
	}
	l.Template = p.templateOf(l)
	return link.Label(l, p.config.Preferences.Templates())
}

// templateOf returns the name of the template that a link uses, "" for the built-in one.
func (p *Page) templateOf(l link.Saved) string {
	if l.Template != "" {
		return l.Template
	}
	return p.config.Preferences.DefaultTemplate()
}

// typed follows the text of the link: the preview at once, the database when the text rests.
func (n *panel) typed(text string) {
	if n.filling {
		return
	}
	n.showPreview()
	p := n.page
	if p.model.chosen == nil || p.model.meeting {
		return
	}
	l := *p.model.chosen
	made := l
	made.Label = ""
	if l.Label = text; text == p.labelOf(made, p.model.target()) {
		l.Label = "" // as the template makes it: stay with the template
	}
	p.model.chosen.Label = l.Label
	if l.Ref == 0 {
		return
	}
	if n.edited != nil {
		n.edited.stop()
	}
	n.edited = &edit{link: l, stop: p.config.After(settle, n.flush)}
}

// flush stores the text of the link now.
func (n *panel) flush() {
	if n.edited == nil {
		return
	}
	n.edited.stop()
	l := n.edited.link
	n.edited = nil
	n.page.update(l, nil)
}

// update stores a changed link; done is called on the UI goroutine when it is stored.
func (p *Page) update(l link.Saved, done func()) {
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Book.UpdateLink(ctx, l)
		if err == nil {
			p.config.Desk.Changed(ctx)
		}
		return func() {
			if err != nil {
				p.failed("links.save-failed", err)
				return
			}
			if done != nil {
				done()
			}
			p.Load()
		}
	})
}

// templateItems are the templates to choose from.
func (p *Page) templateItems() []*fyne.MenuItem {
	say := p.config.Say
	item := func(word, name string) *fyne.MenuItem {
		m := fyne.NewMenuItem(word, func() { p.useTemplate(name) })
		m.Checked = p.model.chosen != nil && p.model.chosen.Label == "" && p.templateOf(*p.model.chosen) == name
		return m
	}
	items := []*fyne.MenuItem{item(say.T("links.template-default"), "")}
	for _, t := range p.config.Preferences.Templates() {
		items = append(items, item(t.Name, t.Name))
	}
	if p.config.EditTemplates != nil {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say.T("links.edit-templates"), p.config.EditTemplates))
	}
	return items
}

// useTemplate gives the chosen link a template instead of a text of its own.
func (p *Page) useTemplate(name string) {
	if p.model.chosen == nil {
		return
	}
	if p.panel.edited != nil {
		p.panel.edited.stop()
		p.panel.edited = nil
	}
	l := *p.model.chosen
	l.Label, l.Template = "", name
	p.model.chosen = &l
	p.panel.key = ""
	p.panel.show()
	if l.Ref != 0 {
		p.update(l, nil)
	}
}

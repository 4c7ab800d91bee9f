package settings

import (
	"context"
	"slices"

	"foyer/services/link"
	"foyer/ui/widget"
)

// addTemplate asks for the name of a new template.
func (p *Page) addTemplate() {
	say := p.config.Say
	newNaming(p, say.T("settings.add-title"), say.T("settings.add-do"), "", p.texts.names(), func(name string) {
		p.texts.flush()
		list := append(p.texts.drafts.stored(), link.Template{Name: name})
		p.replace(list, name, p.texts.forNew, nil, nil)
		p.focus(p.texts.fields[0].input())
	}).open()
}

// renameTemplate asks for another name for the chosen template.
func (p *Page) renameTemplate() {
	from := p.texts.chosen
	if from == "" {
		return
	}
	say := p.config.Say
	newNaming(p, say.T("settings.rename-title", "Name", from), say.T("settings.rename-do"), from, p.texts.names(), func(to string) {
		p.texts.flush()
		i := p.texts.drafts.index(from)
		if i < 0 || from == to {
			return
		}
		typed := p.texts.drafts[i].typed
		list := p.texts.drafts.stored()
		list[i].Name = to
		forNew := p.texts.forNew
		if forNew == from {
			forNew = to
		}
		p.replace(list, to, forNew, func(ctx context.Context) error {
			if p.config.Renamed == nil {
				return nil
			}
			return p.config.Renamed(ctx, from, to)
		}, nil)
		// A text that is not sound yet moves with the name.
		typed.Name = to
		p.texts.drafts[i].typed = typed
		p.texts.show()
		p.focusList()
	}).open()
}

// deleteTemplate deletes the chosen template and offers to bring it back.
func (p *Page) deleteTemplate() {
	name := p.texts.chosen
	if name == "" {
		return
	}
	p.texts.flush()
	i := p.texts.drafts.index(name)
	gone, wasForNew := p.texts.drafts[i].stored, p.texts.forNew == name
	list := slices.Delete(p.texts.drafts.stored(), i, i+1)
	next, forNew := "", p.texts.forNew
	if len(list) > 0 {
		next = list[min(i, len(list)-1)].Name
	}
	if wasForNew {
		forNew = ""
	}
	p.replace(list, next, forNew, nil, func(stored bool) {
		if stored {
			p.offerUndo("settings.deleted", name, func() { p.restoreTemplate(gone, i, wasForNew) })
		}
	})
	p.focusList()
}

// offerUndo says in a sentence that something of this name is deleted, and how it comes back.
func (p *Page) offerUndo(sentence, name string, restore func()) {
	p.undo = restore
	say := p.config.Say
	p.toast.Say(widget.Fine, say.T(sentence, "Name", widget.Strong(name)), say.T("settings.undo"), func() {
		p.undo = nil
		restore()
	})
}

func (p *Page) restoreTemplate(gone link.Template, at int, forNew bool) {
	if p.texts.drafts.index(gone.Name) >= 0 {
		return // another one has its name by now
	}
	p.texts.flush()
	list := p.texts.drafts.stored()
	name := p.texts.forNew
	if forNew {
		name = gone.Name
	}
	p.replace(slices.Insert(list, min(at, len(list)), gone), gone.Name, name, nil, nil)
}

// replace stores another list of templates, shows one of them, and names the one for new links.
// If they are not nil, then is done when both are stored, and done is told how all of it went.
func (p *Page) replace(list []link.Template, chosen, forNew string, then func(context.Context) error, done func(stored bool)) {
	t := p.texts
	named := forNew != t.forNew
	t.drafts, t.chosen, t.forNew = t.drafts.follow(list), chosen, forNew
	p.store(KeyTemplate, func(ctx context.Context) error {
		err := p.config.Preferences.SetTemplates(ctx, list)
		if err == nil && named {
			err = p.config.Preferences.Set(ctx, KeyTemplate, forNew)
		}
		if err == nil && then != nil {
			err = then(ctx)
		}
		return err
	}, done)
	t.show()
}

package messages

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// templateMenu offers the templates, and to make one of what stands in the message.
func (p *Page) templateMenu(into *composer) {
	widget.ShowMenu(into.template, p.templateItems(into))
}

func (p *Page) templateItems(into *composer) []*fyne.MenuItem {
	say := p.config.Say
	var items []*fyne.MenuItem
	for _, t := range p.config.Preferences.MessageTemplates() {
		items = append(items, fyne.NewMenuItem(t.Name, func() { p.useTemplate(into, t) }))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	save := fyne.NewMenuItem(say.T("messages.template-save"), func() { p.saveTemplate(into) })
	save.Disabled = strings.TrimSpace(into.area.Text()) == ""
	items = append(items, save)
	if p.config.EditTemplates != nil {
		items = append(items, fyne.NewMenuItem(say.T("messages.template-edit"), p.config.EditTemplates))
	}
	return items
}

// useTemplate puts a template into a message. One with fields asks for each of them first.
func (p *Page) useTemplate(into *composer, t message.Template) {
	fields := t.Fields()
	if len(fields) == 0 {
		into.insert(t.Fill(nil))
		return
	}
	c := p.canvas()
	if c == nil {
		return
	}
	say := p.config.Say
	var sheet *widget.Sheet
	entries := make([]*widget.Entry, len(fields))
	sheet = widget.NewSheet(say.T("messages.template-title", "Name", t.Name), say.T("widget.cancel"), say.T("messages.template-insert"), func() {
		values := map[string]string{}
		for i, f := range fields {
			values[f] = strings.TrimSpace(entries[i].Text())
		}
		sheet.Close()
		into.insert(t.Fill(values))
	})
	for i, f := range fields {
		entries[i] = sheet.Field(widget.NewEntry("", ""))
		above := style.FieldGap
		if i == 0 {
			above = 0
		}
		sheet.Add(widget.Part{Above: above, Object: caption(f)}, widget.Part{Above: style.Unit, Object: entries[i]})
	}
	p.preview(sheet, t, fields, entries)
	sheet.Open(c, entries[0].Input())
}

// preview shows in the sheet what the fields make of the template.
func (p *Page) preview(sheet *widget.Sheet, t message.Template, fields []string, entries []*widget.Entry) {
	words := widget.NewProse("", style.Body, style.Ink2)
	words.MaxLines = 8
	show := func(string) {
		values := map[string]string{}
		for i, f := range fields {
			if v := strings.TrimSpace(entries[i].Text()); v != "" {
				values[f] = v
			}
		}
		words.SetText(t.Fill(values))
		sheet.Refresh()
	}
	for _, e := range entries {
		e.OnChanged = show
	}
	show("")
	sheet.Add(widget.Part{Above: style.GroupGap, Object: caption(p.config.Say.T("messages.template-preview"))}, widget.Part{Above: style.Unit, Object: words})
}

// saveTemplate keeps what stands in the message as a template.
func (p *Page) saveTemplate(from *composer) {
	c := p.canvas()
	if c == nil {
		return
	}
	say := p.config.Say
	text := from.text()
	problem := widget.NewProse("", style.Caption, style.Ink2)
	var name *widget.Entry
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("messages.template-save-title"), say.T("widget.cancel"), say.T("messages.save"), func() {
		if t, ok := p.checkTemplate(name.Text(), text, problem); ok {
			sheet.Close()
			p.storeTemplate(t)
		}
	})
	name = sheet.Field(widget.NewEntry("", ""))
	check := func(string) {
		if _, ok := p.checkTemplate(name.Text(), text, problem); ok {
			sheet.OK().Enable()
		} else {
			sheet.OK().Disable()
		}
		sheet.Refresh()
	}
	name.OnChanged = check
	sheet.Add(widget.Part{Object: caption(say.T("messages.template-name"))}, widget.Part{Above: style.Unit, Object: name}, widget.Part{Above: style.IconGap, Object: problem})
	check("")
	sheet.Open(c, name.Input())
}

// checkTemplate says below the name what a template of this name would be, or why it cannot be.
func (p *Page) checkTemplate(name, text string, problem *widget.Prose) (message.Template, bool) {
	say := p.config.Say
	t := message.Template{Name: strings.TrimSpace(name), Text: text}
	problem.Color = style.Ink2
	if err := t.Check(); err != nil {
		problem.Color = style.InUse
		problem.SetText(say.Reason(err))
		return t, false
	}
	taken := slices.ContainsFunc(p.config.Preferences.MessageTemplates(), func(have message.Template) bool { return have.Name == t.Name })
	switch {
	case taken:
		problem.Color = style.Soon
		problem.SetText(say.T("messages.template-replaces"))
	case len(t.Fields()) > 0:
		problem.SetText(say.T("messages.template-fields", "Fields", strings.Join(t.Fields(), ", ")))
	default:
		problem.SetText(say.T("messages.template-hint"))
	}
	return t, t.Name != ""
}

// storeTemplate adds a template, or replaces the one of its name.
func (p *Page) storeTemplate(t message.Template) {
	p.stores.Add(func(ctx context.Context) func() {
		all := slices.Clone(p.config.Preferences.MessageTemplates())
		at := slices.IndexFunc(all, func(have message.Template) bool { return have.Name == t.Name })
		if at >= 0 {
			all[at] = t
		} else {
			all = append(all, t)
		}
		err := p.config.Preferences.SetMessageTemplates(ctx, all)
		return func() {
			if err != nil {
				p.failed("messages.template-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("messages.template-saved", "Name", widget.Strong(t.Name)), "", nil)
		}
	})
}

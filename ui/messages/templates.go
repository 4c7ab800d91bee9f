package messages

import (
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

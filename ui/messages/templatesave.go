package messages

import (
	"context"
	"slices"
	"strings"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

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

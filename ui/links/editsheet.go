package links

import (
	"strings"

	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// editChosen opens the sheet in which a saved link is renamed and changed.
func (p *Page) editChosen() {
	c := p.canvas()
	if p.model.chosen == nil || p.model.chosen.Ref == 0 || c == nil {
		return
	}
	p.panel.flush()
	e := newEditSheet(p, *p.model.chosen)
	e.sheet.Open(c, e.name.Input())
	e.name.SelectAll()
}

// editSheet holds the fields of a link while they are changed.
type editSheet struct {
	page                         *Page
	link                         link.Saved
	sheet                        *widget.Sheet
	name, label, email, sip, tel *widget.Entry
	problem                      *widget.Text
}

func newEditSheet(p *Page, l link.Saved) *editSheet {
	say := p.config.Say
	e := &editSheet{page: p, link: l, problem: widget.NewText("", style.Caption, style.InUse)}
	e.problem.Elide = true
	e.sheet = widget.NewSheet(say.T("links.edit-title", "Name", l.Title()), say.T("widget.cancel"), say.T("links.edit-save"), e.save)
	first := true
	field := func(key, value string) *widget.Entry {
		above := style.FieldGap
		if first {
			above, first = 0, false
		}
		entry := e.sheet.Field(widget.NewEntry("", ""))
		entry.SetText(value)
		entry.OnChanged = func(string) { e.check() }
		e.sheet.Add(widget.Part{Above: above, Object: widget.NewText(say.T(key), style.Caption, style.Ink2)}, widget.Part{Above: 4, Object: entry})
		return entry
	}
	e.name = field("links.field.name", l.Name)
	if l.Kind == link.Person {
		e.email = field("links.field.email", l.Email)
		e.sip = field("links.field.sip", l.SIP)
		e.tel = field("links.field.phone", l.Phone)
	}
	e.label = field("links.text", l.Label)
	e.label.SetPlaceholder(p.labelOf(link.Saved{Target: l.Target, Template: l.Template}, l.Target))
	e.sheet.Add(widget.Part{Above: 8, Object: e.problem})
	e.check()
	return e
}

// changed returns the link as the fields say, and the field that cannot be used.
func (e *editSheet) changed() (l link.Saved, wrong *widget.Entry, why string) {
	l = e.link
	l.Name = person.CleanName(e.name.Text())
	l.Label = strings.TrimSpace(e.label.Text())
	if e.email == nil {
		return l, nil, ""
	}
	l.Phone = strings.TrimSpace(e.tel.Text())
	l.Email = strings.TrimSpace(e.email.Text())
	if !person.ValidEmail(l.Email) {
		return l, e.email, "links.wrong-email"
	}
	l.SIP = ""
	if s := strings.TrimSpace(e.sip.Text()); s != "" {
		sip, ok := person.ParseSIP(s)
		if !ok {
			return l, e.sip, "links.wrong-sip"
		}
		l.SIP = sip
	}
	if out, err := link.Write(l.Target, link.URL, ""); err == nil {
		l.URL = out.Text // the link follows the address
	}
	return l, nil, ""
}

// check shows which field cannot be used and says so below.
func (e *editSheet) check() {
	if e.label == nil {
		return // still being built
	}
	_, wrong, why := e.changed()
	for _, field := range []*widget.Entry{e.email, e.sip} {
		if field != nil {
			field.SetInvalid(field == wrong)
		}
	}
	e.problem.SetText("")
	if wrong == nil {
		e.sheet.OK().Enable()
		return
	}
	e.problem.SetText(e.page.config.Say.T(why))
	e.sheet.OK().Disable()
}

func (e *editSheet) save() {
	l, wrong, _ := e.changed()
	if wrong != nil {
		return
	}
	e.sheet.Close()
	e.page.panel.key = ""
	e.page.update(l, nil)
}

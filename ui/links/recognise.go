package links

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// typed follows the paste box, key by key.
func (p *Page) typed(text string) {
	p.touched()
	p.model.recognise(text)
	p.panel.dismissed = false
	p.show()
}

// clearBox empties the paste box; the panel goes with it.
func (p *Page) clearBox() {
	p.box.SetText("")
	p.model.recognise("")
	p.show()
}

// Take puts text that was pasted or dropped somewhere on the page into the paste box. A file that
// is a list of people is imported instead.
func (p *Page) Take(text, source string) {
	if source != "" { // a file may be in any encoding
		text = link.Decode([]byte(text))
	}
	if strings.TrimSpace(text) == "" {
		p.toast.Say(widget.Caution, p.config.Say.T("links.took-nothing"), "", nil)
		return
	}
	if source != "" && p.isList(text) {
		p.importPeople(text, source)
		return
	}
	p.box.SetText(text)
	p.model.recognise(text)
	p.panel.dismissed = false
	p.show()
	p.focus(p.box.Input())
}

// isList reports whether a file's text is a table of people rather than a text that mentions some.
func (p *Page) isList(text string) bool {
	people, _, err := person.ReadCSV(strings.NewReader(text))
	if err != nil || len(people) == 0 {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\uFEFF\r\n "), "\n")
	return strings.ContainsAny(first, ",;\t") || len(people) > 1
}

// PasteSpaceInfo reads the clipboard into the paste box, keeps what is recognised, and puts the
// link back on the clipboard, as the tray's command does.
func (p *Page) PasteSpaceInfo() {
	p.tasks.Latest("paste", func(ctx context.Context) func() {
		text, err := p.config.Desk.ReadClipboard(ctx)
		return func() {
			if err != nil {
				p.failed("links.paste-failed", err)
				return
			}
			p.pasted(text)
		}
	})
}

func (p *Page) pasted(text string) {
	reading := link.Read(text)
	if len(reading.Targets) == 0 {
		p.toast.Say(widget.Caution, p.sayNothing(reading), "", nil)
		return
	}
	p.box.SetText(text)
	p.model.recognise(text)
	p.panel.dismissed = false
	p.show()
	if p.model.chosen != nil {
		p.copyChosen()
	}
}

// Choose shows the clipboard's text in the paste box, for somebody who has to choose what is meant.
func (p *Page) Choose() {
	p.tasks.Latest("paste", func(ctx context.Context) func() {
		text, err := p.config.Desk.ReadClipboard(ctx)
		return func() {
			if err != nil {
				p.failed("links.paste-failed", err)
				return
			}
			p.Take(text, "")
		}
	})
}

// showSaid says in a sentence what stands in the paste box.
func (p *Page) showSaid() {
	say := p.config.Say
	typed := strings.TrimSpace(p.model.typed) != ""
	p.said.Hidden = !typed
	if !typed {
		return
	}
	icon, tone, sentence := "check", widget.Fine, ""
	var actions []fyne.CanvasObject
	add := func(word string, do func()) {
		actions = append(actions, widget.NewButton(widget.Linked, "", say.T(word), do))
	}
	switch {
	case len(p.model.found) == 0:
		icon, tone = "info", widget.Notice
		sentence = p.sayNothing(p.model.reading)
	case p.model.choosing():
		sentence = say.N("links.found-many", len(p.model.found))
		if p.model.found[0].Has(link.WarnAmbiguous) {
			icon, tone = "question", widget.Caution
			sentence = say.T("links.found-ambiguous")
		} else {
			add("links.save-all", p.saveFound)
		}
	default:
		f := p.model.found[0]
		key := "links.recognised"
		if f.Ref != 0 {
			key = "links.recognised-saved"
		}
		sentence = say.T(key, "Name", widget.Strong(f.Title()), "Kind", say.T("links.a."+string(f.Kind)))
		if f.Ref == 0 {
			add("links.save", p.saveFound)
		}
	}
	add("links.clear", p.clearBox)
	p.saidWords = widget.Plain(sentence)
	words := widget.NewProse(sentence, style.Body, style.Ink)
	objects := append([]fyne.CanvasObject{widget.NewIcon(icon, style.IconRow, tone.Color()), words}, actions...)
	p.said.Gap = style.IconGap + style.Unit
	p.said.Set(1, objects...)
}

// sayNothing says what was found instead of a link.
func (p *Page) sayNothing(r link.Reading) string {
	for _, n := range r.Notices {
		if key := "links.notice." + string(n.Kind); p.config.Say.Has(key) {
			return p.config.Say.T(key)
		}
	}
	return p.config.Say.T("links.recognised-nothing")
}

// saveFound keeps everything that was recognised.
func (p *Page) saveFound() {
	source := p.model.source()
	found := p.model.found
	p.stores.Add(func(ctx context.Context) func() {
		n := 0
		for _, f := range found {
			if _, _, err := p.config.Book.SaveLink(ctx, f.Target, source); err != nil {
				return func() { p.failed("links.save-failed", err) }
			}
			n++
		}
		p.config.Desk.Changed(ctx)
		return func() {
			words := p.config.Say.N("links.saved", n)
			if n == 1 {
				words = p.config.Say.T("links.saved-one", "Name", widget.Strong(found[0].Title()))
			}
			p.toast.Say(widget.Fine, words, "", nil)
			p.Load()
		}
	})
}

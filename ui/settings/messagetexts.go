package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// messageTexts is the section about the templates for messages: the list, and the chosen one's text.
type messageTexts struct {
	page    *Page
	column  *widget.Column
	empty   *widget.Prose
	list    *choices
	holder  *card // of the list
	detail  *card // of the chosen one
	head    *cardHead
	area    *widget.Entry
	fields  *fact // the fields in the text, or what is wrong with it
	preview *widget.Prose
	shown   *widget.Column // holds the preview
	up      *widget.Button
	down    *widget.Button
	rename  *widget.Button
	remove  *widget.Button
	notes   notes
	chosen  string // the template whose text is shown, "" for none
	filling bool
	stop    func() // ends the wait for the text to rest
}

func newMessageTexts(p *Page) *messageTexts {
	say := p.config.Say
	t := &messageTexts{page: p, stop: func() {}, fields: newFact(), empty: widget.NewProse(say.T("preferences.notes-none"), style.Body, style.Ink2), preview: widget.NewProse("", style.Body, style.Ink)}
	t.list = newChoices(t.pick, t.key)
	t.list.onFocus = func() { p.reveal(t.list) }
	t.head = newCardHead("message", "", say.T("preferences.notes-about"))
	t.up = widget.NewIconButton("up", say.T("preferences.notes-up"), func() { t.move(-1) })
	t.down = widget.NewIconButton("down", say.T("preferences.notes-down"), func() { t.move(1) })
	t.rename = widget.NewIconButton("edit", say.T("settings.rename"), t.renameChosen)
	t.remove = widget.NewIconButton("trash", say.T("settings.delete"), t.deleteChosen)
	t.head.overhang = 6
	t.area = widget.NewArea("", say.T("preferences.notes-hint"), 4, 10)
	t.area.OnChanged = func(s string) {
		if !t.filling {
			t.typed(s)
		}
	}
	t.area.OnFocus = func(on bool) {
		if !on {
			t.flush()
			return
		}
		p.reveal(t.area)
	}
	t.area.OnResized(p.remeasure)
	p.watch(t.up, t.down, t.rename, t.remove)
	t.shown = widget.NewColumn(0, widget.Part{Object: caption(say.T("messages.template-preview"))}, widget.Part{Above: style.Unit, Object: t.preview})
	t.holder = newCard(style.IconGap, widget.Part{Object: t.list})
	t.detail = newCard(style.PageMargin, widget.Part{Object: t.head},
		widget.Part{Above: style.GroupGap, Object: caption(say.T("preferences.notes-text"))},
		widget.Part{Above: style.Unit, Object: t.area},
		widget.Part{Above: style.IconGap, Object: t.fields.line},
		widget.Part{Above: style.FieldGap, Object: t.shown})
	t.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.PageMargin, widget.Part{Object: newCardHead("message", say.T("preferences.notes"), say.T("preferences.notes-for"))},
			widget.Part{Above: style.FieldGap, Object: t.empty})},
		widget.Part{Above: style.FieldGap, Object: t.holder},
		widget.Part{Above: style.FieldGap, Object: t.detail})
	return t
}

// take shows the templates as they are stored now. What is being typed stays.
func (t *messageTexts) take(v Values) {
	t.notes = t.notes.follow(v.MessageTemplates)
	t.show()
}

// show draws the list and the chosen template.
func (t *messageTexts) show() {
	if t.notes.index(t.chosen) < 0 {
		t.chosen = ""
		if len(t.notes) > 0 {
			t.chosen = t.notes[0].stored.Name
		}
	}
	at := t.notes.index(t.chosen)
	rows := make([]choice, len(t.notes))
	for i, n := range t.notes {
		rows[i] = choice{title: n.stored.Name, second: firstLine(n.stored.Text)}
	}
	t.list.set(rows, at)
	none := at < 0
	setVisible(t.empty, none)
	setVisible(t.holder, !none)
	setVisible(t.detail, !none)
	if !none {
		t.showChosen(at)
	}
	t.page.remeasure()
}

func (t *messageTexts) showChosen(at int) {
	n := t.notes[at]
	t.head.title.SetText(widget.Strong(n.stored.Name))
	end := []fyne.CanvasObject{}
	if at > 0 {
		end = append(end, t.up)
	}
	if at < len(t.notes)-1 {
		end = append(end, t.down)
	}
	t.head.end.Set(-1, append(end, t.rename, t.remove)...)
	t.head.Refresh()
	if t.area.Text() != n.typed.Text {
		t.filling = true
		t.area.SetText(n.typed.Text)
		t.filling = false
	}
	t.showText(n.typed)
}

// showText says which fields a text has and shows it filled in, or says what is wrong with it.
func (t *messageTexts) showText(typed message.Template) {
	say := t.page.config.Say
	err := typed.Check()
	t.area.SetInvalid(err != nil)
	names := typed.Fields()
	switch {
	case err != nil:
		t.fields.say(widget.Trouble, say.T("settings.broken", "Why", say.Reason(err)))
	case len(names) > 0:
		t.fields.say(widget.Notice, say.T("messages.template-fields", "Fields", strings.Join(names, ", ")))
	default:
		t.fields.say(widget.Notice, say.T("preferences.notes-fields", "Example", "{name}"))
	}
	values := map[string]string{}
	for _, name := range names {
		values[name] = widget.Strong(t.sample(name))
	}
	t.preview.SetText(typed.Fill(values))
	setVisible(t.shown, err == nil && strings.TrimSpace(typed.Text) != "")
	t.page.remeasure()
}

// sample is what a field is filled with in the preview: a made-up person for a name, else the field's
// own name.
func (t *messageTexts) sample(field string) string {
	if field == "name" {
		return "Barbara Example"
	}
	return field
}

// firstLine is what a row of the list shows of a text.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// pick shows another template.
func (t *messageTexts) pick(row int) {
	t.flush()
	t.chosen = t.notes[row].stored.Name
	t.show()
}

// key does what the keys of the list are for.
func (t *messageTexts) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF2:
		t.renameChosen()
	case fyne.KeyDelete:
		t.deleteChosen()
	case fyne.KeyReturn, fyne.KeyEnter:
		t.page.focus(t.area.Input())
	}
}

package settings

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// settle is how long a text rests before it is stored.
const settle = 600 * time.Millisecond

// texts is the section about the texts of links: the templates, and the chosen one's texts.
type texts struct {
	page   *Page
	column *widget.Column
	list   *choices
	head   *cardHead
	fields []*textField
	legend *widget.Prose
	use    *widget.Button
	rename *widget.Button
	remove *widget.Button
	drafts drafts
	chosen string // the template whose texts are shown, "" for the built-in one
	forNew string // the template for new links
	stop   func() // ends the wait for the text to rest
}

func newTexts(p *Page) *texts {
	say := p.config.Say
	t := &texts{page: p, stop: func() {}}
	t.list = newChoices(t.pick, t.key)
	t.list.onFocus = func() { p.reveal(t.list) }
	t.head = newCardHead("link", "", "")
	t.use = widget.NewButton(widget.Outlined, "", say.T("settings.use"), func() { t.useForNew(t.chosen) })
	t.use.Small = true
	t.rename = widget.NewIconButton("edit", say.T("settings.rename"), p.renameTemplate)
	t.remove = widget.NewIconButton("trash", say.T("settings.delete"), p.deleteTemplate)
	p.watch(t.use, t.rename, t.remove)
	parts := []widget.Part{{Object: t.head}}
	for i, name := range []string{say.T("settings.text.space"), say.T("settings.text.person"), say.T("settings.text.meeting")} {
		f := newTextField(say, kinds[i], name)
		f.typed(func(s string) { t.typed(f.kind, s) })
		f.entry.OnFocus = func(on bool) {
			if !on {
				t.flush()
				return
			}
			p.reveal(f.column)
		}
		t.fields = append(t.fields, f)
		parts = append(parts, widget.Part{Above: style.GroupGap, Object: f.column})
	}
	t.legend = widget.NewProse(say.T("settings.fields", "Fields", "{"+strings.Join(link.Fields(), "} {")+"}", "Open", "{{", "Close", "}}"), style.Caption, style.Ink2)
	parts = append(parts, widget.Part{Above: style.GroupGap, Object: t.legend})
	t.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.IconGap, widget.Part{Object: t.list})},
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin, parts...)})
	return t
}

// take shows the templates as they are stored now. What is being typed stays.
func (t *texts) take(v Values) {
	t.drafts = t.drafts.follow(v.Templates)
	t.forNew = v.Template
	t.show()
}

// show draws the list and the chosen template.
func (t *texts) show() {
	if t.drafts.index(t.chosen) < 0 {
		t.chosen = ""
	}
	if t.drafts.index(t.forNew) < 0 {
		t.forNew = "" // a template that is gone counts as the built-in one
	}
	say := t.page.config.Say
	rows := []choice{t.row("", say.T("settings.default"), "")}
	selected := 0
	for i, d := range t.drafts {
		if d.stored.Name == t.chosen {
			selected = i + 1
		}
		rows = append(rows, t.row(d.stored.Name, d.stored.Name, d.stored.Space))
	}
	t.list.set(rows, selected)
	t.showHead()
	t.showFields()
	t.page.remeasure()
}

func (t *texts) row(name, title, text string) choice {
	words, _ := label(link.Space, text)
	c := choice{title: title, second: words}
	if name == t.forNew {
		c.on, c.trailing = true, t.page.config.Say.T("settings.used")
	}
	return c
}

func (t *texts) showHead() {
	say := t.page.config.Say
	t.head.title.SetText(widget.Strong(t.chosen))
	t.head.words.SetText(say.T("settings.own"))
	if t.chosen == "" {
		t.head.title.SetText(widget.Strong(say.T("settings.default")))
		t.head.words.SetText(say.T("settings.built-in"))
	}
	var end []fyne.CanvasObject
	t.head.overhang = 0
	if t.chosen != t.forNew {
		end = append(end, t.use)
	}
	if t.chosen != "" {
		end = append(end, t.rename, t.remove)
		t.head.overhang = 6
	}
	t.head.end.Set(-1, end...)
	t.head.Refresh()
}

func (t *texts) showFields() {
	fixed := t.chosen == ""
	typed := link.DefaultTemplate()
	if !fixed {
		typed = t.drafts[t.drafts.index(t.chosen)].typed
	}
	for i, f := range t.fields {
		f.fill(*textOf(&typed, kinds[i]), fixed)
	}
	t.legend.Hidden = fixed
}

// pick shows another template.
func (t *texts) pick(row int) {
	t.flush()
	t.chosen = ""
	if row > 0 {
		t.chosen = t.drafts[row-1].stored.Name
	}
	t.show()
}

// key does what the keys of the list are for.
func (t *texts) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF2:
		t.page.renameTemplate()
	case fyne.KeyDelete:
		t.page.deleteTemplate()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.useForNew(t.chosen)
	}
}

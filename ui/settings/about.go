package settings

import (
	"runtime"
	"strings"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// about is the section about the program itself, and the way to its help.
type about struct {
	page   *Page
	column *widget.Column
	topics []*widget.Button
	parts  *widget.Button // shows what others made
}

func newAbout(p *Page) *about {
	say := p.config.Say
	a := &about{page: p}
	a.parts = widget.NewButton(widget.Outlined, "", say.T("preferences.parts-do"), a.showParts)
	a.parts.Small = true
	p.watch(a.parts)
	program := []widget.Part{
		{Object: newCardHead("foyer", say.T("preferences.program", "Version", p.config.About.Version), say.T("preferences.program-about"))},
		{Above: style.GroupGap, Object: newPlaceLine(say.T("preferences.system"), runtime.GOOS+"/"+runtime.GOARCH)},
		{Above: style.FieldGap, Object: newPlaceLine(say.T("preferences.licence"), say.T("preferences.licence-mit"))},
	}
	if len(p.config.About.Parts) > 0 {
		program = append(program, widget.Part{Above: style.FieldGap, Object: newPlaceLine(say.T("preferences.parts"), say.N("preferences.parts-count", len(p.config.About.Parts)))},
			widget.Part{Above: style.FieldGap, Object: a.parts, Left: true})
	}
	cards := []widget.Part{{Object: newCard(style.PageMargin, program...)}}
	if p.config.Help != nil {
		cards = append(cards, widget.Part{Above: style.FieldGap, Object: a.help()})
	}
	a.column = widget.NewColumn(0, cards...)
	return a
}

// help is the card with a link to each topic.
func (a *about) help() *card {
	p := a.page
	say := p.config.Say
	parts := []widget.Part{{Object: newCardHead("question", say.T("preferences.help"), say.T("preferences.help-about"))}}
	for i, topic := range text.Topics() {
		above := style.Unit
		if i == 0 {
			above = style.GroupGap
		}
		b := widget.NewButton(widget.Linked, "", say.HelpTitle(topic), func() { p.config.Help(topic) })
		p.watch(b)
		a.topics = append(a.topics, b)
		parts = append(parts, widget.Part{Above: above, Object: b, Left: true})
	}
	return newCard(style.PageMargin, parts...)
}

// showParts lists what others made.
func (a *about) showParts() {
	say := a.page.config.Say
	sheet := widget.NewReading(say.T("preferences.parts-title"), say.T("help.close"),
		widget.Part{Object: widget.NewProse(say.T("preferences.parts-about"), style.Body, style.Ink)},
		widget.Part{Above: style.FieldGap, Object: widget.NewProse(strings.Join(a.page.config.About.Parts, "\n"), style.Caption, style.Ink2)})
	sheet.Wide = true
	if c := a.page.canvas(); c != nil {
		sheet.Open(c, nil)
	}
}

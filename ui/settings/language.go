package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// KeyLanguage is the setting of the language: a tag, or "" for the system's.
const KeyLanguage = "look.language"

// SectionLanguage is the section about the language.
const SectionLanguage = "language"

// Font is what this computer draws Chinese and Japanese with.
type Font struct {
	// Name is the font's; "" when there is none.
	Name string
	// Package is what brings one, "" where fonts do not come in packages.
	Package string
}

// languages is the section about the language, and how it is drawn.
type languages struct {
	page    *Page
	column  *widget.Column
	list    *choices
	values  []string // of the rows
	chosen  int      // row
	boxes   bool     // no font draws Chinese and Japanese
	example *widget.Prose
	font    *fact
}

func newLanguages(p *Page) *languages {
	say := p.config.Say
	l := &languages{page: p, example: widget.NewProse("", style.Body, style.Ink), font: newFact()}
	l.list = newChoices(l.pick, func(*fyne.KeyEvent) {})
	l.list.onFocus = func() { p.reveal(l.list) }
	l.values = append(l.values, "")
	for _, tag := range say.Choices() {
		l.values = append(l.values, tag.String())
	}
	l.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("globe", say.T("language.title"), say.T("language.about"))},
			widget.Part{Above: style.GroupGap, Object: l.list},
			widget.Part{Above: style.GroupGap, Object: l.example},
			widget.Part{Above: style.Unit, Object: widget.NewProse(say.T("language.times-note"), style.Caption, style.Ink2)},
			widget.Part{Above: style.GroupGap, Object: l.font.line})})
	return l
}

func (l *languages) pick(row int) {
	l.chosen = row
	l.page.set(KeyLanguage, l.values[row])
}

// show draws the choice, and asks the computer for the font.
func (l *languages) show(v Values) {
	say := l.page.config.Say
	at := 0
	if v.Language != "" {
		at = max(slices.Index(l.values, say.Best(v.Language).String()), 0)
	}
	l.chosen = at
	l.showRows()
	now := l.page.config.Now()
	l.example.SetText(say.T("language.times", "Example", say.Example(now), "Weekday", say.WeekdayName(say.FirstWeekday())))
	l.page.remeasure()
	if l.page.config.Font == nil {
		return
	}
	l.page.tasks.Latest("font", func(ctx context.Context) func() {
		font, err := l.page.config.Font(ctx)
		return func() {
			if err == nil {
				l.showFont(font)
			}
		}
	})
}

// showRows draws the list. Where names may be boxes, their tags stand behind them.
func (l *languages) showRows() {
	say := l.page.config.Say
	rows := []choice{{title: say.T("language.system", "Language", text.OwnName(say.Best(text.SystemLanguages()...)))}}
	for _, tag := range say.Choices() {
		row := choice{title: text.OwnName(tag)}
		if l.boxes {
			row.trailing = tag.String()
		}
		rows = append(rows, row)
	}
	rows[l.chosen].on = true
	l.list.set(rows, l.chosen)
}

// showFont says what Chinese and Japanese are drawn with, or what is missing.
func (l *languages) showFont(f Font) {
	say := l.page.config.Say
	if missing := f.Name == ""; missing != l.boxes {
		l.boxes = missing
		l.showRows()
	}
	switch {
	case f.Name != "":
		l.font.say(widget.Fine, say.T("language.font", "Font", f.Name))
	case f.Package != "":
		l.font.say(widget.Caution, say.T("language.font-missing", "Package", f.Package))
	default:
		l.font.say(widget.Caution, say.T("language.font-missing-system"))
	}
	l.page.remeasure()
}

func (p *Page) openLanguage() inside {
	l := newLanguages(p)
	return inside{content: l.column, show: l.show}
}

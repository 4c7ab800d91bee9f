package settings

import (
	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/widget"
)

// What the tests look at and touch, by what a person sees.

// Settle waits until everything is stored and shown.
func (p *Page) Settle() {
	p.stores.Wait()
	p.secrets.Wait()
	p.tasks.Wait()
}

// Format, Theme, TextSize and Copied are what the controls say.
func (p *Page) Format() link.Format { return formats[p.general.format.Selected()] }
func (p *Page) ChosenTheme() string { return string(themes[p.general.theme.Selected()]) }
func (p *Page) TextSize() int       { return p.general.sizes[p.general.size.Selected()] }
func (p *Page) Copied() bool        { return p.told(KeyCopied).On() }

// FormatFor is the sentence about the chosen format; WebexApp is what stands about the program
// that opens links.
func (p *Page) FormatFor() string  { return p.general.formatFor.Words() }
func (p *Page) WebexAbout() string { return p.webex.words.Words() }

// The controls that a test taps or gives the focus to.
func (p *Page) FormatControl() fyne.Focusable { return p.general.format }
func (p *Page) ThemeControl() fyne.Focusable  { return p.general.theme }
func (p *Page) SizeControl() fyne.Focusable   { return p.general.size }
func (p *Page) CopiedControl() fyne.Focusable { return p.told(KeyCopied) }
func (p *Page) ListControl() fyne.Focusable   { return p.texts.list }
func (p *Page) Field(i int) fyne.Focusable    { return p.texts.fields[i].input() }
func (p *Page) NavControl(i int) fyne.Focusable {
	if p.narrow {
		return p.tabs
	}
	return p.nav.items[i]
}

// Templates are the rows of the list, the one for new links with a tick.
func (p *Page) Templates() []string {
	var rows []string
	for _, c := range p.texts.list.shown {
		row := c.title
		if c.on {
			row = "✓ " + row
		}
		rows = append(rows, row)
	}
	return rows
}

// Chosen is the template whose texts are shown, Fixed whether they can be read only.
func (p *Page) Chosen() string { return p.texts.head.title.Words() }
func (p *Page) Fixed() bool    { return p.texts.fields[0].entry.Hidden }

// Pick chooses a row of the list; Type replaces a text; Text and Preview read it.
func (p *Page) Pick(i int)               { p.texts.list.choose(i) }
func (p *Page) Type(i int, s string)     { p.texts.fields[i].entry.SetText(s) }
func (p *Page) Text(i int) string        { return p.texts.fields[i].entry.Text() }
func (p *Page) Preview(i int) string     { return p.texts.fields[i].preview.Words() }
func (p *Page) PreviewIcon(i int) string { return p.texts.fields[i].icon.Name }

// The actions of the section about texts.
func (p *Page) Add()    { p.addTemplate() }
func (p *Page) Rename() { p.renameTemplate() }
func (p *Page) Delete() { p.deleteTemplate() }
func (p *Page) Use()    { p.texts.useForNew(p.texts.chosen) }

// CopyPath copies the path of a place.
func (p *Page) CopyPath(path string) { p.copyPath(path) }

// Links is what stands about the number of saved links, "" when it is not known.
func (p *Page) Links() string {
	p.ShowSection(SectionData)
	if p.data.links.Hidden {
		return ""
	}
	return p.data.links.value.Words()
}

// Narrow reports whether the sections' names stand above the cards.
func (p *Page) Narrow() bool { return p.narrow }

// FailedControl is the check box about failed messages.
func (p *Page) FailedControl() fyne.Focusable { return p.told(KeyFailed) }

// told is the check box of a notification. It opens the section.
func (p *Page) told(key string) *widget.Check {
	p.ShowSection(SectionNotifications)
	for _, t := range p.notifications.checks {
		if t.key == key {
			return t.check
		}
	}
	return nil
}

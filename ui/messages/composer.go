package messages

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// composer is the text of a message with what can be put into it, and whether it is sealed.
type composer struct {
	page     *Page
	head     *widget.Line
	area     *widget.Entry
	link     *widget.Button
	template *widget.Button
	envelope *envelope
}

// areaLines is how many lines of a message are in sight at least.
const areaLines = 5

func newComposer(p *Page, sealed string, changed func(), in func() *pane) *composer {
	say := p.config.Say
	c := &composer{page: p, area: widget.NewArea("", say.T("messages.text-hint"), areaLines, areaLines)}
	c.link = smallLink(say.T("messages.insert-link"), func() { p.insertLink(c) })
	c.template = smallLink(say.T("messages.use-template"), func() { p.templateMenu(c) })
	c.head = widget.NewLine(style.GroupGap, 0, caption(say.T("messages.text")), c.link, c.template)
	c.area.OnChanged = func(string) { changed() }
	c.area.OnFocus = func(on bool) {
		if on {
			in().reveal(c.area)
		}
	}
	c.envelope = newEnvelope(say.T("messages.envelope"), sealed, func(bool) { changed() })
	return c
}

// parts are the composer's parts in a pane.
func (c *composer) parts() []part {
	return []part{
		{above: style.PageMargin, object: c.head, late: true},
		{above: style.Unit, object: c.area, grows: true},
		{above: style.FieldGap, object: c.envelope},
	}
}

// text is what was written, without blank lines at its end.
func (c *composer) text() string { return tidyEnd(c.area.Text()) }

func tidyEnd(text string) string { return strings.TrimRight(text, " \t\n") }

// insert puts words where the cursor is, in place of what is selected, as pasting does; Ctrl+Z takes
// them away again.
func (c *composer) insert(words string) {
	if s, ok := c.area.Input().(fyne.Shortcutable); ok {
		s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: carrier(words)})
	}
	c.page.focus(c.area.Input())
}

// carrier is a clipboard that holds one text.
type carrier string

// Content returns the text.
func (c carrier) Content() string { return string(c) }

// SetContent is part of being a clipboard.
func (carrier) SetContent(string) {}

func caption(words string) *widget.Text {
	t := widget.NewText(words, style.Caption, style.Ink2)
	t.Elide = true
	return t
}

func smallLink(words string, do func()) *widget.Button {
	b := widget.NewButton(widget.Linked, "", words, do)
	b.Caption = true
	return b
}

// envelope is the box that seals a message, with a sentence on what that does.
type envelope struct {
	fynewidget.BaseWidget
	check *widget.Check
	says  *widget.Prose
}

func newEnvelope(words, sentence string, changed func(bool)) *envelope {
	e := &envelope{check: widget.NewCheck(words, changed), says: widget.NewProse(sentence, style.Caption, style.Ink2)}
	e.ExtendBaseWidget(e)
	return e
}

func (e *envelope) left() float32 { return style.Of(e).Icon(style.IconRow) + style.IconGap }

// HeightFor returns the height that box and sentence need at a width.
func (e *envelope) HeightFor(width float32) float32 {
	return e.check.HeightFor(width) - style.Unit + e.says.HeightFor(width-e.left())
}

// CreateRenderer is part of the widget contract.
func (e *envelope) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{e.says, e.check},
		func() fyne.Size { return fyne.NewSize(120, e.HeightFor(max(e.Size().Width, 120))) },
		func(size fyne.Size) {
			h := e.check.HeightFor(size.Width)
			widget.Place(e.check, 0, 0, size.Width, h)
			widget.Place(e.says, e.left(), h-style.Unit, size.Width-e.left(), e.says.HeightFor(size.Width-e.left()))
		})
}

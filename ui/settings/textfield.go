package settings

import (
	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// textField is one text of a template: its name, the field, and what it makes of a sample.
type textField struct {
	say     *text.Catalogue
	kind    link.Kind
	entry   *widget.Entry
	icon    *widget.Icon
	preview *widget.Prose
	column  *widget.Column
	parts   []widget.Part
	filling bool // the text is set by the page, not typed
}

func newTextField(say *text.Catalogue, kind link.Kind, name string) *textField {
	f := &textField{say: say, kind: kind, icon: widget.NewIcon("right", style.IconSmall, style.Ink3), preview: widget.NewProse("", style.Body, style.Accent)}
	standard := link.DefaultTemplate()
	f.entry = widget.NewEntry("", *textOf(&standard, kind))
	line := widget.NewLine(style.IconGap, 1, f.icon, f.preview)
	f.parts = []widget.Part{{Object: caption(name)}, {Above: style.Unit, Object: f.entry}, {Above: style.Unit, Object: line}}
	f.column = widget.NewColumn(0, f.parts...)
	return f
}

// typed sets what is called when the user changes the text.
func (f *textField) typed(changed func(string)) {
	f.entry.OnChanged = func(s string) {
		f.show(s)
		if !f.filling {
			changed(s)
		}
	}
}

// fill shows a text; one that cannot be changed has no field.
func (f *textField) fill(s string, fixed bool) {
	f.entry.Hidden = fixed
	if f.entry.Text() != s {
		f.filling = true
		f.entry.SetText(s)
		f.filling = false
	}
	f.show(s)
}

// show draws what the text makes of the sample, or says what is wrong with it.
func (f *textField) show(s string) {
	words, err := label(f.kind, s)
	f.entry.SetInvalid(err != nil)
	f.preview.Color, f.preview.Underline = style.Accent, true
	f.icon.Set("right", style.Ink3)
	if err != nil {
		words = f.say.T("settings.broken", "Why", f.say.Reason(err))
		f.preview.Color, f.preview.Underline = style.InUse, false
		f.icon.Set("x", style.InUse)
	}
	f.preview.SetText(words)
	f.preview.Refresh()
}

// input is what takes the focus.
func (f *textField) input() fyne.Focusable { return f.entry.Input() }

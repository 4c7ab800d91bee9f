package settings

import (
	"context"
	"strings"

	"foyer/services/fault"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// lineField is a setting that is typed on one line. It is stored when the field is left and on Enter;
// what the settings do not take stays in the field, with the reason below it.
type lineField struct {
	page    *Page
	key     string
	column  *widget.Column
	entry   *widget.Entry
	words   *widget.Prose // why it is not stored
	stored  string
	refused string // what was tried last and not taken, "" for nothing
	wrong   bool
	filling bool // the page sets the text, nobody types it
	// storing returns what stores a value; nil is setting key to it.
	storing func(value string) func(context.Context) error
	// spell turns what is typed into what is stored; nil only takes the blanks around it off.
	spell func(string) string
	// changed is called when the text changes, by whomever; nil is nothing to call.
	changed func()
}

func newLineField(p *Page, key, name, hint string) *lineField {
	f := &lineField{page: p, key: key, entry: widget.NewEntry("", hint), words: widget.NewProse("", style.Caption, style.InUse)}
	f.words.Hide()
	f.entry.OnChanged = func(string) {
		if !f.filling {
			f.complain("")
		}
		if f.changed != nil {
			f.changed()
		}
	}
	f.entry.OnFocus = func(on bool) {
		if !on {
			f.keep()
			return
		}
		p.reveal(f.entry)
	}
	f.entry.OnSubmitted = func(string) { f.keep() }
	f.column = widget.NewColumn(0, widget.Part{Object: caption(name)}, widget.Part{Above: style.Unit, Object: f.entry}, widget.Part{Above: style.Unit, Object: f.words})
	return f
}

// typed is what is in the field, as it would be stored.
func (f *lineField) typed() string {
	if f.spell != nil {
		return f.spell(f.entry.Text())
	}
	return strings.TrimSpace(f.entry.Text())
}

// take shows the setting as it is now. What is being typed stays, and so does what was not taken.
func (f *lineField) take(value string) {
	f.stored = value
	if f.typed() == value || !f.entry.Focused() && !f.wrong {
		f.fill(value)
	}
}

func (f *lineField) fill(value string) {
	if f.entry.Text() != value {
		f.filling = true
		f.entry.SetText(value)
		f.filling = false
	}
	f.complain("")
}

// set puts a value into the field and stores it.
func (f *lineField) set(value string) {
	f.fill(value)
	f.keep()
}

// keep stores what is typed, if it is another value than the one stored or refused.
func (f *lineField) keep() {
	value := f.typed()
	if value == f.stored {
		f.fill(value)
		return
	}
	if f.wrong && value == f.refused {
		return
	}
	before := f.stored
	f.stored = value
	store := func(ctx context.Context) error { return f.page.config.Preferences.Set(ctx, f.key, value) }
	if f.storing != nil {
		store = f.storing(value)
	}
	f.page.attempt(f.key, store, func(err error) {
		if err == nil {
			return
		}
		if f.stored == value {
			f.stored = before
		}
		if kind := fault.KindOf(err); (kind == fault.Invalid || kind == fault.NotConfigured) && f.typed() == value {
			f.refused = value
			f.complain(f.page.config.Say.Reason(err))
			return
		}
		f.page.failed("settings.save-failed", err)
	})
}

// complain says why the text is not stored, "" that nothing is wrong with it.
func (f *lineField) complain(why string) {
	f.wrong = why != ""
	f.entry.SetInvalid(f.wrong)
	f.words.SetText(why)
	setVisible(f.words, f.wrong)
	f.page.remeasure()
}

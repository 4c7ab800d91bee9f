package settings

import (
	"context"
	"strings"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// dialectField is one name of the dialect in its sheet.
type dialectField struct {
	field  DialectField
	entry  *widget.Entry
	normal *widget.Prose // what the default is, in sight when something else is set
	column *widget.Column
}

func newDialectField(say *text.Catalogue, f DialectField, changed func()) *dialectField {
	d := &dialectField{field: f, entry: widget.NewEntry("", say.T("services.dialect-nothing")), normal: widget.NewProse("", style.Caption, style.Ink2)}
	name := f.Key
	if key := "services.dialect." + f.Key; say.Has(key) {
		name = say.T("services.dialect-field", "Key", widget.Strong(f.Key), "About", say.T(key))
	}
	standard := f.Default
	if standard == "" {
		standard = say.T("services.dialect-nothing")
	}
	d.normal.SetText(say.T("services.dialect-default", "Default", standard))
	d.entry.SetText(f.Value)
	d.entry.OnChanged = func(string) {
		d.show()
		changed()
	}
	d.column = widget.NewColumn(0, widget.Part{Object: widget.NewProse(name, style.Caption, style.Ink2)},
		widget.Part{Above: style.Unit, Object: d.entry}, widget.Part{Above: style.Unit, Object: d.normal})
	d.show()
	return d
}

func (d *dialectField) value() string { return strings.TrimSpace(d.entry.Text()) }

func (d *dialectField) show() { d.normal.Hidden = d.value() == d.field.Default }

// editDialect shows what may be named differently, to be changed.
func (s *service) editDialect() {
	say := s.page.config.Say
	var sheet *widget.Sheet
	var fields []*dialectField
	sheet = widget.NewSheet(say.T("services.dialect-title"), say.T("widget.cancel"), say.T("services.save"), func() {
		values := map[string]string{}
		for _, f := range fields {
			if f.value() != f.field.Default {
				values[f.field.Key] = f.value()
			}
		}
		sheet.Close()
		s.keepDialect(values)
	})
	reset := widget.NewButton(widget.Linked, "", say.T("services.dialect-reset"), func() {
		for _, f := range fields {
			f.entry.SetText(f.field.Default)
		}
	})
	sheet.Add(widget.Part{Object: widget.NewProse(say.T("services.dialect-about"), style.Body, style.Ink2)},
		widget.Part{Above: style.IconGap, Object: reset, Left: true})
	for _, f := range s.dialect() {
		d := newDialectField(say, f, sheet.Refresh)
		sheet.Field(d.entry)
		d.entry.OnFocus = func(on bool) {
			if on {
				sheet.Reveal(d.column)
			}
		}
		fields = append(fields, d)
		sheet.Add(widget.Part{Above: style.FieldGap, Object: d.column})
	}
	if len(fields) > 0 {
		s.open(sheet, fields[0].entry.Input())
	}
}

func (s *service) keepDialect(values map[string]string) {
	s.outdated()
	s.page.store(s.kind.key(KeyServiceDialect), func(ctx context.Context) error { return s.setDialect(ctx, values) }, nil)
	s.show()
	s.page.focus(s.more)
}

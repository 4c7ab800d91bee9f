package meetings

import (
	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// mappable are the columns that a table's columns can be.
var mappable = []meeting.Column{meeting.ColumnName, meeting.ColumnPhone, meeting.ColumnEmail, meeting.ColumnSMS, meeting.ColumnRole, meeting.ColumnType, meeting.ColumnDeptName, ""}

// openMapping asks which column of a table is which.
func (p *Page) openMapping(name string, data []byte, r meeting.Reading) {
	say := p.config.Say
	chosen, buttons := meeting.Mapping{}, map[string]*widget.Button{}
	note := widget.NewProse(say.T("meetings.mapping-note", "File", widget.Strong(name)), style.Body, style.Ink)
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("meetings.mapping-title"), say.T("widget.cancel"), say.T("meetings.mapping-read"), func() {
		sheet.Close()
		p.mapped(name, data, chosen)
	})
	sheet.Add(widget.Part{Object: note})
	check := func() {
		some := false
		for _, c := range chosen {
			some = some || c == meeting.ColumnPhone || c == meeting.ColumnEmail || c == meeting.ColumnName
		}
		able(sheet.OK(), some)
	}
	for _, cell := range r.Header {
		folded := meeting.FoldHeader(cell)
		chosen[folded] = r.Mapping[folded]
		words := widget.NewText(cell, style.Body, style.Ink)
		words.Elide = true
		var b *widget.Button
		b = widget.NewButton(widget.Outlined, "down", p.columnName(chosen[folded]), func() {
			var items []*fyne.MenuItem
			for _, c := range mappable {
				items = append(items, fyne.NewMenuItem(p.columnName(c), func() {
					for other, already := range chosen {
						if already == c && c != "" { // a column is read from one place
							chosen[other] = ""
							buttons[other].SetText(p.columnName(""))
						}
					}
					chosen[folded] = c
					b.SetText(p.columnName(c))
					check()
					sheet.Refresh()
				}))
			}
			widget.ShowMenu(b, items)
		})
		buttons[folded] = b
		sheet.Add(widget.Part{Above: style.IconGap, Object: widget.NewLine(style.FieldGap, 0, words, b)})
	}
	check()
	p.open(sheet, nil)
}

// columnName is a column's name on screen.
func (p *Page) columnName(c meeting.Column) string {
	if c == "" {
		return p.config.Say.T("meetings.column.none")
	}
	return p.config.Say.T("meetings.column." + string(c))
}

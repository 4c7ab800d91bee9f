package meetings

import (
	"slices"
	"strconv"
	"strings"

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
	for _, h := range headsOf(data, r) {
		folded := h.key
		chosen[folded] = h.guess
		words := widget.NewText(h.shown, style.Body, style.Ink)
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

// head is a column of a table: the words that it is shown by, its name in a Mapping, and what it is
// taken for.
type head struct {
	shown, key string
	guess      meeting.Column
}

// headsOf are the columns of a table. Without a header that is understood the first line is one all the
// same if it looks like one; else columns go by their places, with what stands in them first.
func headsOf(data []byte, r meeting.Reading) (heads []head) {
	if r.Header != nil {
		for _, cell := range r.Header {
			key := meeting.FoldHeader(cell)
			heads = append(heads, head{cell, key, r.Mapping[key]})
		}
		return heads
	}
	first := firstLine(data, len(r.Mapping))
	named := len(first) == len(r.Mapping) && !slices.ContainsFunc(first, func(cell string) bool { return cell == "" || strings.ContainsAny(cell, "0123456789@") })
	for i := range len(r.Mapping) {
		place := placeMark + strconv.Itoa(i+1)
		h := head{place, place, r.Mapping[place]}
		if named {
			h.shown, h.key = first[i], meeting.FoldHeader(first[i])
		} else if i < len(first) {
			h.shown = place + "  " + first[i]
		}
		heads = append(heads, h)
	}
	return heads
}

// firstLine returns the cells of a table's first line, if it has this many.
func firstLine(data []byte, columns int) []string {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(data[:min(len(data), 4<<10)]), "\uFEFF"), "\n")
	for _, sep := range []string{";", "\t", ",", "|"} {
		cells := strings.Split(strings.TrimSpace(line), sep)
		if len(cells) != columns {
			continue
		}
		for i, c := range cells {
			cells[i] = strings.Trim(strings.TrimSpace(c), `"`)
		}
		return cells
	}
	return nil
}

// columnName is a column's name on screen.
func (p *Page) columnName(c meeting.Column) string {
	if c == "" {
		return p.config.Say.T("meetings.column.none")
	}
	return p.config.Say.T("meetings.column." + string(c))
}

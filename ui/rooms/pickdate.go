package rooms

import (
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// datePicker is a calendar from which a day is chosen.
type datePicker struct {
	page   *Page
	sheet  *widget.Sheet
	month  *widget.Text
	grid   *widget.MonthGrid
	cursor room.Date
	dates  []room.Date
}

// pickDate asks for a day.
func (p *Page) pickDate() {
	c, say := p.canvas(), p.config.Say
	if c == nil {
		return
	}
	d := &datePicker{page: p, cursor: p.model.date, month: widget.NewBold("", style.Body), grid: widget.NewMonthGrid()}
	d.sheet = widget.NewSheet(say.T("rooms.pick-date"), say.T("widget.cancel"), say.T("rooms.open-day"), d.done)
	d.grid.Low = true
	d.grid.OnMoved = func(cell int) { d.move(d.dates[cell]) }
	d.grid.OnBeyond = func(days int) { d.move(d.cursor.AddDays(days)) }
	d.grid.OnMonth = d.turn
	d.grid.OnActivated = func(int) { d.done() }
	d.grid.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			d.sheet.Close()
		}
		return true
	}
	back := widget.NewIconButton("left", say.T("rooms.back"), func() { d.turn(-1) })
	forth := widget.NewIconButton("right", say.T("rooms.forth"), func() { d.turn(1) })
	d.sheet.Add(widget.Part{Object: widget.NewLine(style.IconGap, 1, back, d.month, forth)}, widget.Part{Above: style.IconGap, Object: d.grid})
	d.move(d.cursor)
	p.sheet = d.sheet
	d.sheet.Open(c, d.grid)
}

func (d *datePicker) turn(by int) {
	to := room.MonthOf(d.cursor).Add(by)
	day := to.First().AddDays(d.cursor.Day - 1)
	if !to.Contains(day) {
		day = to.Last()
	}
	d.move(day)
}

// move shows the month of a day with that day chosen.
func (d *datePicker) move(to room.Date) {
	p := d.page
	d.cursor = to
	month, today := room.MonthOf(to), room.DateOf(p.now())
	d.month.SetText(p.monthName(month))
	var heads [7]string
	var cells []widget.DayCell
	at := -1
	d.dates = d.dates[:0]
	for _, week := range month.Weeks(p.config.Say.FirstWeekday()) {
		for i, day := range week {
			heads[i] = p.shortDay(day.Weekday())
			if day == to {
				at = len(cells)
			}
			cells = append(cells, widget.DayCell{Word: strconv.Itoa(day.Day), Other: !month.Contains(day), Today: day == today})
			d.dates = append(d.dates, day)
		}
	}
	d.grid.Set(heads, cells, at)
	d.sheet.Refresh()
}

func (d *datePicker) done() {
	d.sheet.Close()
	d.page.goTo(d.cursor)
	d.page.focusView()
}

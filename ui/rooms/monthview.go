package rooms

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// monthView is how full the days of a month are.
type monthView struct {
	fynewidget.BaseWidget
	page    *Page
	grid    *widget.MonthGrid
	note    *widget.Prose
	details bool // the panel of the day was asked for where it lies over the page
	dates   []room.Date
}

func newMonthView(p *Page) *monthView {
	v := &monthView{page: p, grid: widget.NewMonthGrid(), note: widget.NewProse("", style.Caption, style.Ink2)}
	v.grid.Narrow = true
	v.grid.OnMoved = func(cell int) { p.goTo(v.dates[cell]) }
	v.grid.OnBeyond = func(days int) { p.goTo(p.model.date.AddDays(days)) }
	v.grid.OnMonth = p.turn
	v.grid.OnActivated = func(cell int) { p.openDay(v.dates[cell]) }
	v.grid.OnKey = p.key
	v.Hidden = true
	v.ExtendBaseWidget(v)
	return v
}

// show draws the month of the chosen day.
func (v *monthView) show() {
	p := v.page
	m := &p.model
	month := room.MonthOf(m.date)
	var heads [7]string
	var cells []widget.DayCell
	v.dates = v.dates[:0]
	today, at := room.DateOf(p.now()), -1
	busy := v.busyWeekdays()
	for w, week := range month.Weeks(p.config.Say.FirstWeekday()) {
		for i, d := range week {
			if w == 0 {
				heads[i] = p.shortDay(d.Weekday())
			}
			if d == m.date {
				at = len(cells)
			}
			cells = append(cells, v.cell(d, month, today, busy))
			v.dates = append(v.dates, d)
		}
	}
	v.grid.Set(heads, cells, at)
	v.Refresh()
}

// noteWords say what the figures of the days are: those that are there.
func (v *monthView) noteWords(counted bool) string {
	p, h := v.page, room.DefaultHours
	key := "rooms.month-note"
	if !counted {
		key = "rooms.month-note-share"
	}
	words := p.config.Say.T(key, "From", p.hourWord(h.From), "To", p.hourWord(h.To))
	if r := p.model.month.Reading; !r.At.IsZero() && p.now().Sub(r.At) > time.Hour {
		words += " " + p.config.Say.T("rooms.month-as-of", "When", p.moment(r.At))
	}
	return words
}

func (p *Page) hourWord(d time.Duration) string {
	return p.config.Say.Hour(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Add(d))
}

// busyWeekdays are the weekdays on which there is a booking anywhere in the month.
func (v *monthView) busyWeekdays() (busy [7]bool) {
	for _, u := range v.page.model.uses {
		busy[u.Date.Weekday()] = busy[u.Date.Weekday()] || u.Bookings > 0
	}
	return busy
}

// use is how full a day is, nil when nobody knows.
func (v *monthView) use(d room.Date) *room.DayUse {
	uses := v.page.model.uses
	if i := slices.IndexFunc(uses, func(u room.DayUse) bool { return u.Date == d }); i >= 0 {
		return &uses[i]
	}
	return nil
}

func (v *monthView) cell(d room.Date, month room.Month, today room.Date, busy [7]bool) widget.DayCell {
	day := d.Weekday()
	c := widget.DayCell{Word: strconv.Itoa(d.Day), Other: !month.Contains(d), Today: d == today, Over: d.Compare(today) < 0,
		Rest: (day == time.Saturday || day == time.Sunday) && !busy[day]}
	u := v.use(d)
	if c.Other || c.Rest || u == nil || !u.Known {
		return c
	}
	c.Percent = u.Percent()
	c.Share, c.Count = v.page.config.Say.T("rooms.percent", "Percent", c.Percent), strconv.Itoa(u.Bookings)
	return c
}

// CreateRenderer is part of the widget contract.
func (v *monthView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{v.grid, v.note}, func() fyne.Size { return fyne.NewSize(200, 200) }, func(size fyne.Size) {
		const margin = style.PageMargin
		w := size.Width - 2*margin
		weeks := float32(max(len(v.dates)/7, 1))
		var note, h float32
		for _, counted := range []bool{true, false} {
			v.note.SetText(v.noteWords(counted))
			note = v.note.HeightFor(w - style.IconGap)
			h = size.Height - note - 2*style.FieldGap - style.IconGap
			h = min(h, style.Of(v).Height(style.TableHeadHeight)+weeks*84*style.Of(v).Scale())
			if v.grid.Counted(h) {
				break
			}
		}
		widget.Place(v.grid, margin, 0, w, h)
		widget.Place(v.note, margin, h+style.FieldGap+2, w, note)
	})
}

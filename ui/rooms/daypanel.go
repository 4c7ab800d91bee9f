package rooms

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// fullestMost is how many rooms the panel of a day lists.
const fullestMost = 100

// showDay shows how full the chosen day of the month is, room by room.
func (n *panel) showDay() {
	p, say := n.page, n.page.config.Say
	d := p.model.date
	u := p.months.use(d)
	var rows []room.LineUse
	words := say.T("rooms.not-known")
	if u != nil && u.Known {
		rows = u.Fullest()
		words = say.T("rooms.day-use", "Percent", u.Percent(), "Bookings", say.N("rooms.bookings", u.Bookings))
	}
	n.build([]any{d, words, rows}, p.panelDate(d), func() []widget.Part {
		parts := []widget.Part{{Object: widget.NewText(words, style.Body, style.Ink2)},
			{Above: style.GroupGap, Object: n.button(widget.Filled, "", say.T("rooms.open-day"), func() { p.openDay(p.model.date) })}}
		if len(rows) > 0 {
			head := widget.NewText(say.T("rooms.head-booked"), style.Caption, style.Ink3)
			parts = append(parts, widget.Part{Above: style.GroupGap, Object: widget.NewLine(style.IconGap, 0, widget.NewText(say.T("rooms.head-room"), style.Caption, style.Ink3), head)})
		}
		for i, r := range rows {
			if i == fullestMost {
				parts = append(parts, widget.Part{Above: style.FieldGap, Object: widget.NewText(say.N("rooms.more-rooms", len(rows)-i), style.Caption, style.Ink2)})
				break
			}
			share := say.T("rooms.not-known")
			if r.Known {
				share = say.T("rooms.percent", "Percent", r.Percent())
			}
			parts = append(parts, widget.Part{Above: style.Unit, Object: newUseRow(r.Room.Name, share, r.Percent())})
		}
		return parts
	})
}

// useRow is a room with how full it is, as a bar and in percent.
type useRow struct {
	fynewidget.BaseWidget
	name, share *widget.Text
	meter       *widget.Meter
}

func newUseRow(name, share string, percent int) *useRow {
	r := &useRow{name: widget.NewText(name, style.Body, style.Ink), share: widget.NewText(share, style.Body, style.Ink2), meter: widget.NewMeter()}
	r.name.Elide, r.share.End = true, true
	r.meter.Set(100, widget.MeterPart{Count: percent, Color: style.Accent})
	r.ExtendBaseWidget(r)
	return r
}

// HeightFor returns the height of a row.
func (r *useRow) HeightFor(float32) float32 { return style.Of(r).Line(style.Body) + 8 }

// CreateRenderer is part of the widget contract.
func (r *useRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{r.name, r.meter, r.share}, func() fyne.Size { return fyne.NewSize(100, r.HeightFor(0)) }, func(size fyne.Size) {
		look := style.Of(r)
		line := look.Line(style.Body)
		y := (size.Height - line) / 2
		share := fyne.MeasureText("100 %", look.Text(style.Body), fyne.TextStyle{}).Width
		share = max(share, r.share.MinSize().Width)
		name := size.Width * 0.36
		widget.Place(r.name, 0, y, name-style.IconGap, line)
		bar := size.Width - name - share - style.GroupGap
		r.meter.Hidden = bar < 24
		widget.Place(r.meter, name, (size.Height-6)/2, max(bar, 0), 6)
		widget.Place(r.share, size.Width-share, y, share, line)
	})
}

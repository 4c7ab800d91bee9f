package rooms

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/widget"
)

// period is what is shown, as a file.
func (p *Page) period() room.Export {
	m, zone := &p.model, p.config.zone()
	e := room.Export{From: m.date, To: m.date, Zone: zone, Veiled: m.veiled}
	if m.view == viewMonth {
		plan := m.month.Only(withoutFree(m.filter))
		e.Rooms, e.Bookings, e.From, e.To = plan.Rooms, plan.Bookings, plan.Month.First(), plan.Month.Last()
		return e
	}
	for i := range m.shown.Lines {
		l := &m.shown.Lines[i]
		e.Rooms = append(e.Rooms, l.Room)
		for k := range l.Slots {
			e.Bookings = append(e.Bookings, *l.Slots[k].Booking)
		}
	}
	return e
}

// formats are the files that the shown period can be exported as.
func (p *Page) formats() []Format {
	csv := Format{Word: p.config.Say.T("rooms.csv"), Name: ".csv", Write: func(w io.Writer, e room.Export) error { return e.WriteCSV(w) }}
	return append([]Format{csv}, p.config.Formats...)
}

func (p *Page) exportItems() (items []*fyne.MenuItem) {
	for _, f := range p.formats() {
		items = append(items, fyne.NewMenuItem(f.Word, func() { p.export(f) }))
	}
	return items
}

// export asks for a place and writes there what is shown.
func (p *Page) export(f Format) {
	e := p.period()
	name := "rooms-" + e.From.String()
	if e.To != e.From {
		name = "rooms-" + room.MonthOf(e.From).String()
	}
	p.askPlace(name+f.Name, "rooms.export-failed", func(path string) { p.exportTo(path, f, e) })
}

// askPlace asks where a file is to be, and goes on with its path. What the user gives up ends there.
func (p *Page) askPlace(name, failed string, do func(path string)) {
	d := widget.NewSaveDialog(name, p.config.Window(), func(path string, err error) {
		if err != nil {
			p.failed(failed, err)
			return
		}
		do(path)
	})
	p.dialog = d
	widget.ShowFileDialog(d, p.config.Window(), func() { p.dialog = nil })
}

// exportTo writes a period into a file, whole or not at all.
func (p *Page) exportTo(path string, f Format, e room.Export) {
	p.stores.Add(func(context.Context) func() {
		err := p.config.Desk.SaveFile(path, func(w io.Writer) error { return f.Write(w, e) })
		return func() {
			if err != nil {
				p.failed("rooms.export-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.N("rooms.exported", len(e.Bookings), "Path", widget.Strong(path)), "", nil)
		}
	})
}

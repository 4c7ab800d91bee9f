package rooms

import (
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// within is how far ahead arrivals are told, arrivalsMost how many at most.
const (
	within       = time.Hour
	arrivalsMost = 40
)

// arrivalParts are who will come within the hour, by time, and what comes after that.
func (v *nowView) arrivalParts() []widget.Part {
	p, say := v.page, v.page.config.Say
	now := p.now()
	all, then := v.board.Arrivals(within)
	head := widget.NewProse(widget.Strong(say.T("rooms.arrivals", "From", p.clock(now), "To", p.clock(now.Add(within)))), style.KioskText, style.Ink)
	parts := []widget.Part{{Object: head}, {Above: 16, Object: widget.NewRule()}}
	for i, a := range all {
		if i == arrivalsMost {
			break
		}
		parts = append(parts, widget.Part{Above: 20, Object: v.arrival(a)}, widget.Part{Above: 16, Object: widget.NewRule()})
	}
	switch {
	case then != nil:
		words := say.T("rooms.after-that", "Time", p.clock(then.Booking.Start), "Title", p.title(then.Booking), "Room", then.Room.Name)
		parts = append(parts, widget.Part{Above: 16, Object: widget.NewProse(words, style.KioskText, style.Ink2)})
	case len(all) == 0:
		parts = append(parts, widget.Part{Above: 16, Object: widget.NewProse(say.T("rooms.no-arrivals"), style.KioskText, style.Ink2)})
	}
	return parts
}

// arrival is one of them: time, title, room, in how long and who.
func (v *nowView) arrival(a room.Arrival) *arrivalView {
	p, say := v.page, v.page.config.Say
	title := widget.NewText(p.title(a.Booking), style.KioskName, style.Ink)
	title.Elide = true
	in, ink := say.T("rooms.in", "In", p.soonIn(a.Booking.Start)), style.Ink2
	if a.Soon && v.board.Freshness == room.Fresh {
		in, ink = say.T("rooms.starts-in", "In", p.soonIn(a.Booking.Start)), style.Soon
	}
	if a.After != nil {
		in = say.T("rooms.in-after", "In", in, "Title", p.title(a.After))
	}
	where := widget.NewBold(a.Room.Name, style.KioskText)
	how := widget.NewProse(in, style.KioskText, ink)
	parts := []widget.Part{{Object: title}, {Above: 2, Object: widget.NewLine(10, 1, where, how)}}
	if who := p.who(a.Booking); who != "" {
		parts = append(parts, widget.Part{Above: 4, Object: widget.NewProse(who, style.KioskText, style.Ink2)})
	}
	return newArrivalView(widget.NewBold(p.clock(a.Booking.Start), style.KioskName), widget.NewColumn(0, parts...))
}

// arrivalView is a time with what is then beside it.
type arrivalView struct {
	fynewidget.BaseWidget
	clock *widget.Text
	what  *widget.Column
}

func newArrivalView(clock *widget.Text, what *widget.Column) *arrivalView {
	v := &arrivalView{clock: clock, what: what}
	v.ExtendBaseWidget(v)
	return v
}

// left is where what begins.
func (v *arrivalView) left() float32 { return v.clock.MinSize().Width + 28 }

// HeightFor returns the height at a width.
func (v *arrivalView) HeightFor(width float32) float32 { return v.what.HeightFor(width - v.left()) }

// CreateRenderer is part of the widget contract.
func (v *arrivalView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{v.clock, v.what}, func() fyne.Size { return fyne.NewSize(100, v.HeightFor(max(v.Size().Width, 100))) }, func(size fyne.Size) {
		s := v.clock.MinSize()
		widget.Place(v.clock, 0, 0, s.Width, s.Height)
		widget.Place(v.what, v.left(), 0, max(size.Width-v.left(), 0), size.Height)
	})
}

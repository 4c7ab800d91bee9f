package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// WeekDay is a day in a WeekStrip.
type WeekDay struct {
	// Name is the weekday, of which as much is shown as there is room for: all, two letters or one.
	Name, Word string
	// Tip says what stands beside the day when the pointer or the keys are on it.
	Tip string
	// Today, Shown and Rest (such as Sunday) say how it is drawn.
	Today, Shown, Rest bool
	// Known days have a bar of Percent; it is grey for days that are Over.
	Known, Over bool
	Percent     int
}

// WeekStrip is the seven days of a week beside each other, with how full each one is. It is one tab stop:
// Left, Right, Home and End go to a day, Enter and a tap activate it, Page Up and Page Down ask for
// another week.
type WeekStrip struct {
	fynewidget.BaseWidget
	// OnActivated is told of the day, OnWeek of the number of weeks to go on.
	OnActivated func(day int)
	OnWeek      func(by int)
	// OnKey sees other keys and returns true to keep them.
	OnKey func(*fyne.KeyEvent) bool

	days    []WeekDay
	at      int // where the keys are
	over    int // under the pointer
	focused bool
	sketch
}

// NewWeekStrip returns an empty week.
func NewWeekStrip() *WeekStrip {
	w := &WeekStrip{over: -1}
	w.ExtendBaseWidget(w)
	return w
}

// Set replaces the days. The keys stay where they are while they are in the strip, and go to the shown
// day otherwise, or when it is another one.
func (w *WeekStrip) Set(days []WeekDay) {
	before := w.shown(w.days)
	w.days = days
	if shown := w.shown(days); shown != before || !w.focused {
		w.at = max(shown, 0)
	}
	w.at = min(w.at, max(len(days)-1, 0))
	w.Refresh()
}

// Days returns the days.
func (w *WeekStrip) Days() []WeekDay { return w.days }

// At returns the day that the keys are at.
func (w *WeekStrip) At() int { return w.at }

func (w *WeekStrip) shown(days []WeekDay) int {
	for i := range days {
		if days[i].Shown {
			return i
		}
	}
	return -1
}

// Measures of a WeekStrip, px.
const (
	weekCellMost float32 = 56 // of a day at 100 % text
	weekCellPad  float32 = 8  // beside the number of a day
	weekBarHigh  float32 = 3
)

// Narrowest returns the least width at which the days can be read and hit.
func (w *WeekStrip) Narrowest() float32 {
	return 7 * (measure("00", style.Of(w).Text(style.Caption), true) + weekCellPad)
}

// Widest returns the width beyond which the days only drift apart.
func (w *WeekStrip) Widest() float32 { return 7 * weekCellMost * style.Of(w).Scale() }

// Tall returns the height of the strip.
func (w *WeekStrip) Tall() float32 { return 2*style.Of(w).Line(style.Caption) + 4 + weekBarHigh }

// CreateRenderer is part of the widget contract.
func (w *WeekStrip) CreateRenderer() fyne.WidgetRenderer {
	return &weekStripRenderer{sketchRenderer{paint: w.paint, sketch: &w.sketch, on: w}, w}
}

type weekStripRenderer struct {
	sketchRenderer
	strip *WeekStrip
}

func (r *weekStripRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.strip.Narrowest(), r.strip.Tall())
}

func (w *WeekStrip) paint() {
	w.begin()
	if len(w.days) == 0 || w.Size().Width < 7 {
		return
	}
	look := style.Of(w)
	cell := w.Size().Width / float32(len(w.days))
	names := w.names(look, cell-4)
	for i, d := range w.days {
		w.paintDay(look, d, names[i], segment{float32(i)*cell + 1, 0, cell - 2, w.Size().Height}, i)
	}
	w.settle()
}

// names are the weekdays, all shortened alike until they fit into a width.
func (w *WeekStrip) names(look style.Look, width float32) []string {
	names := make([]string, len(w.days))
	for _, letters := range []int{20, 2, 1} {
		fits := true
		for i, d := range w.days {
			names[i] = firstRunes(d.Name, letters)
			fits = fits && measure(names[i], look.Text(style.Caption), true) <= width
		}
		if fits {
			break
		}
	}
	return names
}

func (w *WeekStrip) paintDay(look style.Look, d WeekDay, name string, s segment, i int) {
	fill := style.Name("")
	switch {
	case d.Shown:
		fill = style.Selection
		if i == w.over {
			fill = style.SelectionHover
		}
	case i == w.over:
		fill = style.Hover
	}
	if fill != "" {
		w.rect(s.x, s.y, s.w, s.h, look.Color(fill), style.RadiusBox)
	}
	line := look.Line(style.Caption)
	middleOf := func(words string, bold bool) float32 {
		return s.x + middle(s.w, measure(words, look.Text(style.Caption), bold))
	}
	head := style.Ink3
	if d.Shown {
		head = style.Ink2 // under the pointer the ground is darker
	}
	w.text(look, name, style.Caption, head, d.Shown, middleOf(name, d.Shown), s.y, line)
	ink, bold := style.Ink, d.Shown || d.Today
	switch {
	case d.Today:
		ink = style.OnAccent
		wide := measure(d.Word, look.Text(style.Caption), true) + 6
		w.rect(s.x+middle(s.w, wide), s.y+line, wide, line, look.Color(style.Accent), style.RadiusBox)
	case d.Rest || d.Over:
		ink = style.Ink2
	}
	w.text(look, d.Word, style.Caption, ink, bold, middleOf(d.Word, bold), s.y+line, line)
	if d.Known {
		bar := style.Accent
		if d.Over {
			bar = style.PastBookingBar
		}
		x, y, wide := s.x+2, s.y+2*line+2, s.w-4
		w.rect(x, y, wide, weekBarHigh, look.Color(style.Line), weekBarHigh/2)
		if part := wide * float32(d.Percent) / 100; part > 0 {
			w.rect(x, y, max(part, 2), weekBarHigh, look.Color(bar), weekBarHigh/2)
		}
	}
	if w.focused && i == w.at {
		w.ring(look, s.x, s.y, s.w, s.h, 1, style.RadiusBox+1)
	}
}

var (
	_ fyne.Focusable    = (*WeekStrip)(nil)
	_ fyne.Tappable     = (*WeekStrip)(nil)
	_ desktop.Hoverable = (*WeekStrip)(nil)
)

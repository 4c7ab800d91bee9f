package messages

import (
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// month is a calendar of one month from which a day is chosen; days that are over cannot be. It is one
// tab stop: arrows move by days and weeks, Page Up and Page Down by months, Enter chooses. Fyne's own
// calendar speaks English only and needs the mouse.
type month struct {
	fynewidget.BaseWidget
	say           *text.Catalogue
	today, cursor time.Time
	chosen        func(day time.Time)
	leave         func()
	focused       bool
	back, forth   *widget.Button
}

// monthCell is the side of a day, px at 100 % text.
const monthCell float32 = 32

func newMonth(say *text.Catalogue, today, cursor time.Time, chosen func(time.Time), leave func()) *month {
	m := &month{say: say, today: day(today), chosen: chosen, leave: leave}
	m.cursor = day(cursor)
	m.back = widget.NewIconButton("left", say.T("messages.month-back"), func() { m.turn(-1) })
	m.forth = widget.NewIconButton("right", say.T("messages.month-forth"), func() { m.turn(1) })
	m.ExtendBaseWidget(m)
	return m
}

// day is the midnight that a day begins with.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// first is the first day of the first week in sight.
func (m *month) first() time.Time {
	begin := time.Date(m.cursor.Year(), m.cursor.Month(), 1, 0, 0, 0, 0, m.cursor.Location())
	return begin.AddDate(0, 0, -(int(begin.Weekday()-m.say.FirstWeekday())+7)%7)
}

// move goes to another day, but not before today.
func (m *month) move(to time.Time) {
	if to.Before(m.today) {
		to = m.today
	}
	m.cursor = to
	m.Refresh()
}

// turn shows another month.
func (m *month) turn(by int) {
	begin := time.Date(m.cursor.Year(), m.cursor.Month()+time.Month(by), 1, 0, 0, 0, 0, m.cursor.Location())
	m.move(begin)
}

// FocusGained shows where the keys go.
func (m *month) FocusGained() { m.focused = true; m.Refresh() }

// FocusLost hides it.
func (m *month) FocusLost() { m.focused = false; m.Refresh() }

// TypedRune chooses on a blank.
func (m *month) TypedRune(r rune) {
	if r == ' ' {
		m.chosen(m.cursor)
	}
}

// TypedKey moves, chooses, and leaves.
func (m *month) TypedKey(k *fyne.KeyEvent) {
	if widget.PassKey(m, k) {
		return
	}
	days := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	switch k.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		m.move(m.cursor.AddDate(0, 0, days[k.Name]))
	case fyne.KeyPageUp:
		m.turn(-1)
	case fyne.KeyPageDown:
		m.turn(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		m.chosen(m.cursor)
	case fyne.KeyEscape:
		m.leave()
	default:
		widget.LeaveKey(m, k)
	}
}

// Tapped chooses a day.
func (m *month) Tapped(e *fyne.PointEvent) {
	cell := m.cell()
	col, row := int(e.Position.X/cell), int((e.Position.Y-2*cell)/cell)
	if e.Position.Y < 2*cell || col > 6 || row > 5 {
		return
	}
	if d := m.first().AddDate(0, 0, 7*row+col); !d.Before(m.today) {
		m.chosen(d)
	}
}

func (m *month) cell() float32 { return monthCell * style.Of(m).Scale() }

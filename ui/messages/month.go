package messages

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// first is the Monday of the first week in sight.
func (m *month) first() time.Time {
	begin := time.Date(m.cursor.Year(), m.cursor.Month(), 1, 0, 0, 0, 0, m.cursor.Location())
	return begin.AddDate(0, 0, -(int(begin.Weekday())+6)%7)
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

// CreateRenderer is part of the widget contract.
func (m *month) CreateRenderer() fyne.WidgetRenderer {
	r := &monthRenderer{m: m, title: canvas.NewText("", color.Transparent), mark: canvas.NewRectangle(color.Transparent)}
	for range 7 {
		r.heads = append(r.heads, canvas.NewText("", color.Transparent))
	}
	for range 42 {
		r.days = append(r.days, canvas.NewText("", color.Transparent))
	}
	r.objects = append(r.objects, r.title, m.back, m.forth, r.mark)
	r.objects = append(append(r.objects, objects(r.heads...)...), objects(r.days...)...)
	r.Refresh()
	return r
}

type monthRenderer struct {
	m           *month
	title       *canvas.Text
	mark        *canvas.Rectangle
	heads, days []*canvas.Text
	objects     []fyne.CanvasObject
}

// Objects lists title, heads and days.
func (r *monthRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is part of the renderer contract.
func (r *monthRenderer) Destroy() {}

// MinSize is that of eight rows of seven days.
func (r *monthRenderer) MinSize() fyne.Size { return fyne.NewSize(7*r.m.cell(), 8*r.m.cell()) }

// Layout puts title, heads and days into their cells.
func (r *monthRenderer) Layout(size fyne.Size) {
	cell := r.m.cell()
	s := r.title.MinSize()
	widget.Place(r.title, (size.Width-s.Width)/2, (cell-s.Height)/2, s.Width, s.Height)
	for i, b := range []*widget.Button{r.m.back, r.m.forth} {
		need := b.MinSize()
		widget.Place(b, float32(i)*(size.Width-need.Width), (cell-need.Height)/2, need.Width, need.Height)
	}
	for i, t := range r.heads {
		center(t, float32(i)*cell, cell, cell)
	}
	first := r.m.first()
	for i, t := range r.days {
		x, y := float32(i%7)*cell, float32(i/7+2)*cell
		center(t, x, y, cell)
		if first.AddDate(0, 0, i).Equal(r.m.cursor) {
			widget.Place(r.mark, x+2, y+2, cell-4, cell-4)
		}
	}
}

// center puts words into the middle of a cell.
func center(t *canvas.Text, x, y, cell float32) {
	s := t.MinSize()
	widget.Place(t, x+(cell-s.Width)/2, y+(cell-s.Height)/2, s.Width, s.Height)
}

// Refresh draws the month.
func (r *monthRenderer) Refresh() {
	m, look := r.m, style.Of(r.m)
	set := func(t *canvas.Text, words string, role style.Role, ink style.Name, bold bool) {
		t.Text, t.TextSize, t.Color, t.TextStyle = words, look.Text(role), look.Color(ink), fyne.TextStyle{Bold: bold}
	}
	set(r.title, m.say.T("messages.month", "Month", m.say.T("when.month."+strconv.Itoa(int(m.cursor.Month()))), "Year", m.cursor.Year()), style.Body, style.Ink, true)
	first := m.first()
	for i, t := range r.heads {
		name := []rune(m.say.Weekday(first.AddDate(0, 0, i)))
		set(t, string(name[:min(len(name), 2)]), style.Caption, style.Ink3, false)
	}
	for i, t := range r.days {
		d := first.AddDate(0, 0, i)
		ink := style.Ink
		switch {
		case d.Before(m.today):
			ink = style.DisabledText
		case d.Month() != m.cursor.Month():
			ink = style.Ink3
		}
		if d.Equal(m.cursor) {
			ink = style.OnAccent
		}
		set(t, strconv.Itoa(d.Day()), style.Body, ink, d.Equal(m.today))
	}
	r.mark.FillColor, r.mark.CornerRadius = look.Color(style.Accent), style.RadiusButton
	r.Layout(m.Size())
	canvas.Refresh(m)
}

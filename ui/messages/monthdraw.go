package messages

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
	"foyer/ui/widget"
)

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
	first, chosen := m.first(), style.OnAccent
	r.mark.FillColor, r.mark.CornerRadius = look.Color(style.Accent), style.RadiusButton
	if !m.focused {
		chosen = style.Accent
		r.mark.FillColor = look.Color(style.Selection)
	}
	for i, t := range r.heads {
		set(t, m.say.ShortWeekday(first.AddDate(0, 0, i).Weekday()), style.Caption, style.Ink3, false)
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
			ink = chosen
		}
		set(t, strconv.Itoa(d.Day()), style.Body, ink, d.Equal(m.today))
	}
	r.Layout(m.Size())
	canvas.Refresh(m)
}

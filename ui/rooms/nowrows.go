package rooms

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// nowRows are the lines of the view of now. Only those in sight are drawn.
type nowRows struct {
	fynewidget.BaseWidget
	view   *nowView
	scroll *widget.Slide
	stack  *nowStack
	margin float32
	// wide is the width of the longest words on a board at a size.
	wide, size float32
	measured   *room.Board
}

func newNowRows(v *nowView) *nowRows {
	r := &nowRows{view: v}
	r.stack = &nowStack{rows: r}
	r.stack.ExtendBaseWidget(r.stack)
	r.scroll = widget.NewSlide(r.stack)
	r.scroll.OnMoved = r.stack.Refresh
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of the widget contract.
func (r *nowRows) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{r.scroll}, func() fyne.Size { return fyne.NewSize(100, 60) }, func(size fyne.Size) {
		widget.Place(r.scroll, 0, 0, size.Width, size.Height)
		r.stack.Refresh()
	})
}

// height is that of a line; a few rooms share the whole height.
func (r *nowRows) height() float32 {
	least := style.Of(r).Line(style.KioskName) + 20
	if r.stacked() {
		least = 2*style.Of(r).Line(style.KioskName) + 16
	}
	n := r.count()
	if n == 0 {
		return least
	}
	return min(max(r.scroll.Size().Height/float32(n), least), least*1.5)
}

// widest is the width of the longest words of any room, px.
func (r *nowRows) widest() float32 {
	v := r.view
	if v.board == nil {
		return 0
	}
	size := style.Of(r).Text(style.KioskName)
	if r.measured != v.board || r.size != size {
		r.measured, r.size, r.wide = v.board, size, 0
		for i := range v.board.Lines {
			r.wide = max(r.wide, fyne.MeasureText(v.page.standing(v.board, &v.board.Lines[i]), size, fyne.TextStyle{}).Width+1)
		}
	}
	return r.wide
}

// left is where the words of a row begin.
func (r *nowRows) left() float32 { return r.margin + style.Of(r).Icon(22) + 20 }

// stacked reports whether the words stand below the name, as there is no room beside it.
func (r *nowRows) stacked() bool {
	look := style.Of(r)
	return r.scroll.Size().Width < nowDrops*look.Scale() && r.scroll.Size().Width-r.margin-r.left()-r.widest() < nowNameLeast*look.Scale()
}

func (r *nowRows) count() int {
	if r.view.board == nil {
		return 0
	}
	return len(r.view.board.Lines)
}

// nowStack is as high as all lines and holds rows for those in sight.
type nowStack struct {
	fynewidget.BaseWidget
	rows  *nowRows
	views []*nowRow
}

// CreateRenderer is part of the widget contract.
func (s *nowStack) CreateRenderer() fyne.WidgetRenderer { return &nowStackRenderer{s} }

type nowStackRenderer struct{ s *nowStack }

func (r *nowStackRenderer) Destroy()         {}
func (r *nowStackRenderer) Layout(fyne.Size) { r.s.bind() }
func (r *nowStackRenderer) Refresh()         { r.s.bind() }
func (r *nowStackRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, float32(r.s.rows.count())*r.s.rows.height())
}

func (r *nowStackRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.s.views))
	for i, v := range r.s.views {
		all[i] = v
	}
	return all
}

// bind gives each line in sight a row.
func (s *nowStack) bind() {
	h, view := s.rows.height(), s.rows.scroll.Size()
	first := max(int(s.rows.scroll.Offset.Y/h), 0)
	end := min(first+int(view.Height/h)+2, s.rows.count())
	for len(s.views) < end-first {
		s.views = append(s.views, newNowRow(s.rows.view))
	}
	for i, v := range s.views {
		v.Hidden = first+i >= end
		if !v.Hidden {
			v.bind(&s.rows.view.board.Lines[first+i])
			widget.Place(v, 0, float32(first+i)*h, view.Width, h)
		}
	}
}

// nowRow is a room in large type: shape, name, until when, and what comes next.
type nowRow struct {
	fynewidget.BaseWidget
	view                          *nowView
	fill, rule                    *widget.Fill
	mark, person                  *widget.Icon
	name, words, when, what, seat *widget.Text
	about, title                  string // what its booking is about, and its title alone
}

func newNowRow(v *nowView) *nowRow {
	r := &nowRow{view: v, fill: widget.NewFill("", "", 0), rule: widget.NewRule(), mark: widget.NewIcon("", 22, style.Ink2), person: widget.NewIcon("person", style.IconRow, style.Ink2),
		name: widget.NewBold("", style.KioskName), words: widget.NewText("", style.KioskName, style.Ink), when: widget.NewText("", style.KioskText, style.Ink2),
		what: widget.NewText("", style.KioskText, style.Ink), seat: widget.NewText("", style.KioskText, style.Ink2)}
	r.name.Elide, r.words.Elide, r.what.Elide, r.seat.End = true, true, true, true
	r.ExtendBaseWidget(r)
	return r
}

// bind makes the row that of a room.
func (r *nowRow) bind(l *room.Line) {
	p, say, b := r.view.page, r.view.page.config.Say, r.view.board
	m := mark(l.Status)
	ink, fill := m.Color(), style.Name("")
	if l.Status == room.Soon && b.Freshness == room.Fresh {
		fill = style.SoonTint
	}
	if b.Freshness != room.Fresh {
		ink = style.Ink2
	}
	r.fill.Color = fill
	r.mark.Name, r.mark.Color = m.Drawing(), ink
	r.words.Color = ink
	r.name.SetText(l.Room.Name)
	r.words.SetText(p.standing(b, l))
	r.person.Hidden = l.Room.Capacity == 0
	r.seat.Hidden = r.person.Hidden
	r.seat.SetText(strconv.Itoa(l.Room.Capacity))
	r.what.Color = style.Ink
	r.about, r.title = "", ""
	switch {
	case l.Now != nil:
		r.when.SetText(say.T("when.now"))
		r.about, r.title = p.nowTitle(l.Now), p.title(l.Now)
	case l.Next != nil && l.Next.Start.Before(b.End):
		r.when.SetText(p.clock(l.Next.Start))
		r.about, r.title = p.nowTitle(l.Next), p.title(l.Next)
	case l.Status == room.Unknown:
		r.when.SetText("")
	default:
		r.when.SetText(say.T("rooms.nothing-more"))
	}
	r.what.SetText(r.about)
	r.Refresh()
}

// nowTitle is what a booking is about, with that it takes the whole day.
func (p *Page) nowTitle(k *room.Booking) string {
	if k.AllDay {
		return p.config.Say.T("rooms.title-all-day", "Title", p.title(k))
	}
	return p.title(k)
}

// Where the columns of a row begin, of its width; the last one is dropped first.
const (
	nowWordsAt float32 = 0.265
	nowWhenAt  float32 = 0.57
	nowDrops   float32 = 600 // narrower rows say no more than until when, px at 100 % text
	// nowNameLeast is the least room for names beside the words, px at 100 % text.
	nowNameLeast float32 = 110
)

// CreateRenderer is part of the widget contract.
func (r *nowRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.fill, r.rule, r.mark, r.name, r.words, r.when, r.what, r.person, r.seat}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(100, 40) }, r.layout)
}

func (r *nowRow) layout(size fyne.Size) {
	look := style.Of(r)
	margin := r.view.rows.margin
	widget.Place(r.fill, 0, 0, size.Width, size.Height-1)
	widget.Place(r.rule, 0, size.Height-1, size.Width, 1)
	side := look.Icon(22)
	widget.Place(r.mark, margin, (size.Height-side)/2, side, side)
	x := r.view.rows.left()
	line, small := look.Line(style.KioskName), look.Line(style.KioskText)
	narrow := size.Width < nowDrops*look.Scale()
	words := max(float32(int(size.Width*nowWordsAt)), x+line)
	end := size.Width - margin
	if narrow {
		words = min(x+(end-x)*0.42, end-r.view.rows.widest())
	}
	y, ySmall := (size.Height-line)/2, (size.Height-small)/2
	widget.Place(r.name, x, y, words-x-style.IconGap, line)
	r.when.Hidden, r.what.Hidden = narrow, narrow
	if narrow && r.view.rows.stacked() {
		r.person.Hidden, r.seat.Hidden = true, true
		top := (size.Height - 2*line) / 2
		widget.Place(r.name, x, top, end-x, line)
		widget.Place(r.words, x, top+line, end-x, line)
		return
	}
	if narrow {
		r.person.Hidden, r.seat.Hidden = true, true
		widget.Place(r.words, words, y, end-words, line)
		return
	}
	when := float32(int(size.Width * nowWhenAt))
	if need := words + r.view.rows.widest() + style.IconGap; need > when {
		when = need
	}
	widget.Place(r.words, words, y, when-words-style.IconGap, line)
	icon := look.Icon(style.IconRow)
	seat := fyne.MeasureText("000", look.Text(style.KioskText), fyne.TextStyle{}).Width
	widget.Place(r.seat, end-seat, ySmall, seat, small)
	widget.Place(r.person, end-seat-style.IconGap-icon, (size.Height-icon)/2, icon, icon)
	clock := fyne.MeasureText("00:00", look.Text(style.KioskText), fyne.TextStyle{}).Width + 18
	widget.Place(r.when, when, ySmall, r.when.MinSize().Width, small)
	room := max(end-seat-2*style.IconGap-icon-when-clock, 0)
	if r.what.SetText(r.about); widgetWidth(r.what) > room {
		r.what.SetText(r.title) // which may be cut
	}
	widget.Place(r.what, when+clock, ySmall, room, small)
}

package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// timetableField is as large as all rows and all hours of a Timetable, and draws those in sight.
type timetableField struct {
	fynewidget.BaseWidget
	table *Timetable
	sketch
}

// CreateRenderer is part of the widget contract.
func (f *timetableField) CreateRenderer() fyne.WidgetRenderer { return &timetableFieldRenderer{f} }

type timetableFieldRenderer struct{ f *timetableField }

func (r *timetableFieldRenderer) Objects() []fyne.CanvasObject { return r.f.objects }
func (r *timetableFieldRenderer) Destroy()                     {}
func (r *timetableFieldRenderer) Layout(fyne.Size)             { r.f.paint() }
func (r *timetableFieldRenderer) MinSize() fyne.Size {
	t := r.f.table
	return fyne.NewSize(t.x(t.span.Length), float32(t.span.Rows)*t.rowHeight())
}

func (r *timetableFieldRenderer) Refresh() {
	r.f.paint()
	canvas.Refresh(r.f)
}

// paint draws what is in sight.
func (f *timetableField) paint() {
	f.begin()
	t := f.table
	view := t.scroll.Size()
	if t.span.Rows == 0 || view.Width < 2 {
		return
	}
	look := style.Of(f)
	x0, y0 := t.scroll.Offset.X, t.scroll.Offset.Y
	f.paintGround(look, x0, y0, view)
	first, end := t.rowsInSight()
	for row := first; row < end; row++ {
		for i, b := range t.get(row).Blocks {
			if s := t.area(row, b); s.x < x0+view.Width && s.x+s.w > x0 {
				f.paintBlock(look, b, s, spot{row, i})
			}
		}
	}
	f.settle()
}

// paintGround draws what lies behind the blocks: the past, the grid and the now-line.
func (f *timetableField) paintGround(look style.Look, x0, y0 float32, view fyne.Size) {
	t := f.table
	h := min(view.Height, float32(t.span.Rows)*t.rowHeight()-y0)
	now := t.x(min(t.span.Now, t.span.Length))
	if w := min(now, x0+view.Width) - x0; w > 0 {
		f.rect(x0, y0, w, h, look.Color(style.Past), 0)
	}
	line := look.Color(style.Line)
	column := time.Duration(t.zoom) * time.Minute
	for at := t.timeAt(x0) / column * column; at < t.span.Length; at += column {
		if x := t.x(at); x > x0+view.Width {
			break
		} else if x > 0 {
			f.rect(x, y0, 1, h, line, 0)
		}
	}
	first, end := t.rowsInSight()
	for row := first; row < end; row++ {
		f.rect(x0, float32(row+1)*t.rowHeight()-1, view.Width, 1, line, 0)
	}
	if t.span.NowWord != "" && now >= x0 && now < x0+view.Width {
		f.rect(now-1, y0, 2, h, look.Color(style.Accent), 0)
	}
}

// colours are fill, bar and words of a block.
func (k BlockKind) colours() (fill, bar, title, second style.Name) {
	switch k {
	case BlockNow:
		return style.InUseTint, style.InUse, style.Ink, style.Ink2
	case BlockSoon:
		return style.SoonTint, style.Soon, style.Ink, style.Ink2
	case BlockOver:
		return style.PastBooking, style.PastBookingBar, style.Ink2, style.Ink2
	}
	return style.Booking, style.BookingBar, style.Ink, style.Ink2
}

// Measures of a block, px.
const (
	blockBar     float32 = 3
	blockPad     float32 = 8
	blockBare    float32 = 40 // narrower ones have no words
	blockBareFew float32 = 28 // those of half an hour
	blockIcon    float32 = 12 // at 100 % text
	blockDot     float32 = 6  // of what changed
	blockWords   float32 = 2  // more between words and icons than between icons
)

func (f *timetableField) paintBlock(look style.Look, b Block, s segment, at spot) {
	t := f.table
	fill, bar, ink, second := b.Kind.colours()
	f.rect(s.x, s.y, s.w, s.h, look.Color(fill), style.RadiusBox)
	left := f.rect(s.x, s.y, min(blockBar, s.w), s.h, look.Color(bar), 0)
	left.TopLeftCornerRadius, left.BottomLeftCornerRadius = style.RadiusBox, style.RadiusBox
	if t.over == at {
		r := f.rect(s.x, s.y, s.w, s.h, transparent, style.RadiusBox)
		r.StrokeColor, r.StrokeWidth = look.Color(bar), 1
	}
	bare := blockBare
	if b.To-b.From <= 30*time.Minute {
		bare = blockBareFew
	}
	if s.w >= bare {
		f.paintWords(look, b, s, ink, second)
	}
	if b.Changed {
		right := min(s.x+s.w, t.scroll.Offset.X+t.scroll.Size().Width)
		f.rect(max(right-blockDot-3, s.x+blockBar), s.y+3, blockDot, blockDot, look.Color(style.Accent), blockDot/2)
	}
	switch {
	case t.focused && t.at == at:
		f.ring(look, s.x, s.y, s.w, s.h, 3, style.RadiusBox+3)
	case t.chosen == at: // a thinner line than that of the focus
		r := f.rect(s.x-2, s.y-2, s.w+4, s.h+4, transparent, style.RadiusBox+2)
		r.StrokeColor, r.StrokeWidth = look.Color(style.Accent), 1
	}
}

// paintWords lays a block's words out in the part of it that is in sight.
func (f *timetableField) paintWords(look style.Look, b Block, s segment, ink, second style.Name) {
	t := f.table
	from := max(s.x, t.scroll.Offset.X) + blockPad
	width := min(s.x+s.w, t.scroll.Offset.X+t.scroll.Size().Width) - from - blockPad/2
	if b.Changed {
		width -= blockDot
	}
	line := look.Line(style.Caption)
	if s.h < line-2 || width < 8 {
		return
	}
	size := look.Text(style.Caption)
	icons := b.icons()
	side := look.Icon(blockIcon)
	room := width
	if len(icons) > 0 {
		room -= float32(len(icons))*(side+style.Unit) + blockWords
	}
	title := Cut(firstRunes(b.Title, int(5*width/size)+2), room, size, false)
	if title == "…" {
		title = ""
	}
	y := s.y + (s.h-line)/2
	two := b.Second != "" && !t.Dense && s.h >= 2*line && measure(b.Second, size, false) <= width
	if two {
		y = s.y + (s.h-2*line)/2
		f.text(look, b.Second, style.Caption, second, false, from, y+line, line)
	}
	x := from
	if title != "" {
		x += f.text(look, title, style.Caption, ink, false, x, y, line) + style.Unit + blockWords
	}
	for _, icon := range icons {
		if x+side > from+width+1 {
			break
		}
		color := ink
		if icon == Warned.Drawing() {
			color = style.Soon
		}
		f.icon(look, icon, color, side, x, y+(line-side)/2)
		x += side + style.Unit
	}
}

// icons are the drawings behind a block's title.
func (b Block) icons() (all []string) {
	if b.Private {
		all = append(all, "lock")
	}
	if b.Watched {
		all = append(all, iconWatched)
	}
	if b.Double {
		all = append(all, Warned.Drawing())
	}
	return all
}

// iconWatched stands beside what somebody wants to be told about.
const iconWatched = "bell"

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// DayCell is a day in a MonthGrid.
type DayCell struct {
	Word string
	// Other days are of the month before or after; Rest days are quiet, such as Saturday.
	Other, Rest, Today bool
	// Share ("36 %") and Count stand above the bar; without a share there is none of the three.
	Share, Count string
	Percent      int
	// Over days are grey.
	Over bool
}

// MonthGrid is a calendar of weeks with how full each day is. It is one tab stop: arrows move by days
// and weeks, Home and End within the week, Page Up and Page Down ask for another month, Enter activates.
type MonthGrid struct {
	fynewidget.BaseWidget
	// OnMoved is told of the cell that the keys went to; beyond the cells it is asked for another month, and
	// the number of days is told by which it would go. OnActivated is told of Enter and a tap on the chosen cell.
	OnMoved     func(cell int)
	OnBeyond    func(days int)
	OnMonth     func(by int)
	OnActivated func(cell int)
	// OnKey sees other keys and returns true to keep them.
	OnKey func(*fyne.KeyEvent) bool
	// Narrow makes days at rest narrower, Low days one line high: for a calendar without shares.
	Narrow, Low bool

	heads   [7]string
	cells   []DayCell
	at      int
	over    int
	focused bool
	sketch
}

// NewMonthGrid returns an empty calendar.
func NewMonthGrid() *MonthGrid {
	g := &MonthGrid{at: -1, over: -1}
	g.ExtendBaseWidget(g)
	return g
}

// Set replaces the heads of the columns and the cells, seven a week, and says which one is chosen.
func (g *MonthGrid) Set(heads [7]string, cells []DayCell, at int) {
	g.heads, g.cells, g.at = heads, cells, at
	g.Refresh()
}

// Counted reports whether days of a grid that is as high as that say how many there are, and not only how
// full they are.
func (g *MonthGrid) Counted(height float32) bool {
	look := style.Of(g)
	line := look.Line(style.Caption)
	cell := (height - look.Height(style.TableHeadHeight)) / float32(max(len(g.cells)/7, 1))
	return cell >= monthTop+2*line+monthBelow
}

// Measures of a day, px: where its number begins, and what is below the line of its share.
const (
	monthTop   float32 = 9
	monthBelow float32 = 18
)

// Cells returns the cells.
func (g *MonthGrid) Cells() []DayCell { return g.cells }

// At returns the chosen cell.
func (g *MonthGrid) At() int { return g.at }

// HeightFor returns the height that the calendar wants at a width.
func (g *MonthGrid) HeightFor(float32) float32 { return g.least().Height }

func (g *MonthGrid) least() fyne.Size {
	look := style.Of(g)
	weeks := float32(len(g.cells) / 7)
	if g.Low {
		return fyne.NewSize(280, look.Height(style.TableHeadHeight)+weeks*(look.Line(style.Caption)+18))
	}
	return fyne.NewSize(280, look.Height(style.TableHeadHeight)+weeks*(2*look.Line(style.Body)+20))
}

// CreateRenderer is part of the widget contract.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	return &monthGridRenderer{sketchRenderer{paint: g.paint, sketch: &g.sketch, on: g}, g}
}

type monthGridRenderer struct {
	sketchRenderer
	grid *MonthGrid
}

func (r *monthGridRenderer) MinSize() fyne.Size { return r.grid.least() }

// columns are where the seven columns begin, and the end.
func (g *MonthGrid) columns(width float32) (x [8]float32) {
	rest := [7]bool{}
	for i := range rest {
		rest[i] = g.Narrow && len(g.cells) > 0
		for week := 0; week < len(g.cells)/7; week++ {
			rest[i] = rest[i] && g.cells[week*7+i].Rest
		}
	}
	const narrow = 0.5
	shares := float32(0)
	for _, r := range rest {
		if r {
			shares += narrow
		} else {
			shares++
		}
	}
	for i, r := range rest {
		w := width / shares
		if r {
			w *= narrow
		}
		x[i+1] = x[i] + w
	}
	return x
}

// cellArea is where a cell is drawn.
func (g *MonthGrid) cellArea(i int) segment {
	head := style.Of(g).Height(style.TableHeadHeight)
	x := g.columns(g.Size().Width)
	h := (g.Size().Height - head) / float32(max(len(g.cells)/7, 1))
	return segment{x[i%7], head + float32(i/7)*h, x[i%7+1] - x[i%7], h}
}

func (g *MonthGrid) cellAt(p fyne.Position) int {
	for i := range g.cells {
		if s := g.cellArea(i); p.X >= s.x && p.X < s.x+s.w && p.Y >= s.y && p.Y < s.y+s.h {
			return i
		}
	}
	return -1
}

func (g *MonthGrid) paint() {
	g.begin()
	if len(g.cells) == 0 || g.Size().Width < 10 {
		return
	}
	look := style.Of(g)
	head := look.Height(style.TableHeadHeight)
	x := g.columns(g.Size().Width)
	for i, word := range g.heads {
		g.text(look, Cut(word, x[i+1]-x[i]-8, look.Text(style.Caption), false), style.Caption, style.Ink3, false, x[i]+8, 0, head)
	}
	for i, c := range g.cells {
		s := g.cellArea(i)
		if i%7 == 0 {
			g.rect(0, s.y, g.Size().Width, 1, look.Color(style.Line), 0)
		}
		g.paintCell(look, c, s, i)
	}
	g.settle()
}

// paintGround draws what lies below a cell that is chosen, or that the pointer is over.
func (g *MonthGrid) paintGround(look style.Look, s segment, i int) {
	switch {
	case i == g.at:
		r := g.rect(s.x, s.y+1, s.w, s.h-1, look.Color(style.Selection), style.RadiusButton)
		if g.focused {
			r.StrokeColor, r.StrokeWidth = look.Color(style.Accent), style.FocusWidth
		}
	case i == g.over:
		g.rect(s.x, s.y+1, s.w, s.h-1, look.Color(style.Hover), style.RadiusButton)
	}
}

func (g *MonthGrid) paintCell(look style.Look, c DayCell, s segment, i int) {
	g.paintGround(look, s, i)
	line := look.Line(style.Caption)
	const pad = 8
	ink, bold := style.Ink, true
	if c.Other || c.Rest {
		ink, bold = style.Ink3, false
	}
	left, top := s.x+pad, s.y+monthTop
	if c.Today {
		w := measure(c.Word, look.Text(style.Caption), true) + 10
		g.rect(left, top-2, w, line+4, look.Color(style.Accent), style.RadiusBox)
		g.text(look, c.Word, style.Caption, style.OnAccent, true, left+5, top, line)
	} else {
		g.text(look, c.Word, style.Caption, ink, bold, left, top, line)
	}
	if c.Share == "" {
		return
	}
	right := s.x + s.w - 12
	y := s.y + s.h - 12
	bar := style.Accent
	if c.Over {
		bar = style.PastBookingBar
	}
	if y >= top+line { // else it would strike the words out
		g.rect(left, y, right-left, 6, look.Color(style.Line), 3)
	}
	if w := (right - left) * float32(c.Percent) / 100; w > 0 && y >= top+line {
		g.rect(left, y, max(w, 4), 6, look.Color(bar), 3)
	}
	y -= line + monthBelow - 12
	share := style.Ink
	if c.Over {
		share = style.Ink2
	}
	if y < top+line { // there is one line only: the number of bookings goes
		w := measure(c.Share, look.Text(style.Caption), false)
		if left+measure(c.Word, look.Text(style.Caption), true)+14 > right-w {
			return
		}
		g.text(look, c.Share, style.Caption, share, false, right-w, top, line)
		return
	}
	w := g.text(look, c.Share, style.Body, share, false, left, y, line)
	if n := measure(c.Count, look.Text(style.Caption), false); left+w+8+n <= right {
		g.text(look, c.Count, style.Caption, style.Ink2, false, right-n, y, line)
	}
}

var (
	_ fyne.Focusable    = (*MonthGrid)(nil)
	_ fyne.Tappable     = (*MonthGrid)(nil)
	_ desktop.Hoverable = (*MonthGrid)(nil)
)

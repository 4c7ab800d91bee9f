package widget

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// zooms are the minutes that a column may be, the nearest first.
var zooms = []int{15, 30, 60, 120}

// perMinute is how wide a minute is, px. A table that is shorter than what is in sight is stretched.
func (t *Timetable) perMinute() float32 {
	width := timetableColumn / float32(t.zoom)
	if minutes := float32(t.span.Length / time.Minute); minutes > 0 {
		width = max(width, t.scroll.Size().Width/minutes)
	}
	return width
}

// x is where a time is in the field, px.
func (t *Timetable) x(at time.Duration) float32 {
	return float32(at.Minutes()) * t.perMinute()
}

// timeAt is the time at a point of the field.
func (t *Timetable) timeAt(x float32) time.Duration {
	return time.Duration(float64(x/t.perMinute()) * float64(time.Minute))
}

// Zoom returns how many minutes a column is.
func (t *Timetable) Zoom() int { return t.zoom }

// SetZoom makes a column this many minutes, 15 to 120. What is in the middle stays there.
func (t *Timetable) SetZoom(minutes int) { t.zoomAt(minutes, t.scroll.Size().Width/2) }

// zoomAt zooms around a point in sight.
func (t *Timetable) zoomAt(minutes int, x float32) {
	minutes = min(max(minutes, zooms[0]), zooms[len(zooms)-1])
	if minutes == t.zoom {
		return
	}
	keep := t.timeAt(t.scroll.Offset.X + x)
	t.zoom = minutes
	t.hideTip()
	t.field.Resize(t.field.MinSize().Max(t.scroll.Size()))
	t.scroll.Refresh()
	t.scroll.ScrollToOffset(fyne.NewPos(max(t.x(keep)-x, 0), t.scroll.Offset.Y))
	t.draw()
	if t.OnZoom != nil {
		t.OnZoom(minutes)
	}
}

// step is the next zoom: nearer by −1, further by 1.
func (t *Timetable) step(by int) int {
	for i, z := range zooms {
		if z >= t.zoom {
			return zooms[min(max(i+by, 0), len(zooms)-1)]
		}
	}
	return t.zoom
}

// rowsInSight returns which rows are in sight, some only in part.
func (t *Timetable) rowsInSight() (first, end int) {
	h := t.rowHeight()
	first = min(max(int(t.scroll.Offset.Y/h), 0), t.span.Rows)
	end = int(math.Ceil(float64((t.scroll.Offset.Y + t.scroll.Size().Height) / h)))
	return first, min(max(end, first), t.span.Rows)
}

// area is where a block is drawn in the field.
func (t *Timetable) area(row int, b Block) segment {
	const gap, between = 4, 2
	h := t.rowHeight()
	x := t.x(b.From)
	s := segment{x, float32(row)*h + gap, max(t.x(b.To)-x-2, 3), h - 2*gap}
	if b.Lanes > 1 {
		lanes := float32(b.Lanes)
		each := (s.h - between*(lanes-1)) / lanes
		s.y += float32(b.Lane) * (each + between)
		s.h = each
	}
	return s
}

// blockAt returns what is at a point of the field.
func (t *Timetable) blockAt(p fyne.Position) spot {
	row := int(p.Y / t.rowHeight())
	if row < 0 || row >= t.span.Rows || p.Y < 0 {
		return nowhere
	}
	for i, b := range t.get(row).Blocks {
		if s := t.area(row, b); p.X >= s.x && p.X < s.x+s.w && p.Y >= s.y && p.Y < s.y+s.h {
			return spot{row, i}
		}
	}
	return spot{row, -1}
}

// reveal scrolls just as far as is needed to see a place.
func (t *Timetable) reveal(p spot) {
	if p.row < 0 || t.scroll.Size().Height < 2 {
		return
	}
	h, view := t.rowHeight(), t.scroll.Size()
	to := t.scroll.Offset
	to.Y = min(to.Y, float32(p.row)*h)
	to.Y = max(to.Y, float32(p.row+1)*h-view.Height)
	if p.block >= 0 {
		s := t.area(p.row, t.get(p.row).Blocks[p.block])
		const around = 8
		to.X = max(to.X, s.x+s.w+around-view.Width)
		to.X = min(to.X, max(s.x-around, 0))
	}
	if to != t.scroll.Offset {
		t.scroll.ScrollToOffset(to)
	}
}

// ZoomBy zooms to the next step: nearer by −1, further by 1.
func (t *Timetable) ZoomBy(by int) { t.SetZoom(t.step(by)) }

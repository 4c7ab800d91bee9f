package daysheet

import "foyer/services/room"

// Where things stand, in points.
const (
	margin     = 42.0
	footHeight = 26.0
	roomGap    = 10.0
	timeWidth  = 92.0
	whoWidth   = 138.0
	columnGap  = 10.0
	barWidth   = 2.5
)

// paper returns the size of paper, A4 for one that is not known.
func (s Sheet) paper() Paper {
	if s.Paper == Letter {
		return Letter
	}
	return A4
}

// part is something of a height that is never broken.
type part struct {
	height float64
	draw   func(p *pen, y float64)
	// parts says that it only parts what is above from what is below.
	parts bool
}

// placed is a part on a page.
type placed struct {
	part
	y float64
}

// layout puts a sheet onto pages.
type layout struct {
	sheet         Sheet
	t             *typesetter
	width, height float64 // of the paper
	done          [][]placed
	y, top        float64 // where the next part goes, and the first one of the page went
}

func newLayout(s Sheet, t *typesetter) *layout {
	l := &layout{sheet: s, t: t, width: 595.28, height: 841.89}
	if s.paper() == Letter {
		l.width, l.height = 612, 792
	}
	return l
}

// right and bottom are the edges of what may be printed on.
func (l *layout) right() float64  { return l.width - margin }
func (l *layout) bottom() float64 { return l.height - margin - footHeight }

// pages lays the whole sheet out.
func (l *layout) pages() [][]placed {
	l.done, l.y = [][]placed{nil}, margin
	for _, p := range l.head() {
		l.put(p)
	}
	l.top = l.y
	b := l.sheet.Board
	if len(b.Lines) == 0 {
		l.flow(nil, l.sentence(l.sheet.Words.NoRooms, bodyType, ink2))
	}
	for i := range b.Lines {
		l.room(&b.Lines[i])
	}
	notes := l.notes()
	if len(notes) > 0 {
		l.flow(nil, append([]part{l.rule(roomGap)}, notes...))
	}
	return l.done
}

// put adds a part below the last one. Nothing parts a page from its head.
func (l *layout) put(p part) {
	if p.parts && l.y <= l.top {
		l.y += roomGap / 2
		return
	}
	last := len(l.done) - 1
	l.done[last] = append(l.done[last], placed{p, l.y})
	l.y += p.height
}

// turn begins a page.
func (l *layout) turn() {
	l.done = append(l.done, nil)
	l.y = margin
	l.put(l.runningHead())
	l.top = l.y
}

// fresh is the height of a page without anything but its running head.
func (l *layout) fresh() float64 { return l.bottom() - margin - l.runningHead().height }

// flow puts parts that belong together onto one page, unless they are longer than one. again heads each
// further page then; nil for nothing.
func (l *layout) flow(again []part, parts []part) {
	const begin = 3 // a rule, the head and what follows it stay together in any case
	whole, first := height(parts), height(parts[:min(begin, len(parts))])
	if l.y > l.top && l.y+whole > l.bottom() && (whole <= l.fresh() || l.y+first > l.bottom()) {
		l.turn()
	}
	for _, p := range parts {
		if l.y+p.height > l.bottom() {
			l.turn()
			for _, a := range again {
				l.put(a)
			}
		}
		l.put(p)
	}
}

func height(parts []part) (sum float64) {
	for _, p := range parts {
		sum += p.height
	}
	return sum
}

// room puts a room with its bookings.
func (l *layout) room(r *room.Line) {
	parts := l.roomHead(r, r.Room.Name)
	for i := range r.Slots {
		parts = append(parts, l.slot(&r.Slots[i]))
	}
	l.flow(l.roomHead(r, l.sheet.Words.Continued(r.Room.Name)), parts)
}

// sentence is a text over the whole width.
func (l *layout) sentence(text string, in typeface, c colour) (all []part) {
	for _, words := range l.t.wrap(text, in, l.right()-margin, 12) {
		all = append(all, part{height: in.line, draw: func(p *pen, y float64) { p.text(margin, y, words, in, c) }})
	}
	return all
}

// rule is a line over the whole width with room above it.
func (l *layout) rule(above float64) part {
	return part{height: above + 5, parts: true, draw: func(p *pen, y float64) { p.fill(margin, y+above, l.right()-margin, 0.5, hairline) }}
}

// notes are what has to be said about the whole sheet, at its end.
func (l *layout) notes() (all []part) {
	w := l.sheet.Words
	if n := l.sheet.Board.Unreadable; n > 0 {
		all = append(all, l.sentence(w.Unreadable(n), captionType, warning)...)
	}
	if l.sheet.Veiled && w.Veiled != "" {
		all = append(all, l.sentence(w.Veiled, captionType, ink2)...)
	}
	return all
}

package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/task"
)

// Block is a span of time in a row of a Timetable.
type Block struct {
	// From and To are since the beginning of the table.
	From, To time.Duration
	// Title is cut when it must be; Second is left out before it would be.
	Title, Second string
	Kind          BlockKind
	// Lane counts from 0 where Lanes blocks share the height of the row; 0 lanes are one.
	Lane, Lanes int
	// Private shows a lock, Double a triangle, Watched a bell, Changed a dot in the corner.
	Private, Double, Watched, Changed bool
}

// BlockKind says how a Block stands to now.
type BlockKind int

// The kinds.
const (
	// BlockLater is quiet: it is to come, or nobody knows.
	BlockLater BlockKind = iota
	// BlockNow runs.
	BlockNow
	// BlockSoon is about to begin.
	BlockSoon
	// BlockOver is past.
	BlockOver
)

// TimetableRow is a row of a Timetable: its state in shape, words and colour, and what is in it, by its
// start.
type TimetableRow struct {
	State State
	// Stale leaves the state's colour out, not its shape.
	Stale bool
	// Watched shows a bell behind the name.
	Watched bool
	// Name and Words stand below each other, Trailing at the end.
	Name, Words, Trailing string
	Blocks                []Block
}

// BlockTip is what a Timetable says beside the block that is under the pointer or has the focus.
type BlockTip struct {
	Title, When string
	// State is the mark before Standing; "" leaves both out.
	State    State
	Standing string
	// Lines are further ones; Warning stands below them behind a triangle.
	Lines   []string
	Warning string
}

// Span is what a Timetable shows of time.
type Span struct {
	// Rows is how many there are, Length how long the table is.
	Rows   int
	Length time.Duration
	// Now is where the now-line is; nothing is before it with a negative one, everything from Length on.
	Now time.Duration
	// NowWord stands at the line; "" draws no line.
	NowWord string
}

// Timetable shows rows across time, as many as there are, and draws only what is in sight: names and
// hours stay while the rest scrolls. What a row says is asked for when it comes into sight.
//
// It is one tab stop. Left and Right go to blocks, Up and Down to rows, Page, Home and End further;
// Enter activates. Ctrl with plus, minus or the wheel zooms.
type Timetable struct {
	fynewidget.BaseWidget
	// NameHead and TrailingHead stand above the names; Longest and LongestWords are the longest name and
	// words, for large text.
	NameHead, TrailingHead, Longest, LongestWords string
	// Label is what stands above a column that begins at a time.
	Label func(at time.Duration) string
	// Dense rows are lower and show titles only.
	Dense bool
	// Tip says what stands beside a block.
	Tip func(row, block int) BlockTip
	// OnActivated is told of Enter on a block or a tap on it; block is −1 for the row itself. OnMenu is told
	// where its menu was asked for, OnMoved that the keys went elsewhere, OnZoom of another zoom.
	OnActivated func(row, block int)
	OnMenu      func(row, block int, at fyne.Position)
	OnMoved     func(row, block int)
	OnZoom      func(minutes int)
	// OnKey sees other keys and returns true to keep them.
	OnKey func(*fyne.KeyEvent) bool
	// After is how the table waits before it shows a tip; nil is by the clock.
	After task.After

	row      func(i int) TimetableRow
	rows     []*TimetableRow // that were asked for
	span     Span
	zoom     int  // minutes of a column
	at       spot // where the keys are
	chosen   spot
	over     spot // under the pointer
	focused  bool
	want     time.Duration // what is to be at the left edge once the size is known; negative for nothing
	scroll   *timetableScroll
	field    *timetableField
	names    *timetableNames
	heads    *timetableHeads
	clips    [2]*container.Clip
	card     *timetableCard
	stopTip  func()
	tipPlace spot
}

// spot is a block of a row; −1 is none.
type spot struct{ row, block int }

var nowhere = spot{-1, -1}

// NewTimetable returns an empty table. row says what a row says; it must not take long.
func NewTimetable(row func(i int) TimetableRow) *Timetable {
	t := &Timetable{row: row, zoom: 60, at: nowhere, chosen: nowhere, over: nowhere, want: -1, tipPlace: nowhere}
	t.field, t.names, t.heads = &timetableField{table: t}, &timetableNames{table: t}, &timetableHeads{table: t}
	t.field.ExtendBaseWidget(t.field)
	t.names.ExtendBaseWidget(t.names)
	t.heads.ExtendBaseWidget(t.heads)
	t.scroll = newTimetableScroll(t.field)
	t.scroll.OnScrolled = func(fyne.Position) { t.scrolled() }
	t.clips = [2]*container.Clip{container.NewClip(t.names), container.NewClip(t.heads)}
	t.card = newTimetableCard()
	t.ExtendBaseWidget(t)
	return t
}

// Set changes what there is, and asks again what rows say. The view stays where it is.
func (t *Timetable) Set(s Span) {
	t.span = s
	t.rows = make([]*TimetableRow, s.Rows)
	t.at, t.chosen, t.over = t.held(t.at), t.held(t.chosen), nowhere
	t.hideTip()
	t.Refresh()
}

// held is a place if it is still there.
func (t *Timetable) held(p spot) spot {
	if p.row < 0 || p.row >= t.span.Rows {
		return nowhere
	}
	if p.block >= len(t.get(p.row).Blocks) {
		p.block = -1
	}
	return p
}

// SetNow moves the now-line alone.
func (t *Timetable) SetNow(now time.Duration, word string) {
	t.span.Now, t.span.NowWord = now, word
	t.draw()
}

// get returns a row.
func (t *Timetable) get(i int) *TimetableRow {
	if t.rows[i] == nil {
		r := t.row(i)
		t.rows[i] = &r
	}
	return t.rows[i]
}

// Choose shows that a block is chosen, −1 for none, without bringing it into sight.
func (t *Timetable) Choose(row, block int) {
	to := t.held(spot{row, block})
	if block < 0 {
		to = nowhere
	}
	if t.chosen != to {
		t.chosen = to
		t.draw()
	}
}

// Go puts the keys to a place and brings it into sight.
func (t *Timetable) Go(row, block int) {
	t.at = t.held(spot{row, block})
	t.reveal(t.at)
	t.draw()
}

// At returns where the keys are: a row and one of its blocks, −1 for none.
func (t *Timetable) At() (row, block int) { return t.at.row, t.at.block }

// ScrollTo brings a time to the left edge, as far as there is more to the right.
func (t *Timetable) ScrollTo(at time.Duration) {
	t.want = at
	t.settle()
}

// From returns the time at the left edge.
func (t *Timetable) From() time.Duration { return t.timeAt(t.scroll.Offset.X) }

// settle does what ScrollTo asked for, once the size is known.
func (t *Timetable) settle() {
	if t.want < 0 || t.scroll.Size().Width < 2 || t.span.Length == 0 {
		return
	}
	x := t.x(t.want)
	t.want = -1
	t.field.Resize(t.field.MinSize().Max(t.scroll.Size()))
	t.scroll.ScrollToOffset(fyne.NewPos(x, t.scroll.Offset.Y))
	t.draw()
}

// Focus puts the keyboard's focus into the table.
func (t *Timetable) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
}

// scrolled draws what came into sight.
func (t *Timetable) scrolled() {
	t.hideTip()
	t.draw()
}

// draw draws everything that is in sight anew.
func (t *Timetable) draw() {
	t.field.Refresh()
	t.names.Refresh()
	t.heads.Refresh()
}

// CreateRenderer is part of the widget contract.
func (t *Timetable) CreateRenderer() fyne.WidgetRenderer {
	edge, top, line := NewRule(), NewRule(), NewRule()
	wheel := &timetableWheel{table: t}
	wheel.ExtendBaseWidget(wheel)
	r := &renderer{objects: []fyne.CanvasObject{t.scroll, t.clips[0], t.clips[1], edge, top, line, wheel, t.card}}
	r.min = func() fyne.Size { return fyne.NewSize(t.namesWidth()+100, t.headHeight()+2*t.rowHeight()) }
	r.layout = func(size fyne.Size) {
		names, head := t.namesWidth(), t.headHeight()
		place(t.clips[0], 0, 0, names, size.Height)
		place(t.clips[1], names, 0, max(size.Width-names, 0), head)
		place(t.scroll, names, head, max(size.Width-names, 0), max(size.Height-head, 0))
		t.names.Resize(t.clips[0].Size())
		t.heads.Resize(t.clips[1].Size())
		place(wheel, 0, 0, size.Width, size.Height)
		place(edge, names, 0, 1, size.Height)
		place(top, names, 0, max(size.Width-names, 0), 1)
		place(line, 0, head-1, size.Width, 1)
		t.settle()
		t.draw()
	}
	r.refresh = func() {
		t.rows = make([]*TimetableRow, t.span.Rows)
		r.layout(t.Size())
		t.field.Resize(t.field.MinSize().Max(t.scroll.Size()))
		t.scroll.Refresh()
		edge.Refresh()
		top.Refresh()
		line.Refresh()
		t.card.Refresh()
	}
	return r
}

// Measures of a Timetable, px.
const (
	timetableNames100 float32 = 208
	timetableNamesMax float32 = 320
	timetableColumn   float32 = 64
	timetableNameEnd  float32 = 13
)

func (t *Timetable) headHeight() float32 { return style.Of(t).Height(style.TableHeadHeight) }

// rowHeight is that of the two lines with the same room around them at every text size.
func (t *Timetable) rowHeight() float32 {
	look := style.Of(t)
	if t.Dense {
		return look.Line(style.Body) + look.Line(style.Caption) + 4
	}
	return look.Line(style.Body) + look.Line(style.Caption) + 8
}

// namesWidth grows with large text to the longest name.
func (t *Timetable) namesWidth() float32 {
	look := style.Of(t)
	if look.Scale() <= 1 {
		return timetableNames100
	}
	words := max(measure(t.Longest, look.Text(style.Body), true), measure(t.LongestWords, look.Text(style.Caption), false))
	need := timetableLeft(look) + words + style.IconGap + measure("000", look.Text(style.Body), false) + timetableNameEnd
	return min(max(need, timetableNames100), timetableNamesMax)
}

// Whole returns the height at which a number of rows are all in sight.
func (t *Timetable) Whole(rows int) float32 { return t.headHeight() + float32(rows)*t.rowHeight() }

// Hold puts the keys to a place without bringing it into sight, for rows that moved.
func (t *Timetable) Hold(row, block int) {
	if to := t.held(spot{row, block}); t.at != to {
		t.at = to
		t.draw()
	}
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// RowList shows rows of one height, as many as there are, drawing only those in sight. It is one
// tab stop: arrows, Page and Home and End move, Enter activates, and the page may take other keys.
type RowList struct {
	fynewidget.BaseWidget
	// Stars keeps room for a star before each row. Actions appear on the row under the pointer and
	// on the selected one. Set both before the list is shown.
	Stars   bool
	Actions []RowAction
	// OnSelected is told which row was chosen, OnActivated which one got Enter, OnMenu where the
	// menu of a row was asked for. OnKey sees other keys and returns true to keep them.
	OnSelected  func(index int)
	OnActivated func(index int)
	OnMenu      func(index int, at fyne.Position)
	OnKey       func(index int, key *fyne.KeyEvent) bool
	// Calm reports whether the focus alone chooses nothing, since what is chosen would cover the list; nil
	// is no.
	Calm func() bool

	rows     []Row
	selected int
	focused  bool
	scroll   *container.Scroll
	stack    *rowStack
}

// NewRowList returns an empty list.
func NewRowList() *RowList {
	l := &RowList{selected: -1}
	l.stack = &rowStack{list: l}
	l.stack.ExtendBaseWidget(l.stack)
	l.scroll = container.NewVScroll(l.stack)
	l.scroll.OnScrolled = func(fyne.Position) { l.stack.bind() }
	l.ExtendBaseWidget(l)
	return l
}

// SetRows replaces the rows and chooses one of them, -1 for none, without calling back.
func (l *RowList) SetRows(rows []Row, selected int) {
	l.rows = rows
	l.selected = min(selected, len(rows)-1)
	l.stack.Refresh()
	l.scroll.Refresh()
}

// Rows returns the rows.
func (l *RowList) Rows() []Row { return l.rows }

// Selected returns the number of the chosen row, -1 for none.
func (l *RowList) Selected() int { return l.selected }

// Select chooses a row, brings it into sight and calls back.
func (l *RowList) Select(index int) { l.choose(index) }

func (l *RowList) choose(index int) {
	if index < 0 || index >= len(l.rows) {
		return
	}
	l.selected = index
	l.reveal(index)
	l.stack.bind()
	if l.OnSelected != nil {
		l.OnSelected(index)
	}
}

// reveal scrolls just as far as is needed.
func (l *RowList) reveal(index int) {
	h := l.rowHeight()
	top, bottom := float32(index)*h, float32(index+1)*h
	switch offset := l.scroll.Offset.Y; {
	case top < offset:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
	}
}

// other hands keys to the page, and on.
func (l *RowList) other(e *fyne.KeyEvent) {
	if l.OnKey == nil || !l.OnKey(l.selected, e) {
		LeaveKey(l, e)
	}
}

// openMenu opens the menu of the chosen row, below it.
func (l *RowList) openMenu() {
	if l.OnMenu == nil || l.selected < 0 {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	l.OnMenu(l.selected, fyne.NewPos(at.X+style.PageMargin, l.RowBottom(l.selected)))
}

// RowBottom returns where a row ends on the canvas, px.
func (l *RowList) RowBottom(index int) float32 {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y
	return top + float32(index+1)*l.rowHeight() - l.scroll.Offset.Y
}

func (l *RowList) rowHeight() float32 { return style.Of(l).Height(style.RowHeight) }

func (l *RowList) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// Point puts the keys on a row without calling back: an arrow key or Enter chooses.
func (l *RowList) Point(index int) {
	l.selected = max(min(index, len(l.rows)-1), -1)
	if l.selected >= 0 {
		l.reveal(l.selected)
	}
	l.stack.bind()
}

// FocusGained shows where the keys go; with nothing chosen, the first row is, unless the list is calm.
func (l *RowList) FocusGained() {
	l.focused = true
	switch {
	case l.selected >= 0 || len(l.rows) == 0:
	case l.Calm != nil && l.Calm():
		l.Point(0)
	default:
		l.choose(0)
	}
	l.stack.bind()
}

// FocusLost hides the focus line.
func (l *RowList) FocusLost() {
	l.focused = false
	l.stack.bind()
}

// TypedRune is part of the focus contract.
func (l *RowList) TypedRune(r rune) {
	if r == ' ' && l.OnActivated != nil && l.selected >= 0 {
		l.OnActivated(l.selected)
	}
}

// TypedKey moves, activates, and hands everything else to OnKey.
func (l *RowList) TypedKey(e *fyne.KeyEvent) {
	if PassKey(l, e) {
		return
	}
	if asksMenu(e) {
		l.openMenu()
		return
	}
	page := max(int(l.scroll.Size().Height/l.rowHeight())-1, 1)
	last := len(l.rows) - 1
	switch e.Name {
	case fyne.KeyUp:
		l.choose(max(l.selected-1, 0))
	case fyne.KeyDown:
		l.choose(min(l.selected+1, last))
	case fyne.KeyPageUp:
		l.choose(max(l.selected-page, 0))
	case fyne.KeyPageDown:
		l.choose(min(l.selected+page, last))
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(last)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.OnActivated != nil && l.selected >= 0 {
			l.OnActivated(l.selected)
		}
	default:
		l.other(e)
	}
}

// CreateRenderer is part of the widget contract.
func (l *RowList) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: []fyne.CanvasObject{l.scroll}}
	r.min = func() fyne.Size { return fyne.NewSize(200, 2*l.rowHeight()) }
	r.layout = func(size fyne.Size) {
		place(l.scroll, 0, 0, size.Width, size.Height)
		l.stack.bind()
	}
	r.refresh = func() {
		l.stack.Refresh()
		l.scroll.Refresh()
	}
	return r
}

// rowStack is as high as all rows and holds views for those in sight.
type rowStack struct {
	fynewidget.BaseWidget
	list  *RowList
	views []*rowView
	shown []fyne.CanvasObject
}

// CreateRenderer is part of the widget contract.
func (s *rowStack) CreateRenderer() fyne.WidgetRenderer { return &stackRenderer{s} }

type stackRenderer struct{ s *rowStack }

func (r *stackRenderer) Objects() []fyne.CanvasObject { return r.s.shown }
func (r *stackRenderer) Destroy()                     {}
func (r *stackRenderer) Layout(fyne.Size)             { r.s.bind() }
func (r *stackRenderer) Refresh()                     { r.s.bind() }
func (r *stackRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, float32(len(r.s.list.rows))*r.s.list.rowHeight())
}

// bind gives each row in sight a view. Views are reused, so a list of any length costs as much as
// its window.
func (s *rowStack) bind() {
	l := s.list
	h := l.rowHeight()
	first := max(int(l.scroll.Offset.Y/h), 0)
	count := min(int(l.scroll.Size().Height/h)+2, len(l.rows)-first)
	s.shown = s.shown[:0]
	for i := 0; i < count; i++ {
		if i == len(s.views) {
			s.views = append(s.views, newRowView(l))
		}
		v := s.views[i]
		place(v, 0, float32(first+i)*h, s.Size().Width, h)
		v.bind(first+i, l.rows[first+i])
		s.shown = append(s.shown, v)
	}
}

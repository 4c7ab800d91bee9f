package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Roster lists people with where they stand, two lines each, and draws only those in sight. It is one
// tab stop: arrows, Page, Home and End move, Enter does what the row offers, or opens its menu.
type Roster struct {
	fynewidget.BaseWidget
	// OnMenu is told where a row's menu was asked for, OnAction that what it offers was.
	OnMenu   func(row int, at fyne.Position)
	OnAction func(row int)
	// MenuTip names the menu's button.
	MenuTip string

	rows    []RosterRow
	current int
	focused bool
	scroll  *container.Scroll
	stack   *rosterStack
}

// RosterRow is somebody in a Roster.
type RosterRow struct {
	// Icon is a drawing's name; it and State are in the colour of Tone. Second follows State.
	Icon          string
	Tone          style.Name
	Name          string
	State, Second string
	// Action is a link in place of the menu's button.
	Action string
	// Still is a row without a menu.
	Still bool
}

// NewRoster returns an empty roster.
func NewRoster(menuTip string) *Roster {
	r := &Roster{MenuTip: menuTip}
	r.stack = &rosterStack{roster: r}
	r.stack.ExtendBaseWidget(r.stack)
	r.scroll = container.NewVScroll(r.stack)
	r.scroll.OnScrolled = func(fyne.Position) { r.stack.bind() }
	r.ExtendBaseWidget(r)
	return r
}

// SetRows replaces the rows.
func (r *Roster) SetRows(rows []RosterRow) {
	r.rows = rows
	r.current = max(min(r.current, len(rows)-1), 0)
	r.Refresh()
}

// Rows returns the rows.
func (r *Roster) Rows() []RosterRow { return r.rows }

// HeightFor returns the height of all rows.
func (r *Roster) HeightFor(float32) float32 { return float32(len(r.rows)) * r.rowHeight() }

func (r *Roster) rowHeight() float32 { return style.Of(r).Height(style.TwoLineHeight) }

// FocusGained shows where the keys go.
func (r *Roster) FocusGained() {
	r.focused = true
	r.stack.bind()
	Follow(r)
}

// FocusLost hides the focus line.
func (r *Roster) FocusLost() {
	r.focused = false
	r.stack.bind()
}

// TypedRune is part of the focus contract.
func (r *Roster) TypedRune(rune) {}

// TypedKey moves, acts, and opens menus.
func (r *Roster) TypedKey(e *fyne.KeyEvent) {
	if PassKey(r, e) {
		return
	}
	if asksMenu(e) {
		r.openMenu()
		return
	}
	page := max(int(r.scroll.Size().Height/r.rowHeight())-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		r.move(r.current - 1)
	case fyne.KeyDown:
		r.move(r.current + 1)
	case fyne.KeyPageUp:
		r.move(r.current - page)
	case fyne.KeyPageDown:
		r.move(r.current + page)
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(len(r.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.current < len(r.rows) && r.rows[r.current].Action != "" {
			r.act(r.current)
		} else {
			r.openMenu()
		}
	default:
		LeaveKey(r, e)
	}
}

func (r *Roster) move(to int) {
	r.current = max(min(to, len(r.rows)-1), 0)
	h := r.rowHeight()
	top := float32(r.current) * h
	switch room := r.scroll.Size().Height; {
	case top < r.scroll.Offset.Y:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+h > r.scroll.Offset.Y+room:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top+h-room))
	}
	r.stack.bind()
}

func (r *Roster) act(row int) {
	if r.OnAction != nil && row < len(r.rows) {
		r.OnAction(row)
	}
}

// openMenu opens the menu of the current row below its name.
func (r *Roster) openMenu() {
	if r.current < len(r.rows) && !r.rows[r.current].Still && r.OnMenu != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll)
		r.OnMenu(r.current, at.AddXY(style.PageMargin, float32(r.current+1)*r.rowHeight()-r.scroll.Offset.Y))
	}
}

// CreateRenderer is part of the widget contract.
func (r *Roster) CreateRenderer() fyne.WidgetRenderer {
	d := &renderer{objects: []fyne.CanvasObject{r.scroll}}
	d.min = func() fyne.Size { return fyne.NewSize(160, r.rowHeight()) }
	d.layout = func(size fyne.Size) {
		place(r.scroll, 0, 0, size.Width, size.Height)
		r.stack.bind()
	}
	d.refresh = func() {
		r.stack.Refresh()
		r.scroll.Refresh()
	}
	return d
}

// rosterStack is as high as all rows of a Roster and holds views for those in sight.
type rosterStack struct {
	fynewidget.BaseWidget
	roster *Roster
	views  []*rosterView
	shown  []fyne.CanvasObject
}

// CreateRenderer is part of the widget contract.
func (s *rosterStack) CreateRenderer() fyne.WidgetRenderer { return &rosterStackRenderer{s} }

type rosterStackRenderer struct{ s *rosterStack }

func (d *rosterStackRenderer) Objects() []fyne.CanvasObject { return d.s.shown }
func (d *rosterStackRenderer) Destroy()                     {}
func (d *rosterStackRenderer) Layout(fyne.Size)             { d.s.bind() }
func (d *rosterStackRenderer) Refresh()                     { d.s.bind() }
func (d *rosterStackRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, float32(len(d.s.roster.rows))*d.s.roster.rowHeight())
}

// bind gives each row in sight a view.
func (s *rosterStack) bind() {
	r := s.roster
	h := r.rowHeight()
	first := max(int(r.scroll.Offset.Y/h), 0)
	count := max(min(int(r.scroll.Size().Height/h)+2, len(r.rows)-first), 0)
	s.shown = s.shown[:0]
	for i := range count {
		if i == len(s.views) {
			s.views = append(s.views, newRosterView(r))
		}
		v := s.views[i]
		v.row, v.says = first+i, r.rows[first+i]
		place(v, 0, float32(first+i)*h, s.Size().Width, h)
		v.Refresh()
		s.shown = append(s.shown, v)
	}
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// rosterPad is the room above a row's two lines, px.
const rosterPad float32 = 4

// rosterView draws somebody in a Roster. It takes no focus: the roster does.
type rosterView struct {
	fynewidget.BaseWidget
	roster              *Roster
	row                 int
	says                RosterRow
	hovered             bool
	ground              *Fill
	mark, more          *Icon
	name, state, second *Text
	action              *Text
	ring                *canvas.Rectangle
}

var (
	_ fyne.Tappable          = (*rosterView)(nil)
	_ fyne.SecondaryTappable = (*rosterView)(nil)
	_ desktop.Hoverable      = (*rosterView)(nil)
)

func newRosterView(r *Roster) *rosterView {
	v := &rosterView{roster: r, ground: NewFill("", "", 0), mark: NewIcon("", style.IconRow, style.Ink2), more: NewIcon("more", style.IconRow, style.Ink2),
		name: NewText("", style.Body, style.Ink), state: NewText("", style.Caption, style.Ink2), second: NewText("", style.Caption, style.Ink2),
		action: NewText("", style.Body, style.Accent), ring: canvas.NewRectangle(transparent)}
	v.name.Elide, v.second.Elide = true, true
	v.ExtendBaseWidget(v)
	return v
}

// Tapped acts at the row's end, and else brings the keys there.
func (v *rosterView) Tapped(e *fyne.PointEvent) {
	r := v.roster
	r.current = v.row
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	switch atEnd := e.Position.X >= v.endsAt(); {
	case atEnd && v.offers():
		r.act(v.row)
	case atEnd && !v.says.Still:
		v.TappedSecondary(e)
	}
}

// TappedSecondary opens the row's menu.
func (v *rosterView) TappedSecondary(e *fyne.PointEvent) {
	v.roster.current = v.row
	if v.roster.OnMenu != nil && !v.says.Still {
		v.roster.OnMenu(v.row, e.AbsolutePosition)
	}
}

// MouseIn begins hover.
func (v *rosterView) MouseIn(*desktop.MouseEvent) {
	v.hovered = true
	v.Refresh()
	if v.name.Shown() != v.name.Words() {
		showTip(v.name, v.says.Name)
	}
}

// MouseMoved is part of being hoverable.
func (v *rosterView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hover.
func (v *rosterView) MouseOut() {
	v.hovered = false
	hideTip(v.name)
	v.Refresh()
}

// offers reports whether the link stands at the end: beside it there is room for where somebody stands.
// Else the menu's button does, with the same in its menu.
func (v *rosterView) offers() bool {
	look := style.Of(v)
	left := style.PageMargin + look.Icon(style.IconRow) + style.FieldGap
	room := v.Size().Width - style.PageMargin - left - style.IconGap - measure(v.says.Action, look.Text(style.Body), false)
	return v.says.Action != "" && room >= measure(v.says.State, look.Text(style.Caption), false)
}

// endsAt is where the link or the menu's button begins.
func (v *rosterView) endsAt() float32 {
	right := v.Size().Width - style.PageMargin
	if v.offers() {
		return right - measure(v.says.Action, style.Of(v).Text(style.Body), false)
	}
	return right - style.Of(v).Icon(style.IconRow)
}

// CreateRenderer is part of the widget contract.
func (v *rosterView) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{v.ground, v.mark, v.name, v.state, v.second, v.action, v.more, v.ring}
	r := &renderer{objects: objects, layout: v.layout}
	r.min = func() fyne.Size { return fyne.NewSize(160, v.roster.rowHeight()) }
	r.refresh = func() {
		v.draw()
		v.layout(v.Size())
		refreshVisible(objects)
	}
	r.refresh()
	return r
}

func (v *rosterView) draw() {
	s := v.says
	v.ground.Color = ""
	if v.hovered {
		v.ground.Color = style.Hover
	}
	v.mark.Name, v.mark.Color = s.Icon, s.Tone
	v.name.words, v.state.words, v.second.words, v.action.words = s.Name, s.State, s.Second, s.Action
	v.state.Color = s.Tone
}

func (v *rosterView) layout(size fyne.Size) {
	look := style.Of(v)
	side, line, caption := look.Icon(style.IconRow), look.Line(style.Body), look.Line(style.Caption)
	v.action.Hidden = !v.offers()
	v.more.Hidden = !v.action.Hidden || v.says.Still
	place(v.ground, 0, 0, size.Width, size.Height)
	drawFocus(v.ring, look, size, v.roster.focused && v.roster.current == v.row, -1, style.RadiusButton)
	place(v.mark, style.PageMargin, middle(size.Height, side), side, side)
	x := style.PageMargin + side + style.FieldGap
	end := v.endsAt()
	room := max(end-style.IconGap-x, 0)
	place(v.name, x, rosterPad, room, line)
	state := measure(v.state.words, look.Text(style.Caption), false)
	place(v.state, x, rosterPad+line, state, caption)
	v.second.Hidden = room-state < v.second.natural(look)
	place(v.second, x+state, rosterPad+line, max(room-state, 0), caption)
	place(v.action, end, middle(size.Height, line), size.Width-style.PageMargin-end, line)
	place(v.more, end, middle(size.Height, side), side, side)
}

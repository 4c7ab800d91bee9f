package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// choice is what a row of choices says. The one that is on has a tick before it.
type choice struct {
	title, second, trailing string
	on                      bool
}

// choices is a short list of which one row is chosen. It is one tab stop and as high as its rows:
// it stands in a page that scrolls, and does not scroll itself.
type choices struct {
	fynewidget.BaseWidget
	rows     []*choiceRow
	shown    []choice
	selected int
	over     int
	focused  bool
	picked   func(int)
	onKey    func(*fyne.KeyEvent)
	onFocus  func()
}

func newChoices(picked func(int), key func(*fyne.KeyEvent)) *choices {
	c := &choices{over: -1, picked: picked, onKey: key}
	c.ExtendBaseWidget(c)
	return c
}

var (
	_ fyne.Tappable     = (*choices)(nil)
	_ fyne.Focusable    = (*choices)(nil)
	_ desktop.Hoverable = (*choices)(nil)
)

// set replaces the rows and chooses one, without calling back.
func (c *choices) set(rows []choice, selected int) {
	c.shown, c.selected = rows, selected
	for len(c.rows) < len(rows) {
		c.rows = append(c.rows, newChoiceRow())
	}
	c.rows = c.rows[:len(rows)]
	c.Refresh()
}

func (c *choices) choose(row int) {
	if row >= 0 && row < len(c.shown) && row != c.selected {
		c.selected = row
		c.Refresh()
		c.picked(row)
	}
}

// Tapped chooses the row below the pointer.
func (c *choices) Tapped(e *fyne.PointEvent) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
		on.Focus(c)
	}
	c.choose(c.at(e.Position))
}

// MouseIn begins hover.
func (c *choices) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved shows which row is below the pointer.
func (c *choices) MouseMoved(e *desktop.MouseEvent) { c.hover(c.at(e.Position)) }

// MouseOut ends hover.
func (c *choices) MouseOut() { c.hover(-1) }

func (c *choices) hover(row int) {
	if row != c.over {
		c.over = row
		c.Refresh()
	}
}

// FocusGained shows where the keys go.
func (c *choices) FocusGained() {
	c.setFocused(true)
	c.onFocus()
}

// FocusLost hides the focus line.
func (c *choices) FocusLost() { c.setFocused(false) }

func (c *choices) setFocused(on bool) {
	c.focused = on
	c.Refresh()
}

// TypedRune hands a blank on as the key that it is.
func (c *choices) TypedRune(r rune) {
	if r == ' ' {
		c.onKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

// TypedKey moves with arrows, Home and End, and hands on the rest.
func (c *choices) TypedKey(e *fyne.KeyEvent) {
	if widget.PassKey(c, e) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		c.choose(c.selected - 1)
	case fyne.KeyDown:
		c.choose(c.selected + 1)
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(len(c.shown) - 1)
	case fyne.KeySpace: // comes as a rune, too
	default:
		c.onKey(e)
		widget.LeaveKey(c, e)
	}
}

func (c *choices) rowHeight() float32 { return style.Of(c).Height(style.RowHeight) }

func (c *choices) at(p fyne.Position) int {
	if p.Y < 0 || int(p.Y/c.rowHeight()) >= len(c.shown) {
		return -1
	}
	return int(p.Y / c.rowHeight())
}

// HeightFor returns the height of all rows.
func (c *choices) HeightFor(float32) float32 { return float32(len(c.shown)) * c.rowHeight() }

// CreateRenderer is part of the widget contract.
func (c *choices) CreateRenderer() fyne.WidgetRenderer { return &choicesRenderer{c} }

// choicesRenderer draws as many rows as there are at the moment.
type choicesRenderer struct{ c *choices }

func (r *choicesRenderer) Destroy() {}
func (r *choicesRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, r.c.HeightFor(0))
}

func (r *choicesRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.c.rows))
	for i, row := range r.c.rows {
		objects[i] = row
	}
	return objects
}

func (r *choicesRenderer) Layout(size fyne.Size) {
	for i, row := range r.c.rows {
		widget.Place(row, 0, float32(i)*r.c.rowHeight(), size.Width, r.c.rowHeight())
	}
}

func (r *choicesRenderer) Refresh() {
	for i, row := range r.c.rows {
		row.bind(r.c.shown[i], i == r.c.selected, i == r.c.over, i == r.c.selected && r.c.focused)
	}
	r.Layout(r.c.Size())
}

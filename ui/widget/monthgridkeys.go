package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows where the keys go.
func (g *MonthGrid) FocusGained() {
	g.focused = true
	g.Refresh()
	Follow(g)
}

// FocusLost hides the focus line.
func (g *MonthGrid) FocusLost() {
	g.focused = false
	g.Refresh()
}

// TypedRune does nothing.
func (g *MonthGrid) TypedRune(rune) {}

// TypedKey moves, activates, and hands everything else to OnKey.
func (g *MonthGrid) TypedKey(e *fyne.KeyEvent) {
	if PassKey(g, e) {
		return
	}
	week := g.at - g.at%7
	switch e.Name {
	case fyne.KeyLeft:
		g.move(-1)
	case fyne.KeyRight:
		g.move(1)
	case fyne.KeyUp:
		g.move(-7)
	case fyne.KeyDown:
		g.move(7)
	case fyne.KeyHome:
		g.move(week - g.at)
	case fyne.KeyEnd:
		g.move(week + 6 - g.at)
	case fyne.KeyPageUp:
		g.turn(-1)
	case fyne.KeyPageDown:
		g.turn(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if g.OnActivated != nil && g.at >= 0 {
			g.OnActivated(g.at)
		}
	default:
		leave(g, g.OnKey, e)
	}
}

// move goes some days further, out of the month if need be.
func (g *MonthGrid) move(days int) {
	to := g.at + days
	if days == 0 {
		return
	}
	if to < 0 || to >= len(g.cells) || g.cells[to].Other {
		if g.OnBeyond != nil {
			g.OnBeyond(days)
		}
		return
	}
	g.choose(to)
}

func (g *MonthGrid) choose(to int) {
	g.at = to
	g.Refresh()
	if g.OnMoved != nil {
		g.OnMoved(to)
	}
}

// Tapped chooses a day; a second tap on it activates.
func (g *MonthGrid) Tapped(e *fyne.PointEvent) {
	i := g.cellAt(e.Position)
	if i < 0 {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	switch {
	case i == g.at && g.OnActivated != nil:
		g.OnActivated(i)
	case g.cells[i].Other:
		g.move(i - g.at)
	default:
		g.choose(i)
	}
}

// MouseIn begins hover.
func (g *MonthGrid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved shows which day is under the pointer.
func (g *MonthGrid) MouseMoved(e *desktop.MouseEvent) {
	if over := g.cellAt(e.Position); over != g.over {
		g.over = over
		g.Refresh()
	}
}

// MouseOut ends hover.
func (g *MonthGrid) MouseOut() {
	g.over = -1
	g.Refresh()
}

// turn asks for another month.
func (g *MonthGrid) turn(by int) {
	if g.OnMonth != nil {
		g.OnMonth(by)
	}
}

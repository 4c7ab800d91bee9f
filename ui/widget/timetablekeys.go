package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable    = (*Timetable)(nil)
	_ fyne.Shortcutable = (*Timetable)(nil)
)

// FocusGained shows where the keys go.
func (t *Timetable) FocusGained() {
	t.focused = true
	if t.at == nowhere && t.span.Rows > 0 {
		first, _ := t.rowsInSight()
		t.at = spot{first, -1}
	}
	t.draw()
}

// FocusLost hides the focus line.
func (t *Timetable) FocusLost() {
	t.focused = false
	t.hideTip()
	t.draw()
}

// TypedRune activates on a blank.
func (t *Timetable) TypedRune(r rune) {
	if r == ' ' {
		t.activate()
	}
}

// TypedKey moves, activates, and hands everything else to OnKey.
func (t *Timetable) TypedKey(e *fyne.KeyEvent) {
	if PassKey(t, e) {
		return
	}
	if asksMenu(e) {
		t.menu(t.at, fyne.Position{})
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		t.move(t.beside(-1))
	case fyne.KeyRight:
		t.move(t.beside(1))
	case fyne.KeyUp:
		t.move(t.below(-1))
	case fyne.KeyDown:
		t.move(t.below(1))
	case fyne.KeyPageUp:
		t.move(t.below(-t.page()))
	case fyne.KeyPageDown:
		t.move(t.below(t.page()))
	case fyne.KeyHome:
		t.move(spot{t.at.row, -1})
	case fyne.KeyEnd:
		if t.at.row >= 0 {
			t.move(spot{t.at.row, len(t.get(t.at.row).Blocks) - 1})
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		t.activate()
	default:
		leave(t, t.OnKey, e)
	}
}

func (t *Timetable) page() int { return max(int(t.scroll.Size().Height/t.rowHeight())-1, 1) }

func (t *Timetable) activate() {
	if t.at.row >= 0 && t.OnActivated != nil {
		t.hideTip()
		t.OnActivated(t.at.row, t.at.block)
	}
}

// move puts the keys elsewhere.
func (t *Timetable) move(to spot) {
	if to.row < 0 || to.row >= t.span.Rows {
		return
	}
	t.at = to
	t.reveal(to)
	t.draw()
	t.tipNow(to)
	if t.OnMoved != nil {
		t.OnMoved(to.row, to.block)
	}
}

// beside is the place to the left or the right. From the row itself it goes to the block that runs or
// comes next at the left edge of what is in sight, or to the last one before.
func (t *Timetable) beside(by int) spot {
	p := t.at
	if p.row < 0 {
		return spot{0, -1}
	}
	blocks := t.get(p.row).Blocks
	if p.block >= 0 || by < 0 {
		p.block = min(max(p.block+by, -1), len(blocks)-1)
		return p
	}
	p.block = len(blocks) - 1
	for i, b := range blocks {
		if b.To > t.timeAt(t.scroll.Offset.X) {
			p.block = i
			break
		}
	}
	return p
}

// below is the place some rows further down, at the same time as far as there is something.
func (t *Timetable) below(by int) spot {
	from := t.at
	if from.row < 0 {
		return spot{0, -1}
	}
	row := min(max(from.row+by, 0), t.span.Rows-1)
	if from.block < 0 || row == from.row {
		return spot{row, from.block}
	}
	b := t.get(from.row).Blocks[from.block]
	best, least := -1, time.Duration(-1)
	for i, o := range t.get(row).Blocks {
		away := max(o.From-b.To, b.From-o.To, 0) + (o.From-b.From).Abs()/16
		if least < 0 || away < least {
			best, least = i, away
		}
	}
	return spot{row, best}
}

// TypedShortcut zooms with plus and minus, and goes to the first and the last row with Home and End.
// Everything else goes on to the window.
func (t *Timetable) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault && t.typedWithCtrl(c.KeyName) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(t).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

func (t *Timetable) typedWithCtrl(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyPlus, fyne.KeyEqual:
		t.SetZoom(t.step(-1))
	case fyne.KeyMinus:
		t.SetZoom(t.step(1))
	case fyne.Key0:
		t.SetZoom(60)
	case fyne.KeyHome:
		t.move(spot{0, -1})
	case fyne.KeyEnd:
		t.move(spot{t.span.Rows - 1, -1})
	default:
		return false
	}
	return true
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows where the keys go, and tells of the day.
func (w *WeekStrip) FocusGained() {
	w.focused = true
	w.tell(w.at)
	w.Refresh()
	Follow(w)
}

// FocusLost hides the focus line.
func (w *WeekStrip) FocusLost() {
	w.focused = false
	w.at = max(w.shown(w.days), 0)
	hideTip(w)
	w.Refresh()
}

// TypedRune activates on a blank.
func (w *WeekStrip) TypedRune(r rune) {
	if r == ' ' {
		w.activate(w.at)
	}
}

// TypedKey moves, activates, and hands everything else to OnKey.
func (w *WeekStrip) TypedKey(e *fyne.KeyEvent) {
	if PassKey(w, e) {
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		w.goTo(w.at - 1)
	case fyne.KeyRight:
		w.goTo(w.at + 1)
	case fyne.KeyHome:
		w.goTo(0)
	case fyne.KeyEnd:
		w.goTo(len(w.days) - 1)
	case fyne.KeyPageUp:
		w.week(-1)
	case fyne.KeyPageDown:
		w.week(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		w.activate(w.at)
	default:
		leave(w, w.OnKey, e)
	}
}

// goTo puts the keys to a day, of those that there are.
func (w *WeekStrip) goTo(day int) {
	if day < 0 || day >= len(w.days) {
		return
	}
	w.at = day
	w.tell(day)
	w.Refresh()
}

func (w *WeekStrip) week(by int) {
	if w.OnWeek != nil {
		w.OnWeek(by)
	}
}

func (w *WeekStrip) activate(day int) {
	hideTip(w)
	if day >= 0 && day < len(w.days) && w.OnActivated != nil {
		w.OnActivated(day)
	}
}

// tell shows the tip of a day.
func (w *WeekStrip) tell(day int) {
	if day >= 0 && day < len(w.days) {
		showTip(w, w.days[day].Tip)
	}
}

// dayAt is the day at a point, −1 for none.
func (w *WeekStrip) dayAt(p fyne.Position) int {
	if p.X < 0 || p.Y < 0 || p.X >= w.Size().Width || p.Y >= w.Size().Height || len(w.days) == 0 {
		return -1
	}
	return int(p.X / (w.Size().Width / float32(len(w.days))))
}

// Tapped activates a day.
func (w *WeekStrip) Tapped(e *fyne.PointEvent) { w.activate(w.dayAt(e.Position)) }

// MouseIn begins hover.
func (w *WeekStrip) MouseIn(e *desktop.MouseEvent) { w.MouseMoved(e) }

// MouseMoved shows which day is under the pointer.
func (w *WeekStrip) MouseMoved(e *desktop.MouseEvent) {
	if over := w.dayAt(e.Position); over != w.over {
		w.over = over
		w.tell(over)
		w.Refresh()
	}
}

// MouseOut ends hover.
func (w *WeekStrip) MouseOut() {
	w.over = -1
	hideTip(w)
	w.Refresh()
}

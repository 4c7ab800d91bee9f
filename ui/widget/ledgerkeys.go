package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable     = (*Ledger)(nil)
	_ fyne.Shortcutable  = (*Ledger)(nil)
	_ desktop.Keyable    = (*Ledger)(nil)
	_ desktop.Cursorable = (*ledgerView)(nil)
)

// FocusGained shows where the keys go; it chooses nothing.
func (l *Ledger) FocusGained() {
	l.focused = true
	if l.choice.current < 0 && len(l.choice.keys) > 0 {
		l.choice.current = 0
	}
	l.stack.bind(false)
	Follow(l)
}

// FocusLost hides the focus line.
func (l *Ledger) FocusLost() {
	l.focused, l.shift, l.link = false, false, -1
	if v := l.stack.viewOf(l.choice.current); v != nil {
		hideTip(v)
	}
	l.stack.bind(false)
}

// KeyDown notices Shift.
func (l *Ledger) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		l.shift = true
	}
}

// KeyUp notices Shift.
func (l *Ledger) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		l.shift = false
	}
}

// TypedRune chooses the current row on a blank.
func (l *Ledger) TypedRune(r rune) {
	if r == ' ' && l.choice.current >= 0 {
		l.chose(l.choice.current, l.choice.only)
	}
}

// TypedKey moves, activates, and hands everything else to OnKey.
func (l *Ledger) TypedKey(e *fyne.KeyEvent) {
	if PassKey(l, e) {
		return
	}
	if to, moves := l.target(e.Name); moves {
		if len(l.choice.chosen) == 0 && !l.shift && (e.Name == fyne.KeyUp || e.Name == fyne.KeyDown) {
			to = max(l.choice.current, 0) // the first arrow chooses where the keys are
		}
		how := l.choice.only
		if l.shift {
			how = l.choice.extend
		}
		l.chose(to, how)
		l.tipCurrent()
		return
	}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		l.moveLink(e.Name == fyne.KeyRight)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.activate()
	case desktop.KeyMenu:
		l.openMenu()
	case fyne.KeyF10:
		if l.shift {
			l.openMenu()
		}
	default:
		leave(l, l.OnKey, e)
	}
}

// target returns the row that a key moves to.
func (l *Ledger) target(key fyne.KeyName) (to int, moves bool) {
	current, last := l.choice.current, len(l.choice.keys)-1
	page := max(int(l.scroll.Size().Height/l.rowHeight())-1, 1)
	switch key {
	case fyne.KeyUp:
		return max(current-1, 0), true
	case fyne.KeyDown:
		return min(current+1, last), true
	case fyne.KeyPageUp:
		return max(current-page, 0), true
	case fyne.KeyPageDown:
		return min(current+page, last), true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return last, true
	}
	return 0, false
}

// TypedShortcut moves without choosing, chooses by single rows, and chooses all. Everything else goes
// on to the window.
func (l *Ledger) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		if len(l.choice.keys) > 0 {
			l.choice.all()
			l.stack.bind(false)
			l.tellChosen()
		}
		return
	case *desktop.CustomShortcut:
		if s.Modifier == fyne.KeyModifierShortcutDefault && l.typedWithCtrl(s.KeyName) {
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

func (l *Ledger) typedWithCtrl(key fyne.KeyName) bool {
	if key == fyne.KeySpace {
		l.chose(l.choice.current, l.choice.toggle)
		return true
	}
	to, moves := l.target(key)
	if !moves {
		return false
	}
	if to >= 0 {
		l.link = -1
		l.choice.current = to
		l.reveal(to)
		l.stack.bind(false)
		l.tipCurrent()
	}
	return true
}

// moveLink goes to the next or the last link of the current row, and back to the row.
func (l *Ledger) moveLink(right bool) {
	v := l.stack.viewOf(l.choice.current)
	if v == nil {
		return
	}
	if right {
		l.link = min(l.link+1, v.links()-1)
	} else {
		l.link = max(l.link-1, -1)
	}
	l.stack.bind(false)
}

func (l *Ledger) activate() {
	key, ok := l.choice.key(l.choice.current)
	if !ok {
		return
	}
	if v := l.stack.viewOf(l.choice.current); v != nil && l.link >= 0 {
		v.act(l.link)
		return
	}
	if l.OnActivated != nil {
		l.OnActivated(key)
	}
}

// openMenu opens the menu of the current row below its title.
func (l *Ledger) openMenu() {
	if l.OnMenu == nil || l.choice.current < 0 {
		return
	}
	if key, _ := l.choice.key(l.choice.current); !l.choice.isChosen(key) {
		l.chose(l.choice.current, l.choice.only)
	}
	at, size := l.CurrentArea()
	l.OnMenu(at.AddXY(ledgerMenuLeft, size.Height))
}

// ledgerMenuLeft is where a menu asked for by key opens, px from the row's start.
const ledgerMenuLeft float32 = 44

// tipCurrent shows the title of the row that the keys came to when it is cut. The second words, which
// nearly always are, appear under the pointer only.
func (l *Ledger) tipCurrent() {
	if v := l.stack.viewOf(l.choice.current); v != nil && slices.Contains(v.cut, v.row.Title) {
		showTip(v, v.row.Title)
	}
}

package widget

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"
)

// ledgerView draws a row of a Ledger. It is no tab stop: the ledger is.
type ledgerView struct {
	fynewidget.BaseWidget
	list   *Ledger
	index  int
	key    int64
	row    LedgerRow
	loaded bool
	pose   ledgerPose
	click  fyne.KeyModifier // held down with the mouse button
	places []segment        // of the links that are drawn
	cut    []string         // words that are not drawn whole
}

// ledgerPose is how a row stands there, beside what it says.
type ledgerPose struct {
	hovered, chosen, ring bool
	over, link            int // the link under the pointer and the one that the keys are at, −1 for none
}

func newLedgerView(l *Ledger) *ledgerView {
	v := &ledgerView{list: l, index: -1, pose: ledgerPose{over: -1, link: -1}}
	v.ExtendBaseWidget(v)
	return v
}

// same reports whether two rows look alike; what their links do may differ.
func (r LedgerRow) same(o LedgerRow) bool {
	return r.Lead == o.Lead && r.State == o.State && r.Word == o.Word && r.Title == o.Title && r.Second == o.Second &&
		r.Trailing == o.Trailing && r.Reason == o.Reason &&
		slices.EqualFunc(r.Actions, o.Actions, func(a, b LedgerAction) bool { return a.Word == b.Word })
}

// bind makes the view show a row, and draws it if it looks different from before. With anew, the row
// is asked again what it says.
func (v *ledgerView) bind(index int, anew bool) {
	l := v.list
	key := l.choice.keys[index]
	pose := v.pose
	other := key != v.key || v.index < 0
	if other {
		hideTip(v)
		pose.over = -1
		pose.hovered = pose.hovered && index == v.index // another row under the resting pointer
	}
	v.index, v.key = index, key
	changed := other
	if other || anew {
		row, loaded := l.row(key)
		changed = changed || loaded != v.loaded || !row.same(v.row)
		v.row, v.loaded = row, loaded
	}
	pose.chosen, pose.ring, pose.link = l.choice.isChosen(key), false, -1
	if l.focused && index == l.choice.current {
		pose.link = min(l.link, v.links()-1)
		pose.ring = pose.link < 0
	}
	if changed || pose != v.pose {
		v.pose = pose
		v.Refresh()
	}
}

// links counts the links of the row.
func (v *ledgerView) links() int { return len(v.row.Actions) }

func (v *ledgerView) act(link int) {
	if link >= 0 && link < v.links() {
		hideTip(v)
		v.row.Actions[link].Do()
	}
}

// linkAt returns the link at a point of the row, −1 for none.
func (v *ledgerView) linkAt(p fyne.Position) int {
	const slack = 4 // a link is easier to hit than to read
	for i, s := range v.places {
		if p.X >= s.x-slack && p.X < s.x+s.w+slack && p.Y >= s.y-slack && p.Y < s.y+s.h+slack {
			return i
		}
	}
	return -1
}

var (
	_ fyne.Tappable          = (*ledgerView)(nil)
	_ fyne.SecondaryTappable = (*ledgerView)(nil)
	_ desktop.Mouseable      = (*ledgerView)(nil)
	_ desktop.Hoverable      = (*ledgerView)(nil)
	_ desktop.Cursorable     = (*ledgerView)(nil)
)

// MouseDown notices the keys that are held down.
func (v *ledgerView) MouseDown(e *desktop.MouseEvent) { v.click = e.Modifier }

// MouseUp is part of taking mouse buttons.
func (v *ledgerView) MouseUp(*desktop.MouseEvent) {}

// Tapped does what the link under the pointer says, or chooses the row: alone, with Shift as far as
// here, with Ctrl beside the others.
func (v *ledgerView) Tapped(e *fyne.PointEvent) {
	l, held := v.list, v.click
	v.click = 0
	if link := v.linkAt(e.Position); link >= 0 && held == 0 {
		v.act(link)
		return
	}
	l.Focus()
	switch {
	case held&fyne.KeyModifierShift != 0:
		l.chose(v.index, l.choice.extend)
	case held&fyne.KeyModifierShortcutDefault != 0:
		l.chose(v.index, l.choice.toggle)
	default:
		l.chose(v.index, l.choice.only)
	}
}

// TappedSecondary opens the menu of what is chosen; a row that is not is chosen alone before.
func (v *ledgerView) TappedSecondary(e *fyne.PointEvent) {
	l := v.list
	v.click = 0
	l.Focus()
	if !l.choice.isChosen(v.key) {
		l.chose(v.index, l.choice.only)
	}
	if l.OnMenu != nil {
		l.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn begins hover; words that are cut appear whole after a moment.
func (v *ledgerView) MouseIn(e *desktop.MouseEvent) {
	v.hover(e, true)
	showTip(v, v.cutWords())
}

// MouseMoved shows which link is under the pointer.
func (v *ledgerView) MouseMoved(e *desktop.MouseEvent) { v.hover(e, true) }

// MouseOut ends hover.
func (v *ledgerView) MouseOut() {
	hideTip(v)
	v.hover(nil, false)
}

func (v *ledgerView) hover(e *desktop.MouseEvent, on bool) {
	pose := v.pose
	pose.hovered, pose.over = on, -1
	if e != nil {
		pose.over = v.linkAt(e.Position)
	}
	if pose != v.pose {
		v.pose = pose
		v.Refresh()
	}
}

// Cursor shows a hand over links.
func (v *ledgerView) Cursor() desktop.Cursor {
	if v.pose.over >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// tipMost is how many characters of a row's words a tip shows.
const tipMost = 600

// cutWords returns what is not drawn whole, "" when everything is.
func (v *ledgerView) cutWords() string {
	words := []rune(strings.Join(v.cut, "\n"))
	if len(words) > tipMost {
		return string(words[:tipMost]) + "…"
	}
	return string(words)
}

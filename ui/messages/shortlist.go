package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// shortRow is what a row of a shortList says.
type shortRow struct {
	icon  string
	color style.Name // of the icon
	title string
	// second stands below the title; trailing at the end, in its colour or in ink2.
	second, trailing string
	trailingColor    style.Name
}

// shortList shows a few rows, such as people or suggestions; more than a few belong into a list that
// draws only what is in sight. It is one tab stop: arrows, Home and End move, Enter and a blank choose.
type shortList struct {
	fynewidget.BaseWidget
	// gap is between the icon and the words, pad at both sides of a row. Both are set before the list
	// is shown, as is plus, which gives each row a plus at its end.
	gap, pad float32
	plus     bool
	// chosen is told which row was tapped or got Enter; key sees the keys that the list does not use,
	// and returns true to keep them; focus is told when focus comes and goes.
	chosen func(index int)
	key    func(k *fyne.KeyEvent) bool
	focus  func(on bool)

	rows    []shortRow
	views   []*shortView
	current int
	focused bool
	// marked shows the current row without focus, for a list that belongs to a field.
	marked bool
}

func newShortList(chosen func(int)) *shortList {
	l := &shortList{gap: style.FieldGap, pad: style.PageMargin, chosen: chosen}
	l.ExtendBaseWidget(l)
	return l
}

// set replaces the rows.
func (l *shortList) set(rows []shortRow) {
	l.rows = rows
	l.current = max(min(l.current, len(rows)-1), 0)
	l.Refresh()
}

// choose makes a row the current one.
func (l *shortList) choose(index int) {
	l.current = max(min(index, len(l.rows)-1), 0)
	l.Refresh()
}

// over reports whether the pointer is over a row.
func (l *shortList) over() bool {
	for i, v := range l.views {
		if i < len(l.rows) && v.hovered {
			return true
		}
	}
	return false
}

// rowHeight is the height of a row of this kind: one with a second line is higher.
func (l *shortList) rowHeight(look style.Look, r shortRow) float32 {
	if r.second != "" {
		return look.Height(style.TwoLineHeight)
	}
	return look.Height(style.ButtonHeight)
}

// HeightFor returns the height of all rows.
func (l *shortList) HeightFor(float32) float32 {
	h, look := float32(0), style.Of(l)
	for _, r := range l.rows {
		h += l.rowHeight(look, r)
	}
	return h
}

// natural is the width that the longest row needs, px.
func (l *shortList) natural(look style.Look) float32 {
	w := float32(0)
	for _, r := range l.rows {
		w = max(w, measure(r.title, look.Text(style.Body)), measure(r.second, look.Text(style.Caption)))
	}
	return w + 2*l.pad + look.Icon(style.IconRow) + l.gap
}

func measure(words string, size float32) float32 {
	return fyne.MeasureText(words, size, fyne.TextStyle{}).Width
}

// FocusGained shows where the keys go.
func (l *shortList) FocusGained() { l.setFocus(true) }

// FocusLost hides it.
func (l *shortList) FocusLost() { l.setFocus(false) }

func (l *shortList) setFocus(on bool) {
	l.focused = on
	l.Refresh()
	if on {
		widget.Follow(l)
	}
	if l.focus != nil {
		l.focus(on)
	}
}

// TypedRune chooses on a blank.
func (l *shortList) TypedRune(r rune) {
	if r == ' ' {
		l.take(l.current)
	}
}

// TypedKey moves and chooses.
func (l *shortList) TypedKey(k *fyne.KeyEvent) {
	if widget.PassKey(l, k) {
		return
	}
	switch k.Name {
	case fyne.KeyUp:
		l.choose(l.current - 1)
	case fyne.KeyDown:
		l.choose(l.current + 1)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take(l.current)
	default:
		if l.key == nil || !l.key(k) {
			widget.LeaveKey(l, k)
		}
	}
}

// take chooses a row for good.
func (l *shortList) take(index int) {
	if l.chosen != nil && index >= 0 && index < len(l.rows) {
		l.current = index
		l.chosen(index)
	}
}

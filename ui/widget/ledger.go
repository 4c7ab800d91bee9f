package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Ledger shows rows with a state, as many as there are, and draws only those in sight. Rows are known
// by keys, such as IDs in the database; what a row says is asked for when it comes into sight. Rows
// have two lines, or, with heads, one line in columns.
//
// It is one tab stop. Arrows, Page, Home and End move; with Shift they extend the choice, with Ctrl
// they leave it; Ctrl+Space changes it by a row and Ctrl+A chooses all. Left and Right go to a row's
// links. Enter activates, the Menu key opens the menu, and the page may take other keys.
type Ledger struct {
	fynewidget.BaseWidget
	// Heads make the ledger a table. Words are all words that stand beside marks, and Leads the longest
	// lead: the widest decide where the next column begins. Set them before the ledger is shown.
	Heads *LedgerHeads
	Words []string
	Leads string
	// OnMissing is told which rows in sight are not loaded; Refresh draws them when they are. It must
	// return at once.
	OnMissing func(keys []int64)
	// OnChosen is told that another row is current, or that the choice changed. OnActivated is told of
	// Enter on the current row, OnMenu where its menu was asked for. OnKey sees other keys and returns
	// true to keep them.
	OnChosen    func()
	OnActivated func(key int64)
	OnMenu      func(at fyne.Position)
	OnKey       func(k *fyne.KeyEvent) bool

	row     func(key int64) (LedgerRow, bool)
	choice  ledgerChoice
	link    int // of the current row that the keys are at, −1 for the row itself
	focused bool
	shift   bool // is held down
	scroll  *container.Scroll
	stack   *ledgerStack
	told    []int64 // what OnMissing was last told
}

// NewLedger returns an empty ledger. row says what a row says, and false while it is not loaded.
func NewLedger(row func(key int64) (LedgerRow, bool)) *Ledger {
	l := &Ledger{row: row, choice: newLedgerChoice(), link: -1}
	l.stack = &ledgerStack{list: l}
	l.stack.ExtendBaseWidget(l.stack)
	l.scroll = container.NewVScroll(l.stack)
	l.scroll.OnScrolled = func(fyne.Position) { l.stack.bind(false) }
	l.ExtendBaseWidget(l)
	return l
}

// SetKeys replaces the rows, and asks again what they say. Rows that were chosen stay chosen, and what
// is in sight stays where it is as far as possible; the beginning stays in sight when it is. OnChosen
// is called when chosen rows are gone.
func (l *Ledger) SetKeys(keys []int64) {
	first, count := l.InSight()
	offset := l.scroll.Offset.Y
	if offset > 0 {
		if rows, ok := drift(l.choice.keys[first:first+count], first, keys); ok {
			offset += float32(rows) * l.rowHeight()
		}
	}
	current, _ := l.Current()
	lost := l.choice.replace(keys)
	if now, ok := l.Current(); !ok || now != current {
		l.link = -1
	}
	l.told = nil
	limit := max(float32(len(keys))*l.rowHeight()-l.scroll.Size().Height, 0)
	l.scroll.Offset.Y = max(min(offset, limit), 0)
	l.stack.Resize(l.stack.MinSize().Max(fyne.NewSize(l.scroll.Size().Width, 0)))
	l.scroll.Refresh()
	l.stack.bind(true)
	if lost {
		l.tellChosen()
	}
}

// Keys returns the rows.
func (l *Ledger) Keys() []int64 { return l.choice.keys }

// InSight returns which of Keys are in sight, some only in part.
func (l *Ledger) InSight() (first, count int) {
	h := l.rowHeight()
	first = min(max(int(l.scroll.Offset.Y/h), 0), len(l.choice.keys))
	count = min(int(l.scroll.Size().Height/h)+2, len(l.choice.keys)-first)
	return first, count
}

// Current returns the row that the keys are at; false when there is none.
func (l *Ledger) Current() (key int64, ok bool) { return l.choice.key(l.choice.current) }

// Chosen returns the chosen rows in their order.
func (l *Ledger) Chosen() []int64 { return l.choice.inOrder() }

// CountChosen returns how many rows are chosen, which costs less than Chosen.
func (l *Ledger) CountChosen() int { return len(l.choice.chosen) }

// Choose chooses one row alone, brings it into sight and calls OnChosen. A row that is not there
// changes nothing.
func (l *Ledger) Choose(key int64) {
	if i := slices.Index(l.choice.keys, key); i >= 0 {
		l.chose(i, l.choice.only)
	}
}

// ClearChoice chooses no row, and calls OnChosen if one was chosen.
func (l *Ledger) ClearChoice() {
	if len(l.choice.chosen) == 0 {
		return
	}
	l.choice.chosen = map[int64]bool{}
	l.choice.anchor = -1
	l.stack.bind(false)
	l.tellChosen()
}

// chose changes the choice at a row and says so.
func (l *Ledger) chose(i int, how func(int)) {
	if i < 0 || i >= len(l.choice.keys) {
		return
	}
	l.link = -1
	how(i)
	l.reveal(i)
	l.stack.bind(false)
	l.tellChosen()
}

func (l *Ledger) tellChosen() {
	if l.OnChosen != nil {
		l.OnChosen()
	}
}

// reveal scrolls just as far as is needed.
func (l *Ledger) reveal(i int) {
	h := l.rowHeight()
	top, bottom := float32(i)*h, float32(i+1)*h
	switch offset := l.scroll.Offset.Y; {
	case top < offset:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
	}
}

// Focus puts the keyboard's focus into the ledger.
func (l *Ledger) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
}

// CurrentArea returns where on the canvas the current row is drawn, for menus.
func (l *Ledger) CurrentArea() (at fyne.Position, size fyne.Size) {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y + l.scroll.Position().Y
	left := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).X
	h := l.rowHeight()
	return fyne.NewPos(left, top+float32(l.choice.current)*h-l.scroll.Offset.Y), fyne.NewSize(l.Size().Width, h)
}

// rowHeight is that of the lines with the same room around them at every text size.
func (l *Ledger) rowHeight() float32 {
	look := style.Of(l)
	if l.Heads != nil {
		return look.Height(style.RowHeight)
	}
	return look.Line(style.Body) + look.Line(style.Caption) + ledgerPad
}

// ledgerPad is the room above and below the two lines of a row, px.
const ledgerPad float32 = 12

// CreateRenderer is part of the widget contract.
func (l *Ledger) CreateRenderer() fyne.WidgetRenderer {
	rule := NewRule()
	objects := []fyne.CanvasObject{l.scroll}
	var head *ledgerHead
	if l.Heads != nil {
		head = newLedgerHead(l)
		objects = append(objects, head)
	}
	r := &renderer{objects: append(objects, rule)}
	top := func() float32 {
		if head == nil {
			return 0
		}
		return style.Of(l).Height(style.TableHeadHeight)
	}
	r.min = func() fyne.Size { return fyne.NewSize(200, top()+2*l.rowHeight()) }
	r.layout = func(size fyne.Size) {
		if head != nil {
			place(head, 0, 0, size.Width, top())
		}
		place(rule, 0, max(top()-1, 0), size.Width, 1)
		place(l.scroll, 0, top(), size.Width, max(size.Height-top(), 0))
		l.stack.bind(false)
	}
	r.refresh = func() {
		rule.Refresh()
		if head != nil {
			head.Refresh()
		}
		l.stack.bind(true)
		l.scroll.Refresh()
	}
	return r
}

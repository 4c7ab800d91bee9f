package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
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
}

// NewLedger returns an empty ledger. row says what a row says, and false while it is not loaded.
func NewLedger(row func(key int64) (LedgerRow, bool)) *Ledger {
	l := &Ledger{}
	l.ExtendBaseWidget(l)
	return l
}

// SetKeys replaces the rows. Rows that were chosen stay chosen, and what is in sight stays where it is
// as far as possible; nothing is called back but OnChosen, when chosen rows are gone.
func (l *Ledger) SetKeys(keys []int64) {}

// Keys returns the rows.
func (l *Ledger) Keys() []int64 { return nil }

// Current returns the row that the keys are at; false when there is none.
func (l *Ledger) Current() (key int64, ok bool) { return 0, false }

// Chosen returns the chosen rows in their order.
func (l *Ledger) Chosen() []int64 { return nil }

// Choose chooses one row alone, brings it into sight and calls OnChosen; rows that are not there
// choose nothing.
func (l *Ledger) Choose(key int64) {}

// ClearChoice chooses no row and calls back if there was one.
func (l *Ledger) ClearChoice() {}

// Focus puts the keyboard's focus into the ledger.
func (l *Ledger) Focus() {}

// CurrentArea returns where on the canvas the current row is drawn, for menus.
func (l *Ledger) CurrentArea() (at fyne.Position, size fyne.Size) {
	return fyne.Position{}, fyne.Size{}
}

// CreateRenderer is part of the widget contract.
func (l *Ledger) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing(nil, func() fyne.Size { return fyne.NewSize(200, 100) }, func(fyne.Size) {})
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// SheetTable is a table that is edited in place, as in a spreadsheet, of any length: only rows in sight
// are drawn. It keeps no rows: what one says is asked for, and what somebody types, pastes or deletes
// is told. Behind the last row there is an empty one in which new rows begin.
//
// The keys: arrows, Page, Home and End move; Enter and F2 edit a cell, and typing replaces it; Tab goes
// to the next cell once one has been reached by key or pointer, and Escape lets Tab leave the table
// again. Shift with Up and Down chooses rows, and so does going left of the first column; Delete empties
// a cell or removes the rows chosen.
type SheetTable struct {
	fynewidget.BaseWidget
	// Columns can be edited; NoteHead is above the notes at the end, which cannot. Notes are all words
	// that stand there, of which the widest decides the width. Set them before the table is shown.
	Columns  []SheetColumn
	NoteHead string
	Notes    []string
	// NewHint stands in the empty row, NewHintShort where there is no room for it.
	NewHint, NewHintShort string
	// Row says what a row says.
	Row func(row int) SheetRow
	// Frozen rows can be looked at but not changed.
	Frozen bool
	// OnEdited is told what a cell holds now; row may be the number of rows, for a new one. OnPasted is
	// told of text that may be several cells, OnRemoved of rows to be removed, OnCopied of what is to be
	// copied (column −1 is whole rows), and OnUndo of what is to be taken back, or done again.
	OnEdited  func(row, column int, value string)
	OnPasted  func(row, column int, text string)
	OnRemoved func(first, count int)
	OnCopied  func(first, count, column int)
	OnUndo    func(again bool)
	// OnTyping is told of every change of a cell that is being edited, OnRested that none is any more.
	// OnTypingKey sees keys before the cell does and returns true to keep them.
	OnTyping    func(row, column int, value string)
	OnRested    func()
	OnTypingKey func(k *fyne.KeyEvent) bool
	// OnOpened is told of Enter on a whole row, OnMenu where a row's menu was asked for, and OnMoved
	// that the keys came to another cell.
	OnOpened func(row int)
	OnMenu   func(row int, at fyne.Position)
	OnMoved  func(row, column int)

	count       int
	row, column int // where the keys are; column −1 is the whole row
	anchor      int // where the choice of rows began
	focused     bool
	within      bool // Tab goes from cell to cell
	shift       bool // is held down
	scroll      *container.Scroll
	stack       *sheetStack
	heads       []*Text
	rule        *Fill
	editor      *sheetEditor
	around      *container.Scroll // that the table stands in; nil when it does not
	tip         sheetTip          // that is shown or will be
	// The cell below the pointer; a nil view when there is none, or the rows went on below it.
	pointed       *sheetView
	pointedColumn int
}

// SheetColumn is a column that can be edited.
type SheetColumn struct {
	Head string
	// Share is its part of the width that the columns divide among them, Least the least width it is of
	// use at, px at 100 % text. Where there is less, columns go that Drop, those at the end first.
	Share, Least float32
	Drop         bool
}

// SheetRow is what a row says.
type SheetRow struct {
	Cells []SheetCell
	// Icon is a drawing's name, in the colour of Tone; Note is beside it. Quiet leaves the words in ink.
	Icon  string
	Tone  style.Name
	Note  string
	Quiet bool
	// Tip is the note as a sentence, for focus and pointer.
	Tip string
}

// SheetCell is a cell of a row.
type SheetCell struct {
	Words string
	// Hint stands in an empty cell.
	Hint string
	// Wrong draws it red; Tip says why.
	Wrong bool
	Tip   string
}

// NewSheetTable returns a table without rows.
func NewSheetTable(columns ...SheetColumn) *SheetTable {
	t := &SheetTable{Columns: columns, rule: NewRule()}
	for _, c := range columns {
		t.heads = append(t.heads, NewText(c.Head, style.Caption, style.Ink3))
	}
	t.heads = append(t.heads, NewText("", style.Caption, style.Ink3))
	t.stack = &sheetStack{table: t, frame: canvas.NewRectangle(transparent)}
	t.stack.ExtendBaseWidget(t.stack)
	t.scroll = container.NewVScroll(t.stack)
	t.scroll.OnScrolled = func(fyne.Position) {
		t.pointed = nil
		t.stack.bind()
	}
	t.editor = newSheetEditor(t)
	t.ExtendBaseWidget(t)
	return t
}

// SetCount says how many rows there are, and asks those in sight anew.
func (t *SheetTable) SetCount(n int) {
	t.count = n
	t.row, t.anchor = min(t.row, n), min(t.anchor, n)
	t.Refresh()
}

// Count returns how many rows there are, without the empty one.
func (t *SheetTable) Count() int { return t.count }

// Current returns where the keys are; column is −1 for a whole row.
func (t *SheetTable) Current() (row, column int) { return t.row, t.column }

// Chosen returns the rows that are chosen as a whole; count is 0 when a single cell is.
func (t *SheetTable) Chosen() (first, count int) {
	first, last := min(t.row, t.anchor), min(max(t.row, t.anchor), t.count-1)
	if t.column >= 0 && t.row == t.anchor || last < first {
		return first, 0
	}
	return first, last - first + 1
}

// Go brings the keys to a cell and the cell into sight.
func (t *SheetTable) Go(row, column int) {
	t.shift = false
	t.move(row, column)
}

// move goes to a cell; with Shift the choice of rows extends to it.
func (t *SheetTable) move(row, column int) {
	t.row = max(min(row, t.count), 0)
	t.column = max(min(column, len(t.Columns)-1), -1)
	if t.row == t.count {
		t.column = max(t.column, 0) // there is no row to be chosen as a whole
	}
	if !t.shift {
		t.anchor = t.row
	}
	t.pointed = nil
	t.reveal(t.row)
	t.stack.bind()
	t.revealRow()
	t.retip(true)
	if t.OnMoved != nil {
		t.OnMoved(t.row, t.column)
	}
}

// Focus puts the keyboard's focus into the table.
func (t *SheetTable) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
}

// InSight returns which rows are in sight, some only in part.
func (t *SheetTable) InSight() (first, count int) {
	h := t.rowHeight()
	first = max(int(t.scroll.Offset.Y/h), 0)
	return first, max(min(int(t.scroll.Size().Height/h)+2, t.count+1-first), 0)
}

func (t *SheetTable) rowHeight() float32 { return style.Of(t).Height(style.RowHeight) }

// CellArea returns where on the canvas a cell in sight is, for what drops down below it.
func (t *SheetTable) CellArea(row, column int) (at fyne.Position, size fyne.Size) {
	p := t.places(t.stack.Size().Width)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.scroll)
	s, h := p.cell(column), t.rowHeight()
	return origin.AddXY(s.x-sheetCellPad, float32(row)*h-t.scroll.Offset.Y), fyne.NewSize(s.w, h)
}

// CreateRenderer is part of the widget contract.
func (t *SheetTable) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: []fyne.CanvasObject{t.rule, t.scroll}, destroy: t.dropTip}
	for _, h := range t.heads {
		r.objects = append(r.objects, h)
	}
	r.min = func() fyne.Size {
		return fyne.NewSize(200, style.Of(t).Height(style.TableHeadHeight)+2*t.rowHeight())
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(t)
		head := look.Height(style.TableHeadHeight)
		line := look.Line(style.Caption)
		p := t.places(size.Width)
		for i, h := range t.heads {
			s := p.note
			if i < len(t.Columns) {
				s = p.cells[i]
			}
			h.Hidden, h.Elide = s.w == 0, true
			place(h, s.x, middle(head, line), s.w, line)
		}
		place(t.rule, 0, head-1, size.Width, 1)
		place(t.scroll, 0, head, size.Width, max(size.Height-head, 0))
		t.stack.bind()
	}
	r.refresh = func() {
		t.heads[len(t.heads)-1].words = t.NoteHead
		r.layout(t.Size())
		t.stack.Refresh()
		t.scroll.Refresh()
		refreshVisible(r.objects)
	}
	return r
}

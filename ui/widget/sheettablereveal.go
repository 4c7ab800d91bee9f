package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"foyer/ui/style"
)

// StandIn says which scroll the table stands in, whose OnScrolled it takes: the row that the keys come to
// is brought into sight there too, and the whole table, where there is room, when it gets the focus.
func (t *SheetTable) StandIn(around *container.Scroll) {
	t.around = around
	around.OnScrolled = func(fyne.Position) {
		t.pointed = nil
		t.dropTip()
	}
}

// revealWhole brings the table into sight, or at least the row that the keys are at.
func (t *SheetTable) revealWhole() {
	if t.around != nil && t.Size().Height+2*style.PageMargin <= t.around.Size().Height {
		Reveal(t.around, t)
	}
	t.revealRow()
}

// revealRow brings the row that the keys are at into sight in the scroll that the table stands in.
func (t *SheetTable) revealRow() {
	if v := t.stack.viewOf(t.row); v != nil && t.around != nil {
		Reveal(t.around, v)
	}
}

// reveal scrolls the rows just as far as is needed.
func (t *SheetTable) reveal(row int) {
	h := t.rowHeight()
	top, bottom := float32(row)*h, float32(row+1)*h
	switch offset, room := t.scroll.Offset.Y, t.scroll.Size().Height; {
	case room <= 0:
	case top < offset:
		t.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+room:
		t.scroll.ScrollToOffset(fyne.NewPos(0, bottom-room))
	}
}

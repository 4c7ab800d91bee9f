package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

func (p *Page) focus(f fyne.Focusable) {
	if c := p.canvas(); c != nil {
		c.Focus(f)
	}
}

// focusList puts the focus on the list of templates: the button that was pressed may be gone.
func (p *Page) focusList() { p.focus(p.texts.list) }

// reveal scrolls just as far as is needed to see something whole, so that what the keyboard
// reaches is in sight.
func (p *Page) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll).Y
	bottom := top + o.Size().Height
	move := float32(0)
	switch view := p.scroll.Size().Height; {
	case top < style.PageMargin:
		move = top - style.PageMargin
	case bottom > view-style.PageMargin:
		move = min(bottom-view+style.PageMargin, top-style.PageMargin)
	}
	if move != 0 {
		p.scroll.ScrollToOffset(fyne.NewPos(0, p.scroll.Offset.Y+move))
	}
}

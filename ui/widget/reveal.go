package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"foyer/ui/style"
)

// Reveal scrolls just as far as is needed to bring an object inside a scroll into sight, with room
// for its focus line.
func Reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	bottom := top + o.Size().Height
	move := float32(0)
	switch view := scroll.Size().Height; {
	case top < style.PageMargin:
		move = top - style.PageMargin
	case bottom > view-style.PageMargin:
		move = min(bottom-view+style.PageMargin, top-style.PageMargin)
	}
	if move != 0 {
		scroll.ScrollToOffset(fyne.NewPos(0, scroll.Offset.Y+move))
	}
}

// Focusing is a widget that tells when focus comes and goes.
type Focusing interface {
	fyne.CanvasObject
	OnFocused(func(on bool))
}

// Watch lets the panel scroll to these widgets when they get the focus.
func (p *SidePanel) Watch(all ...Focusing) {
	for _, w := range all {
		w.OnFocused(func(on bool) {
			if on {
				Reveal(p.scroll, w)
			}
		})
	}
}

// Reveal scrolls the panel to an object in it.
func (p *SidePanel) Reveal(o fyne.CanvasObject) { Reveal(p.scroll, o) }

// Offset returns how far the panel is scrolled, px.
func (p *SidePanel) Offset() float32 { return p.scroll.Offset.Y }

package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
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
func (p *Page) reveal(o fyne.CanvasObject) { widget.Reveal(p.scroll, o) }

// watch lets the page scroll to these widgets when they get the focus.
func (p *Page) watch(all ...widget.Focusing) {
	for _, w := range all {
		w.OnFocused(func(on bool) {
			if on {
				p.reveal(w)
			}
		})
	}
}

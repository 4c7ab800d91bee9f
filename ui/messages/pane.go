package messages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// part is an object in a pane with the space above it.
type part struct {
	above  float32
	object fyne.CanvasObject
	grows  bool // takes the height that is left
	left   bool // as wide as it needs to be, not as the pane
	bleeds bool // without margins at its sides
	late   bool // Tab comes to it after the part below: what is typed comes before links above it
}

// pane is what stands below the tabs: parts in a column with the page's margins, of which one may take
// the height that is left. Where there is not enough height the pane scrolls.
type pane struct {
	fynewidget.BaseWidget
	body   *paneBody
	scroll *container.Scroll
	// roomy is the least space below the last part when there is height to spare.
	roomy float32
}

func newPane(parts ...part) *pane {
	p := &pane{body: &paneBody{parts: parts}, roomy: style.PageMargin}
	p.body.pane = p
	p.body.ExtendBaseWidget(p.body)
	p.scroll = widget.NewFollowing(p.body)
	p.ExtendBaseWidget(p)
	return p
}

// reveal scrolls to an object in the pane.
func (p *pane) reveal(o fyne.CanvasObject) { widget.Reveal(p.scroll, o) }

// watch scrolls to these widgets when they get the focus.
func (p *pane) watch(all ...widget.Focusing) {
	for _, w := range all {
		w.OnFocused(func(on bool) {
			if on {
				p.reveal(w)
			}
		})
	}
}

// CreateRenderer is part of the widget contract.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{p.scroll}, func() fyne.Size { return fyne.NewSize(200, 80) }, func(size fyne.Size) {
		p.body.width, p.body.view = size.Width, size.Height
		widget.Place(p.scroll, 0, 0, size.Width, size.Height)
		p.scroll.Refresh()
	})
}

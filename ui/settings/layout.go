package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// Widths, px: below narrowPage, and from narrowScale on, the sections' names stand above the cards;
// cards get no wider than cardsMax at 100 % text, so that no field is longer than its words.
const (
	narrowPage          = 700
	narrowScale         = 1.5
	cardsMax    float32 = 760
)

// Show brings the page in sight.
func (p *Page) Show() {
	p.ready()
	p.BaseWidget.Show()
	p.look(true)
}

// Hide takes the page out of sight and stores what is not stored yet.
func (p *Page) Hide() {
	p.Leave()
	p.BaseWidget.Hide()
}

// Refresh draws the page anew, if it is in sight.
func (p *Page) Refresh() {
	if !p.Hidden {
		p.BaseWidget.Refresh()
	}
}

// CreateRenderer is part of the widget contract.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return pageRenderer{p} }

// pageRenderer draws the page, of which there is nothing until it is shown first.
type pageRenderer struct{ p *Page }

func (r pageRenderer) Objects() []fyne.CanvasObject { return r.p.objects }
func (r pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(320, 300) }
func (r pageRenderer) Layout(size fyne.Size)        { r.p.layout(size) }
func (r pageRenderer) Destroy()                     {}
func (r pageRenderer) Refresh() {
	r.p.layout(r.p.Size())
	for _, o := range r.p.objects {
		o.Refresh()
	}
}

func (p *Page) layout(size fyne.Size) {
	if p.Hidden {
		return // laid out when it is shown
	}
	look := style.Of(p)
	narrow := size.Width < narrowPage || look.Scale() >= narrowScale
	p.narrow = narrow
	p.nav.Hidden, p.edge.Hidden, p.heading.Hidden, p.tabs.Hidden = narrow, narrow, narrow, !narrow
	head, line := look.Height(style.PageHeaderHeight), look.Line(style.PageTitle)
	title := p.title.MinSize().Width
	widget.Place(p.title, style.PageMargin, (head-line)/2, title, line)
	if narrow {
		p.layoutNarrow(size, head, style.PageMargin+title)
		return
	}
	w := p.nav.width()
	widget.Place(p.nav, 0, head, w-1, size.Height-head)
	widget.Place(p.edge, w-1, 0, 1, size.Height)
	line = look.Line(style.Heading)
	widget.Place(p.heading, w+style.PageMargin, (head-line)/2, size.Width-w-2*style.PageMargin, line)
	right := min(size.Width, w+2*style.PageMargin+p.body.wide())
	p.placeAction(right-style.PageMargin, 0, head)
	p.placeBody(w, head, size)
}

// layoutNarrow puts the sections' names in a row below the title, which ends at left.
func (p *Page) layoutNarrow(size fyne.Size, head, left float32) {
	y := head
	if action := p.action(); action != nil {
		need := action.MinSize()
		if right := size.Width - style.PageMargin; right-need.Width >= left+style.GroupGap {
			p.placeAction(right, 0, head)
		} else {
			p.placeAction(style.PageMargin+need.Width, y, need.Height)
			y += need.Height + style.Unit
		}
	}
	h := p.tabs.MinSize().Height
	widget.Place(p.tabs, 0, y, size.Width, h)
	p.placeBody(0, y+h+style.FieldGap, size)
}

// placeAction puts the section's button, if it has one, with its end at right.
func (p *Page) placeAction(right, y, height float32) {
	if action := p.action(); action != nil {
		s := action.MinSize()
		widget.Place(action, right-s.Width, y+(height-s.Height)/2, s.Width, s.Height)
	}
}

func (p *Page) placeBody(x, y float32, size fyne.Size) {
	w := size.Width - x
	p.body.setWidth(w)
	widget.Place(p.scroll, x, y-focusRoom, w, max(size.Height-y+focusRoom, 0))
	p.scroll.Refresh()
}

// remeasure follows a section that wants another height.
func (p *Page) remeasure() {
	if !p.Hidden {
		p.scroll.Refresh()
	}
}

// focusRoom is the room for focus lines around what is scrolled, px.
const focusRoom float32 = 6

// body holds the sections that were shown so far, of which one is in sight, inside the scroll. It has
// the page's margins itself, so that focus lines are not cut and the scroll bar stands at the edge.
type body struct {
	fynewidget.BaseWidget
	column   *widget.Column
	sections []widget.Part
	width    float32
}

func newBody() *body {
	b := &body{column: widget.NewColumn(0)}
	b.ExtendBaseWidget(b)
	return b
}

func (b *body) add(section fyne.CanvasObject) {
	b.sections = append(b.sections, widget.Part{Object: section})
	b.column.Set(b.sections...)
}

// setWidth tells the width before the scroll asks for the height at it.
func (b *body) setWidth(w float32) { b.width = w }

// wide is the most that cards take, px.
func (b *body) wide() float32 { return cardsMax * style.Of(b).Scale() }

func (b *body) inner() float32 { return min(b.width-2*style.PageMargin, b.wide()) }

// CreateRenderer is part of the widget contract.
func (b *body) CreateRenderer() fyne.WidgetRenderer {
	height := func() float32 { return b.column.HeightFor(b.inner()) }
	return widget.NewDrawing([]fyne.CanvasObject{b.column},
		func() fyne.Size { return fyne.NewSize(100, height()+focusRoom+style.PageMargin) },
		func(fyne.Size) { widget.Place(b.column, style.PageMargin, focusRoom, b.inner(), height()) })
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// SidePanel is the surface at a page's right with the details of what is chosen: a head with icon,
// title and actions, and a column that scrolls.
type SidePanel struct {
	fynewidget.BaseWidget
	icon    *Icon
	title   *Prose
	actions []*Button
	column  *Column
	scroll  *container.Scroll
	fill    *Fill
	edge    *Fill
	overlay bool
}

// NewSidePanel returns an empty panel.
func NewSidePanel() *SidePanel {
	p := &SidePanel{icon: NewIcon("", style.IconHead, style.Accent), title: NewProse("", style.Heading, style.Ink),
		column: NewColumn(0), fill: NewFill(style.Surface, "", 0), edge: NewRule()}
	p.title.MaxLines = 2
	p.scroll = NewFollowing(p.column)
	p.ExtendBaseWidget(p)
	return p
}

// SetHead changes icon ("" for none), title and the icon buttons at the head's end.
func (p *SidePanel) SetHead(icon, title string, actions ...*Button) {
	p.icon.Name = icon
	p.title.sentence = Strong(title)
	p.actions = actions
	for _, a := range actions {
		a.turns = p.scroll
	}
	p.Refresh()
}

// SetParts replaces the column's parts.
func (p *SidePanel) SetParts(parts ...Part) {
	p.column.Set(parts...)
	p.scroll.Refresh()
}

// SetOverlay says whether the panel floats over the page: it then has a shadow.
func (p *SidePanel) SetOverlay(on bool) {
	if p.overlay != on {
		p.overlay = on
		p.fill.Shadow = on
		p.Refresh()
	}
}

// Title returns the words in the panel's head.
func (p *SidePanel) Title() string { return p.title.Words() }

// Width returns the width that the panel takes beside a page, px.
func (p *SidePanel) Width() float32 {
	return style.PanelMax * style.Of(p).Scale()
}

// CreateRenderer is part of the widget contract.
func (p *SidePanel) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size {
		return fyne.NewSize(style.PanelMin, style.Of(p).Height(style.PageHeaderHeight)*2)
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(p)
		place(p.fill, 0, 0, size.Width, size.Height)
		place(p.edge, 0, 0, 1, size.Height)
		side := look.Icon(style.IconHead)
		x, right := style.PageMargin, size.Width-style.PageMargin+6
		if p.icon.Name != "" {
			p.icon.Move(fyne.NewPos(x, 0))
			x += side + style.IconGap - 2
		}
		end := right
		for _, a := range p.actions {
			end -= a.MinSize().Width + style.Unit
		}
		room := max(end-x-style.Unit, 0)
		line := p.title.HeightFor(room)
		head := max(look.Height(style.PageHeaderHeight), line+2*style.FieldGap)
		place(p.icon, p.icon.Position().X, middle(head, side), side, side)
		for i := len(p.actions) - 1; i >= 0; i-- {
			s := p.actions[i].MinSize()
			right -= s.Width
			place(p.actions[i], right, middle(head, s.Height), s.Width, s.Height)
			right -= style.Unit
		}
		place(p.title, x, middle(head, line), room, line)
		top := head - 2*style.Unit - 2
		// The margins belong to the scrolled column, so that focus lines are not cut at its edges.
		p.column.Padding = style.PageMargin
		place(p.scroll, 0, top-style.PageMargin+2, size.Width, size.Height-top+style.PageMargin-2)
	}
	r.refresh = func() {
		r.objects = []fyne.CanvasObject{p.fill, p.edge, p.icon, p.title}
		for _, a := range p.actions {
			r.objects = append(r.objects, a)
		}
		r.objects = append(r.objects, p.scroll)
		r.layout(p.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

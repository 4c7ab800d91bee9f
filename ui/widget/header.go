package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Header is the first line of a page: its title, and its actions at the end. Actions that do not
// fit go into the menu "…", from the end.
type Header struct {
	fynewidget.BaseWidget
	title   *Text
	actions []*Button
	more    *Button
	hidden  int // how many actions are in the menu
}

// NewHeader returns the head of a page; moreTip names the menu of actions that did not fit.
func NewHeader(title, moreTip string, actions ...*Button) *Header {
	h := &Header{title: NewBold(title, style.PageTitle), actions: actions}
	h.more = NewIconButton("more", moreTip, h.openMenu)
	h.ExtendBaseWidget(h)
	return h
}

// SetActions replaces the actions.
func (h *Header) SetActions(actions ...*Button) {
	h.actions = actions
	h.Refresh()
}

func (h *Header) openMenu() {
	var items []*fyne.MenuItem
	for _, a := range h.actions[len(h.actions)-h.hidden:] {
		item := fyne.NewMenuItem(a.Words(), a.press)
		item.Disabled = a.Disabled()
		items = append(items, item)
	}
	ShowMenu(h.more, items)
}

// CreateRenderer is part of the widget contract.
func (h *Header) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size {
		look := style.Of(h)
		return fyne.NewSize(2*style.PageMargin+h.title.MinSize().Width+style.IconGap+h.more.MinSize().Width, look.Height(style.PageHeaderHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(h)
		line := look.Line(style.PageTitle)
		title := h.title.MinSize().Width
		place(h.title, style.PageMargin, middle(size.Height, line), title, line)
		h.hidden = h.overflow(size.Width - 2*style.PageMargin - title - style.GroupGap)
		x := size.Width - style.PageMargin
		h.more.Hidden = h.hidden == 0
		if !h.more.Hidden {
			x = h.put(h.more, x, size.Height)
		}
		for i := len(h.actions) - 1; i >= 0; i-- {
			a := h.actions[i]
			a.Hidden = i >= len(h.actions)-h.hidden
			if !a.Hidden {
				x = h.put(a, x, size.Height)
			}
		}
	}
	r.refresh = func() {
		r.objects = []fyne.CanvasObject{h.title}
		for _, a := range h.actions {
			r.objects = append(r.objects, a)
		}
		r.objects = append(r.objects, h.more)
		r.layout(h.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

// put places a button so that it ends at x; a quiet one's words end at the margin, not its fill.
func (h *Header) put(b *Button, x, height float32) float32 {
	s := b.MinSize()
	if b.Weight == Quiet && x > h.Size().Width-style.PageMargin-1 {
		x += 8
	}
	place(b, x-s.Width, middle(height, s.Height), s.Width, s.Height)
	return x - s.Width - style.IconGap
}

// overflow returns how many actions must go into the menu to fit into width.
func (h *Header) overflow(width float32) int {
	for hidden := 0; hidden <= len(h.actions); hidden++ {
		need := float32(0)
		if hidden > 0 {
			need = h.more.MinSize().Width
		}
		for _, a := range h.actions[:len(h.actions)-hidden] {
			need += a.MinSize().Width + style.IconGap
		}
		if need <= width {
			return hidden
		}
	}
	return len(h.actions)
}

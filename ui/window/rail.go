package window

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// rail is the column at the window's left: the name, the search, and the pages.
type rail struct {
	fynewidget.BaseWidget
	fill, edge *widget.Fill
	logo       *widget.Icon
	name       *widget.Text
	search     *widget.SearchButton
	items      []*widget.NavItem
	foot       []bool
	mark       *widget.Chip // says that this is no ordinary Foyer; hidden without words
	narrow     bool
}

func newRail(name string, search *widget.SearchButton) *rail {
	r := &rail{fill: widget.NewFill(style.Chrome, "", 0), edge: widget.NewRule(),
		logo: widget.NewIcon("foyer", style.IconHead, style.Ink), name: widget.NewBold(name, style.Heading), search: search}
	r.setMark("", "", nil)
	r.ExtendBaseWidget(r)
	return r
}

func (r *rail) add(item *widget.NavItem, foot bool) {
	r.items = append(r.items, item)
	r.foot = append(r.foot, foot)
}

// setMark shows a chip above the foot, none without words. In a narrow rail there is no room for it,
// and the status line says the same.
func (r *rail) setMark(words, tip string, do func()) {
	if do == nil {
		do = func() {}
	}
	r.mark = widget.NewChip(words, "", do)
	r.mark.SetTip(tip)
	r.mark.Hidden = words == ""
}

// setNarrow shows icons only.
func (r *rail) setNarrow(narrow bool) {
	if r.narrow == narrow {
		return
	}
	r.narrow = narrow
	r.search.SetNarrow(narrow)
	for _, i := range r.items {
		i.SetNarrow(narrow)
	}
	r.Refresh()
}

func (r *rail) width() float32 {
	if r.narrow {
		return style.RailNarrow
	}
	w := style.RailWide * min(style.Of(r).Scale(), 1.5)
	for _, i := range r.items {
		w = max(w, i.Wide()+2*style.RailMargin)
	}
	return w
}

// CreateRenderer is part of the widget contract.
func (r *rail) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.fill, r.edge, r.logo, r.name, r.search}
	for _, i := range r.items {
		objects = append(objects, i)
	}
	objects = append(objects, r.mark)
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(style.RailNarrow, 320) }, r.layout)
}

func (r *rail) layout(size fyne.Size) {
	look := style.Of(r)
	widget.Place(r.fill, 0, 0, size.Width, size.Height)
	widget.Place(r.edge, size.Width-1, 0, 1, size.Height)
	head, side := look.Height(style.PageHeaderHeight), look.Icon(style.IconHead)
	x := style.RailMargin * 2
	if r.narrow {
		x = (size.Width - side) / 2
	}
	widget.Place(r.logo, x, (head-side)/2, side, side)
	r.name.Hidden = r.narrow
	line := look.Line(style.Heading)
	widget.Place(r.name, x+side+10, (head-line)/2, size.Width-x-side-10, line)
	inner := size.Width - 2*style.RailMargin
	h := look.Height(style.ButtonHeight)
	widget.Place(r.search, style.RailMargin, head, inner, h)
	r.layoutPages(head+h+style.FieldGap, size.Height-style.RailMargin, inner, h)
}

// layoutPages stacks the pages from the top and those of the foot from the bottom. In a low window
// with large text they move together and then get lower, so that none covers another.
func (r *rail) layoutPages(top, bottom, inner, h float32) {
	mark := r.mark.MinSize()
	r.mark.Hidden = r.mark.Words() == "" || mark.Width > inner
	room := bottom - top
	if r.mark.Visible() {
		room -= mark.Height + style.RailMargin
	}
	step := min(h+style.Unit, room/float32(max(len(r.items), 1)))
	h = min(h, step)
	for i, item := range r.items {
		if r.foot[i] {
			bottom -= h
			widget.Place(item, style.RailMargin, bottom, inner, h)
			bottom -= step - h
			continue
		}
		widget.Place(item, style.RailMargin, top, inner, h)
		top += step
	}
	widget.Place(r.mark, style.RailMargin, bottom-mark.Height-style.RailMargin, mark.Width, mark.Height)
}

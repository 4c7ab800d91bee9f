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
	words      [2]string    // of the mark, wide and narrow
	narrow     bool
}

func newRail(name string, search *widget.SearchButton) *rail {
	r := &rail{fill: widget.NewFill(style.Chrome, "", 0), edge: widget.NewRule(),
		logo: widget.NewIcon("foyer", style.IconHead, style.Ink), name: widget.NewBold(name, style.Heading), search: search}
	r.setMark("", "", "", nil)
	r.ExtendBaseWidget(r)
	return r
}

func (r *rail) add(item *widget.NavItem, foot bool) {
	r.items = append(r.items, item)
	r.foot = append(r.foot, foot)
}

// setMark shows a chip above the foot, with fewer words in a narrow rail; none without words.
func (r *rail) setMark(words, short, tip string, do func()) {
	if do == nil {
		do = func() {}
	}
	r.words = [2]string{words, short}
	r.mark = widget.NewChip(r.markWords(), "", do)
	r.mark.SetTip(tip)
	r.mark.Hidden = words == ""
}

func (r *rail) markWords() string {
	if r.narrow {
		return r.words[1]
	}
	return r.words[0]
}

// setNarrow shows icons only.
func (r *rail) setNarrow(narrow bool) {
	if r.narrow == narrow {
		return
	}
	r.narrow = narrow
	r.search.SetNarrow(narrow)
	r.mark.SetWords(r.markWords())
	for _, i := range r.items {
		i.SetNarrow(narrow)
	}
	r.Refresh()
}

func (r *rail) width() float32 {
	if r.narrow {
		return style.RailNarrow
	}
	return style.RailWide * min(style.Of(r).Scale(), 1.5)
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

// middle is how much of the free width stands before the mark: none beside words, half above icons.
func (r *rail) middle() float32 {
	if r.narrow {
		return 0.5
	}
	return 0
}

// layoutPages stacks the pages from the top and those of the foot from the bottom. In a low window
// with large text they move together and then get lower, so that none covers another.
func (r *rail) layoutPages(top, bottom, inner, h float32) {
	mark := r.mark.MinSize()
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
	w := min(mark.Width, inner)
	widget.Place(r.mark, style.RailMargin+(inner-w)*r.middle(), bottom-mark.Height-style.RailMargin, w, mark.Height)
}

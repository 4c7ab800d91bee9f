package rooms

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// weekGap is the least room beside the strip of the week, px.
const weekGap = style.GroupGap

// layoutWeek places the strip of the week where it takes nothing away: in the head between the views and
// the filled button, or, where the head has no room for it even without a panel, in a row of its own if
// all rooms stay in sight. Otherwise there is none. It returns where the row ends.
func (p *Page) layoutWeek(y, width float32, size fyne.Size) float32 {
	strip, b := p.week.strip, p.bar
	strip.Hide()
	if !b.working || p.model.view != viewDay || !p.table.Visible() {
		return y
	}
	if size.Width-b.headWide()-2*weekGap >= strip.Narrowest() {
		left, right := b.headRest(width)
		p.placeWeek(left+weekGap, right-weekGap, (style.Of(p).Height(style.PageHeaderHeight)-strip.Tall())/2)
		return y
	}
	row := strip.Tall() + style.IconGap
	if size.Height-y-row-p.foot.HeightFor(width) < p.table.Whole(len(p.model.board.Lines)) {
		return y
	}
	if p.placeWeek(style.PageMargin, style.PageMargin+min(width-2*style.PageMargin, strip.Widest()), y) {
		y += row
	}
	return y
}

// placeWeek shows the strip at the end of some room, if there is enough.
func (p *Page) placeWeek(left, right, y float32) bool {
	strip := p.week.strip
	wide := min(right-left, strip.Widest())
	if wide < strip.Narrowest() {
		return false
	}
	strip.Show()
	widget.Place(strip, right-wide, y, wide, strip.Tall())
	return true
}

// headWide is the width of the head with all that the day has in it.
func (b *bar) headWide() float32 {
	w := 2*style.PageMargin + b.title.MinSize().Width + style.GroupGap
	for _, o := range []fyne.CanvasObject{b.back, b.date, b.forth, b.today, b.view, b.find} {
		w += o.MinSize().Width + style.Unit
	}
	return w + 2*style.Unit
}

// headRest is what is left in the head between what stands at its beginning and at its end.
func (b *bar) headRest(width float32) (left, right float32) {
	left, right = style.PageMargin, width-style.PageMargin
	for _, o := range []fyne.CanvasObject{b.title, b.back, b.date, b.forth, b.today, b.view} {
		if o.Visible() {
			left = max(left, o.Position().X+o.Size().Width)
		}
	}
	for _, o := range []fyne.CanvasObject{b.more, b.find} {
		if o.Visible() {
			right = min(right, o.Position().X)
		}
	}
	return left, right
}

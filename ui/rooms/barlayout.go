package rooms

import (
	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// showHead shows what the view in sight has a use for, and returns it in its order.
func (b *bar) showHead() []fyne.CanvasObject {
	view := b.page.model.view
	all := []fyne.CanvasObject{b.back, b.date, b.forth, b.today, b.view}
	for _, o := range append(all, b.more) {
		hide(o, !b.working)
	}
	b.find.Hidden = !b.working || view == viewMonth
	b.title.Hidden = b.page.kiosk
	b.today.Hidden = b.today.Hidden || view == viewMonth
	if view == viewNow { // it is always today
		for _, o := range all[:4] {
			o.Hide()
		}
	}
	return all
}

// layoutHead places the page's first line and returns its height.
func (b *bar) layoutHead(width float32) float32 {
	look := style.Of(b.page)
	h := look.Height(style.PageHeaderHeight)
	line := look.Line(style.PageTitle)
	title := b.title.MinSize().Width
	widget.Place(b.title, style.PageMargin, (h-line)/2, title, line)
	x, right := style.PageMargin+title+style.GroupGap, width-style.PageMargin
	month := b.page.model.view == viewMonth
	all := b.showHead()
	if !b.working {
		return h
	}
	if !b.find.Hidden {
		right -= b.find.MinSize().Width
		putMiddle(b.find, right, h)
		right -= style.GroupGap
	}
	b.more.Hide()
	fits := func() bool { return x+lineWidth(all)+8 <= right }
	if !fits() {
		b.more.Show()
		right -= b.more.MinSize().Width + style.IconGap
		for _, o := range []fyne.CanvasObject{b.today, b.view, b.forth, b.back} {
			if fits() {
				break
			}
			o.Hide()
		}
		if !fits() { // the rail says which page this is
			b.title.Hide()
			x = style.PageMargin
		}
		putMiddle(b.more, right+style.IconGap, h)
	}
	if month && b.view.Visible() { // at the end, as nothing stands there
		w := b.view.MinSize().Width
		all = all[:4]
		putMiddle(b.view, right-w, h)
	}
	for i, o := range all {
		if !o.Visible() {
			continue
		}
		if i == 3 || i == 4 {
			x += style.Unit
		}
		x += putMiddle(o, x, h) + style.Unit
	}
	return h
}

// showTools shows what the view in sight has a use for.
func (b *bar) showTools() {
	m := &b.page.model
	month := m.view == viewMonth
	b.free.Hidden = month
	b.print.Hidden = b.page.config.Print == nil || month
	b.refresh.Hidden = m.stale() || month // a banner has a button for it
	b.place.Hidden = len(room.Places(m.snapshot.Rooms)) < 2 && m.filter.Place == ""
	b.age.Hidden = month
	b.chooser.Hidden = !b.chooser.Several()
}

// layoutTools places the toolbar at y and returns where it ends.
func (b *bar) layoutTools(y, width float32) float32 {
	look := style.Of(b.page)
	chips := []fyne.CanvasObject{b.free, b.seats, b.place}
	tools := []fyne.CanvasObject{b.chooser.Button, b.age, b.refresh, b.print, b.export}
	for _, o := range append(append([]fyne.CanvasObject{b.words, b.moreTool}, chips...), tools...) {
		hide(o, !b.working)
	}
	if !b.working {
		return y
	}
	b.showTools()
	b.moreTool.Hide()
	h := look.Height(style.ToolbarHeight)
	field := min(180*look.Scale(), width/3)
	left, right := style.PageMargin+field+style.IconGap, width-style.PageMargin
	fits := func() bool { return left+lineWidth(chips)+style.GroupGap+lineWidth(tools) <= right }
	for _, o := range []fyne.CanvasObject{b.export, b.print, b.place, b.seats, b.chooser.Button, b.age, b.refresh, b.free} {
		if fits() {
			break
		}
		if o != fyne.CanvasObject(b.age) && b.moreTool.Hidden {
			b.moreTool.Show()
			right -= b.moreTool.MinSize().Width + style.IconGap
		}
		o.Hide()
	}
	if b.moreTool.Visible() {
		placeAt(b.moreTool, right+style.IconGap, y, h)
	} else if b.export.Visible() {
		right += 8 // a quiet button's words end at the margin, not its fill
	}
	entry := b.words.MinSize().Height
	widget.Place(b.words, style.PageMargin, y+(h-entry)/2, field, entry)
	x := left
	for _, o := range chips {
		if o.Visible() {
			x += placeAt(o, x, y, h) + style.IconGap
		}
	}
	x = right - lineWidth(tools)
	for _, o := range tools {
		if o.Visible() {
			x += placeAt(o, x, y, h) + style.IconGap
		}
	}
	return y + h
}

func hide(o fyne.CanvasObject, on bool) {
	if on {
		o.Hide()
	} else {
		o.Show()
	}
}

// lineWidth is the width of what is visible, with gaps between.
func lineWidth(all []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, o := range all {
		if o.Visible() {
			w += o.MinSize().Width + style.IconGap
		}
	}
	return w - style.IconGap
}

// putMiddle places an object in the middle of the head's height and returns its width.
func putMiddle(o fyne.CanvasObject, x, h float32) float32 { return placeAt(o, x, 0, h) }

func placeAt(o fyne.CanvasObject, x, y, h float32) float32 {
	s := o.MinSize()
	widget.Place(o, x, y+(h-s.Height)/2, s.Width, s.Height)
	return s.Width
}

// hideTools hides the toolbar.
func (b *bar) hideTools() {
	for _, o := range []fyne.CanvasObject{b.words, b.free, b.seats, b.place, b.chooser.Button, b.age, b.refresh, b.print, b.export, b.moreTool} {
		o.Hide()
	}
}

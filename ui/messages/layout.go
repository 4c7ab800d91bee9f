package messages

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.header, p.through, p.tabs, p.banner, p.scrolls}
	for _, t := range p.all() {
		objects = append(objects, t.content())
		if f := t.foot(); f != nil {
			objects = append(objects, f)
		}
	}
	p.under = widget.NewLayer(objects...)
	return widget.NewDrawing([]fyne.CanvasObject{p.under, p.side, p.suggest}, func() fyne.Size { return fyne.NewSize(320, 300) }, p.layout)
}

func (p *Page) layout(size fyne.Size) {
	look := style.Of(p)
	width := p.layoutSide(size)
	p.under.Fill(size, !p.side.Hidden && p.side.Size().Width >= size.Width) // the focus does not go there
	if small := size.Height < shortPage*look.Scale(); small != p.short {
		p.short = small
		p.showService()
	}
	head := look.Height(style.PageHeaderHeight)
	widget.Place(p.header, 0, 0, width, head)
	p.layoutThrough(look, width, head)
	y := head
	if p.tabs.Visible() {
		h := look.Height(style.TabsHeight)
		widget.Place(p.tabs, 0, y, width, h)
		y += h
	}
	if p.banner.Visible() {
		h := p.banner.HeightFor(width)
		widget.Place(p.banner, 0, y, width, h)
		y += h
	}
	if p.scrolls.Visible() {
		inner := width - 2*style.PageMargin
		top := max(min(2*style.PageMargin, (size.Height-y-p.first.HeightFor(inner))/3), 0)
		widget.Place(p.scrolls, style.PageMargin, y+top, inner, size.Height-y-top)
		return
	}
	bottom := size.Height
	defer func() { p.liftToast(width, bottom) }()
	if f := p.current().foot(); f != nil && f.Visible() {
		h := f.HeightFor(width)
		bottom -= h
		widget.Place(f, 0, bottom, width, h)
	}
	widget.Place(p.current().content(), 0, y, width, max(bottom-y, 0))
	p.placeSuggestions()
}

// layoutThrough puts the name of the service at the end of the header, where there is room for it.
func (p *Page) layoutThrough(look style.Look, width, head float32) {
	right := width - style.PageMargin
	if p.side.overlay && !p.sideOff && !p.sideOpen {
		right -= look.Icon(style.IconRow) + 2*style.IconGap
	}
	title := fyne.MeasureText(p.config.Say.T("messages.title"), look.Text(style.PageTitle), fyne.TextStyle{Bold: true}).Width
	left := style.PageMargin + title + 2*style.PageMargin
	p.through.SetText(p.throughWords)
	if p.throughTitle != "" && widgetWidth(p.through) > right-left {
		p.through.SetText(p.throughTitle) // its name may be cut
	}
	p.through.Hidden = right-left < 80*look.Scale() || p.chooser.Several() || p.throughTitle == "" && widgetWidth(p.through) > right-left
	line := look.Line(style.Body)
	widget.Place(p.through, left, (head-line)/2, max(right-left, 0), line)
}

// widgetWidth is the width of words that may be cut.
func widgetWidth(t *widget.Text) float32 {
	return fyne.MeasureText(t.Words(), style.Of(t).Text(t.Role), fyne.TextStyle{Bold: t.Bold}).Width
}

// shortPage is the height under which the banner says as little as it can, px at 100 % text.
const shortPage float32 = 420

// liftToast puts the toast above the action bar. The shell puts it at the page's foot, where it would
// lie over the button for the next message; it draws the page after that.
func (p *Page) liftToast(width, bottom float32) {
	if p.toast.Visible() {
		p.toast.Place(fyne.NewSize(width, bottom))
	}
}

// pageLeast is the least width that a message is written in beside the panel, px at 100 % text.
const pageLeast float32 = 440

// layoutSide places the panel and returns the width that is left beside it. Where there is no room the
// panel lies over the page when it is asked for, over all of a narrow one.
func (p *Page) layoutSide(size fyne.Size) float32 {
	look := style.Of(p)
	want := p.side.width()
	overlay := size.Width+style.RailWide < style.PanelOverlays || size.Width-want < pageLeast*look.Scale()
	if p.side.overlay != overlay {
		p.side.setOverlay(overlay)
	}
	p.showHeader(overlay)
	p.side.Hidden = p.sideOff || overlay && !p.sideOpen
	if p.side.Hidden {
		return size.Width
	}
	if !overlay {
		widget.Place(p.side, size.Width-want, 0, want, size.Height)
		return size.Width - want
	}
	if want = min(want, size.Width); want > size.Width*0.75 || size.Width < 640 {
		want = size.Width
	}
	widget.Place(p.side, size.Width-want, 0, want, size.Height)
	return size.Width
}

// showHeader puts the way to the panel into the header while the panel is out of sight.
func (p *Page) showHeader(overlay bool) {
	want := overlay && !p.sideOff
	if want == (p.opener != nil) {
		return
	}
	p.opener = nil
	if !want {
		p.showActions()
		return
	}
	key := "messages.people-title"
	if w := p.writing(); w != nil && w.room != nil {
		key = "messages.rooms-title"
	}
	p.opener = widget.NewButton(widget.Quiet, "people", "", p.openSide)
	p.opener.SetTip(p.config.Say.T(key))
	p.showActions()
}

// showActions puts into the header what is there at the moment.
func (p *Page) showActions() {
	var actions []*widget.Button
	if p.chooser.Several() {
		actions = append(actions, p.chooser.Button)
	}
	if p.opener != nil {
		actions = append(actions, p.opener)
	}
	p.header.SetActions(actions...)
}

// placeSuggestions puts the list that drops down below its field.
func (p *Page) placeSuggestions() {
	if !p.suggest.Hidden {
		p.suggest.place(fyne.CurrentApp().Driver().AbsolutePositionForObject(p), p.Size())
		p.suggest.Refresh()
	}
}

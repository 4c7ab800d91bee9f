package meetings

import (
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// CreateRenderer is part of the widget contract.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.under = widget.NewLayer(p.headGround, p.header, p.scroll, p.foot, p.first)
	return widget.NewDrawing([]fyne.CanvasObject{p.under, p.side, p.drop}, func() fyne.Size { return fyne.NewSize(320, 300) }, p.layout)
}

func (p *Page) layout(size fyne.Size) {
	look := style.Of(p)
	width := p.layoutSide(size)
	p.under.Fill(size, !p.side.Hidden && p.side.Size().Width >= size.Width) // the focus does not go there
	head := look.Height(style.PageHeaderHeight)
	widget.Place(p.header, 0, 0, width, head)
	p.headGround.Hidden = p.first.Visible()
	if p.first.Visible() {
		widget.Place(p.first, 0, head, width, size.Height-head)
		return
	}
	foot := p.foot.HeightFor(width)
	widget.Place(p.headGround, 0, 0, width, head)
	widget.Place(p.scroll, 0, head, width, max(size.Height-head-foot, 0))
	widget.Place(p.foot, 0, size.Height-foot, width, foot)
	if p.toast.Visible() {
		p.toast.Place(fyne.NewSize(width, size.Height-foot))
	}
	p.placeDrop()
}

// pageLeast is the least width of the page beside the panel, px at 100 % text.
const pageLeast float32 = 480

// layoutSide places the panel and returns the width that is left beside it. Where there is no room the
// panel lies over the page when it is asked for, over all of a narrow one.
func (p *Page) layoutSide(size fyne.Size) float32 {
	look, want := style.Of(p), p.side.width()
	overlay := size.Width+style.RailWide < style.PanelOverlays || size.Width-want < pageLeast*look.Scale()
	if p.side.overlay != overlay {
		p.side.overlay = overlay
		p.showHeader()
	}
	p.side.Hidden = !p.side.wanted() || overlay && !p.sideOpen
	if p.side.Hidden {
		return size.Width
	}
	if !overlay {
		widget.Place(p.side, size.Width-want, 0, want, size.Height)
		return size.Width - want
	}
	if want = min(max(want, 280), size.Width); size.Width < 640*look.Scale() {
		want = size.Width
	}
	widget.Place(p.side, size.Width-want, 0, want, size.Height)
	return size.Width
}

// headFace is what the header's buttons depend on.
type headFace struct {
	people, own, run, first bool
	phase                   phase
	words                   string
	account                 string // of several, "" where there is nothing to choose
}

// showHeader makes the header's buttons anew only when they are others: one of them may have the focus.
func (p *Page) showHeader() {
	say, m := p.config.Say, &p.model
	f := headFace{people: p.side.overlay && p.side.wanted(), own: p.account(), run: m.run != nil, first: p.firstTime(), phase: m.phase}
	if f.people && m.presence != nil {
		f.words = strconv.Itoa(len(m.presence.Participants))
	}
	if p.chooser.Several() && !p.fixed() {
		f.account = p.chooser.Words()
	}
	if f == p.head && p.header.MinSize().Width > 0 {
		return
	}
	p.head = f
	var actions []*widget.Button
	if f.account != "" {
		actions = append(actions, p.chooser.Button)
	}
	if f.people {
		b := widget.NewButton(widget.Quiet, "people", f.words, p.openSide)
		b.SetTip(say.T("meetings.in-title"))
		actions = append(actions, b)
	}
	if f.first {
		actions = append(actions, widget.NewButton(widget.Quiet, "key", say.T("meetings.without"), p.goWithout))
	}
	if f.own && !f.first {
		actions = append(actions, widget.NewButton(widget.Quiet, "calendar", say.T("meetings.mine"), p.openMeetings))
	}
	if m.phase == running {
		var more *widget.Button
		more = widget.NewIconButton("more", say.T("meetings.more"), func() { widget.ShowMenu(more, p.meetingMenu()) })
		actions = append(actions, more)
	}
	p.header.SetActions(actions...)
}

// meetingMenu is what can be done with the running meeting.
func (p *Page) meetingMenu() []*fyne.MenuItem {
	say, m := p.config.Say, &p.model
	some := false
	for _, one := range p.side.gather() {
		some = some || one.pid != "" && !one.host
	}
	hang := fyne.NewMenuItem(say.T("meetings.hang-up-all"), p.hangUpAll)
	hang.Disabled = !some || m.run != nil
	end := fyne.NewMenuItem(say.T("meetings.end"), p.endMeeting)
	end.Disabled = m.run != nil
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.T("meetings.call-number"), p.openNumber)}
	if m.meeting != nil && m.meeting.JoinURL != "" {
		items = append(items, fyne.NewMenuItem(say.T("meetings.copy-link"), func() { p.copyText(m.meeting.JoinURL, "meetings.link-copied") }),
			fyne.NewMenuItem(say.T("meetings.open-link"), p.openLink))
	}
	return append(items, fyne.NewMenuItemSeparator(), hang, end)
}

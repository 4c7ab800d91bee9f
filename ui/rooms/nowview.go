package rooms

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// nowView is the rooms as they are now, in large type: the clock, what is free, a line for each room, and
// who will come within the hour.
type nowView struct {
	fynewidget.BaseWidget
	page          *Page
	clock         *widget.Text
	weekday, date *widget.Text
	counts        *widget.Line
	short         *widget.Line // the same without words, for large text
	rows          *nowRows
	arrivals      *widget.Column
	scroll        *widget.Slide
	side          *widget.Fill
	edge, rule    *widget.Fill
	foot          *widget.Fill
	footRule      *widget.Fill
	name, age     *widget.Text
	icon          *widget.Icon
	cap           *widget.KeyCap
	leave         *widget.Text
	gap           float32 // that a banner takes below the clock
	ring          *widget.Fill
	board         *room.Board
}

// keyFullScreen is printed on keyboards, not translated.
const keyFullScreen = "F11"

func newNowView(p *Page) *nowView {
	v := &nowView{page: p, clock: widget.NewBold("", style.KioskClock), weekday: widget.NewText("", style.KioskName, style.Ink),
		date: widget.NewText("", style.KioskText, style.Ink2), counts: widget.NewLine(style.GroupGap, -1), short: widget.NewLine(style.GroupGap, -1), arrivals: widget.NewColumn(20),
		side: widget.NewFill(style.Surface, "", 0), edge: widget.NewRule(), rule: widget.NewRule(), foot: widget.NewFill(style.Chrome, "", 0), footRule: widget.NewRule(),
		name: widget.NewText(p.config.Say.T("rooms.name"), style.Body, style.Ink2), age: widget.NewText("", style.Body, style.Ink2),
		icon: widget.NewIcon("foyer", style.IconRail, style.Ink2), cap: widget.NewKeyCap(keyFullScreen), leave: widget.NewText("", style.Body, style.Ink2)}
	v.rows = newNowRows(v)
	v.ring = widget.NewFill("", style.Accent, style.RadiusButton)
	v.ring.Hidden = true
	v.scroll = widget.NewSlide(v.arrivals)
	v.Hidden = true
	v.ExtendBaseWidget(v)
	return v
}

// show draws the board of the current day.
func (v *nowView) show() {
	p, say := v.page, v.page.config.Say
	m := &p.model
	v.board = m.now.Only(m.filter)
	now := p.now()
	v.clock.SetText(say.Clock(now))
	v.weekday.SetText(say.Weekday(now))
	v.date.SetText(p.longDate(room.DateOf(now)))
	v.showCounts()
	v.age.SetText(p.age(m.now.Reading))
	v.age.Color = style.Ink2
	if m.stale() {
		v.age.Color = style.Soon
	}
	v.leave.SetText(say.T("rooms.full-screen"))
	if p.kiosk {
		v.leave.SetText(say.T("rooms.leave-full-screen"))
	}
	full := p.config.FullScreen != nil
	v.cap.Hidden, v.leave.Hidden = !full, !full
	v.arrivals.Set(v.arrivalParts()...)
	v.Refresh()
}

// showCounts says how many rooms are free, taken soon and in use.
func (v *nowView) showCounts() {
	say, c := v.page.config.Say, v.board.Counts
	fresh := v.board.Freshness == room.Fresh
	var parts, short []fyne.CanvasObject
	add := func(s room.Status, n int, key string, bold bool) {
		if n == 0 && s != room.Free {
			return
		}
		color := mark(s).Color()
		if !fresh {
			color = style.Ink2
		}
		line := func(count string) *widget.Line {
			words := widget.NewText(count, style.KioskName, color)
			words.Bold = bold
			return widget.NewLine(style.IconGap, -1, widget.NewIcon(mark(s).Drawing(), 22, color), words)
		}
		parts, short = append(parts, line(say.N(key, n))), append(short, line(strconv.Itoa(n)))
	}
	add(room.Free, c.Free, "rooms.now-free", true)
	add(room.Soon, c.Soon, "rooms.now-soon", false)
	add(room.InUse, c.InUse, "rooms.now-in-use", false)
	add(room.Unknown, c.Unknown, "rooms.now-unknown", false)
	v.counts.Gap, v.short.Gap = 20, 20
	v.counts.Set(-1, parts...)
	v.short.Set(-1, short...)
}

// Measures of the view of now, px.
const (
	kioskMargin   float32 = 32
	kioskSide     float32 = 0.33 // of the width
	kioskSideFrom float32 = 760  // narrower ones show no arrivals
)

func (v *nowView) clockHeight() float32 { return style.Of(v).Line(style.KioskClock) + 44 }

// CreateRenderer is part of the widget contract.
func (v *nowView) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{v.side, v.edge, v.rows, v.scroll, v.clock, v.weekday, v.date, v.counts, v.short, v.rule, v.foot, v.footRule, v.icon, v.name, v.age, v.cap, v.leave, v.ring}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(300, 200) }, v.layout)
}

func (v *nowView) layout(size fyne.Size) {
	look := style.Of(v)
	margin := kioskMargin
	if size.Width < 1100 {
		margin = style.PageMargin
	}
	head := v.clockHeight()
	v.layoutClock(look, size.Width, margin, head)
	widget.Place(v.rule, 0, head-1, size.Width, 1)
	head += v.gap
	foot := look.Line(style.Body) + 24
	bottom := size.Height - foot
	v.layoutFoot(look, size, margin, bottom, foot)
	side := float32(0)
	if size.Width >= kioskSideFrom*look.Scale() {
		side = float32(int(size.Width * kioskSide))
	}
	v.side.Hidden, v.edge.Hidden = side == 0, side == 0
	hide(v.scroll, side == 0)
	widget.Place(v.side, size.Width-side, head, side, bottom-head)
	widget.Place(v.edge, size.Width-side, head, 1, bottom-head)
	widget.Place(v.scroll, size.Width-side+1, head, max(side-1, 0), bottom-head)
	v.rows.margin = margin
	widget.Place(v.rows, 0, head, size.Width-side, bottom-head)
	widget.Place(v.ring, 1, head, size.Width-side-2, bottom-head-1)
}

// layoutClock places time, date and counts. What has no room goes: first the date, then the words of the
// counts.
func (v *nowView) layoutClock(look style.Look, width, margin, head float32) {
	clock := v.clock.MinSize()
	widget.Place(v.clock, margin, (head-clock.Height)/2, clock.Width, clock.Height)
	x := margin + clock.Width + 24
	day, date := look.Line(style.KioskName), look.Line(style.KioskText)
	top := (head - day - date) / 2
	widget.Place(v.weekday, x, top, v.weekday.MinSize().Width, day)
	widget.Place(v.date, x, top+day, v.date.MinSize().Width, date)
	dateWidth := max(v.weekday.MinSize().Width, v.date.MinSize().Width)
	rest := width - margin - x
	counts := v.counts
	if rest < counts.MinSize().Width {
		counts = v.short
	}
	need := counts.MinSize()
	noDate := rest < dateWidth+24+need.Width
	v.weekday.Hidden, v.date.Hidden = noDate, noDate
	v.counts.Hidden, v.short.Hidden = counts == v.short, counts == v.counts || rest < need.Width
	widget.Place(counts, width-margin-need.Width, (head-need.Height)/2, need.Width, need.Height)
}

func (v *nowView) layoutFoot(look style.Look, size fyne.Size, margin, y, h float32) {
	line := look.Line(style.Body)
	widget.Place(v.foot, 0, y, size.Width, h)
	widget.Place(v.footRule, 0, y, size.Width, 1)
	side := look.Icon(style.IconRail)
	widget.Place(v.icon, margin, y+(h-side)/2, side, side)
	widget.Place(v.name, margin+side+style.IconGap, y+(h-line)/2, v.name.MinSize().Width, line)
	right := size.Width - margin
	if v.leave.Visible() {
		right -= v.leave.MinSize().Width
		widget.Place(v.leave, right, y+(h-line)/2, v.leave.MinSize().Width, line)
		s := v.cap.MinSize()
		right -= s.Width + style.IconGap
		widget.Place(v.cap, right, y+(h-s.Height)/2, s.Width, s.Height)
		right -= 20
	}
	w := v.age.MinSize().Width
	v.age.Hidden = right-w < margin+side+style.IconGap+v.name.MinSize().Width+20
	widget.Place(v.age, right-w, y+(h-line)/2, w, line)
}

// FocusGained shows where the keys go.
func (v *nowView) FocusGained() { v.setFocused(true) }

// FocusLost hides the focus line.
func (v *nowView) FocusLost() { v.setFocused(false) }

func (v *nowView) setFocused(on bool) {
	v.ring.Hidden = !on || v.page.kiosk
	v.Refresh()
}

// TypedRune does nothing.
func (v *nowView) TypedRune(rune) {}

// TypedKey scrolls the rooms.
func (v *nowView) TypedKey(e *fyne.KeyEvent) {
	if widget.PassKey(v, e) {
		return
	}
	s := v.rows.scroll
	row, page := v.rows.height(), s.Size().Height
	by, moves := map[fyne.KeyName]float32{fyne.KeyUp: -row, fyne.KeyDown: row, fyne.KeyPageUp: row - page, fyne.KeyPageDown: page - row,
		fyne.KeyHome: -s.Offset.Y, fyne.KeyEnd: float32(v.rows.count()) * row}[e.Name]
	if !moves {
		v.page.key(e)
		return
	}
	s.GoTo(s.Offset.Y + by)
	v.rows.stack.Refresh()
}

// ToggleFullScreen puts the view of now over the whole screen, or back: for F11 where nothing has the
// focus.
func (p *Page) ToggleFullScreen() { p.toggleKiosk() }

// toggleKiosk puts the view of now over the whole screen, or back.
func (p *Page) toggleKiosk() { p.setKiosk(!p.kiosk) }

func (p *Page) setKiosk(on bool) {
	if p.kiosk == on || p.config.FullScreen == nil {
		return
	}
	if on {
		p.setView(viewNow)
	}
	p.kiosk = on
	p.config.FullScreen(on)
	p.show()
	if on {
		p.focus(p.nowView)
		p.nowView.setFocused(true)
	}
}

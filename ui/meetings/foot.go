package meetings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// footBar is the page's foot: the table summed up, what can be offered, and the buttons.
type footBar struct {
	fynewidget.BaseWidget
	page    *Page
	ground  *widget.Fill
	rule    *widget.Fill
	line    *line
	offer   *widget.Button
	preview *widget.Button
	cancel  *widget.Button
	invite  *widget.Button
	retries bool // the filled button calls those again who are missing
	meter   *widget.Meter
}

func newFootBar(p *Page) *footBar {
	say := p.config.Say
	f := &footBar{page: p, ground: widget.NewFill(style.Ground, "", 0), rule: widget.NewRule(), line: newLine(), meter: widget.NewMeter()}
	f.offer = p.link("", f.takeOffer)
	f.offer.Caption = true
	f.preview = widget.NewButton(widget.Outlined, "", say.T("meetings.preview"), p.openPreview)
	f.cancel = widget.NewButton(widget.Outlined, "", say.T("widget.cancel"), p.cancelInvite)
	f.invite = widget.NewButton(widget.Filled, "phone", "", f.primary)
	f.ExtendBaseWidget(f)
	return f
}

// primary does what the filled button does.
func (f *footBar) primary() {
	switch {
	case f.invite.Disabled() || f.invite.Hidden:
	case f.retries:
		f.page.retryMissing()
	default:
		f.page.inviteReady()
	}
}

// part is some words of the sum in a colour.
type part struct {
	words string
	color style.Name
	bold  bool
}

// show draws the sum and the buttons.
func (f *footBar) show() {
	p, say := f.page, f.page.config.Say
	s := p.model.summary()
	p.counted = s
	r := p.model.run
	f.line.set(f.sum(s))
	f.meter.Hidden, f.cancel.Hidden, f.preview.Hidden = r == nil, r == nil, r != nil
	if r != nil {
		f.meter.Set(r.progress.Total, widget.MeterPart{Count: r.progress.Sent, Color: style.Accent})
		f.cancel.SetText(say.T("widget.cancel"))
		if r.stop.Load() {
			f.cancel.SetText(say.T("meetings.stopping"))
		}
		able(f.cancel, !r.stop.Load())
	}
	f.showOffer(s)
	f.retries = r == nil && s.ready == 0 && s.missing > 0
	switch {
	case r != nil:
		f.invite.SetText(say.T("meetings.inviting", "Sent", r.progress.Sent, "Total", r.progress.Total))
	case f.retries:
		f.invite.SetText(say.N("meetings.retry-missing", s.missing))
	case s.ready == 0:
		f.invite.SetText(say.T("meetings.invite"))
	default:
		f.invite.SetText(say.N("meetings.invite-people", s.ready))
	}
	able(f.invite, r == nil && p.model.phase == running && (s.ready > 0 || s.missing > 0))
	able(f.preview, s.ready > 0 && p.typedAccess().ID != "")
	f.Refresh()
}

func able(b *widget.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// sum says what there is in the table. Why nobody can be invited yet comes last.
func (f *footBar) sum(s summary) (parts []part) {
	p, say := f.page, f.page.config.Say
	add := func(n int, key string, c style.Name, bold bool) {
		if n > 0 {
			parts = append(parts, part{say.N(key, n), c, bold})
		}
	}
	if s.ready > 0 || s.invited == 0 && p.model.table.Len() > 0 {
		parts = append(parts, part{say.N("meetings.sum.ready", s.ready), style.Ink, true})
	}
	add(s.wrong, "meetings.sum.wrong", style.InUse, false)
	add(s.notCalled, "meetings.sum.not-called", style.Soon, false)
	add(s.invited, "meetings.sum.invited", style.Ink, s.ready == 0)
	add(s.in, "meetings.sum.in", style.Free, false)
	add(s.missing, "meetings.sum.missing", style.Ink2, false)
	add(s.unclear, "meetings.sum.unclear", style.Soon, false)
	for i := range len(parts) - 1 {
		parts[i].words = say.T("meetings.sum.comma", "Words", parts[i].words)
	}
	return parts
}

// showOffer shows what can be done for those who cannot be called, or says why nobody can be yet.
func (f *footBar) showOffer(s summary) {
	p, say, m := f.page, f.page.config.Say, &f.page.model
	words := ""
	switch {
	case m.run != nil:
	case s.notCalled > 0 && p.config.SendLink != nil && m.meeting != nil && m.meeting.JoinURL != "":
		words = say.N("meetings.send-link", s.notCalled)
	case s.missing > 0 && s.ready > 0 && m.phase == running:
		words = say.N("meetings.retry-missing", s.missing)
	}
	f.offer.SetText(words)
	f.offer.Hidden = words == ""
	f.line.below = ""
	if words == "" && m.run == nil && s.ready > 0 {
		f.line.below = p.whyNot()
	}
}

// whyNot says why nobody can be invited yet, "" when somebody can.
func (p *Page) whyNot() string {
	say := p.config.Say
	switch p.model.phase {
	case running:
		return ""
	case waiting:
		return say.T("meetings.why.not-started")
	case over:
		return say.T("meetings.why.over")
	case refused, away:
		return say.T("meetings.why.refused")
	case looking, starting:
		return say.T("meetings.why.looking")
	case nothing, half:
	}
	return say.T("meetings.why.access")
}

// takeOffer does what the link offers.
func (f *footBar) takeOffer() {
	p, m := f.page, &f.page.model
	if m.meeting != nil && m.meeting.JoinURL != "" && p.counted.notCalled > 0 && p.config.SendLink != nil {
		p.config.SendLink(m.notCalled(), m.meeting.JoinURL, m.meeting.Subject)
		return
	}
	p.retryMissing()
}

// buttons are those in sight, the filled one last.
func (f *footBar) buttons() (all []*widget.Button) {
	for _, b := range []*widget.Button{f.cancel, f.preview, f.invite} {
		if b.Visible() {
			all = append(all, b)
		}
	}
	return all
}

func (f *footBar) taken() float32 {
	w := float32(0)
	for _, b := range f.buttons() {
		w += b.MinSize().Width + style.FieldGap
	}
	return w
}

// beside reports whether the sum stands beside the buttons, and not above them.
func (f *footBar) beside(inner float32) bool {
	room := inner - f.taken()
	if f.offer.Visible() && f.offer.MinSize().Width > room {
		return false
	}
	return f.line.empty() || room >= 190*style.Of(f).Scale()
}

// second is the height of the second line, 0 without one.
func (f *footBar) second(width float32) float32 {
	switch {
	case f.offer.Visible():
		return style.Of(f).Line(style.Caption)
	case f.page.model.run != nil:
		return style.FieldGap
	}
	return f.line.belowHeight(width)
}

// HeightFor returns the height that the bar needs at a width.
func (f *footBar) HeightFor(width float32) float32 {
	look, inner := style.Of(f), width-2*style.PageMargin
	if f.beside(inner) {
		words := inner - f.taken()
		return max(look.Height(style.ActionBarHeight), f.line.HeightFor(words)+f.second(words)+2*style.FieldGap)
	}
	return f.line.HeightFor(inner) + f.second(inner) + style.IconGap + look.Height(style.ButtonHeight) + 2*style.FieldGap
}

// CreateRenderer is part of the widget contract.
func (f *footBar) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{f.ground, f.rule, f.line, f.meter, f.offer, f.cancel, f.preview, f.invite}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(200, style.Of(f).Height(style.ActionBarHeight)) }, f.layout)
}

func (f *footBar) layout(size fyne.Size) {
	inner := size.Width - 2*style.PageMargin
	widget.Place(f.ground, 0, 0, size.Width, size.Height)
	widget.Place(f.rule, 0, 0, size.Width, 1)
	words, top, row := inner-f.taken(), float32(0), size.Height
	if !f.beside(inner) {
		words = inner
		row = style.Of(f).Height(style.ButtonHeight) + style.FieldGap
		top = size.Height - row - style.FieldGap/2
	}
	h, second := f.line.HeightFor(words), f.second(words)
	y := style.FieldGap
	if f.beside(inner) {
		y = (size.Height - h - second) / 2
	}
	widget.Place(f.line, style.PageMargin, y, words, h+f.line.belowHeight(words))
	if f.offer.Visible() {
		widget.Place(f.offer, style.PageMargin, y+h, min(f.offer.MinSize().Width, words), second)
	}
	widget.Place(f.meter, style.PageMargin, y+h+style.Unit, min(words, 280), f.meter.HeightFor(words))
	x := size.Width - style.PageMargin
	all := f.buttons()
	for i := len(all) - 1; i >= 0; i-- {
		s := all[i].MinSize()
		w := min(s.Width, inner)
		widget.Place(all[i], x-w, top+(row-s.Height)/2, w, s.Height)
		x -= w + style.FieldGap
	}
}

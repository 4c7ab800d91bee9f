package rooms

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// foot counts what is on the board, what could not be read, and what changed since it was seen.
type foot struct {
	fynewidget.BaseWidget
	rule  *widget.Fill
	words *widget.Prose
	link  *widget.Button
	do    func()
	dot   *widget.Fill // as the bookings have that changed
	news  *widget.Button
	done  *widget.Button
}

func newFoot(p *Page) *foot {
	f := &foot{rule: widget.NewRule(), words: widget.NewProse("", style.Caption, style.Ink2)}
	f.link = widget.NewButton(widget.Linked, "", "", func() { f.do() })
	f.dot = widget.NewFill(style.Accent, "", footDot/2)
	f.news = widget.NewButton(widget.Linked, "", "", p.showChanges)
	f.done = widget.NewButton(widget.Linked, "", p.config.Say.T("rooms.changes-dismiss"), p.dismissChanges)
	f.link.Caption, f.news.Caption, f.done.Caption = true, true, true
	f.ExtendBaseWidget(f)
	return f
}

// footDot is the dot before what changed, px.
const footDot float32 = 6

// beside is the width of what stands beside the words in one line: what changed at the end, and the link.
func (f *foot) beside() (news, link float32) {
	if f.news.Visible() {
		news = f.done.MinSize().Width + f.news.MinSize().Width + style.GroupGap + footDot + style.IconGap + style.GroupGap
	}
	if f.link.Visible() {
		link = f.link.MinSize().Width + style.IconGap
	}
	return news, link
}

// full is the width of the words in one line.
func (f *foot) full() float32 {
	return fyne.MeasureText(f.words.Words(), style.Of(f).Text(style.Caption), fyne.TextStyle{}).Width + 1
}

// HeightFor returns the height that the foot needs at a width: where one line has no room for all, the words
// wrap, and what stands beside them comes below.
func (f *foot) HeightFor(width float32) float32 {
	line, inner := style.Of(f).Line(style.Caption), width-2*style.PageMargin
	news, link := f.beside()
	if f.full()+news+link <= inner {
		return line + 8
	}
	h := f.words.HeightFor(inner) + 8
	if news+link > 0 {
		h += line
	}
	if link > 0 && news+link > inner {
		h += line
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (f *foot) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{f.rule, f.words, f.link, f.dot, f.news, f.done}, func() fyne.Size { return fyne.NewSize(100, style.Of(f).Line(style.Caption)+8) }, f.layout)
}

func (f *foot) layout(size fyne.Size) {
	line, inner := style.Of(f).Line(style.Caption), size.Width-2*style.PageMargin
	news, link := f.beside()
	widget.Place(f.rule, 0, 0, size.Width, 1)
	if full := f.full(); full+news+link <= inner {
		widget.Place(f.words, style.PageMargin, 4, full, line)
		widget.Place(f.link, style.PageMargin+full+style.IconGap, 4, link-style.IconGap, line)
		f.layoutNews(size.Width, 4, line)
		return
	}
	h := f.words.HeightFor(inner)
	widget.Place(f.words, style.PageMargin, 4, inner, h)
	y := 4 + h
	widget.Place(f.link, style.PageMargin, y, max(link-style.IconGap, 0), line)
	if link > 0 && news+link > inner {
		y += line
	}
	f.layoutNews(size.Width, y, line)
}

// layoutNews places what changed at the end of a line.
func (f *foot) layoutNews(width, y, line float32) {
	x := width - style.PageMargin
	if f.news.Hidden {
		return
	}
	for _, b := range []*widget.Button{f.done, f.news} {
		w := b.MinSize().Width
		widget.Place(b, x-w, y, w, line)
		x -= w + style.GroupGap
	}
	x += style.GroupGap - footDot - style.IconGap
	widget.Place(f.dot, x, y+(line-footDot)/2, footDot, footDot)
}

// showNews says how much changed since the day was seen.
func (f *foot) showNews(p *Page) {
	none := len(p.model.changes) == 0
	f.dot.Hidden, f.news.Hidden, f.done.Hidden = none, none, none
	if !none {
		f.news.SetText(p.changesWords())
	}
}

// widgetWidth is the width of words that may be cut.
func widgetWidth(t *widget.Text) float32 {
	return fyne.MeasureText(t.Words(), style.Of(t).Text(t.Role), fyne.TextStyle{Bold: t.Bold}).Width + 1
}

// showFoot counts what is shown.
func (p *Page) showFoot() {
	m, say := &p.model, p.config.Say
	p.foot.Hidden = !p.table.Visible()
	if p.foot.Hidden {
		return
	}
	b := m.shown
	var words []string
	count := p.roomsOf(b, m.board)
	if b.Freshness == room.Fresh {
		count = say.T("rooms.count-bookings", "Rooms", count, "Bookings", say.N("rooms.bookings", b.Bookings))
	}
	words = append(words, say.T("rooms.full-stop", "Sentence", count))
	if b.Freshness == room.Stale {
		words = append(words, say.T("rooms.foot-stale", "When", p.moment(b.Reading.At)))
	}
	f := p.foot
	if b.Unreadable > 0 {
		words = append(words, say.N("rooms.unreadable", b.Unreadable))
	} else if b.Copies > 0 {
		words = append(words, say.N("rooms.copies", b.Copies))
	}
	if unknown := p.unknownWords(b); unknown != "" {
		words = append(words, unknown)
	}
	p.showFootLink(b)
	if m.veiled {
		words = append(words, say.T("rooms.foot-veiled"))
	}
	f.words.SetText(strings.Join(words, " "))
	f.showNews(p)
}

// roomsOf counts the rooms of a board, which is all or some of another one.
func (p *Page) roomsOf(b, all *room.Board) string {
	if n := len(all.Lines); n != len(b.Lines) {
		return p.config.Say.T("rooms.count-of", "Shown", len(b.Lines), "All", n)
	}
	return p.config.Say.N("rooms.count", len(b.Lines))
}

// unknownWords say of which rooms nobody knows what is booked, if that is so of some and not of all.
func (p *Page) unknownWords(b *room.Board) string {
	n, name := 0, ""
	for i := range b.Lines {
		if l := &b.Lines[i]; l.Status == room.Unknown {
			n++
			name = l.Room.Name
		}
	}
	if n == 0 || n == len(b.Lines) {
		return ""
	}
	if n == 1 {
		return p.config.Say.T("rooms.foot-unknown-one", "Room", name)
	}
	return p.config.Say.N("rooms.foot-unknown", n)
}

// showFootLink leads to what could not be read, or else to why nothing was.
func (p *Page) showFootLink(b *room.Board) {
	f, say, why := p.foot, p.config.Say, b.Reading.Why
	f.link.Hidden = false
	switch {
	case b.Unreadable > 0 && len(b.Scraps) > 0:
		f.link.SetText(say.T("rooms.show-scraps"))
		f.do = p.showScraps
	case why != nil && p.unknownWords(b) != "":
		f.link.SetText(say.T("rooms.foot-why"))
		f.do = func() { p.serverSaid(why) }
	default:
		f.link.Hidden = true
	}
}

// scrapMost is how many bytes of an unreadable entry are shown.
const scrapMost = 600

// showScraps shows what could not be read, as it came.
func (p *Page) showScraps() {
	c, say := p.canvas(), p.config.Say
	if c == nil {
		return
	}
	var sheet *widget.Sheet
	var all []string
	sheet = widget.NewSheet(say.N("rooms.unreadable", p.model.board.Unreadable), say.T("rooms.copy"), say.T("rooms.close"), func() { sheet.Close() })
	sheet.Add(widget.Part{Object: widget.NewProse(say.T("rooms.scraps-lead"), style.Body, style.Ink2)})
	for _, s := range p.model.board.Scraps {
		raw := string(s.Raw)
		all = append(all, raw)
		if len(raw) > scrapMost {
			raw = strings.ToValidUTF8(raw[:scrapMost], "") + "…"
		}
		sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewProse(raw, style.Caption, style.Ink)})
	}
	sheet.OnCancel(func() { p.copyText(strings.Join(all, "\n")) })
	sheet.Open(c, nil)
}

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
)

// Measures of a row of a Ledger, px at 100 % text unless said otherwise.
const (
	ledgerWordsFrom   float32 = 340 // narrower rows show the mark without its word
	ledgerLinksNeed   float32 = 100 // what must be left of the second line beside the links
	ledgerLinkGap     float32 = 12
	ledgerTitleTop    float32 = 5  // does not grow
	ledgerTrailingGap float32 = 16 // does not grow
)

// CreateRenderer is part of the widget contract.
func (v *ledgerView) CreateRenderer() fyne.WidgetRenderer {
	d := &ledgerDrawing{v: v, rule: canvas.NewRectangle(transparent), box: canvas.NewRectangle(transparent), ring: canvas.NewRectangle(transparent),
		mark: &canvas.Image{FillMode: canvas.ImageFillContain}}
	for i := range d.bars {
		d.bars[i] = canvas.NewRectangle(transparent)
	}
	for i := range d.words {
		d.words[i] = canvas.NewText("", transparent)
	}
	r := &renderer{layout: d.layout}
	r.min = func() fyne.Size { return fyne.NewSize(200, v.list.rowHeight()) }
	r.refresh = func() {
		d.refresh()
		r.objects = d.objects()
		canvas.Refresh(v)
	}
	r.refresh()
	return r
}

// The words of a row, by where they stand.
const (
	ledgerLead = iota
	ledgerWord
	ledgerTitle
	ledgerSecond
	ledgerTrailing
	ledgerTexts
)

type ledgerDrawing struct {
	v               *ledgerView
	rule, box, ring *canvas.Rectangle
	bars            [2]*canvas.Rectangle // stand for words that are not loaded
	mark            *canvas.Image
	words           [ledgerTexts]*canvas.Text
	whole           [ledgerTexts]string // what words say before they are cut
	links           []*canvas.Text
}

func (d *ledgerDrawing) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{d.box, d.rule, d.mark}
	for _, b := range d.bars {
		all = append(all, b)
	}
	for _, w := range d.words {
		all = append(all, w)
	}
	for _, l := range d.links {
		all = append(all, l)
	}
	return append(all, d.ring)
}

func (d *ledgerDrawing) refresh() {
	v := d.v
	look := style.Of(v)
	fill := style.Name("")
	switch {
	case v.pose.chosen && v.pose.hovered:
		fill = style.SelectionHover
	case v.pose.chosen:
		fill = style.Selection
	case v.pose.hovered:
		fill = style.Hover
	}
	d.box.FillColor = paint(look, fill)
	d.rule.FillColor = look.Color(style.Line)
	for _, b := range d.bars {
		b.FillColor, b.CornerRadius, b.Hidden = look.Color(style.Line), style.RadiusBox, v.loaded
	}
	row := v.row
	if !v.loaded {
		row = LedgerRow{}
	}
	drawIcon(d.mark, row.State.Drawing(), look.Color(row.State.Color()))
	second := style.Ink2
	if row.Reason {
		second = style.Ink
	}
	secondRole := style.Body
	if v.list.Heads == nil {
		secondRole = style.Caption
	}
	d.write(look, ledgerLead, style.Body, style.Ink2, row.Lead)
	d.write(look, ledgerWord, style.Body, row.State.Color(), row.Word)
	d.write(look, ledgerTitle, style.Body, style.Ink, row.Title)
	d.words[ledgerTitle].TextStyle.Bold = v.pose.chosen && v.list.Heads == nil
	d.write(look, ledgerSecond, secondRole, second, row.Second)
	d.write(look, ledgerTrailing, style.Caption, style.Ink2, row.Trailing)
	d.drawLinks(look, row.Actions)
	d.layout(v.Size())
	refreshIcon(d.mark)
}

func (d *ledgerDrawing) write(look style.Look, which int, role style.Role, color style.Name, words string) {
	t := d.words[which]
	d.whole[which], t.TextSize, t.Color = words, look.Text(role), look.Color(color)
}

func (d *ledgerDrawing) drawLinks(look style.Look, actions []LedgerAction) {
	for len(d.links) < len(actions) {
		d.links = append(d.links, canvas.NewText("", transparent))
	}
	d.links = d.links[:len(actions)]
	for i, a := range actions {
		t := d.links[i]
		t.Text, t.TextSize, t.Color = a.Word, look.Text(style.Caption), look.Color(style.Accent)
		over := d.v.pose.over == i
		t.TextStyle.Underline = over
		if over {
			t.Color = look.Color(style.AccentHover)
		}
	}
}

func (d *ledgerDrawing) layout(size fyne.Size) {
	look := style.Of(d.v)
	d.v.cut, d.v.places = d.v.cut[:0], d.v.places[:0]
	place(d.box, 0, 0, size.Width, size.Height-1)
	place(d.rule, 0, size.Height-1, size.Width, 1)
	drawFocus(d.ring, look, fyne.NewSize(size.Width, size.Height-1), d.v.pose.ring, -1, style.RadiusButton)
	if d.v.list.Heads != nil {
		d.layoutTable(look, size)
		return
	}
	d.layoutLines(look, size)
}

// layoutLines draws a row of two lines.
func (d *ledgerDrawing) layoutLines(look style.Look, size fyne.Size) {
	title, caption := look.Line(style.Body), look.Line(style.Caption)
	side := look.Icon(style.IconRow)
	place(d.mark, style.PageMargin, middle(size.Height, side), side, side)
	x := style.PageMargin + side + style.IconGap
	word := d.words[ledgerWord]
	word.Hidden = size.Width < ledgerWordsFrom*look.Scale()
	if !word.Hidden {
		d.put(ledgerWord, x, middle(size.Height-1, title), d.v.list.wordWidth(look), title, false)
		x += d.v.list.wordWidth(look) + style.GroupGap
	}
	d.words[ledgerLead].Hidden = true
	right := size.Width - style.PageMargin
	first, below := ledgerTitleTop, ledgerTitleTop+title
	trailing := min(measure(d.whole[ledgerTrailing], look.Text(style.Caption), false), right-x)
	d.put(ledgerTrailing, right-trailing, first, trailing, caption, true)
	titleEnd := right
	if trailing > 0 {
		titleEnd -= trailing + ledgerTrailingGap
	}
	end := d.layoutLinks(look, x, right, size.Height-1-ledgerTitleTop-1-caption)
	d.put(ledgerTitle, x, first, titleEnd-x, title, false)
	d.put(ledgerSecond, x, below, end-x, caption, false)
	place(d.bars[0], x, first+middle(title, 8), min(140*look.Scale(), max(right-x, 0)), 8)
	place(d.bars[1], x, below+middle(caption, 8), min(280*look.Scale(), max(right-x, 0)), 8)
}

// layoutLinks puts the links at the end of the second line and returns where the words must stop.
// Where they would leave too little for the words they are in the menu only.
func (d *ledgerDrawing) layoutLinks(look style.Look, x, right, y float32) float32 {
	need, gap := float32(0), ledgerLinkGap*look.Scale()
	for _, l := range d.links {
		need += l.MinSize().Width + gap
	}
	hidden := right-x-need < ledgerLinksNeed*look.Scale()
	if len(d.links) == 0 || hidden {
		for _, l := range d.links {
			l.Hidden = true
		}
		return right
	}
	at := right - need + gap
	caption := look.Line(style.Caption)
	for i, l := range d.links {
		l.Hidden = false
		s := l.MinSize()
		place(l, at, y+(caption-s.Height)/2, s.Width, s.Height)
		d.v.places = append(d.v.places, segment{at, y, s.Width, caption})
		if d.v.pose.link == i {
			drawFocus(d.ring, look, fyne.NewSize(s.Width, caption), true, 3, style.RadiusButton)
			d.ring.Move(d.ring.Position().AddXY(at, y))
		}
		at += s.Width + gap
	}
	return right - need - gap/2
}

// put places words, cut if they must be, in the middle of a line.
func (d *ledgerDrawing) put(which int, x, y, width, line float32, end bool) {
	t, whole := d.words[which], d.whole[which]
	t.Hidden = false
	if width <= 0 || whole == "" {
		t.Text = ""
		t.Hidden = true
		if whole != "" {
			d.v.cut = append(d.v.cut, whole)
		}
		return
	}
	// No more than can stand on the line is measured: messages may be long.
	most := int(5*width/t.TextSize) + 2
	t.Text = Cut(firstRunes(whole, most), width, t.TextSize, t.TextStyle.Bold)
	if t.Text != whole {
		d.v.cut = append(d.v.cut, whole)
	}
	need := t.MinSize()
	if end {
		x += width - need.Width
	}
	place(t, x, y+(line-need.Height)/2, need.Width, need.Height)
}

// firstRunes returns at most n characters of words.
func firstRunes(words string, n int) string {
	for i := range words {
		if n == 0 {
			return words[:i]
		}
		n--
	}
	return words
}

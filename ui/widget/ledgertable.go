package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Measures of a Ledger with heads, px at 100 % text: narrower tables lose the time, then the second
// words.
const (
	ledgerDropsTrailing float32 = 560
	ledgerDropsSecond   float32 = 420
	ledgerLeadLeast     float32 = 35
	ledgerTrailingWide  float32 = 80
	ledgerSplit         float32 = 0.38 // the share of the title in what titles and second words have
)

// wordWidth is the room for the words beside marks.
func (l *Ledger) wordWidth(look style.Look) float32 {
	w := float32(0)
	for _, word := range l.Words {
		w = max(w, measure(word, look.Text(style.Body), false))
	}
	return w
}

// ledgerColumns are where the columns of a table begin and end; a column without width is left out.
type ledgerColumns struct{ lead, title, second, state, trailing segment }

// columns shares a width among the columns.
func (l *Ledger) columns(look style.Look, width float32) ledgerColumns {
	var c ledgerColumns
	x, right := style.PageMargin, width-style.PageMargin
	if l.Leads != "" || l.Heads.Lead != "" {
		w := max(measure(l.Leads, look.Text(style.Body), false), measure(l.Heads.Lead, look.Text(style.Caption), false), ledgerLeadLeast*look.Scale())
		c.lead = segment{x: x, w: w}
		x += w + style.GroupGap
	}
	if width >= ledgerDropsTrailing*look.Scale() && l.Heads.Trailing != "" {
		w := ledgerTrailingWide * look.Scale()
		c.trailing = segment{x: right - w, w: w}
		right -= w + style.IconGap
	}
	state := look.Icon(style.IconRow) + style.IconGap + max(l.wordWidth(look), measure(l.Heads.State, look.Text(style.Caption), false)) + style.IconGap
	c.state = segment{x: right - state, w: state}
	right -= state + style.GroupGap
	c.title = segment{x: x, w: max(right-x, 0)}
	if width >= ledgerDropsSecond*look.Scale() && l.Heads.Second != "" {
		c.title.w = float32(int(c.title.w * ledgerSplit))
		from := x + c.title.w
		c.title.w -= style.GroupGap
		c.second = segment{x: from, w: right - from}
	}
	return c
}

// layoutTable draws a row of one line in columns.
func (d *ledgerDrawing) layoutTable(look style.Look, size fyne.Size) {
	c := d.v.list.columns(look, size.Width)
	line, side := look.Line(style.Body), look.Icon(style.IconRow)
	y := middle(size.Height-1, line)
	d.put(ledgerLead, c.lead.x, y, c.lead.w, line, true)
	d.put(ledgerTitle, c.title.x, y, c.title.w, line, false)
	d.put(ledgerSecond, c.second.x, y, c.second.w, line, false)
	place(d.mark, c.state.x, middle(size.Height, side), side, side)
	d.put(ledgerWord, c.state.x+side+style.IconGap, y, c.state.w-side-style.IconGap, line, false)
	d.put(ledgerTrailing, c.trailing.x, y, c.trailing.w, line, true)
	for _, l := range d.links {
		l.Hidden = true
	}
	place(d.bars[0], c.title.x, middle(size.Height-1, 8), min(140*look.Scale(), c.title.w), 8)
	place(d.bars[1], c.second.x, middle(size.Height-1, 8), min(220*look.Scale(), c.second.w), 8)
}

// ledgerHead is the line above a table that names the columns.
type ledgerHead struct {
	fynewidget.BaseWidget
	list *Ledger
}

func newLedgerHead(l *Ledger) *ledgerHead {
	h := &ledgerHead{list: l}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is part of the widget contract.
func (h *ledgerHead) CreateRenderer() fyne.WidgetRenderer {
	texts := make([]*canvas.Text, ledgerTexts)
	r := &renderer{}
	for i := range texts {
		texts[i] = canvas.NewText("", transparent)
		r.objects = append(r.objects, texts[i])
	}
	r.min = func() fyne.Size { return fyne.NewSize(200, style.Of(h).Height(style.TableHeadHeight)) }
	r.layout = func(size fyne.Size) {
		look := style.Of(h)
		c, heads := h.list.columns(look, size.Width), h.list.Heads
		for i, column := range []struct {
			at    segment
			words string
			end   bool
		}{{c.lead, heads.Lead, true}, {c.title, heads.Title, false}, {c.second, heads.Second, false}, {c.state, heads.State, false}, {c.trailing, heads.Trailing, true}} {
			t := texts[i]
			t.TextSize, t.Color = look.Text(style.Caption), look.Color(style.Ink3)
			t.Hidden = column.at.w <= 0
			t.Text = Cut(column.words, column.at.w, t.TextSize, false)
			need := t.MinSize()
			x := column.at.x
			if column.end {
				x += column.at.w - need.Width
			}
			place(t, x, (size.Height-need.Height)/2, need.Width, need.Height)
		}
	}
	r.refresh = func() {
		r.layout(h.Size())
		canvas.Refresh(h)
	}
	return r
}

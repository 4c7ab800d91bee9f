package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

// Tabs is the bar above the parts of a page of which one is shown. It is one tab stop; the arrow keys
// choose. What does not fit goes into the menu "…", from the end; the chosen tab always shows.
type Tabs struct {
	control
	words     []string
	selected  int
	over      int
	more      *Button
	places    []segment // of the tabs in the bar; a width of 0 is in the menu
	onChanged func(int)
}

// Measures of Tabs, px.
const (
	tabGap  float32 = 20
	tabLine float32 = 2
)

// NewTabs returns a bar of these words, the first one chosen; moreTip names the menu of those that
// did not fit. changed is told what the user chose.
func NewTabs(words []string, moreTip string, changed func(int)) *Tabs {
	t := &Tabs{words: words, over: -1, onChanged: changed}
	t.more = NewIconButton("more", moreTip, t.openMenu)
	t.extend(t)
	return t
}

// Selected returns the number of the chosen tab, from 0.
func (t *Tabs) Selected() int { return t.selected }

// Words returns the words of all tabs.
func (t *Tabs) Words() []string { return t.words }

// Select chooses a tab without calling back.
func (t *Tabs) Select(i int) {
	if i >= 0 && i < len(t.words) && i != t.selected {
		t.selected = i
		t.Refresh()
	}
}

func (t *Tabs) choose(i int) {
	if i < 0 || i >= len(t.words) || i == t.selected {
		return
	}
	t.Select(i)
	if t.onChanged != nil {
		t.onChanged(i)
	}
}

// Tapped chooses what was tapped.
func (t *Tabs) Tapped(e *fyne.PointEvent) { t.choose(t.at(e.Position)) }

// TypedKey chooses with the arrow keys, Home and End.
func (t *Tabs) TypedKey(e *fyne.KeyEvent) {
	if PassKey(t, e) {
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		t.choose(t.selected - 1)
	case fyne.KeyRight:
		t.choose(t.selected + 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.words) - 1)
	default:
		LeaveKey(t, e)
	}
}

// TypedRune does nothing: a blank chooses nothing new.
func (t *Tabs) TypedRune(rune) {}

// MouseMoved shows which tab is under the pointer.
func (t *Tabs) MouseMoved(e *desktop.MouseEvent) {
	if over := t.at(e.Position); over != t.over {
		t.over = over
		t.Refresh()
	}
}

// MouseOut ends hover.
func (t *Tabs) MouseOut() {
	t.over = -1
	t.control.MouseOut()
}

func (t *Tabs) at(p fyne.Position) int {
	for i, s := range t.places {
		if s.w > 0 && p.X >= s.x-tabGap/2 && p.X < s.x+s.w+tabGap/2 {
			return i
		}
	}
	return -1
}

// arrange places the tabs from x, those that fit into width. With a menu, the last ones and then those
// before the chosen tab are in it.
func (t *Tabs) arrange(look style.Look, width float32) (places []segment, whole bool) {
	natural := make([]float32, len(t.words))
	sum := -tabGap
	for i, word := range t.words {
		// The chosen one is bold; every tab is as wide as if it were, so that nothing moves.
		natural[i] = measure(word, look.Text(style.Body), true)
		sum += natural[i] + tabGap
	}
	shown := make([]bool, len(t.words))
	left := width
	whole = sum <= width
	if !whole {
		left -= t.more.MinSize().Width
	}
	take := func(i int) {
		if i < len(natural) && !shown[i] && natural[i] <= left {
			shown[i] = true
			left -= natural[i] + tabGap
		}
	}
	take(t.selected)
	for i := range natural {
		before := left
		if take(i); before == left && i != t.selected {
			break // the order of the tabs stays the order in which they give way
		}
	}
	places = make([]segment, len(t.words))
	x := float32(0)
	for i := range places {
		if shown[i] {
			places[i] = segment{x: x, w: natural[i], h: look.Height(style.TabsHeight)}
			x += natural[i] + tabGap
		}
	}
	return places, whole
}

func (t *Tabs) openMenu() {
	var items []*fyne.MenuItem
	for i, s := range t.places {
		if s.w == 0 {
			items = append(items, fyne.NewMenuItem(t.words[i], func() { t.choose(i) }))
		}
	}
	ShowMenu(t.more, items)
}

// CreateRenderer is part of the widget contract.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	rule, hover, line, ring := NewRule(), canvas.NewRectangle(transparent), canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	texts := make([]*canvas.Text, len(t.words))
	r := &renderer{objects: []fyne.CanvasObject{rule, hover, line}}
	for i := range texts {
		texts[i] = canvas.NewText("", transparent)
		r.objects = append(r.objects, texts[i])
	}
	r.objects = append(r.objects, t.more, ring)
	r.min = func() fyne.Size {
		look := style.Of(t)
		return fyne.NewSize(2*style.PageMargin+8*look.Text(style.Body), look.Height(style.TabsHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(t)
		place(rule, 0, size.Height-1, size.Width, 1)
		places, whole := t.arrange(look, size.Width-2*style.PageMargin)
		t.more.Hidden = whole
		end := style.PageMargin
		ring.Hidden, hover.Hidden = true, true
		for i := range places {
			places[i].x += style.PageMargin
			s := places[i]
			texts[i].Hidden = s.w == 0
			if s.w == 0 {
				continue
			}
			need := texts[i].MinSize()
			place(texts[i], s.x+(s.w-need.Width)/2, (size.Height-need.Height)/2, need.Width, need.Height)
			end = s.x + s.w
			if i == t.over && i != t.selected {
				hover.Hidden = false
				place(hover, s.x, size.Height-tabLine, s.w, tabLine)
			}
			if i == t.selected {
				place(line, s.x, size.Height-tabLine, s.w, tabLine)
				drawFocus(ring, look, fyne.NewSize(s.w, size.Height-8), t.focused, 6, style.RadiusButton)
				ring.Move(ring.Position().AddXY(s.x, 4))
			}
		}
		t.places = places
		m := t.more.MinSize()
		place(t.more, end+tabGap-6, middle(size.Height, m.Height), m.Width, m.Height)
	}
	r.refresh = func() {
		look := style.Of(t)
		line.FillColor, hover.FillColor = look.Color(style.Accent), look.Color(style.Line2)
		for i, text := range texts {
			text.Text, text.TextSize, text.TextStyle = t.words[i], look.Text(style.Body), fyne.TextStyle{Bold: i == t.selected}
			text.Color = look.Color(style.Ink2)
			if i == t.selected || i == t.over {
				text.Color = look.Color(style.Ink)
			}
		}
		r.layout(t.Size())
		t.more.Refresh()
		canvas.Refresh(t)
	}
	r.refresh()
	return r
}

package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// Sizes of the search box, px; the heights of its parts grow with the text.
const (
	searchWidth  float32 = 568
	searchTop    float32 = 72
	searchMargin float32 = 16
	searchRows           = 40 // results shown at most; nobody reads further
)

// searchBox floats over the window: a field, what was found in groups, and the keys.
type searchBox struct {
	fynewidget.BaseWidget
	say     *text.Catalogue
	find    func(query string) []Group
	close   func()
	shade   *widget.Shade
	card    *widget.Fill
	ground  *widget.Fill // behind the keys
	icon    *widget.Icon
	field   *widget.Entry
	count   *widget.Text
	rules   [2]*widget.Fill
	list    *widget.Column
	scroll  *container.Scroll
	foot    *widget.Line
	query   string
	results []Result
	rows    []*widget.ResultRow
	chosen  int
}

func newSearchBox(say *text.Catalogue, find func(string) []Group, closed func()) *searchBox {
	s := &searchBox{say: say, find: find, close: closed, card: widget.NewFill(style.Surface, style.Line2, style.RadiusSearch), ground: widget.NewFill(style.Ground, "", style.RadiusSearch-1),
		icon: widget.NewIcon("search", style.IconHead, style.Accent), count: widget.NewText("", style.Caption, style.Ink2),
		rules: [2]*widget.Fill{widget.NewRule(), widget.NewRule()}, list: widget.NewColumn(0)}
	s.card.Shadow = true
	s.shade = widget.NewShade(closed)
	s.field = widget.NewEntry("", say.T("window.search-hint"))
	s.field.Bare = true
	s.field.OnChanged = s.search
	s.field.OnKey = s.key
	s.field.OnShortcut = s.shortcut
	s.field.OnSubmitted = func(string) { s.open() }
	s.scroll = container.NewVScroll(s.list)
	s.foot = widget.NewLine(6, 6,
		widget.NewIcon("updown", style.IconSmall, style.Ink2), caption(say.T("window.search-choose")), widget.NewSpace(8, 1),
		widget.NewKeyCap(keyEnter), caption(say.T("window.search-open")), widget.NewSpace(8, 1),
		widget.NewLine(6, -1, widget.NewKeyCap(keyCtrlEnter), caption(say.T("window.search-copy"))),
		widget.NewKeyCap(keyEscape), caption(say.T("window.search-close")))
	s.ExtendBaseWidget(s)
	s.search("")
	return s
}

func caption(words string) *widget.Text { return widget.NewText(words, style.Caption, style.Ink2) }

// search finds and shows. An empty query shows what was used last.
func (s *searchBox) search(query string) {
	s.query = strings.TrimSpace(query)
	s.results, s.rows, s.chosen = nil, nil, 0
	var parts []widget.Part
	found := 0
	for _, g := range s.find(s.query) {
		found += len(g.Results)
		g.Results = g.Results[:min(len(g.Results), searchRows-len(s.results))]
		if len(g.Results) == 0 {
			continue
		}
		parts = append(parts, widget.Part{Above: 8, Object: widget.NewIndent(widget.NewText(g.Title, style.Caption, style.Ink2), 8)})
		first := true
		for _, result := range g.Results {
			row := s.row(len(s.results), result)
			s.results, s.rows = append(s.results, result), append(s.rows, row)
			above := float32(0)
			if first {
				above, first = 4, false
			}
			parts = append(parts, widget.Part{Above: above, Object: row})
		}
	}
	if len(s.results) == 0 {
		parts = append(parts, widget.Part{Object: widget.NewIndent(widget.NewProse(s.say.T("window.search-nothing", "Query", widget.Strong(s.query)), style.Body, style.Ink2), 8)})
	}
	s.count.SetText("")
	if s.query != "" {
		s.count.SetText(s.say.N("window.search-count", found))
	}
	s.list.Padding = style.RailMargin
	s.list.Set(parts...)
	s.scroll.ScrollToTop()
	s.choose(0)
	s.Refresh()
}

func (s *searchBox) row(i int, r Result) *widget.ResultRow {
	return widget.NewResultRow(r.Icon, r.Title, r.Second, r.Does, keyEnter, s.query, func() {
		s.chosen = i
		s.open()
	})
}

func (s *searchBox) choose(i int) {
	if len(s.rows) == 0 {
		return
	}
	s.chosen = min(max(i, 0), len(s.rows)-1)
	for n, row := range s.rows {
		row.SetOn(n == s.chosen)
	}
	row := s.rows[s.chosen]
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	switch view := s.scroll.Size().Height; {
	case s.chosen == 0:
		s.scroll.ScrollToTop()
	case top < s.scroll.Offset.Y:
		s.scroll.ScrollToOffset(fyne.NewPos(0, top-style.RailMargin))
	case bottom > s.scroll.Offset.Y+view:
		s.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view+style.RailMargin))
	}
}

func (s *searchBox) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp:
		s.choose(s.chosen - 1)
	case fyne.KeyDown:
		s.choose(s.chosen + 1)
	case fyne.KeyPageUp:
		s.choose(s.chosen - 6)
	case fyne.KeyPageDown:
		s.choose(s.chosen + 6)
	case fyne.KeyEscape:
		s.close()
	default:
		return false
	}
	return true
}

func (s *searchBox) shortcut(c fyne.Shortcut) bool {
	custom, ok := c.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch custom.KeyName {
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(s.results) > 0 && s.results[s.chosen].Copy != nil {
			result := s.results[s.chosen]
			s.close()
			result.Copy()
		}
		return true
	case fyne.KeyK:
		s.close()
		return true
	}
	return false
}

func (s *searchBox) open() {
	if len(s.results) == 0 {
		return
	}
	result := s.results[s.chosen]
	s.close()
	result.Open()
}

// CreateRenderer is part of the widget contract.
func (s *searchBox) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.shade, s.card, s.ground, s.icon, s.field, s.count, s.rules[0], s.rules[1], s.scroll, s.foot}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(320, 200) }, s.layout)
}

func (s *searchBox) layout(size fyne.Size) {
	look := style.Of(s)
	widget.Place(s.shade, 0, 0, size.Width, size.Height)
	w := min(searchWidth*min(look.Scale(), 1.5), size.Width-2*style.PageMargin)
	head := look.Height(style.Height{At100: 52, Role: style.Heading, Lines: 1})
	hints := s.foot.HeightFor(w - 2*searchMargin)
	foot := max(look.Height(style.ToolbarHeight), hints+2*style.IconGap)
	top := min(searchTop, size.Height/9)
	list := min(s.list.HeightFor(w), size.Height-top-style.PageMargin-head-foot)
	x, y := (size.Width-w)/2, top
	widget.Place(s.card, x, y, w, head+list+foot)
	side := look.Icon(style.IconHead)
	widget.Place(s.icon, x+searchMargin, y+(head-side)/2, side, side)
	count := s.count.MinSize()
	widget.Place(s.count, x+w-searchMargin-count.Width, y+(head-count.Height)/2, count.Width, count.Height)
	h := s.field.MinSize().Height
	left := x + searchMargin + side
	widget.Place(s.field, left, y+(head-h)/2, x+w-searchMargin-count.Width-8-left, h)
	widget.Place(s.rules[0], x+1, y+head-1, w-2, 1)
	widget.Place(s.scroll, x, y+head, w, list)
	y += head + list
	widget.Place(s.rules[1], x+1, y, w-2, 1)
	s.ground.BottomOnly = true
	widget.Place(s.ground, x+1, y+1, w-2, foot-2)
	widget.Place(s.foot, x+searchMargin, y+(foot-hints)/2, w-2*searchMargin, hints)
}

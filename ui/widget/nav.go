package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
)

// NavItem is a page in the rail. The chosen one has a fill, bold words and a bar at the window's
// edge, so that it does not take colour to see it.
type NavItem struct {
	control
	icon, words, count string
	on, narrow         bool
}

// NewNavItem returns a page's place in the rail.
func NewNavItem(icon, words string, tapped func()) *NavItem {
	n := &NavItem{icon: icon, words: words}
	n.onTapped = tapped
	n.extend(n)
	return n
}

// SetOn marks the page as chosen.
func (n *NavItem) SetOn(on bool) {
	if n.on != on {
		n.on = on
		n.Refresh()
	}
}

// SetCount shows a number behind the words, "" for none.
func (n *NavItem) SetCount(count string) {
	if n.count != count {
		n.count = count
		n.Refresh()
	}
}

// SetNarrow shows the icon alone; the words become its tip.
func (n *NavItem) SetNarrow(narrow bool) {
	n.narrow = narrow
	n.tip = ""
	if narrow {
		n.tip = n.words
	}
	n.Refresh()
}

// Wide is how wide it has to be for its icon, its words and a count of two digits, px.
func (n *NavItem) Wide() float32 {
	look := style.Of(n)
	return 2*style.RailMargin + look.Icon(style.IconRail) + 10 + measure(n.words, look.Text(style.Body), true) + style.Unit + measure("99", look.Text(style.Caption), false)
}

// Words returns the page's name.
func (n *NavItem) Words() string { return n.words }

// AccessibilityLabel names the page to assistive software.
func (n *NavItem) AccessibilityLabel() string { return n.words }

// AccessibilityRole says that this is a button.
func (n *NavItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is part of the widget contract.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	box, bar, ring := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	icon, words, count := NewIcon(n.icon, style.IconRail, style.Ink2), NewText(n.words, style.Body, style.Ink2), NewText("", style.Caption, style.Ink2)
	words.Elide = true
	r := &renderer{objects: []fyne.CanvasObject{box, bar, icon, words, count, ring}}
	r.min = func() fyne.Size {
		return fyne.NewSize(style.RailNarrow-2*style.RailMargin, style.Of(n).Height(style.ButtonHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(n)
		place(box, 0, 0, size.Width, size.Height)
		place(bar, -style.RailMargin, middle(size.Height, 20), 3, 20)
		drawFocus(ring, look, size, n.focused, -1, style.RadiusButton)
		side, line := look.Icon(style.IconRail), look.Line(style.Body)
		x := style.RailMargin
		if n.narrow {
			x = (size.Width - side) / 2
		}
		place(icon, x, middle(size.Height, side), side, side)
		words.Hidden, count.Hidden = n.narrow, n.narrow
		right := size.Width - style.RailMargin
		if n.count != "" {
			w := count.MinSize().Width
			place(count, right-w, middle(size.Height, line), w, line)
			right -= w + style.Unit
		}
		x += side + 10
		place(words, x, middle(size.Height, line), max(right-x, 0), line)
	}
	r.refresh = func() {
		look := style.Of(n)
		fill := style.Name("")
		switch {
		case n.on && n.hovered:
			fill = style.SelectionHover
		case n.on:
			fill = style.Selection
		case n.hovered:
			fill = style.Hover
		}
		box.FillColor, box.CornerRadius = paint(look, fill), style.RadiusButton
		bar.FillColor, bar.Hidden = look.Color(style.Accent), !n.on
		bar.TopRightCornerRadius, bar.BottomRightCornerRadius = 2, 2
		words.Bold, words.Color, icon.Color = n.on, style.Ink2, style.Ink2
		if n.on {
			words.Color, icon.Color = style.Ink, style.Accent
		}
		count.words = n.count
		r.layout(n.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

// SearchButton looks like a field and opens the search box.
type SearchButton struct {
	control
	words, key string
	narrow     bool
}

// NewSearchButton returns the rail's search; key is its shortcut.
func NewSearchButton(words, key string, tapped func()) *SearchButton {
	s := &SearchButton{words: words, key: key}
	s.onTapped = tapped
	s.extend(s)
	return s
}

// SetNarrow shows the icon alone; the words become its tip.
func (s *SearchButton) SetNarrow(narrow bool) {
	s.narrow = narrow
	s.tip = ""
	if narrow {
		s.tip = s.words + "  " + s.key
	}
	s.Refresh()
}

// Words returns the words on the button.
func (s *SearchButton) Words() string { return s.words }

// CreateRenderer is part of the widget contract.
func (s *SearchButton) CreateRenderer() fyne.WidgetRenderer {
	box, ring := canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	icon, words, key := NewIcon("search", style.IconRow, style.Ink2), NewText(s.words, style.Body, style.Ink2), NewText(s.key, style.Caption, style.Ink2)
	words.Elide = true
	r := &renderer{objects: []fyne.CanvasObject{box, icon, words, key, ring}}
	r.min = func() fyne.Size {
		return fyne.NewSize(style.RailNarrow-2*style.RailMargin, style.Of(s).Height(style.ButtonHeight))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(s)
		place(box, 0, 0, size.Width, size.Height)
		drawFocus(ring, look, size, s.focused, 0, style.RadiusButton)
		side, line := look.Icon(style.IconRow), look.Line(style.Body)
		words.Hidden, key.Hidden = s.narrow, s.narrow
		if s.narrow {
			place(icon, (size.Width-side)/2, middle(size.Height, side), side, side)
			return
		}
		place(icon, 9, middle(size.Height, side), side, side)
		w := key.MinSize().Width
		key.Hidden = 9+side+style.IconGap+words.natural(look)+w+16 > size.Width
		place(key, size.Width-w-8, middle(size.Height, line), w, line)
		right := size.Width - 8
		if !key.Hidden {
			right -= w + style.Unit
		}
		place(words, 9+side+style.IconGap, middle(size.Height, line), max(right-9-side-style.IconGap, 0), line)
	}
	r.refresh = func() {
		look := style.Of(s)
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Color(style.Surface), look.Color(style.Line2), 1, style.RadiusButton
		if s.hovered {
			box.FillColor = look.Color(style.Hover)
		}
		r.layout(s.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

// natural is the width of the whole words, px.
func (t *Text) natural(look style.Look) float32 {
	return measure(t.words, look.Text(t.Role), t.Bold)
}

package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// ResultRow is something that a search found: the letters that match are bold and accent, and the
// end says what Enter does. It takes no focus: the search field keeps it.
type ResultRow struct {
	fynewidget.BaseWidget
	icon, title, second, does, key, query string
	on, hovered                           bool
	tapped                                func()
}

// NewResultRow returns a row; key is the cap shown on the chosen one.
func NewResultRow(icon, title, second, does, key, query string, tapped func()) *ResultRow {
	r := &ResultRow{icon: icon, title: title, second: second, does: does, key: key, query: query, tapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

// SetOn marks the row that Enter would open.
func (w *ResultRow) SetOn(on bool) {
	if w.on != on {
		w.on = on
		w.Refresh()
	}
}

// Tapped opens the result.
func (w *ResultRow) Tapped(*fyne.PointEvent) { w.tapped() }

// MouseIn begins hover.
func (w *ResultRow) MouseIn(*desktop.MouseEvent) { w.hovered = true; w.Refresh() }

// MouseMoved is part of being hoverable.
func (w *ResultRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hover.
func (w *ResultRow) MouseOut() { w.hovered = false; w.Refresh() }

// CreateRenderer is part of the widget contract.
func (w *ResultRow) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(transparent)
	icon, does, key := NewIcon(w.icon, style.IconRow, style.Ink2), NewText(w.does, style.Caption, style.Ink2), NewKeyCap(w.key)
	second := NewText(w.second, style.Body, style.Ink2)
	second.Elide = true
	var title []*Text
	for _, p := range matches(w.title, w.query) {
		t := NewText(p.words, style.Body, style.Ink)
		if p.bold {
			t.Bold, t.Color = true, style.Accent
		}
		title = append(title, t)
	}
	r := &renderer{objects: []fyne.CanvasObject{box, icon, second, does, key}}
	for _, t := range title {
		t.Elide = true
		r.objects = append(r.objects, t)
	}
	r.min = func() fyne.Size { return fyne.NewSize(160, style.Of(w).Height(style.RowHeight)) }
	r.layout = func(size fyne.Size) {
		look := style.Of(w)
		place(box, 0, 0, size.Width, size.Height)
		side, line := look.Icon(style.IconRow), look.Line(style.Body)
		y := middle(size.Height, line)
		place(icon, 8, middle(size.Height, side), side, side)
		right := size.Width - 8
		key.Hidden = !w.on || w.key == ""
		if !key.Hidden {
			s := key.MinSize()
			right -= s.Width
			place(key, right, middle(size.Height, s.Height), s.Width, s.Height)
			right -= style.FieldGap
		}
		wide := does.MinSize().Width
		place(does, right-wide, middle(size.Height, line), wide, line)
		right -= wide + style.FieldGap
		x := 8 + side + 12
		for _, t := range title {
			n := min(t.natural(look), max(right-x, 0))
			place(t, x, y, n, line)
			x += n
		}
		x += style.FieldGap
		// Words that have no room go; addresses are shortened.
		second.Hidden = right-x < 40 || second.natural(look) > right-x && !strings.ContainsAny(w.second, "@/")
		place(second, x, y, max(right-x, 0), line)
	}
	r.refresh = func() {
		look := style.Of(w)
		fill := style.Name("")
		switch {
		case w.on:
			fill = style.Selection
		case w.hovered:
			fill = style.Hover
		}
		box.FillColor, box.CornerRadius = paint(look, fill), style.RadiusButton
		r.layout(w.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

// matches splits words where the query stands in them, without regard to case.
func matches(words, query string) []piece {
	var parts []piece
	lower, want := strings.ToLower(words), strings.ToLower(query)
	if want == "" || len(lower) != len(words) {
		return []piece{{words: words}}
	}
	for {
		i := strings.Index(lower, want)
		if i < 0 {
			break
		}
		if i > 0 {
			parts = append(parts, piece{words: words[:i]})
		}
		parts = append(parts, piece{words: words[i : i+len(want)], bold: true})
		words, lower = words[i+len(want):], lower[i+len(want):]
	}
	if words != "" {
		parts = append(parts, piece{words: words})
	}
	return parts
}

// Indent shows an object some way from the start of the line.
type Indent struct {
	fynewidget.BaseWidget
	object fyne.CanvasObject
	left   float32
}

// NewIndent returns an object moved by left px.
func NewIndent(o fyne.CanvasObject, left float32) *Indent {
	i := &Indent{object: o, left: left}
	i.ExtendBaseWidget(i)
	return i
}

// HeightFor returns the height that the object needs at a width.
func (i *Indent) HeightFor(width float32) float32 { return heightAt(i.object, width-i.left) }

// CreateRenderer is part of the widget contract.
func (i *Indent) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{i.object},
		func() fyne.Size { return i.object.MinSize().AddWidthHeight(i.left, 0) },
		func(size fyne.Size) { place(i.object, i.left, 0, size.Width-i.left, size.Height) })
}

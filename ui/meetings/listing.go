package meetings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// listing shows lines as they are, in letters of one width.
type listing struct {
	fynewidget.BaseWidget
	fill  *widget.Fill
	lines []string
}

func newListing(lines []string) *listing {
	l := &listing{fill: widget.NewFill(style.Chrome, style.Line, style.RadiusButton), lines: lines}
	l.ExtendBaseWidget(l)
	return l
}

// wrapped are the lines as they fit into a width.
func (l *listing) wrapped(width float32) (rows []string) {
	look := style.Of(l)
	wide := func(words string) float32 {
		return fyne.MeasureText(words, look.Text(style.Caption), fyne.TextStyle{Monospace: true}).Width
	}
	room := width - 2*style.FieldGap
	most := max(int(room/wide("m")), 20)
	for _, line := range l.lines {
		for runes := []rune(line); ; {
			n := min(len(runes), most)
			for n > 1 && room > 0 && wide(string(runes[:n])) > room { // ideographs are wider
				n--
			}
			rows, runes = append(rows, string(runes[:n])), runes[n:]
			if len(runes) == 0 {
				break
			}
		}
	}
	return rows
}

// HeightFor returns the height that the lines need at a width.
func (l *listing) HeightFor(width float32) float32 {
	return float32(len(l.wrapped(width)))*style.Of(l).Line(style.Caption) + 2*style.IconGap
}

// CreateRenderer is part of the widget contract.
func (l *listing) CreateRenderer() fyne.WidgetRenderer { return &listingRenderer{l: l} }

type listingRenderer struct {
	l     *listing
	texts []*canvas.Text
}

// Objects lists the ground and the lines.
func (r *listingRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.l.fill}
	for _, t := range r.texts {
		all = append(all, t)
	}
	return all
}

// Destroy is part of the renderer contract.
func (r *listingRenderer) Destroy() {}

// MinSize is part of the renderer contract.
func (r *listingRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, r.l.HeightFor(max(r.l.Size().Width, 160)))
}

// Layout places the lines.
func (r *listingRenderer) Layout(size fyne.Size) {
	look := style.Of(r.l)
	widget.Place(r.l.fill, 0, 0, size.Width, size.Height)
	rows := r.l.wrapped(size.Width)
	h := look.Line(style.Caption)
	r.texts = r.texts[:0]
	for i, row := range rows {
		t := canvas.NewText(row, color.Color(look.Color(style.Ink)))
		t.TextSize, t.TextStyle = look.Text(style.Caption), fyne.TextStyle{Monospace: true}
		widget.Place(t, style.FieldGap, style.IconGap+float32(i)*h, size.Width-2*style.FieldGap, h)
		r.texts = append(r.texts, t)
	}
}

// Refresh draws the lines.
func (r *listingRenderer) Refresh() {
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

package meetings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// tall is a list in a sheet, some rows high, with a sentence in place of rows.
type tall struct {
	fynewidget.BaseWidget
	page  *Page
	rows  int
	list  *widget.RowList
	words *widget.Prose
	said  *widget.Button // beside the sentence, such as "What the server said"
	edge  *widget.Fill
}

func newTall(p *Page, rows int, list *widget.RowList) *tall {
	t := &tall{page: p, rows: rows, list: list, words: widget.NewProse("", style.Body, style.Ink2), edge: widget.NewFill(style.Ground, style.Line, style.RadiusButton)}
	t.ExtendBaseWidget(t)
	return t
}

// say shows a sentence in place of the rows, or the rows without one.
func (t *tall) say(words string, bad bool, said ...*widget.Button) {
	t.words.Color = style.Ink2
	if bad {
		t.words.Color = style.InUse
	}
	t.words.SetText(words)
	t.said = nil
	if len(said) > 0 {
		t.said = said[0]
	}
	t.Refresh()
	if c := t.page.canvas(); c != nil && c.Overlays().Top() != nil && t.HeightFor(t.Size().Width) != t.Size().Height {
		c.Overlays().Top().Refresh() // the sheet gives it another height
	}
}

// besideRows is what a sheet has beside its rows, px at 100 % text.
const besideRows float32 = 260

// HeightFor is as many rows as were asked for, fewer in a low window, but what a sentence needs.
func (t *tall) HeightFor(width float32) float32 {
	look := style.Of(t)
	row, rows := look.Height(style.RowHeight), t.rows
	if c := t.page.canvas(); c != nil {
		rows = max(min(rows, int((c.Size().Height-besideRows*look.Scale())/row)), 2)
	}
	return max(float32(rows)*row+2, t.sentence(width))
}

// sentence is the height that the sentence in place of the list needs, 0 without one.
func (t *tall) sentence(width float32) float32 {
	if t.words.Words() == "" || width <= 0 {
		return 0
	}
	h := t.words.HeightFor(width-2*style.PageMargin) + 2*style.FieldGap
	if t.said != nil {
		h += t.said.MinSize().Height + style.IconGap
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (t *tall) CreateRenderer() fyne.WidgetRenderer { return &tallRenderer{t} }

type tallRenderer struct{ t *tall }

// Objects lists what is in sight.
func (r *tallRenderer) Objects() []fyne.CanvasObject {
	if r.t.words.Words() == "" {
		return []fyne.CanvasObject{r.t.edge, r.t.list}
	}
	if r.t.said != nil {
		return []fyne.CanvasObject{r.t.edge, r.t.words, r.t.said}
	}
	return []fyne.CanvasObject{r.t.edge, r.t.words}
}

// Destroy is part of the renderer contract.
func (r *tallRenderer) Destroy() {}

// MinSize is part of the renderer contract.
func (r *tallRenderer) MinSize() fyne.Size { return fyne.NewSize(200, r.t.HeightFor(0)) }

// Layout places the list, or the sentence.
func (r *tallRenderer) Layout(size fyne.Size) {
	t := r.t
	widget.Place(t.edge, 0, 0, size.Width, size.Height)
	widget.Place(t.list, 1, 1, size.Width-2, size.Height-2)
	h := t.words.HeightFor(size.Width - 2*style.PageMargin)
	widget.Place(t.words, style.PageMargin, style.FieldGap, size.Width-2*style.PageMargin, h)
	if t.said != nil {
		s := t.said.MinSize()
		widget.Place(t.said, style.PageMargin, style.FieldGap+h+style.IconGap, s.Width, s.Height)
	}
}

// Refresh draws what is in sight.
func (r *tallRenderer) Refresh() {
	r.Layout(r.t.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

package messages

import (
	"slices"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// actionBar is the foot of a tab: a sentence, and the buttons at its end, the filled one last.
type actionBar struct {
	fynewidget.BaseWidget
	rule    *widget.Fill
	words   *widget.Prose
	buttons []*widget.Button
}

func newActionBar(buttons ...*widget.Button) *actionBar {
	b := &actionBar{rule: widget.NewRule(), words: widget.NewProse("", style.Caption, style.Ink2), buttons: buttons}
	b.ExtendBaseWidget(b)
	return b
}

// say changes the sentence; it is in the colour of the tone, but for what is neither good nor bad.
func (b *actionBar) say(tone widget.Tone, sentence string) {
	b.words.Color = tone.Color()
	b.words.SetText(sentence)
	b.words.Refresh()
}

// set replaces the buttons.
func (b *actionBar) set(buttons ...*widget.Button) {
	b.buttons = buttons
	b.Refresh()
}

// taken is the width of the buttons with the gap before each.
func (b *actionBar) taken() float32 {
	w := float32(0)
	for _, button := range b.buttons {
		if button.Visible() {
			w += button.MinSize().Width + style.FieldGap
		}
	}
	return w
}

// rows shares the buttons in sight among rows, the filled one last.
func (b *actionBar) rows(width float32) [][]*widget.Button {
	var rows [][]*widget.Button
	taken := float32(0)
	for _, button := range b.buttons {
		if !button.Visible() {
			continue
		}
		w := button.MinSize().Width
		if n := len(rows); n > 0 && taken+style.FieldGap+w <= width {
			rows[n-1] = append(rows[n-1], button)
			taken += style.FieldGap + w
			continue
		}
		rows, taken = append(rows, []*widget.Button{button}), w
	}
	return rows
}

// below is how high the buttons are that stand below the first row of them.
func (b *actionBar) below(width float32) float32 {
	return float32(max(len(b.rows(width))-1, 0)) * (style.Of(b).Height(style.ButtonHeight) + style.IconGap)
}

// stacked reports whether the sentence stands above the buttons, since there is no room beside them.
func (b *actionBar) stacked(width float32) bool {
	return b.words.Words() != "" && width-b.taken() < 150*style.Of(b).Scale()
}

// HeightFor returns the height that the bar needs at a width.
func (b *actionBar) HeightFor(width float32) float32 {
	look := style.Of(b)
	inner := width - 2*style.PageMargin
	if b.stacked(inner) {
		return b.words.HeightFor(inner) + look.Height(style.ButtonHeight) + b.below(inner) + 2*style.FieldGap + style.IconGap
	}
	return max(look.Height(style.ActionBarHeight)+b.below(inner), b.words.HeightFor(inner-b.taken())+2*style.FieldGap)
}

// CreateRenderer is part of the widget contract.
func (b *actionBar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{b} }

type barRenderer struct{ b *actionBar }

// Objects lists the rule, the sentence and the buttons.
func (r *barRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.b.rule, r.b.words}
	for _, button := range r.b.buttons {
		all = append(all, button)
	}
	return all
}

// Destroy is part of the renderer contract.
func (r *barRenderer) Destroy() {}

// MinSize is that of one line.
func (r *barRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, style.Of(r.b).Height(style.ActionBarHeight))
}

// Refresh draws the bar.
func (r *barRenderer) Refresh() {
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

// Layout puts the sentence at the start and the buttons at the end.
func (r *barRenderer) Layout(size fyne.Size) {
	b := r.b
	inner := size.Width - 2*style.PageMargin
	widget.Place(b.rule, 0, 0, size.Width, 1)
	words, top, row := inner-b.taken(), float32(0), size.Height
	if b.stacked(inner) {
		words = inner
		top = style.FieldGap + b.words.HeightFor(inner) + style.IconGap
		row = size.Height - top - style.FieldGap
		widget.Place(b.words, style.PageMargin, style.FieldGap, words, b.words.HeightFor(words))
	} else {
		h := b.words.HeightFor(words)
		widget.Place(b.words, style.PageMargin, (size.Height-h)/2, words, h)
	}
	step := style.Of(b).Height(style.ButtonHeight) + style.IconGap
	row -= b.below(inner)
	for _, buttons := range b.rows(inner) {
		x := size.Width - style.PageMargin
		for _, button := range slices.Backward(buttons) {
			s := button.MinSize()
			widget.Place(button, x-s.Width, top+(row-s.Height)/2, s.Width, s.Height)
			x -= s.Width + style.FieldGap
		}
		top += step
	}
}

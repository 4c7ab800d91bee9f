package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Tone is what a Banner is about; it chooses shape and colours together.
type Tone int

// The tones.
const (
	Fine    Tone = iota // done, connected
	Caution             // stale, doubtful
	Trouble             // refused, failed
	Notice              // neither good nor bad
)

func (t Tone) look() (icon string, ink, tint style.Name) {
	switch t {
	case Fine:
		return "check", style.Free, style.FreeTint
	case Caution:
		return "warn", style.Soon, style.SoonTint
	case Trouble:
		return "x", style.InUse, style.InUseTint
	}
	return "info", style.Ink2, style.UnknownTint
}

// Color returns the colour of the tone's shape.
func (t Tone) Color() style.Name {
	_, ink, _ := t.look()
	return ink
}

// Banner says in what state something is: an icon, a sentence, and what can be done about it.
type Banner struct {
	fynewidget.BaseWidget
	tone    Tone
	fill    *Fill
	icon    *Icon
	words   *Prose
	actions []*Button
	bleed   bool
}

// NewBanner returns a banner. Its sentence may hold Strong words.
func NewBanner(tone Tone, sentence string, actions ...*Button) *Banner {
	b := &Banner{fill: NewFill("", "", 0), icon: NewIcon("", style.IconRow, style.Ink2), words: NewProse("", style.Body, style.Ink)}
	b.ExtendBaseWidget(b)
	b.Set(tone, sentence, actions...)
	return b
}

// Bleed makes the banner run over the whole width of a page, without round corners.
func (b *Banner) Bleed() *Banner {
	b.bleed = true
	b.Refresh()
	return b
}

// Set changes what the banner says.
func (b *Banner) Set(tone Tone, sentence string, actions ...*Button) {
	b.tone, b.actions = tone, actions
	b.words.SetText(sentence)
	b.Refresh()
}

// Words returns the banner's sentence.
func (b *Banner) Words() string { return b.words.Words() }

func (b *Banner) margin() float32 {
	if b.bleed {
		return style.PageMargin
	}
	return style.FieldGap
}

// textWidth is what is left for the sentence, and whether the actions go below it.
func (b *Banner) textWidth(width float32) (text, actions float32, below bool) {
	look := style.Of(b)
	text = width - 2*b.margin() - look.Icon(style.IconRow) - style.IconGap - style.Unit
	for _, a := range b.actions {
		actions += a.MinSize().Width + style.FieldGap
	}
	if text-actions < 160*look.Scale() {
		return text, actions, len(b.actions) > 0
	}
	return text - actions, actions, false
}

// HeightFor returns the height that the banner needs at a width.
func (b *Banner) HeightFor(width float32) float32 {
	look := style.Of(b)
	text, _, below := b.textWidth(width)
	h := b.words.HeightFor(text) + look.Height(style.BannerHeight) - look.Line(style.Body)
	if below {
		h += b.flow(text, 0, nil)
	}
	return h
}

// flow places the actions that stand below the sentence, in as many rows as it takes, and returns their height.
func (b *Banner) flow(width, top float32, put func(a *Button, x, y float32)) float32 {
	x, y, row := float32(0), top, style.Of(b).Height(style.ButtonHeight)
	for _, a := range b.actions {
		s := a.MinSize()
		if x > 0 && x+s.Width > width {
			x, y = 0, y+row
		}
		if put != nil {
			put(a, x, y+middle(row, s.Height))
		}
		x += s.Width + style.FieldGap
	}
	return y + row - top
}

// CreateRenderer is part of the widget contract.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size { return fyne.NewSize(160, b.HeightFor(max(b.Size().Width, 160))) }
	r.layout = func(size fyne.Size) {
		look := style.Of(b)
		place(b.fill, 0, 0, size.Width, size.Height)
		text, actions, below := b.textWidth(size.Width)
		pad := (look.Height(style.BannerHeight) - look.Line(style.Body)) / 2
		side := look.Icon(style.IconRow)
		place(b.icon, b.margin(), pad+middle(look.Line(style.Body), side), side, side)
		x := b.margin() + side + style.IconGap + style.Unit
		place(b.words, x, pad, text, b.words.HeightFor(text))
		if below {
			b.flow(text, pad+b.words.HeightFor(text), func(a *Button, ax, ay float32) {
				place(a, x+ax, ay, min(a.MinSize().Width, text), a.MinSize().Height)
			})
			return
		}
		ax := size.Width - b.margin() - actions + style.FieldGap
		for _, a := range b.actions {
			s := a.MinSize()
			place(a, ax, middle(size.Height, s.Height), s.Width, s.Height)
			ax += s.Width + style.FieldGap
		}
	}
	r.refresh = func() {
		icon, ink, tint := b.tone.look()
		b.icon.Name, b.icon.Color = icon, ink
		b.fill.Color = tint
		b.fill.Radius = style.RadiusButton
		if b.bleed {
			b.fill.Radius = 0
		}
		r.objects = []fyne.CanvasObject{b.fill, b.icon, b.words}
		for _, a := range b.actions {
			r.objects = append(r.objects, a)
		}
		r.layout(b.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

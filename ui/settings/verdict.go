package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// verdict is the tinted block inside a service's card: how its test went, or how it stands. The first
// line has the tone's shape and perhaps a link at its end; what follows stands below its words.
type verdict struct {
	fynewidget.BaseWidget
	tone  widget.Tone
	fill  *widget.Fill
	icon  *widget.Icon
	first *widget.Prose
	link  *widget.Button // nil without one
	lines []verdictLine
}

// verdictLine is a further line; one with an icon needs looking at.
type verdictLine struct {
	icon  *widget.Icon // nil without one
	words *widget.Prose
}

// Rooms of a verdict, px: around it, between its lines, and where the words begin beside the icon.
const (
	verdictPad  float32 = 8
	verdictSide float32 = 14
	verdictGap  float32 = 4
	verdictText float32 = 12
)

func newVerdict() *verdict {
	v := &verdict{fill: widget.NewFill("", "", style.RadiusButton), icon: widget.NewIcon("info", style.IconRow, style.Ink2), first: widget.NewProse("", style.Body, style.Ink)}
	v.ExtendBaseWidget(v)
	return v
}

// says is what a verdict says.
type says struct {
	tone  widget.Tone
	first string
	// warning stands with a triangle; the others follow it in order, each "" for none.
	warning string
	more    []string
	link    *widget.Button
}

// set shows another verdict.
func (v *verdict) set(s says) {
	v.tone, v.link, v.lines = s.tone, s.link, nil
	v.first.SetText(s.first)
	if s.warning != "" {
		v.lines = append(v.lines, verdictLine{widget.NewIcon("warn", style.IconRow, style.Soon), widget.NewProse(s.warning, style.Body, style.Ink)})
	}
	for _, words := range s.more {
		if words != "" {
			v.lines = append(v.lines, verdictLine{words: widget.NewProse(words, style.Body, style.Ink2)})
		}
	}
	v.Refresh()
}

// words returns all that the verdict says, line by line.
func (v *verdict) words() []string {
	all := []string{v.first.Words()}
	for _, l := range v.lines {
		all = append(all, l.words.Words())
	}
	return all
}

func (v *verdict) left() float32 {
	return verdictSide + style.Of(v).Icon(style.IconRow) + verdictText
}

// arrange returns the width for the first line's words, that of the others, and whether the link
// stands below all of them.
func (v *verdict) arrange(width float32) (first, others float32, below bool) {
	others = width - v.left() - verdictSide
	if v.link == nil {
		return others, others, false
	}
	link := v.link.MinSize().Width
	if others-link-style.GroupGap < 180*style.Of(v).Scale() {
		return others, others, true
	}
	return others - link - style.GroupGap, others, false
}

// HeightFor returns the height that the verdict needs at a width.
func (v *verdict) HeightFor(width float32) float32 {
	first, others, below := v.arrange(width)
	h := verdictPad + v.first.HeightFor(first)
	for _, l := range v.lines {
		h += verdictGap + l.words.HeightFor(others)
	}
	if below {
		h += verdictGap + v.link.MinSize().Height
	}
	if len(v.lines) > 0 || below {
		h += verdictGap / 2
	}
	return h + verdictPad
}

// CreateRenderer is part of the widget contract.
func (v *verdict) CreateRenderer() fyne.WidgetRenderer { return verdictRenderer{v} }

// verdictRenderer draws as many lines as there are at the moment.
type verdictRenderer struct{ v *verdict }

func (r verdictRenderer) Destroy() {}

func (r verdictRenderer) MinSize() fyne.Size {
	return fyne.NewSize(160, r.v.HeightFor(max(r.v.Size().Width, 160)))
}

func (r verdictRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.v.fill, r.v.icon, r.v.first}
	for _, l := range r.v.lines {
		if l.icon != nil {
			objects = append(objects, l.icon)
		}
		objects = append(objects, l.words)
	}
	if r.v.link != nil {
		objects = append(objects, r.v.link)
	}
	return objects
}

func (r verdictRenderer) Layout(size fyne.Size) {
	v, look := r.v, style.Of(r.v)
	widget.Place(v.fill, 0, 0, size.Width, size.Height)
	first, others, below := v.arrange(size.Width)
	side, line, x := look.Icon(style.IconRow), look.Line(style.Body), v.left()
	y := verdictPad
	widget.Place(v.icon, verdictSide, y+(line-side)/2, side, side)
	h := v.first.HeightFor(first)
	widget.Place(v.first, x, y, first, h)
	if v.link != nil && !below {
		s := v.link.MinSize()
		widget.Place(v.link, size.Width-verdictSide-s.Width, y+(line-s.Height)/2, s.Width, s.Height)
	}
	y += h
	for _, l := range v.lines {
		y += verdictGap
		if l.icon != nil {
			widget.Place(l.icon, verdictSide, y+(line-side)/2, side, side)
		}
		h := l.words.HeightFor(others)
		widget.Place(l.words, x, y, others, h)
		y += h
	}
	if below {
		s := v.link.MinSize()
		widget.Place(v.link, x, y+verdictGap, min(s.Width, others), s.Height)
	}
}

func (r verdictRenderer) Refresh() {
	icon, ink, tint := r.v.tone.Look()
	r.v.icon.Set(icon, ink)
	r.v.fill.Color = tint
	r.Layout(r.v.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

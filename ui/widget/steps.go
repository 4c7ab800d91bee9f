package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Step is one numbered line of a page's first use: what to do, and what comes of it.
type Step struct {
	Do, Then string
	Key      string // shown as a key cap behind Do
}

// stepView draws a Step behind its number in a circle.
type stepView struct {
	fynewidget.BaseWidget
	circle *canvas.Circle
	number *Text
	do     *Prose
	then   *Prose
	key    *KeyCap
}

func newStepView(number string, s Step) *stepView {
	v := &stepView{circle: canvas.NewCircle(transparent), number: NewBold(number, style.Body),
		do: NewProse(s.Do, style.Body, style.Ink), then: NewProse(s.Then, style.Body, style.Ink2)}
	v.number.Color = style.Ink2
	if s.Key != "" {
		v.key = NewKeyCap(s.Key)
	}
	v.ExtendBaseWidget(v)
	return v
}

const (
	stepCircle float32 = 28
	stepGap    float32 = 16
)

func (v *stepView) geometry(width float32) (circle, text, keyX, keyY float32, do, then float32) {
	look := style.Of(v)
	circle = look.Icon(stepCircle)
	text = width - circle - stepGap
	do = v.do.HeightFor(text)
	then = v.then.HeightFor(text)
	if v.key != nil {
		keyX = measure(v.do.Words(), look.Text(style.Body), false) + 4
		if keyX+v.key.MinSize().Width > text {
			keyX, keyY = 0, do
			do += v.key.MinSize().Height + 2
		}
	}
	return circle, text, keyX, keyY, do, then
}

// HeightFor returns the height that the step needs at a width.
func (v *stepView) HeightFor(width float32) float32 {
	_, _, _, _, do, then := v.geometry(width)
	return 4 + do + 4 + then
}

// CreateRenderer is part of the widget contract.
func (v *stepView) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: []fyne.CanvasObject{v.circle, v.number, v.do, v.then}}
	if v.key != nil {
		r.objects = append(r.objects, v.key)
	}
	r.min = func() fyne.Size { return fyne.NewSize(200, v.HeightFor(max(v.Size().Width, 200))) }
	r.layout = func(size fyne.Size) {
		look := style.Of(v)
		circle, text, keyX, keyY, do, then := v.geometry(size.Width)
		place(v.circle, 0, 0, circle, circle)
		n := v.number.MinSize()
		place(v.number, (circle-n.Width)/2, (circle-n.Height)/2, n.Width, n.Height)
		x := circle + stepGap
		place(v.do, x, 4, text, v.do.HeightFor(text))
		if v.key != nil {
			s := v.key.MinSize()
			place(v.key, x+keyX, 4+keyY+middle(look.Line(style.Body), s.Height), s.Width, s.Height)
		}
		place(v.then, x, 4+do+4, text, then)
	}
	r.refresh = func() {
		look := style.Of(v)
		v.circle.FillColor, v.circle.StrokeColor, v.circle.StrokeWidth = look.Color(style.Surface), look.Color(style.Line2), 1
		r.layout(v.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Moment is a line of a Timeline: the state that something came to, what happened in words, and when.
type Moment struct {
	State       State
	Words, Time string
}

// Timeline tells what happened, one thing below the other, the first one on top: a mark each, joined by
// a line, words that wrap, and the time.
type Timeline struct {
	fynewidget.BaseWidget
	moments []momentView
}

type momentView struct {
	mark  *Icon
	words *Prose
	time  *Text
	line  *Fill // to the next one
}

// Measures of a Timeline, px.
const (
	momentGap  float32 = 12 // between the words of two moments, and between mark and words
	momentLine float32 = 5  // between a mark and the line to the next
	lineLeast  float32 = 20 // of a joining line: else it is not seen as one
)

// NewTimeline returns a history.
func NewTimeline(moments ...Moment) *Timeline {
	t := &Timeline{}
	t.ExtendBaseWidget(t)
	t.Set(moments...)
	return t
}

// Set replaces the history.
func (t *Timeline) Set(moments ...Moment) {
	t.moments = nil
	for _, m := range moments {
		t.moments = append(t.moments, momentView{mark: NewMark(m.State), words: NewProse(m.Words, style.Body, style.Ink),
			time: NewText(m.Time, style.Caption, style.Ink2), line: NewFill(style.Line2, "", 0)})
	}
	t.Refresh()
}

// Words returns what happened, in order.
func (t *Timeline) Words() []string {
	var all []string
	for _, m := range t.moments {
		all = append(all, m.words.Words())
	}
	return all
}

// left is where the words begin.
func (t *Timeline) left(look style.Look) float32 { return look.Icon(style.IconRow) + momentGap }

// wide is the room for the words of a width.
func (t *Timeline) wide(look style.Look, width float32) float32 {
	times := float32(0)
	for _, m := range t.moments {
		times = max(times, m.time.MinSize().Width)
	}
	return max(width-t.left(look)-times-momentGap, 4*look.Text(style.Body))
}

// pitch is how far below a moment the next one begins.
func (t *Timeline) pitch(look style.Look, m momentView, words float32) float32 {
	joined := look.Icon(style.IconRow) + 2*momentLine + lineLeast
	return max(m.words.HeightFor(words)+momentGap, joined+middle(look.Line(style.Body), look.Icon(style.IconRow))*2+2)
}

// HeightFor returns the height that the history needs at a width.
func (t *Timeline) HeightFor(width float32) float32 {
	look := style.Of(t)
	words, h := t.wide(look, width), float32(0)
	for i, m := range t.moments {
		if i+1 == len(t.moments) {
			return h + m.words.HeightFor(words)
		}
		h += t.pitch(look, m, words)
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size { return fyne.NewSize(120, t.HeightFor(max(t.Size().Width, 120))) }
	r.layout = func(size fyne.Size) {
		look := style.Of(t)
		words, side, line := t.wide(look, size.Width), look.Icon(style.IconRow), look.Line(style.Body)
		y := float32(0)
		for i, m := range t.moments {
			top := y + middle(line, side)
			place(m.mark, 0, top, side, side)
			place(m.words, t.left(look), y, words, m.words.HeightFor(words))
			w := m.time.MinSize().Width
			place(m.time, size.Width-w, y, w, line)
			pitch := t.pitch(look, m, words)
			m.line.Hidden = i+1 == len(t.moments)
			place(m.line, middle(side, 1), top+side+momentLine, 1, pitch-side-2*momentLine)
			y += pitch
		}
	}
	r.refresh = func() {
		r.objects = nil
		for _, m := range t.moments {
			r.objects = append(r.objects, m.mark, m.line, m.words, m.time)
		}
		r.layout(t.Size())
		refreshVisible(r.objects)
	}
	r.refresh()
	return r
}

package widget

import (
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/task"
)

// toastFor is how long a Toast stays: long enough to read it and reach for its button.
const toastFor = 8 * time.Second

// Toast is a card that floats above a page's foot and says what has just been done, with a way to
// take it back. It goes by itself and takes no focus.
type Toast struct {
	fynewidget.BaseWidget
	fill   *Fill
	icon   *Icon
	words  *Prose
	action *Button
	stop   func()
	// After is how the toast waits; nil is by the clock.
	After task.After
	// OnSaid is called when the toast has something new to say and wants to be placed.
	OnSaid func()
}

// NewToast returns a hidden toast.
func NewToast() *Toast {
	t := &Toast{fill: NewFill(style.Surface, style.Line2, style.RadiusCard), icon: NewIcon("check", style.IconRow, style.Free), words: NewProse("", style.Body, style.Ink)}
	t.fill.Shadow = true
	t.Hidden = true
	t.ExtendBaseWidget(t)
	return t
}

// Say shows a sentence. With words for an action there is a button that does it.
func (t *Toast) Say(tone Tone, sentence, action string, do func()) {
	t.icon.Name, t.icon.Color, _ = tone.look()
	t.words.SetText(sentence)
	t.action = nil
	if action != "" {
		t.action = NewButton(Linked, "", action, func() {
			t.Dismiss()
			do()
		})
	}
	t.rest()
	t.stop = after(t.After)(toastFor, t.Dismiss)
	t.Hidden = false
	t.Refresh()
	if t.OnSaid != nil {
		t.OnSaid()
	}
}

// Dismiss hides the toast.
func (t *Toast) Dismiss() {
	t.rest()
	t.Hide()
}

func (t *Toast) rest() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// Act does what the toast offers, as its button would; it reports whether there was an offer.
func (t *Toast) Act() bool {
	if t.Hidden || t.action == nil {
		return false
	}
	t.action.press()
	return true
}

// Words returns what the toast says.
func (t *Toast) Words() string { return t.words.Words() }

// Place puts the toast above the foot of an area of this size, as wide as it needs to be.
func (t *Toast) Place(area fyne.Size) {
	look := style.Of(t)
	fixed := 2*style.GroupGap + look.Icon(style.IconRow) + style.IconGap
	if t.action != nil {
		fixed += t.action.MinSize().Width + style.GroupGap
	}
	text := min(measure(t.words.Words(), look.Text(style.Body), true), area.Width-2*style.PageMargin-fixed)
	height := t.words.HeightFor(text) + 24
	place(t, middle(area.Width, fixed+text), area.Height-height-style.PageMargin, fixed+text, height)
}

// CreateRenderer is part of the widget contract.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{}
	r.min = func() fyne.Size { return fyne.NewSize(120, style.Of(t).Line(style.Body)+24) }
	r.layout = func(size fyne.Size) {
		look := style.Of(t)
		place(t.fill, 0, 0, size.Width, size.Height)
		side := look.Icon(style.IconRow)
		place(t.icon, style.GroupGap, middle(size.Height, side), side, side)
		x, right := style.GroupGap+side+style.IconGap, size.Width-style.GroupGap
		if t.action != nil {
			s := t.action.MinSize()
			place(t.action, right-s.Width, middle(size.Height, s.Height), s.Width, s.Height)
			right -= s.Width + style.GroupGap
		}
		h := t.words.HeightFor(right - x + 1)
		place(t.words, x, middle(size.Height, h), right-x+1, h)
	}
	r.refresh = func() {
		r.objects = []fyne.CanvasObject{t.fill, t.icon, t.words}
		if t.action != nil {
			r.objects = append(r.objects, t.action)
		}
		r.layout(t.Size())
		for _, o := range r.objects {
			o.Refresh()
		}
	}
	r.refresh()
	return r
}

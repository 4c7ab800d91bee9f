package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Welcome is what a page shows over its whole width while there is nothing on it: a first-use state that
// stands in its upper part and scrolls where there is not enough height. It is hidden until the page shows it.
type Welcome struct {
	fynewidget.BaseWidget
	scroll  *Scrolled
	state   *EmptyState
	buttons []*Button
}

// NewWelcome returns a hidden welcome without content.
func NewWelcome() *Welcome {
	w := &Welcome{}
	w.Hidden = true
	w.ExtendBaseWidget(w)
	return w
}

// Set replaces the content, as NewFirstUse takes it.
func (w *Welcome) Set(title, lead string, steps []Step, note string, buttons ...*Button) {
	objects := make([]fyne.CanvasObject, len(buttons))
	for i, b := range buttons {
		objects[i] = b
	}
	w.buttons = buttons
	w.state = NewFirstUse(title, lead, steps, note, objects...)
	w.scroll = NewScrolled(w.state)
	w.Refresh()
}

// IsSet reports whether there is content.
func (w *Welcome) IsSet() bool { return w.state != nil }

// Button is the first button in sight, nil for none.
func (w *Welcome) Button() *Button {
	if w.Hidden || len(w.buttons) == 0 {
		return nil
	}
	return w.buttons[0]
}

// Words are those on the buttons.
func (w *Welcome) Words() (words []string) {
	for _, b := range w.buttons {
		words = append(words, b.Words())
	}
	return words
}

// CreateRenderer is part of the widget contract.
func (w *Welcome) CreateRenderer() fyne.WidgetRenderer { return &welcomeRenderer{w} }

type welcomeRenderer struct{ w *Welcome }

// Destroy is part of the renderer contract.
func (r *welcomeRenderer) Destroy() {}

// MinSize is part of the renderer contract.
func (r *welcomeRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// Refresh is part of the renderer contract.
func (r *welcomeRenderer) Refresh() { r.Layout(r.w.Size()) }

// Objects is part of the renderer contract.
func (r *welcomeRenderer) Objects() []fyne.CanvasObject {
	if r.w.scroll == nil {
		return nil
	}
	return []fyne.CanvasObject{r.w.scroll}
}

// Layout is part of the renderer contract.
func (r *welcomeRenderer) Layout(size fyne.Size) {
	if r.w.scroll == nil {
		return
	}
	inner := size.Width - 2*style.PageMargin
	top := min(style.PageMargin*2, max(size.Height-r.w.state.HeightFor(inner), 0)/3)
	Place(r.w.scroll, style.PageMargin, top, inner, size.Height-top)
	r.w.scroll.Refresh()
}

package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/task"
)

// tipDelay is how long the pointer rests before a tip appears.
const tipDelay = 500 * time.Millisecond

// TipLayer is where tips are drawn: a page puts it above everything else. Tips need no overlay,
// which would swallow the next click.
type TipLayer struct {
	fynewidget.BaseWidget
	box   *canvas.Rectangle
	words *Prose
	owner fyne.Widget
	stop  func()
	// After is how the layer waits; nil is by the clock.
	After task.After
}

// NewTipLayer returns an empty layer; put it above the content of a window.
func NewTipLayer() *TipLayer {
	l := &TipLayer{box: canvas.NewRectangle(transparent), words: NewProse("", style.Caption, style.Ground)}
	l.hide()
	l.ExtendBaseWidget(l)
	return l
}

// Resize is part of the widget contract: in a window of another size nothing stands where it stood.
func (l *TipLayer) Resize(size fyne.Size) {
	if size != l.Size() {
		l.hide()
	}
	l.BaseWidget.Resize(size)
}

// CreateRenderer is part of the widget contract.
func (l *TipLayer) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{l.box, l.words}, func() fyne.Size { return fyne.Size{} }, func(fyne.Size) {})
}

// tipLayerOf returns the layer of the canvas that a widget is on: the last child of its content.
func tipLayerOf(w fyne.Widget) *TipLayer {
	on := fyne.CurrentApp().Driver().CanvasForObject(w)
	if on == nil {
		return nil
	}
	stack, ok := on.Content().(*fyne.Container)
	if !ok || len(stack.Objects) == 0 {
		return nil
	}
	layer, _ := stack.Objects[len(stack.Objects)-1].(*TipLayer)
	return layer
}

// showTip shows words beside a widget when the pointer has rested on it for a moment.
func showTip(w fyne.Widget, words string) {
	if words == "" {
		return
	}
	if l := tipLayerOf(w); l != nil {
		l.schedule(w, words, nil)
	}
}

// hideTip takes away what showTip has shown or would show.
func hideTip(w fyne.Widget) {
	if l := tipLayerOf(w); l != nil && l.owner == w {
		l.hide()
	}
}

// schedule shows words beside a widget after a moment, if it is in sight then; a nil function says that it is.
func (l *TipLayer) schedule(w fyne.Widget, words string, seen func() bool) {
	l.hide()
	l.owner = w
	l.stop = after(l.After)(tipDelay, func() {
		switch {
		case l.owner != w:
		case seen != nil && !seen():
			l.hide()
		default:
			l.show(w, words)
		}
	})
}

func (l *TipLayer) hide() {
	if l.stop != nil {
		l.stop()
		l.stop = nil
	}
	l.owner = nil
	l.box.Hide()
	l.words.Hide()
}

func (l *TipLayer) show(w fyne.Widget, words string) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(w).Subtract(driver.AbsolutePositionForObject(l))
	look := style.Of(l.words)
	l.words.SetText(words)
	wide := min(measure(l.words.Words(), look.Text(style.Caption), false)+1, l.Size().Width-2*style.Unit-16)
	need := fyne.NewSize(wide+16, l.words.HeightFor(wide)+8)
	x := max(min(at.X, l.Size().Width-need.Width-style.Unit), style.Unit)
	y := at.Y + w.Size().Height + 6
	if y+need.Height > l.Size().Height {
		y = at.Y - need.Height - 6
	}
	l.box.FillColor = look.Color(style.Ink)
	l.box.CornerRadius = style.RadiusButton
	place(l.box, x, y, need.Width, need.Height)
	place(l.words, x+8, y+4, need.Width-16, need.Height-8)
	l.box.Show()
	l.words.Show()
	l.box.Refresh()
	l.words.Refresh()
}

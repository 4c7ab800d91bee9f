package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"foyer/ui/style"
	"foyer/ui/task"
)

// tipDelay is how long the pointer rests before a tip appears.
const tipDelay = 500 * time.Millisecond

// TipLayer is where tips are drawn: a page puts it above everything else. Tips need no overlay,
// which would swallow the next click.
type TipLayer struct {
	*fyne.Container
	box   *canvas.Rectangle
	words *Text
	owner *control
	stop  func()
	// After is how the layer waits; nil is by the clock.
	After task.After
}

// NewTipLayer returns an empty layer; put it above the content of a window.
func NewTipLayer() *TipLayer {
	l := &TipLayer{box: canvas.NewRectangle(transparent), words: NewText("", style.Caption, style.Ground)}
	l.Container = container.NewWithoutLayout(l.box, l.words)
	l.hide()
	return l
}

// tipLayerOf returns the layer of the canvas that a control is on: the last child of its content.
func tipLayerOf(c *control) *TipLayer {
	on := fyne.CurrentApp().Driver().CanvasForObject(c.outer)
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

func showTip(c *control) {
	if c.tip == "" {
		return
	}
	if l := tipLayerOf(c); l != nil {
		l.schedule(c)
	}
}

func hideTip(c *control) {
	if c.tip == "" {
		return
	}
	if l := tipLayerOf(c); l != nil && l.owner == c {
		l.hide()
	}
}

func (l *TipLayer) schedule(c *control) {
	l.hide()
	l.owner = c
	l.stop = after(l.After)(tipDelay, func() {
		if l.owner == c {
			l.show(c)
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

func (l *TipLayer) show(c *control) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(c.outer).Subtract(driver.AbsolutePositionForObject(l.Container))
	look := style.Of(c)
	l.words.SetText(c.tip)
	need := l.words.MinSize().AddWidthHeight(16, 8)
	x := min(max(at.X, style.Unit), l.Size().Width-need.Width-style.Unit)
	y := at.Y + c.Size().Height + 6
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

package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// KeyCap shows a key or a combination of keys as a small outlined cap.
type KeyCap struct {
	fynewidget.BaseWidget
	key string
}

// NewKeyCap returns the cap of a key such as "Ctrl+K".
func NewKeyCap(key string) *KeyCap {
	k := &KeyCap{key: key}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer is part of the widget contract.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	box, words := canvas.NewRectangle(transparent), canvas.NewText(k.key, transparent)
	r := &renderer{objects: []fyne.CanvasObject{box, words}}
	r.min = func() fyne.Size {
		look := style.Of(k)
		return fyne.NewSize(measure(k.key, look.Text(style.Caption), false)+12, look.Line(style.Caption)+2)
	}
	r.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		need := words.MinSize()
		place(words, (size.Width-need.Width)/2, (size.Height-need.Height)/2, need.Width, need.Height)
	}
	r.refresh = func() {
		look := style.Of(k)
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = look.Color(style.Surface), look.Color(style.Line2), 1, style.RadiusBox
		words.TextSize, words.Color = look.Text(style.Caption), look.Color(style.Ink2)
		r.layout(k.Size())
		canvas.Refresh(k)
	}
	r.refresh()
	return r
}

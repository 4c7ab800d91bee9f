package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// caption is the name of a field, above it.
func caption(words string) *widget.Prose { return widget.NewProse(words, style.Caption, style.Ink2) }

// named is a field with its name above it, no wider than it needs to be.
func named(name string, field fyne.CanvasObject) *widget.Column {
	return widget.NewColumn(0, widget.Part{Object: caption(name)}, widget.Part{Above: style.Unit, Object: field, Left: true})
}

// pair is two fields beside each other, or below each other where there is no room.
type pair struct {
	fynewidget.BaseWidget
	first, second *widget.Column
	// need returns the width that the fields need beside each other.
	need func() float32
}

func newPair(first, second *widget.Column, need func() float32) *pair {
	p := &pair{first: first, second: second, need: need}
	p.ExtendBaseWidget(p)
	return p
}

func (p *pair) beside(width float32) bool { return width >= p.need() }

// HeightFor returns the height that the fields need at a width.
func (p *pair) HeightFor(width float32) float32 {
	if p.beside(width) {
		return max(p.first.HeightFor(width/2), p.second.HeightFor(width/2))
	}
	return p.first.HeightFor(width) + style.GroupGap + p.second.HeightFor(width)
}

// CreateRenderer is part of the widget contract.
func (p *pair) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{p.first, p.second},
		func() fyne.Size { return fyne.NewSize(200, p.HeightFor(max(p.Size().Width, 200))) },
		func(size fyne.Size) {
			if p.beside(size.Width) {
				half := size.Width / 2
				widget.Place(p.first, 0, 0, half, size.Height)
				widget.Place(p.second, half, 0, half, size.Height)
				return
			}
			h := p.first.HeightFor(size.Width)
			widget.Place(p.first, 0, 0, size.Width, h)
			widget.Place(p.second, 0, h+style.GroupGap, size.Width, p.second.HeightFor(size.Width))
		})
}

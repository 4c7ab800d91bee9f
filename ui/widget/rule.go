package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Fill is a plain area of a colour of the palette, with an outline and round corners if wanted.
type Fill struct {
	fynewidget.BaseWidget
	// Color, Outline ("" is none), Radius and Shadow say how it looks; call Refresh after a change.
	Color, Outline style.Name
	Radius         float32
	Shadow         bool
	BottomOnly     bool    // round corners at the bottom only
	OutlineWidth   float32 // px, 0 is 1
	min            fyne.Size
}

// NewFill returns an area.
func NewFill(color, outline style.Name, radius float32) *Fill {
	f := &Fill{Color: color, Outline: outline, Radius: radius}
	f.ExtendBaseWidget(f)
	return f
}

// NewRule returns a line of one pixel, as long as it is made.
func NewRule() *Fill {
	f := NewFill(style.Line, "", 0)
	f.min = fyne.NewSquareSize(1)
	return f
}

// NewSpace returns an empty area of at least this size.
func NewSpace(w, h float32) *Fill {
	f := NewFill("", "", 0)
	f.min = fyne.NewSize(w, h)
	return f
}

// CreateRenderer is part of the widget contract.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(transparent)
	r := &renderer{objects: []fyne.CanvasObject{box}}
	r.min = func() fyne.Size { return f.min }
	r.layout = func(size fyne.Size) { place(box, 0, 0, size.Width, size.Height) }
	r.refresh = func() {
		look := style.Of(f)
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = paint(look, f.Color), paint(look, f.Outline), 0, f.Radius
		if f.Outline != "" {
			box.StrokeWidth = max(f.OutlineWidth, 1)
		}
		if f.BottomOnly {
			box.CornerRadius, box.BottomLeftCornerRadius, box.BottomRightCornerRadius = 0, f.Radius, f.Radius
		}
		if f.Shadow {
			box.Shadow = canvas.Shadow{Color: look.Color(style.Shadow), BlurRadius: style.ShadowBlur, Offset: fyne.NewPos(0, style.ShadowOffset)}
		}
		box.Refresh()
	}
	r.refresh()
	return r
}

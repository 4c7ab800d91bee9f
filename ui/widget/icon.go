package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Icon is a drawing in a colour of the palette. It grows with the text.
type Icon struct {
	fynewidget.BaseWidget
	// Name is the drawing's, "" draws nothing; Color and Size (px at 100 % text) say how.
	Name  string
	Color style.Name
	Side  float32
}

// NewIcon returns a drawing of this size in px at 100 % text.
func NewIcon(name string, side float32, color style.Name) *Icon {
	i := &Icon{Name: name, Color: color, Side: side}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes drawing and colour.
func (i *Icon) Set(name string, color style.Name) {
	if i.Name != name || i.Color != color {
		i.Name, i.Color = name, color
		i.Refresh()
	}
}

// CreateRenderer is part of the widget contract.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	image := &canvas.Image{FillMode: canvas.ImageFillContain}
	r := &renderer{objects: []fyne.CanvasObject{image}}
	side := func() float32 { return style.Of(i).Icon(i.Side) }
	r.min = func() fyne.Size { return fyne.NewSquareSize(side()) }
	r.layout = func(size fyne.Size) {
		s := side()
		place(image, (size.Width-s)/2, (size.Height-s)/2, s, s)
	}
	r.refresh = func() {
		drawIcon(image, i.Name, style.Of(i).Color(i.Color))
		r.layout(i.Size())
		refreshIcon(image)
	}
	drawIcon(image, i.Name, style.Of(i).Color(i.Color))
	return r
}

// drawIcon gives an image its drawing; what is drawn changes with refreshIcon.
func drawIcon(image *canvas.Image, name string, c color.Color) {
	hidden := name == ""
	if image.Hidden != hidden {
		image.Hidden = hidden
		canvas.Refresh(image)
	}
	if hidden {
		return
	}
	if r := style.Icon(name, c); image.Resource != r {
		image.Resource = r
		image.Image = nil
	}
}

// refreshIcon reads the drawing if it is another one, or has another number of pixels: reading it is
// most of what a row of icons costs.
func refreshIcon(image *canvas.Image) {
	if image.Hidden {
		return
	}
	if image.Image != nil {
		on := fyne.CurrentApp().Driver().CanvasForObject(image)
		if on == nil {
			return
		}
		w, h := on.PixelCoordinateForPosition(fyne.NewPos(image.Size().Width, image.Size().Height))
		if got := image.Image.Bounds(); got.Dx() == w && got.Dy() == h {
			return
		}
	}
	image.Refresh()
}

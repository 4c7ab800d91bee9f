package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
)

// sketch is a drawing that is made anew with every step of scrolling, of objects that are used again.
// Objects lie in the order in which they are drawn.
type sketch struct {
	// rects and texts are those of this drawing, the pools those of the last one as well.
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	bySize  pools[fyne.Size, *canvas.Rectangle]
	byWords pools[sketchText, *canvas.Text]
	icons   map[sketchIcon][]*canvas.Image
	used    map[sketchIcon]int
	objects []fyne.CanvasObject
}

// sketchText tells texts of different sizes apart.
type sketchText struct {
	words string
	size  float32
	bold  bool
}

// sketchIcon tells icons apart that are drawn once only: reading a drawing costs more than the rest.
type sketchIcon struct {
	name string
	ink  color.Color
	side float32
}

// begin starts an empty drawing.
func (s *sketch) begin() {
	s.rects, s.texts = s.rects[:0], s.texts[:0]
	if s.icons == nil {
		s.icons = map[sketchIcon][]*canvas.Image{}
		s.bySize, s.byWords = pools[fyne.Size, *canvas.Rectangle]{}, pools[sketchText, *canvas.Text]{}
	}
	s.bySize.begin()
	s.byWords.begin()
	s.used = map[sketchIcon]int{}
	s.objects = s.objects[:0]
}

// rect draws an area.
func (s *sketch) rect(x, y, w, h float32, fill color.Color, radius float32) *canvas.Rectangle {
	r := s.bySize.next(fyne.NewSize(w, h), func() *canvas.Rectangle { return canvas.NewRectangle(transparent) })
	s.rects = append(s.rects, r)
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = fill, nil, 0, radius
	r.TopLeftCornerRadius, r.TopRightCornerRadius, r.BottomLeftCornerRadius, r.BottomRightCornerRadius = 0, 0, 0, 0
	place(r, x, y, w, h)
	s.objects = append(s.objects, r)
	return r
}

// ring draws a focus line around or inside of an area.
func (s *sketch) ring(look style.Look, x, y, w, h, outside, radius float32) {
	r := s.rect(0, 0, 0, 0, transparent, 0)
	drawFocus(r, look, fyne.NewSize(w, h), true, outside, radius)
	r.Move(r.Position().AddXY(x, y))
}

// text draws words in the middle of a line of this height, and returns how wide they are.
func (s *sketch) text(look style.Look, words string, role style.Role, ink style.Name, bold bool, x, y, line float32) float32 {
	like := sketchText{words, look.Text(role), bold}
	t := s.byWords.next(like, func() *canvas.Text { return canvas.NewText("", transparent) })
	s.texts = append(s.texts, t)
	t.Text, t.TextSize, t.Color, t.TextStyle = words, like.size, look.Color(ink), fyne.TextStyle{Bold: bold}
	need := t.MinSize()
	place(t, x, y+(line-need.Height)/2, need.Width, need.Height)
	s.objects = append(s.objects, t)
	return need.Width
}

// icon draws an icon of this side, px.
func (s *sketch) icon(look style.Look, name string, ink style.Name, side, x, y float32) {
	key := sketchIcon{name, look.Color(ink), side}
	pool, n := s.icons[key], s.used[key]
	if n == len(pool) {
		image := &canvas.Image{FillMode: canvas.ImageFillContain}
		image.Resize(fyne.NewSquareSize(side))
		drawIcon(image, name, key.ink)
		pool = append(pool, image)
		s.icons[key] = pool
	}
	s.used[key]++
	image := pool[n]
	place(image, x, y, side, side)
	s.objects = append(s.objects, image)
}

// settle reads drawings that have no picture yet, after all objects were placed.
func (s *sketch) settle() {
	for key, pool := range s.icons {
		for _, image := range pool[:s.used[key]] {
			refreshIcon(image)
		}
	}
}

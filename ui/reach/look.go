package reach

import (
	"fmt"
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// around is how far a focus line may be outside of what has the focus, px.
const around float32 = 7

// leastChanged is how many pixels of a picture change at least where the focus is to be seen: the line
// before a character is that much, a frame is more.
const leastChanged = 24

// judgeLook compares pictures of what has the focus with and without it. Widgets that are drawn alike are
// compared once.
func (w *walk) judgeLook(t *tree, i int, f fyne.Focusable) {
	key := drawing(t, i)
	if w.looks[key] {
		return
	}
	x := t.things[i].seen
	part := image.Rect(int(x.left-around), int(x.top-around), int(x.right+around), int(x.bottom+around))
	with := w.canvas.Capture()
	f.FocusLost()
	without := w.canvas.Capture()
	f.FocusGained()
	if n := changed(with, without, part); n < leastChanged {
		w.report(t, i, fmt.Sprintf("looks the same with the focus, but for %d pixels", n))
		return
	}
	w.looks[key] = true
}

// drawing tells drawings of widgets apart by what they consist of, and by how near the edge of what they are
// seen in they stand.
func drawing(t *tree, i int) string {
	var b strings.Builder
	x := t.things[i]
	fmt.Fprintf(&b, "%T %t", x.object, x.seen != x.at)
	for _, part := range t.things[i+1 : x.end] {
		switch o := part.object.(type) {
		case *canvas.Rectangle:
			fmt.Fprintf(&b, " %v %v %.0f", o.FillColor, o.StrokeColor, o.StrokeWidth)
		default:
			fmt.Fprintf(&b, " %T", o)
		}
		if b.Len() > 600 {
			break
		}
	}
	return b.String()
}

func changed(a, b image.Image, part image.Rectangle) int {
	n := 0
	part = part.Intersect(a.Bounds())
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if color.NRGBAModel.Convert(a.At(x, y)) != color.NRGBAModel.Convert(b.At(x, y)) {
				n++
			}
		}
	}
	return n
}

package reach

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// The least contrast of words and of icons with what they stand on. What is disabled needs none.
const (
	leastOfWords = 4.5
	leastOfIcons = 3.0
)

// judgeContrast looks at the colours of all words and icons, each on what is drawn below it.
func (w *walk) judgeContrast(t *tree) {
	for i, x := range t.things {
		var ink color.Color
		least := leastOfWords
		switch o := x.object.(type) {
		case *canvas.Text:
			if strings.TrimSpace(o.Text) == "" {
				continue
			}
			ink = o.Color
		case *widget.Icon:
			if o.Name == "" {
				continue
			}
			ink, least = style.Of(o).Color(o.Color), leastOfIcons
		default:
			continue
		}
		if x.seen.empty() || t.inside(i, func(o fyne.CanvasObject) bool { return disabled(o) }) || !opaque(ink) {
			continue
		}
		ground := t.ground(i)
		if got := style.Contrast(ink, ground); got < least && ink != style.Current().Color(style.DisabledText) {
			w.report(t, i, fmt.Sprintf("has a contrast of %.2f with what it stands on, %v on %v", got, ink, ground))
		}
	}
}

// ground is the colour that the middle of a thing stands on.
func (t *tree) ground(i int) color.Color {
	x := t.things[i].seen
	middle := rect{(x.left + x.right) / 2, (x.top + x.bottom) / 2, (x.left + x.right) / 2, (x.top + x.bottom) / 2}
	for k := i - 1; k >= 0; k-- {
		if r, is := t.things[k].object.(*canvas.Rectangle); is && r.FillColor != nil && opaque(r.FillColor) && t.things[k].seen.holds(middle) {
			return r.FillColor
		}
	}
	return style.Current().Color(style.Ground)
}

func opaque(c color.Color) bool {
	_, _, _, alpha := c.RGBA()
	return alpha == 0xffff
}

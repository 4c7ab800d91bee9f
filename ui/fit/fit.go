// Package fit finds words that do not fit their place: cut, broken, outside of what they belong to, on top
// of something else, or in something too small for them. It measures what is drawn with the font in use.
// Only tests import it: it asks Fyne's test renderers what a widget draws.
package fit

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
)

// Misfit is words that do not fit their place.
type Misfit struct {
	// Why says in a few words what is wrong.
	Why string
	// Words are those meant; Of is what they belong to, the outermost widget first.
	Words, Of string
	// At and Size are their place on the window, px.
	At   fyne.Position
	Size fyne.Size
}

// String says what is wrong with which words where.
func (m Misfit) String() string {
	return fmt.Sprintf("%q %s (in %s, at %.0f,%.0f, %.0f×%.0f)", m.Words, m.Why, m.Of, m.At.X, m.At.Y, m.Size.Width, m.Size.Height)
}

// Check looks at everything in sight on a canvas, and returns what does not fit, each thing once. Words that
// are not our own, such as names, may be cut. It is called on the UI goroutine.
func Check(c fyne.Canvas, own *Own) []Misfit {
	window := area(fyne.Position{}, c.Size())
	s := &sight{window: window}
	s.walk(c.Content(), fyne.Position{}, &nest{seen: window})
	for _, o := range c.Overlays().List() {
		s.walk(o, fyne.Position{}, &nest{seen: window})
	}
	j := judge{sight: s, own: own}
	for _, w := range s.widgets {
		j.judgeWidget(w)
	}
	for i := range s.drawn {
		if t := s.words(i); t != nil {
			j.judgeWords(i, t)
		}
	}
	j.judgeOverlaps()
	slices.SortFunc(j.found, func(a, b Misfit) int {
		if a.At.Y != b.At.Y {
			return int(a.At.Y - b.At.Y)
		}
		return int(a.At.X - b.At.X)
	})
	return slices.CompactFunc(j.found, func(a, b Misfit) bool { return a == b })
}

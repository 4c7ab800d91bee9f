//go:build !ci

package fit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// TestIdeographsAreDrawn is what makes the measures of Chinese and Japanese true. Fyne uses no fonts of the
// system in builds tagged ci.
func TestIdeographsAreDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	wide := func(words string) float32 { return fyne.MeasureText(words, 100, fyne.TextStyle{}).Width }
	box := wide("\uFFFD")
	for _, word := range []string{"設", "设", "か", "ー", "「"} {
		if w := wide(word); w == box || w < 95 || w > 105 {
			t.Errorf("%s is %v px wide at 100 px, a missing sign %v: install a font with Chinese and Japanese", word, w, box)
		}
	}
}

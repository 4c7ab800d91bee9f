//go:build !ci

package fit

import (
	"bytes"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// picture is what words look like.
func picture(t *testing.T, words string) []byte {
	t.Helper()
	text := canvas.NewText(words, style.Current().Color(style.Ink))
	text.TextSize = 40
	w := test.NewTempWindow(t, text)
	w.Resize(fyne.NewSize(60, 60))
	var b bytes.Buffer
	if err := png.Encode(&b, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestIdeographsAreDrawn tells that the pictures of Chinese and Japanese are of words and not of signs that
// are missing. Fyne uses no fonts of the system in builds tagged ci.
func TestIdeographsAreDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	missing := picture(t, "\uFFFD")
	for _, word := range []string{"設", "设", "か", "ー", "「"} {
		if bytes.Equal(picture(t, word), missing) {
			t.Errorf("%s is drawn as a missing sign: install a font with Chinese and Japanese", word)
		}
	}
}

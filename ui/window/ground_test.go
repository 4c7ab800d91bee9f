package window

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// TestAPageStandsOnTheGroundOfTheThemeInForce is what lets the frame draw no ground of its own.
func TestAPageStandsOnTheGroundOfTheThemeInForce(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	for _, mode := range []style.Mode{style.Light, style.Dark, style.Light} {
		fyne.CurrentApp().Settings().SetTheme(style.NewTheme(mode, 100))
		for _, bare := range []bool{false, true} {
			l.shell.SetBare(bare)
			want := color.NRGBAModel.Convert(style.Current().Color(style.Ground))
			picture := l.window.Canvas().Capture()
			if got := color.NRGBAModel.Convert(picture.At(990, 650)); got != want {
				t.Errorf("%s, bare %v: a page stands on %v, not on %v", mode, bare, got, want)
			}
			rail := color.NRGBAModel.Convert(picture.At(4, 300))
			if (rail == want) != bare {
				t.Errorf("%s, bare %v: the left edge is %v", mode, bare, rail)
			}
		}
	}
}

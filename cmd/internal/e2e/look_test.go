package e2e

import (
	"fmt"
	"image"
	"path/filepath"
	"testing"
)

// TestTheWindowShowsItselfInEveryLook does not judge beauty: it proves that each theme and text
// size comes up, takes effect and can be worked with, and leaves pictures for those who judge.
func TestTheWindowShowsItselfInEveryLook(t *testing.T) {
	seen := map[string]*image.RGBA{}
	for _, theme := range []string{"light", "dark"} {
		for _, size := range []string{"100", "200"} {
			look := fmt.Sprintf("%s-%s", theme, size)
			t.Run(look, func(t *testing.T) {
				d := withAgent(t, full)
				d.foyer("config", "set", "look.theme", theme)
				d.foyer("config", "set", "look.text-size", size)
				d.foyer("link", "save", "--pin", spaceInfo)
				d.foyer("link", "save", "Barbara Example <barbara@example.com>")
				d.foyer("show", "new-link")
				w := d.window()
				w, err := d.Resize(t.Context(), w, 720, 520)
				d.must(err)
				d.must(d.WaitStill(t.Context(), w))
				picture, err := d.Picture(w.Rect())
				d.must(err)
				d.must(d.WindowShot(w, filepath.Join("..", "..", "..", "build", "e2e", look+".png")))
				if light := brightness(picture); (light > 0.5) != (theme == "light") {
					t.Errorf("the %s theme has brightness %.2f", theme, light)
				}
				for other, o := range seen {
					if same(picture, o) {
						t.Errorf("%s looks exactly as %s", look, other)
					}
				}
				seen[look] = picture
				d.must(d.Type(t.Context(), "person@example.com"))
				d.must(d.Key(t.Context(), "ctrl+Return"))
				d.holds("text/html", `<a href="webexteams://im?email=person@example.com"`)
			})
		}
	}
}

// brightness is the mean of all pixels, 0 black and 1 white.
func brightness(picture *image.RGBA) float64 {
	var sum, n float64
	for i := 0; i+3 < len(picture.Pix); i += 4 {
		sum += float64(picture.Pix[i]) + float64(picture.Pix[i+1]) + float64(picture.Pix[i+2])
		n += 3 * 255
	}
	return sum / n
}

func same(a, b *image.RGBA) bool { return string(a.Pix) == string(b.Pix) }

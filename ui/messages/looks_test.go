package messages_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

func TestPictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		do   func(*office)
	}{
		{"people-light", style.Light, 100, 1000, 700, review},
		{"people-empty", style.Light, 100, 1000, 700, func(o *office) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t, c.mode, c.text, fyne.NewSize(c.w, c.h))
			c.do(o)
			o.settle()
			f, err := os.Create(filepath.Join(dir, c.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, o.window.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// review writes the message of the picture.
func review(o *office) {
	o.page.WriteTo("barbara@example.com", "chen.wei@example.com", "hanako.sato@example.com", "anna.probe@exmaple.com")
	o.settle()
	o.page.TypeText("Good morning,\nthe design review has moved from Aurora to Delta, 2nd floor, at 10:45.\nThe link to the space stays the same:\nwebexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b")
	o.window.Canvas().Focus(o.page.Text())
}

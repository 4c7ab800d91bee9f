package links_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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
		{"links-light", style.Light, 100, 1000, 700, func(o *office) { o.paste(marketing) }},
		{"links-dark", style.Dark, 100, 1000, 700, func(o *office) { o.pick("Barbara Example") }},
		{"links-first-use", style.Light, 100, 1000, 700, func(o *office) { o.empty() }},
		{"links-light-200", style.Light, 200, 1000, 700, func(o *office) { o.pick("Marketing") }},
		{"links-dark-200-list", style.Dark, 200, 1000, 700, func(o *office) {}},
		{"links-small", style.Light, 100, 720, 520, func(o *office) { o.pick("Marketing") }},
		{"links-small-list", style.Dark, 100, 720, 520, func(o *office) {}},
		{"links-first-200", style.Dark, 200, 1000, 700, func(o *office) { o.empty() }},
		{"links-first-small-200", style.Light, 200, 720, 520, func(o *office) { o.empty() }},
		{"links-qr", style.Light, 100, 1000, 700, func(o *office) { o.pick("Q3: plan [draft]"); o.qr() }},
		{"search", style.Light, 100, 1000, 700, func(o *office) { o.paste(marketing); o.search("aur") }},
		{"search-200", style.Dark, 200, 1000, 700, func(o *office) { o.search("aur") }},
		{"edit", style.Light, 100, 1000, 700, func(o *office) { o.pick("Barbara Example"); o.edit() }},
		{"ambiguous", style.Light, 100, 1000, 700, func(o *office) { o.paste(twoIDs) }},
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
	_ = test.NewApp
}

package settings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/style"
)

func TestPicturesOfData(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	end := func(r *room) { r.focus(r.page.EraseButton()) }
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		news bool
		do   func(*room)
	}{
		{"data", style.Light, 100, 1000, 700, false, func(*room) {}},
		{"data-dark", style.Dark, 100, 1000, 700, false, func(*room) {}},
		{"data-end", style.Light, 100, 1000, 700, false, end},
		{"data-200", style.Light, 200, 1000, 700, false, func(*room) {}},
		{"data-200-end", style.Dark, 200, 1000, 700, false, end},
		{"data-small", style.Light, 100, 720, 520, false, func(r *room) { r.focus(r.page.KeepDaysControl()) }},
		{"data-small-200", style.Light, 200, 720, 520, false, func(r *room) { r.focus(r.page.KeepDaysControl()) }},
		{"data-news", style.Light, 100, 1000, 700, true, func(*room) {}},
		{"data-news-dark-200", style.Dark, 200, 1000, 700, true, func(*room) {}},
		{"data-restore", style.Light, 100, 1000, 700, false, func(r *room) { r.page.CheckBackup("/b.zip") }},
		{"data-restore-200", style.Dark, 200, 720, 520, false, func(r *room) { r.page.CheckBackup("/b.zip") }},
		{"data-erase", style.Dark, 100, 1000, 700, false, func(r *room) { end(r); r.press(fyne.KeyReturn) }},
		{"data-report", style.Light, 100, 1000, 700, false, func(r *room) { r.page.MakeReport() }},
		{"data-report-200", style.Light, 200, 720, 520, false, func(r *room) { r.page.MakeReport() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newArchive()
			a.info.Waiting = 2
			if c.news {
				a.state.News = &agent.DataNews{Kind: agent.Restored, At: now, Backup: a.info, Doubtful: 2, Before: "/home/barbara/.local/share/foyer/before-restore-20261121T130000Z"}
			}
			r := inArchiveAs(t, a, c.mode, c.text, fyne.NewSize(c.w, c.h))
			r.file.values.KeepDays = 90
			r.page.Reconsider()
			r.settle()
			c.do(r)
			r.settle()
			f, err := os.Create(filepath.Join(dir, "settings-"+c.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, r.window.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
		})
	}
}

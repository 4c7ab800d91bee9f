package settings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/settings"
	"foyer/ui/style"
)

func TestPictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	general := func(r *room) { r.page.SetWebexApp(true) }
	texts := func(r *room) { r.page.ShowSection(settings.SectionTexts); r.page.Pick(1) }
	data := func(r *room) { r.page.ShowSection(settings.SectionData); r.page.SetLinks(14) }
	long := func(r *room) {
		v := &r.file.values
		v.Template = "A template whose name is as long as names of templates can be"[:60]
		v.Templates = []link.Template{
			{Name: v.Template, Space: "You are cordially invited to join the Webex space “{name}” with {participants} people in it: {url}"},
			{Name: "丁寧な案内", Space: "{name} に参加してください"}, {Name: "3"}, {Name: "4"}, {Name: "5"}, {Name: "6"}, {Name: "7"},
		}
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		do   func(*room)
	}{
		{"settings-general", style.Light, 100, 1000, 700, general},
		{"settings-general-dark", style.Dark, 125, 1000, 700, func(r *room) { r.page.SetWebexApp(false); r.focus(r.page.CopiedControl()) }},
		{"settings-general-200", style.Light, 200, 1000, 700, general},
		{"settings-general-small", style.Dark, 100, 720, 520, general},
		{"settings-general-small-200", style.Dark, 200, 720, 520, general},
		{"settings-texts", style.Light, 100, 1000, 700, func(r *room) { texts(r); r.focus(r.page.Field(0)) }},
		{"settings-texts-default", style.Dark, 100, 1000, 700, func(r *room) { texts(r); r.page.Pick(0); r.focus(r.page.ListControl()) }},
		{"settings-texts-broken", style.Light, 100, 1000, 700, func(r *room) { texts(r); r.page.Pick(2); r.page.Type(0, "Join {nmae}") }},
		{"settings-texts-200", style.Dark, 200, 1000, 700, texts},
		{"settings-texts-small", style.Light, 100, 720, 520, texts},
		{"settings-texts-small-200", style.Light, 200, 720, 520, texts},
		{"settings-texts-add", style.Light, 100, 1000, 700, func(r *room) { texts(r); r.page.Add(); r.write("formal") }},
		{"settings-texts-deleted", style.Dark, 100, 1000, 700, func(r *room) { texts(r); r.page.Delete(); r.settle() }},
		{"settings-texts-long", style.Light, 100, 1000, 700, func(r *room) { long(r); r.page.Reconsider(); r.settle(); texts(r) }},
		{"settings-texts-long-200", style.Dark, 200, 720, 520, func(r *room) { long(r); r.page.Reconsider(); r.settle(); texts(r); r.focus(r.page.Field(0)) }},
		{"settings-texts-none", style.Light, 100, 720, 520, func(r *room) {
			r.file.values.Templates = nil
			r.page.Reconsider()
			r.settle()
			r.page.ShowSection(settings.SectionTexts)
		}},
		{"settings-data-small-200", style.Light, 200, 720, 520, data},
		{"settings-data", style.Light, 100, 1000, 700, data},
		{"settings-data-200", style.Light, 200, 1000, 700, data},
		{"settings-data-small", style.Dark, 100, 720, 520, data},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enterWith(t, c.mode, c.text, fyne.NewSize(c.w, c.h))
			c.do(r)
			r.settle()
			f, err := os.Create(filepath.Join(dir, c.name+".png"))
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

func (r *room) focus(f fyne.Focusable) { r.window.Canvas().Focus(f) }

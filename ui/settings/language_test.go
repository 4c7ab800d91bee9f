package settings_test

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"foyer/ui/settings"
	"foyer/ui/style"
)

// drawn is everything that the page says, in the order in which it is drawn.
func (r *room) drawn() string {
	var words []string
	for _, o := range test.LaidOutObjects(r.page) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() && t.Text != "" {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, " ")
}

// focusChoices puts the focus on the list in sight.
func (r *room) focusChoices() {
	r.t.Helper()
	for _, o := range test.LaidOutObjects(r.page) {
		if at, ok := o.(fyne.Focusable); ok && o.Visible() && settings.IsChoices(o) {
			r.focus(at)
			return
		}
	}
	r.t.Fatal("there is no list")
}

// inLanguages is the section about the language, with the focus on the list.
func inLanguages(t *testing.T, mode style.Mode, size int, area fyne.Size, found settings.Font, err error) *room {
	t.Helper()
	r := buildWith(t, mode, size, area, nil)
	r.page.UseFont(found, err)
	r.shell.Show("settings")
	r.page.ShowSection(settings.SectionLanguage)
	r.settle()
	r.focusChoices()
	return r
}

var noto = settings.Font{Name: "Noto Sans CJK JP", Package: "fonts-noto-cjk"}

func TestALanguageIsChosenByItsOwnName(t *testing.T) {
	r := inLanguages(t, style.Light, 100, usual, noto, nil)
	for _, name := range []string{"English", "Polski", "简体中文", "Español", "日本語", "Deutsch"} {
		if !strings.Contains(r.drawn(), name) {
			t.Errorf("%s is not offered: %s", name, r.drawn())
		}
	}
	r.press(fyne.KeyEnd)
	r.press(fyne.KeyUp)
	r.press(fyne.KeyHome)
	var chosen []string
	for _, set := range r.file.sets {
		if key, value, _ := strings.Cut(set, "="); key == settings.KeyLanguage {
			chosen = append(chosen, value)
		}
	}
	if want := []string{"de", "ja", ""}; !slices.Equal(chosen, want) {
		t.Errorf("stored %q, want %q", chosen, want)
	}
	if !slices.Contains(r.changed, settings.KeyLanguage) {
		t.Error("the window was not told")
	}
}

func TestTheSettingIsMarkedAndDatesAreShown(t *testing.T) {
	r := buildWith(t, style.Light, 100, usual, nil)
	r.file.values.Language = "de-AT"
	r.shell.Show("settings")
	r.page.ShowSection(settings.SectionLanguage)
	r.settle()
	r.focusChoices()
	r.press(fyne.KeyUp) // from Deutsch, which is the last
	if want := settings.KeyLanguage + "=ja"; !slices.Contains(r.file.sets, want) {
		t.Errorf("stored %q, want %s", r.file.sets, want)
	}
	if got := r.drawn(); !strings.Contains(got, "Monday, 23 Nov 2026, 10:42") {
		t.Errorf("it says %s", got)
	}
}

func TestTheFontOrThePackageIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		font settings.Font
		err  error
		want string
	}{
		"a font":     {noto, nil, "drawn with Noto Sans CJK JP"},
		"none":       {settings.Font{Package: "noto-fonts-cjk"}, nil, "Install the package noto-fonts-cjk"},
		"no package": {settings.Font{}, nil, "Add one in the system settings"},
		"no answer":  {settings.Font{}, context.DeadlineExceeded, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := inLanguages(t, style.Light, 100, usual, c.font, c.err).drawn()
			if tagged := strings.Contains(got, "zh-Hans"); tagged != (c.font.Name == "" && c.err == nil) {
				t.Errorf("tags of the languages are shown: %v", tagged)
			}
			if !strings.Contains(strings.Join(strings.Fields(got), " "), c.want) || c.want == "" && strings.Contains(got, "drawn with") {
				t.Errorf("it says %s", got)
			}
		})
	}
}

func TestPicturesOfTheLanguages(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		font settings.Font
	}{
		{"settings-language", style.Light, 100, noto},
		{"settings-language-missing-dark", style.Dark, 100, settings.Font{Package: "google-noto-sans-cjk-fonts"}},
		{"settings-language-200", style.Light, 200, settings.Font{Package: "fonts-noto-cjk"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := inLanguages(t, c.mode, c.text, usual, c.font, nil)
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

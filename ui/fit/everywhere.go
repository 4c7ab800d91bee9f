package fit

import (
	"fmt"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/assets"
)

// Place is a window in which words are to fit.
type Place struct {
	Language string // as in the names of translations
	Percent  int    // the size of text
	Area     fyne.Size
}

// String names the place as pictures of it are named.
func (p Place) String() string {
	return fmt.Sprintf("%s-%d-%.0fx%.0f", p.Language, p.Percent, p.Area.Width, p.Area.Height)
}

// languages are all that Foyer speaks.
var languages = []string{"en", "de", "es", "ja", "pl", "zh-Hans"}

var (
	usual = fyne.NewSize(1000, 700)
	small = fyne.NewSize(720, 520)
)

// Looks are states of a page that somebody sees, by name: what brings the page there.
type Looks[Page any] map[string]func(Page)

// Everywhere shows every look of a page in every language, in usual and in large text, in the usual and in
// the smallest window, and fails with the words that do not fit. A page is entered anew for each; settled
// returns its window when nothing is under way any more. With $FOYER_PICTURES it draws each into that folder;
// $FOYER_LOOKS chooses those looks whose names begin so.
func Everywhere[Page any](t *testing.T, name string, looks Looks[Page], enter func(t *testing.T, p Place) Page, settled func(Page) fyne.Window) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // many windows are made, and none is large
	for n, language := range languages {
		own, err := NewOwn(assets.Translations, language)
		if err != nil {
			t.Fatal(err)
		}
		for i, look := range slices.Sorted(maps.Keys(looks)) {
			for _, p := range places(language, (i+n)%len(languages) == 0) {
				if !strings.HasPrefix(look, os.Getenv("FOYER_LOOKS")) {
					continue
				}
				t.Run(p.String()+"/"+look, func(t *testing.T) {
					page := enter(t, p)
					looks[look](page)
					c := settled(page).Canvas()
					for _, m := range Check(c, own) {
						t.Error(m)
					}
					draw(t, name+"-"+look+"-"+p.String(), c)
				})
			}
		}
	}
}

// places are the windows for a language. In a small one usual text has more room than large text has in
// both, so that each look is shown so in one language only, unless pictures are wanted.
func places(language string, each bool) []Place {
	all := []Place{{language, 100, usual}, {language, 200, usual}, {language, 200, small}}
	if each || os.Getenv("FOYER_PICTURES") != "" {
		all = append(all, Place{language, 100, small})
	}
	return all
}

// draw writes a picture where pictures are wanted.
func draw(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	folder := os.Getenv("FOYER_PICTURES")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Fatal(err)
	}
}

package reach

import (
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// Room is a window in which a page is to be used.
type Room struct {
	Name    string
	Mode    style.Mode
	Percent int // the size of text
	Area    fyne.Size
}

// Rooms are a usual window, and the smallest with the largest text.
var Rooms = []Room{
	{"usual", style.Light, 100, fyne.NewSize(1000, 700)},
	{"small-200", style.Dark, 200, fyne.NewSize(720, 520)},
}

// Everywhere shows every look of a page in each of the rooms, and fails with what needs a mouse there. A page
// is entered anew for each; settled returns its window when nothing is under way any more. $FOYER_LOOKS
// chooses those looks whose names begin so.
func Everywhere[Page any](t *testing.T, looks map[string]func(Page), enter func(t *testing.T, r Room) Page, settled func(Page) fyne.Window) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // many windows are made, and none is large
	for _, r := range Rooms {
		seen := map[string]bool{}
		for _, look := range slices.Sorted(maps.Keys(looks)) {
			if !strings.HasPrefix(look, os.Getenv("FOYER_LOOKS")) {
				continue
			}
			t.Run(r.Name+"/"+look, func(t *testing.T) {
				page := enter(t, r)
				looks[look](page)
				c := settled(page).Canvas()
				for _, g := range check(c, seen) {
					t.Error(g)
				}
			})
		}
	}
}

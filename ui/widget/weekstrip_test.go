package widget

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

// newWeek is a week of which Wednesday is shown, in a window.
func newWeek(t *testing.T, width float32) *WeekStrip {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	w := NewWeekStrip()
	var days []WeekDay
	for i, name := range []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} {
		days = append(days, WeekDay{Name: name, Word: string(rune('1' + i)), Shown: i == 2, Known: i < 5, Percent: i * 25, Tip: "Tip of " + name})
	}
	w.Set(days)
	window := test.NewTempWindow(t, nil)
	layer := NewTipLayer()
	layer.After = soonAfter
	window.SetContent(container.NewWithoutLayout(w, layer))
	window.Resize(fyne.NewSize(600, 200))
	layer.Resize(fyne.NewSize(600, 200))
	w.Resize(fyne.NewSize(width, w.Tall()))
	return w
}

// soonAfter waits no time at all.
func soonAfter(_ time.Duration, f func()) func() {
	f()
	return func() {}
}

// drawn are the words that are drawn.
func drawn(w fyne.Widget) (all []string) {
	for _, o := range test.WidgetRenderer(w).Objects() {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			all = append(all, text.Text)
		}
	}
	return all
}

func TestWeekdaysAreShortenedAlikeUntilTheyFit(t *testing.T) {
	for _, c := range []struct {
		width float32
		want  []string
	}{{420, []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}}, {175, []string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}}, {130, []string{"M", "T", "W", "T", "F", "S", "S"}}} {
		var names []string
		for i, word := range drawn(newWeek(t, c.width)) {
			if i%2 == 0 {
				names = append(names, word)
			}
		}
		if diff := cmp.Diff(c.want, names); diff != "" {
			t.Errorf("%v wide (-want +got):\n%s", c.width, diff)
		}
	}
}

func TestBarsAreAsLongAsDaysAreFull(t *testing.T) {
	w := newWeek(t, 7*56)
	var wide []float32
	for _, o := range test.WidgetRenderer(w).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.Size().Height == weekBarHigh {
			wide = append(wide, r.Size().Width)
		}
	}
	// The whole and its part, but for the empty first day; nothing for the two of which nothing is known.
	if diff := cmp.Diff([]float32{50, 50, 12.5, 50, 25, 50, 37.5, 50, 50}, wide); diff != "" {
		t.Errorf("bars (-want +got):\n%s", diff)
	}
}

func TestTheKeysOfAWeekStayInItAndBeginAtTheShownDay(t *testing.T) {
	w := newWeek(t, 300)
	var asked []int
	w.OnActivated = func(day int) { asked = append(asked, day) }
	w.OnWeek = func(by int) { asked = append(asked, 100*by) }
	var other []fyne.KeyName
	w.OnKey = func(k *fyne.KeyEvent) bool { other = append(other, k.Name); return true }
	w.FocusGained()
	var at []int
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF5} {
		w.TypedKey(&fyne.KeyEvent{Name: k})
		at = append(at, w.At())
	}
	w.TypedRune(' ')
	if diff := cmp.Diff([]int{3, 6, 6, 0, 0, 0, 0, 0, 0}, at); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{0, -100, 100, 0}, asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	if !slices.Equal(other, []fyne.KeyName{fyne.KeyF5}) {
		t.Errorf("other keys are %v", other)
	}
	w.Set(slices.Clone(w.Days()))
	if w.At() != 0 {
		t.Errorf("drawn again the keys are at %d", w.At())
	}
	if w.FocusLost(); w.At() != 2 {
		t.Errorf("without focus they are at %d", w.At())
	}
}

func TestADayUnderThePointerSaysItsTip(t *testing.T) {
	w := newWeek(t, 350)
	layer := tipLayerOf(w)
	for _, c := range []struct {
		x    float32
		want string
	}{{10, "Tip of Mon"}, {349, "Tip of Sun"}} {
		w.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(c.x, 10)}})
		if got := layer.words.Words(); got != c.want || !layer.words.Visible() {
			t.Errorf("at %v the tip is %q", c.x, got)
		}
	}
	if w.MouseOut(); layer.words.Visible() {
		t.Error("the tip stays")
	}
	w.Tapped(&fyne.PointEvent{Position: fyne.NewPos(351, 10)}) // beside it
}

func TestAnEmptyWeekDoesNothing(t *testing.T) {
	test.NewTempApp(t)
	w := NewWeekStrip()
	w.OnActivated = func(int) { t.Error("a day is activated") }
	w.Resize(fyne.NewSize(300, 40))
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
}

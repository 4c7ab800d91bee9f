package fit

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// ours are the sentences of these tests.
func ours(t *testing.T) *Own {
	t.Helper()
	own, err := NewOwn(fstest.MapFS{
		"translations/page.en.json": {Data: []byte(`{"a": "Send the message", "b": {"one": "{{.Count}} row to send", "other": "{{.Count}} rows to send"}, "c": "{{.A}}, {{.B}}", "d": "Search…", "e": "Left to {{.Name}}"}`)},
		"translations/page.de.json": {Data: []byte(`{"a": "Nachricht versenden", "f": "Donaudampfschifffahrtsgesellschaft"}`)},
	}, "de")
	if err != nil {
		t.Fatal(err)
	}
	return own
}

// found shows an object in a window and returns what does not fit, each as its reason and its words.
func found(t *testing.T, percent int, size fyne.Size, make func() fyne.CanvasObject) []string {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, percent))
	w := test.NewTempWindow(t, make())
	w.SetPadded(false)
	w.Resize(size)
	var all []string
	for _, m := range Check(w.Canvas(), ours(t)) {
		all = append(all, strings.TrimSuffix(m.Why, ":")+": "+m.Words)
	}
	return all
}

// at places an object in a window of its own.
func at(o fyne.CanvasObject, x, y, w, h float32) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	return container.NewWithoutLayout(o)
}

func cutText(words string) *widget.Text {
	t := widget.NewText(words, style.Body, style.Ink)
	t.Elide = true
	return t
}

func TestWordsThatDoNotFitAreFound(t *testing.T) {
	area := fyne.NewSize(300, 200)
	prose := func(words string, lines int) *widget.Prose {
		p := widget.NewProse(words, style.Body, style.Ink)
		p.MaxLines = lines
		return p
	}
	for name, c := range map[string]struct {
		object func() fyne.CanvasObject
		want   string // the beginning of what is found, "" for nothing
	}{
		"words with room":         {func() fyne.CanvasObject { return at(cutText("Nachricht versenden"), 10, 10, 200, 20) }, ""},
		"words that are cut":      {func() fyne.CanvasObject { return at(cutText("Nachricht versenden"), 10, 10, 60, 20) }, "is cut to Nachric"},
		"a sentence with a count": {func() fyne.CanvasObject { return at(cutText("12 rows to send"), 10, 10, 60, 20) }, "is cut to"},
		"a name that is cut":      {func() fyne.CanvasObject { return at(cutText("Barbara Example"), 10, 10, 60, 20) }, ""},
		"two names that are cut":  {func() fyne.CanvasObject { return at(cutText("Barbara Example, Chen Wei"), 10, 10, 60, 20) }, ""},
		"a sentence long for its name": {func() fyne.CanvasObject {
			return at(cutText("Left to "+strings.Repeat("Anna-Maria ", 9)), 10, 10, 60, 20)
		}, ""},
		"words too wide for their place": {func() fyne.CanvasObject {
			return at(widget.NewText("Nachricht versenden", style.Body, style.Ink), 10, 10, 60, 20)
		}, "stands outside"},
		"words beyond the window": {func() fyne.CanvasObject {
			return at(widget.NewText("Barbara Example", style.Body, style.Ink), 250, 10, 200, 20)
		}, "leaves the window"},
		"words below the window": {func() fyne.CanvasObject {
			return at(widget.NewText("Barbara Example", style.Body, style.Ink), 10, 190, 200, 20)
		}, "leaves the window"},
		"a button with room": {func() fyne.CanvasObject {
			return at(widget.NewButton(widget.Outlined, "", "Nachricht versenden", nil), 10, 10, 200, 32)
		}, ""},
		"a narrow button": {func() fyne.CanvasObject {
			return at(widget.NewButton(widget.Outlined, "", "Nachricht versenden", nil), 10, 10, 130, 32)
		}, "is on a button too small"},
		"a link that is cut": {func() fyne.CanvasObject {
			return at(widget.NewButton(widget.Linked, "", "Nachricht versenden", nil), 10, 10, 80, 20)
		}, "is cut to"},
		"a narrow chip": {func() fyne.CanvasObject { return at(widget.NewChip("Barbara Example", "", nil), 10, 10, 90, 28) }, "stands in something too small"},
		"segments that are cut": {func() fyne.CanvasObject {
			return at(widget.NewSegments([]string{"Nachricht versenden", "B"}, nil).Stretch(), 10, 10, 120, 64)
		}, "is cut to"},
		"prose with room":          {func() fyne.CanvasObject { return at(prose("Nachricht versenden", 0), 10, 10, 80, 60) }, ""},
		"prose too low":            {func() fyne.CanvasObject { return at(prose("Nachricht versenden", 0), 10, 10, 80, 20) }, "stands in something too low"},
		"prose that ends early":    {func() fyne.CanvasObject { return at(prose("Nachricht versenden", 1), 10, 10, 80, 20) }, "ends early"},
		"prose that breaks a word": {func() fyne.CanvasObject { return at(prose("Donaudampfschifffahrtsgesellschaft", 0), 10, 10, 80, 80) }, "is broken within a word"},
		"prose that breaks a name": {func() fyne.CanvasObject { return at(prose("Donaudampfschifffahrtskapitän", 0), 10, 10, 80, 80) }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := found(t, 100, area, c.object)
			if c.want == "" && len(got) > 0 || c.want != "" && !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func TestLargeTextNeedsMoreRoom(t *testing.T) {
	fits := func(percent int) []string {
		return found(t, percent, fyne.NewSize(300, 200), func() fyne.CanvasObject { return at(cutText("Nachricht versenden"), 10, 10, 160, 40) })
	}
	if got := fits(100); len(got) > 0 {
		t.Errorf("at 100 %%: %q", got)
	}
	if got := fits(200); len(got) == 0 {
		t.Error("at 200 %: nothing is found")
	}
}

func TestWordsOnOtherWordsAreFound(t *testing.T) {
	area := fyne.NewSize(300, 200)
	type maker = func() fyne.CanvasObject
	words := func(x, y float32) maker {
		return func() fyne.CanvasObject {
			return at(widget.NewText("Barbara Example", style.Body, style.Ink), x, y, 120, 20)
		}
	}
	cover := func(x, y, w, h float32) maker {
		return func() fyne.CanvasObject { return at(widget.NewFill(style.Surface, "", 0), x, y, w, h) }
	}
	icon := func() fyne.CanvasObject { return at(widget.NewIcon("x", style.IconRow, style.Ink), 100, 12, 16, 16) }
	button := func() fyne.CanvasObject { return at(widget.NewButton(widget.Outlined, "", "B", nil), 60, 5, 60, 32) }
	for name, c := range map[string]struct {
		objects []maker
		want    string
	}{
		"beside each other":           {[]maker{words(10, 10), words(150, 10)}, ""},
		"below each other":            {[]maker{words(10, 10), words(10, 30)}, ""},
		"on each other":               {[]maker{words(10, 10), words(60, 14)}, "overlaps with Barbara Example"},
		"on a panel over others":      {[]maker{words(10, 10), cover(50, 0, 250, 100), words(60, 14)}, ""},
		"wholly under something":      {[]maker{words(10, 10), words(60, 14), cover(0, 0, 300, 100)}, ""},
		"on a picture":                {[]maker{words(10, 10), icon}, "overlaps with a picture"},
		"half under a button":         {[]maker{words(10, 10), button}, "is half under B"},
		"half under a floating panel": {[]maker{words(10, 10), cover(60, 0, 200, 100), button}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := found(t, 100, area, func() fyne.CanvasObject {
				all := container.NewWithoutLayout()
				for _, o := range c.objects {
					all.Add(o())
				}
				return container.NewStack(all)
			})
			if c.want == "" && len(got) > 0 || c.want != "" && (len(got) == 0 || !strings.HasPrefix(got[0], c.want)) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatIsScrolledMayBeLongerAndNotWider(t *testing.T) {
	long := func() fyne.CanvasObject {
		var parts []widget.Part
		for range 20 {
			parts = append(parts, widget.Part{Object: widget.NewText("Barbara Example", style.Body, style.Ink)})
		}
		return container.NewVScroll(widget.NewColumn(0, parts...))
	}
	if got := found(t, 100, fyne.NewSize(300, 200), long); len(got) > 0 {
		t.Errorf("a long list: %q", got)
	}
	wide := func() fyne.CanvasObject {
		return at(container.NewVScroll(at(widget.NewText("Nachricht versenden", style.Body, style.Ink), 0, 0, 140, 20)), 0, 0, 60, 100)
	}
	if got := found(t, 100, fyne.NewSize(300, 200), wide); len(got) == 0 {
		t.Error("words beyond what scrolls are not found")
	}
}

func TestWhatFloatsIsLookedAtToo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Overlays().Add(at(cutText("Nachricht versenden"), 10, 10, 60, 20))
	if got := Check(w.Canvas(), ours(t)); len(got) != 1 || !strings.Contains(got[0].String(), "Nachricht versenden") {
		t.Errorf("found %v", got)
	}
}

func TestBrokenTranslationsAreToldByTheirFile(t *testing.T) {
	_, err := NewOwn(fstest.MapFS{"translations/page.de.json": {Data: []byte(`{"a": `)}}, "de")
	if err == nil || !strings.Contains(err.Error(), "page.de.json") {
		t.Errorf("the error is %v", err)
	}
}

func TestTheBeginningOfASentenceIsTold(t *testing.T) {
	own := ours(t)
	for words, want := range map[string]bool{"Nachricht vers…": true, "Nach…": false, "Nachri…": false, "Search…": false, "Barbara Ex…": false, "Nachricht": false} {
		if own.isCut(words) != want {
			t.Errorf("%q is a cut sentence: %v", words, !want)
		}
	}
}

package widget

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

var update = flag.Bool("update", false, "write the golden pictures instead of comparing with them")

// stage is a window in which a widget under test stands alone.
type stage struct {
	t      *testing.T
	window fyne.Window
	tips   *TipLayer
	timers timers
}

// show puts an object into a window, light and at 100 % text.
func show(t *testing.T, o func() fyne.CanvasObject, w, h float32) *stage {
	t.Helper()
	return showAs(t, style.Light, 100, o, w, h)
}

// showAs puts what a function makes, once the theme is there, into a window.
func showAs(t *testing.T, mode style.Mode, percent int, o func() fyne.CanvasObject, w, h float32) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(mode, percent))
	s := &stage{t: t, tips: NewTipLayer()}
	s.tips.After = s.timers.after
	ground := NewFill(style.Ground, "", 0)
	s.window = test.NewTempWindow(t, container.NewStack(ground, o(), s.tips))
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(w, h))
	return s
}

// focus puts the focus onto a widget and fails when it does not go there.
func (s *stage) focus(f fyne.Focusable) {
	s.t.Helper()
	s.window.Canvas().Focus(f)
	if s.window.Canvas().Focused() != f {
		s.t.Fatalf("the focus is on %T", s.window.Canvas().Focused())
	}
}

// type types keys into what has the focus.
func (s *stage) keys(names ...fyne.KeyName) {
	s.t.Helper()
	for _, n := range names {
		f := s.window.Canvas().Focused()
		if f == nil {
			s.t.Fatalf("nothing has the focus for %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// runes types characters into what has the focus.
func (s *stage) runes(words string) {
	s.t.Helper()
	for _, r := range words {
		s.window.Canvas().Focused().TypedRune(r)
	}
}

// tabStops returns what Tab reaches, in order, once around.
func (s *stage) tabStops() []fyne.Focusable {
	var stops []fyne.Focusable
	c := s.window.Canvas()
	c.Unfocus()
	for range 50 {
		c.FocusNext()
		f := c.Focused()
		if f == nil || len(stops) > 0 && f == stops[0] {
			break
		}
		stops = append(stops, f)
	}
	c.Unfocus()
	return stops
}

func (s *stage) capture() image.Image { return s.window.Canvas().Capture() }

// golden compares the window with testdata/NAME.png, pixel for pixel.
func (s *stage) golden(name string) {
	s.t.Helper()
	got := s.capture()
	path := filepath.Join("testdata", name+".png")
	if *update {
		f, err := os.Create(path)
		if err != nil {
			s.t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, got); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	f, err := os.Open(path)
	if err != nil {
		s.t.Fatalf("%v (make it with -update, and look at it)", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		s.t.Fatal(err)
	}
	if n := differing(got, want); n != 0 {
		wrong := filepath.Join(s.t.ArtifactDir(), name+".png")
		if f, err := os.Create(wrong); err == nil {
			_ = png.Encode(f, got)
			_ = f.Close()
		}
		s.t.Errorf("%d pixels differ from %s; the picture drawn is %s", n, path, wrong)
	}
}

// differing counts pixels that two pictures do not share; -1 when their sizes differ.
func differing(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return -1
	}
	pa, pb := image.NewNRGBA(a.Bounds()), image.NewNRGBA(b.Bounds())
	draw.Draw(pa, pa.Rect, a, a.Bounds().Min, draw.Src)
	draw.Draw(pb, pb.Rect, b, b.Bounds().Min, draw.Src)
	n := 0
	for i := 0; i < len(pa.Pix); i += 4 {
		if [4]byte(pa.Pix[i:]) != [4]byte(pb.Pix[i:]) {
			n++
		}
	}
	return n
}

// count returns how many pixels of a picture have exactly this colour of the palette.
func count(picture image.Image, n style.Name) int {
	want := color.NRGBAModel.Convert(style.Current().Color(n))
	found := 0
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.NRGBAModel.Convert(picture.At(x, y)) == want {
				found++
			}
		}
	}
	return found
}

// near is count for drawings with lines thinner than a pixel, whose colour is mixed with the ground.
func near(picture image.Image, n style.Name) int {
	wr, wg, wb, _ := style.Current().Color(n).RGBA()
	apart := func(a, b uint32) int { return max(int(a)-int(b), int(b)-int(a)) >> 8 }
	found := 0
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, g, bl, _ := picture.At(x, y).RGBA(); apart(r, wr)+apart(g, wg)+apart(bl, wb) < 120 {
				found++
			}
		}
	}
	return found
}

// timers is a clock that stands still until it is told to ring.
type timers struct{ waiting []*timer }

type timer struct {
	d time.Duration
	f func()
}

func (c *timers) after(d time.Duration, f func()) func() {
	t := &timer{d, f}
	c.waiting = append(c.waiting, t)
	return func() { t.f = nil }
}

// ring lets everything happen that waits and was not stopped, and returns how much that was.
func (c *timers) ring() int {
	waiting, n := c.waiting, 0
	c.waiting = nil
	for _, t := range waiting {
		if t.f != nil {
			n++
			t.f()
		}
	}
	return n
}

// find returns the first visible object of a type on a canvas for which ok holds.
func find[T fyne.CanvasObject](s *stage, ok func(T) bool) (found T) {
	for _, t := range findAll(s, ok) {
		return t
	}
	s.t.Helper()
	s.t.Fatalf("no %T of that kind in the window", found)
	return found
}

// findAll returns all visible objects of a type, those in overlays included.
func findAll[T fyne.CanvasObject](s *stage, ok func(T) bool) (found []T) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if t, is := o.(T); is && ok(t) {
			found = append(found, t)
		}
		switch p := o.(type) {
		case *fyne.Container:
			for _, c := range p.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(p).Objects() {
				walk(c)
			}
		}
	}
	walk(s.window.Canvas().Content())
	for _, o := range s.window.Canvas().Overlays().List() {
		walk(o)
	}
	return found
}

// inside reports whether an object lies within another one, both on the canvas.
func inside(o, outer fyne.CanvasObject) bool {
	d := fyne.CurrentApp().Driver()
	a, b := d.AbsolutePositionForObject(o), d.AbsolutePositionForObject(outer)
	const slack = 0.6 // sizes are on whole pixels, words are not
	return a.X >= b.X-slack && a.Y >= b.Y-slack &&
		a.X+o.Size().Width <= b.X+outer.Size().Width+slack && a.Y+o.Size().Height <= b.Y+outer.Size().Height+slack
}

// popUp returns the open menu.
func (s *stage) popUp() *fynewidget.PopUpMenu {
	s.t.Helper()
	return find(s, func(*fynewidget.PopUpMenu) bool { return true })
}

// menuItems returns what the open menu offers.
func (s *stage) menuItems() []*fyne.MenuItem {
	s.t.Helper()
	var items []*fyne.MenuItem
	for _, o := range s.popUp().Items {
		// Fyne keeps the type of its rows to itself, but not what they hold.
		if i, ok := reflect.ValueOf(o).Elem().FieldByName("Item").Interface().(*fyne.MenuItem); ok {
			items = append(items, i)
		}
	}
	return items
}

// shortcut types a combination into what has the focus.
func (s *stage) shortcut(c fyne.Shortcut) {
	s.t.Helper()
	f, ok := s.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		s.t.Fatalf("%T takes no shortcuts", s.window.Canvas().Focused())
	}
	f.TypedShortcut(c)
}

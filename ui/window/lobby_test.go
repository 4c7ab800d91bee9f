package window

import (
	"fmt"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/assets"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// diary is what the pages of a test were asked to do.
type diary struct{ lines []string }

func (d *diary) write(format string, a ...any) { d.lines = append(d.lines, fmt.Sprintf(format, a...)) }

// room is a page that does everything a page may do and writes it down.
type room struct {
	name    string
	diary   *diary
	field   *widget.Entry
	content fyne.CanvasObject
	toast   *widget.Toast
}

func newRoom(name string, d *diary) *room {
	r := &room{name: name, diary: d, field: widget.NewEntry("", ""), toast: widget.NewToast()}
	r.toast.After = (&still{}).after
	r.content = widget.NewColumn(20, widget.Part{Object: r.field})
	return r
}

func (r *room) Content() fyne.CanvasObject { return r.content }
func (r *room) Shown() {
	r.diary.write("%s shown", r.name)
	fyne.CurrentApp().Driver().CanvasForObject(r.content).Focus(r.field.Input())
}
func (r *room) Primary()                 { r.diary.write("%s primary", r.name) }
func (r *room) Undo() bool               { r.diary.write("%s undo", r.name); return true }
func (r *room) Copy() bool               { r.diary.write("%s copy", r.name); return true }
func (r *room) Take(text, source string) { r.diary.write("%s takes %q from %q", r.name, text, source) }
func (r *room) Escape() bool             { r.diary.write("%s escape", r.name); return true }
func (r *room) Toast() *widget.Toast     { return r.toast }
func (r *room) Keys() []Key {
	return []Key{{Name: fyne.KeyI, Does: "import", Do: func() { r.diary.write("%s imports", r.name) }}}
}

// closet is a page that can do no more than it must.
type closet struct{ *fyne.Container }

func (c closet) Content() fyne.CanvasObject { return c.Container }
func (closet) Shown()                       {}
func (closet) Primary()                     {}

// lobby is a shell with pages in a window.
type lobby struct {
	t      *testing.T
	shell  *Shell
	window fyne.Window
	diary  *diary
	links  *room
	found  func(query string) []Group
	tips   *still
}

// pages are all that the product will have, so that the rail is as full as it gets.
var pages = []struct{ key, icon, word string }{{"rooms", "rooms", "rooms.title"}, {"messages", "message", "messages.title"}, {"meetings", "meeting", "meetings.title"}, {"outbox", "outbox", "outbox.title"}}

func newLobby(t *testing.T, percent int, w, h float32) *lobby {
	t.Helper()
	say, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	return lobbyIn(t, say, percent, w, h)
}

// lobbyIn is a lobby that speaks a language.
func lobbyIn(t *testing.T, say *text.Catalogue, percent int, w, h float32) *lobby {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, percent))
	l := &lobby{t: t, diary: &diary{}, tips: &still{}}
	l.links = newRoom("links", l.diary)
	entries := []Entry{{Key: "links", Icon: "link", Word: say.T("links.title"), Page: l.links}}
	for _, p := range pages {
		entries = append(entries, Entry{Key: p.key, Icon: p.icon, Word: say.T(p.word), Page: closet{container.NewStack()}})
	}
	entries = append(entries, Entry{Key: "settings", Icon: "settings", Word: say.T("settings.title"), Foot: true, Page: newRoom("settings", l.diary)})
	l.shell = New(Config{Say: say, Name: "Foyer", Entries: entries,
		Find:  func(q string) []Group { return l.found(q) },
		Paste: func() { l.diary.write("paste space info") }})
	l.found = l.office
	l.window = test.NewTempWindow(t, nil)
	l.shell.Attach(l.window)
	l.window.SetPadded(false)
	l.window.Resize(fyne.NewSize(w, h))
	return l
}

// office is what the search finds unless a test says otherwise.
func (l *lobby) office(query string) []Group {
	result := func(icon, title string, copies bool) Result {
		r := Result{Icon: icon, Title: title, Second: "saved", Does: "Open", Open: func() { l.diary.write("open %s", title) }}
		if copies {
			r.Copy = func() { l.diary.write("copy %s", title) }
		}
		return r
	}
	return []Group{
		{Title: "Links", Results: Matching([]Result{result("space", "Project Aurora", true), result("space", "Aurora move 2027", true), result("person", "Barbara Example", true)}, query)},
		{Title: "Actions", Results: Matching([]Result{result("import", "Import people", false)}, query)},
	}
}

// heard compares the diary and begins a new page.
func (l *lobby) heard(want ...string) {
	l.t.Helper()
	if diff := cmp.Diff(want, l.diary.lines); diff != "" {
		l.t.Errorf("what happened (-want +got):\n%s", diff)
	}
	l.diary.lines = nil
}

const ctrl = fyne.KeyModifierShortcutDefault

// press types a combination as the desktop does: what has the focus gets it first, else the window.
func (l *lobby) press(key fyne.KeyName, modifier fyne.KeyModifier) {
	l.t.Helper()
	l.shortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier})
}

func (l *lobby) shortcut(c fyne.Shortcut) {
	l.t.Helper()
	l.onCanvas(c)
}

// onCanvas hands a combination to the window. The canvas of tests hides that it takes them.
func (l *lobby) onCanvas(c fyne.Shortcut) {
	l.t.Helper()
	inner, ok := reflect.ValueOf(l.window.Canvas()).Elem().FieldByName("WindowlessCanvas").Interface().(fyne.Shortcutable)
	if !ok {
		l.t.Fatal("the canvas of tests takes no shortcuts")
	}
	inner.TypedShortcut(c)
}

// toFocus hands a combination to what has the focus.
func (l *lobby) toFocus(key fyne.KeyName, modifier fyne.KeyModifier) {
	l.t.Helper()
	f, ok := l.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		l.t.Fatalf("%T takes no shortcuts", l.window.Canvas().Focused())
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier})
}

// keys types keys into what has the focus.
func (l *lobby) keys(names ...fyne.KeyName) {
	l.t.Helper()
	for _, n := range names {
		f := l.window.Canvas().Focused()
		if f == nil {
			l.t.Fatalf("nothing has the focus for %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (l *lobby) runes(words string) {
	l.t.Helper()
	for _, r := range words {
		l.window.Canvas().Focused().TypedRune(r)
	}
}

// findAll returns all visible objects of a type, those that float included.
func findAll[T fyne.CanvasObject](l *lobby) (found []T) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if t, is := o.(T); is {
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
	walk(l.window.Canvas().Content())
	for _, o := range l.window.Canvas().Overlays().List() {
		walk(o)
	}
	return found
}

// says reports whether these words stand somewhere in the window.
func (l *lobby) says(words string) bool {
	for _, t := range findAll[*widget.Text](l) {
		if t.Words() == words {
			return true
		}
	}
	for _, p := range findAll[*widget.Prose](l) {
		if p.Words() == words {
			return true
		}
	}
	return false
}

// bounds returns where an object stands on the canvas.
func bounds(o fyne.CanvasObject) (x, y, right, bottom float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height
}

func inside(o, outer fyne.CanvasObject) bool {
	x, y, r, b := bounds(o)
	ox, oy, or, ob := bounds(outer)
	const slack = 0.6 // sizes are on whole pixels, words are not
	return x >= ox-slack && y >= oy-slack && r <= or+slack && b <= ob+slack
}

func overlap(a, b fyne.CanvasObject) bool {
	ax, ay, ar, ab := bounds(a)
	bx, by, br, bb := bounds(b)
	return ax < br && bx < ar && ay < bb && by < ab
}

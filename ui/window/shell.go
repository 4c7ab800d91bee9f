package window

import (
	"slices"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// Config is what the shell is made of.
type Config struct {
	Say     *text.Catalogue
	Name    string // the application's
	Entries []Entry
	// Find answers the search box; Paste is what Ctrl+Shift+K does. Both are called on the UI
	// goroutine and must return at once.
	Find  func(query string) []Group
	Paste func()
	// Close is what Ctrl+W does; nil is nothing.
	Close func()
	// Turned is told which page comes to the front, by its key; nil tells nobody.
	Turned func(key string)
	// Mark stands above the foot of the rail on every page, to say that this is no ordinary Foyer; the
	// zero Mark is none.
	Mark Mark
}

// Mark is a chip in the rail. Do is what a tap on it does, nil is nothing.
type Mark struct {
	Words, Tip string
	Do         func()
}

// Shell is the window's content: rail, page, status line, and what floats above them.
type Shell struct {
	config   Config
	entries  []Entry
	frame    *frame
	content  *fyne.Container
	search   *searchBox
	welcome  *welcome // nil but at the first start
	selected int
	attached fyne.Canvas           // of the window; nil before Attach
	keys     map[fyne.KeyName]bool // of pages, that the canvas knows
	reading  sync.WaitGroup        // what was dropped
	unread   atomic.Int64          // how much of that is not read yet
}

// New returns a shell that shows the first page.
func New(config Config) *Shell {
	s := &Shell{config: config, entries: slices.Clone(config.Entries), selected: -1, keys: map[fyne.KeyName]bool{}}
	button := widget.NewSearchButton(config.Say.T("window.search"), keySearch, s.OpenSearch)
	r := newRail(config.Name, button)
	r.setMark(config.Mark.Words, config.Mark.Tip, config.Mark.Do)
	s.frame = newFrame(r)
	for i, e := range s.entries {
		s.frame.rail.add(widget.NewNavItem(e.Icon, e.Word, func() { s.Show(e.Key) }), e.Foot)
		if e.Page != nil {
			s.house(i)
		}
	}
	tips := widget.NewTipLayer()
	s.content = container.NewStack(s.frame, tips)
	s.choose(0)
	return s
}

// house gives a page its place in the window.
func (s *Shell) house(index int) {
	page := s.entries[index].Page
	page.Content().Hide()
	s.frame.pages.Add(page.Content())
	if t, ok := page.(Toaster); ok {
		t.Toast().OnSaid = s.frame.Refresh
		s.frame.toasts.Add(t.Toast())
	}
	if s.attached != nil {
		s.addPageShortcuts(s.attached, page)
	}
}

// ready makes a page that was not made yet.
func (s *Shell) ready(index int) Page {
	if e := &s.entries[index]; e.Page == nil {
		e.Page = e.Make()
		s.house(index)
	}
	return s.entries[index].Page
}

// Attach makes the shell the content of a window: keys, dropped text and files included.
func (s *Shell) Attach(w fyne.Window) {
	w.SetContent(s.content)
	s.attached = w.Canvas()
	s.addShortcuts(s.attached)
	w.Canvas().SetOnTypedKey(s.typedKey)
	w.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { s.dropped(uris) })
}

// SetBare leaves rail and status line out, for a page that fills a screen, or shows them again.
func (s *Shell) SetBare(bare bool) {
	s.frame.bare = bare
	s.frame.Refresh()
}

// typedKey gets the keys that no widget has the focus for, or has a use for.
func (s *Shell) typedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF1:
		if s.helpable() {
			s.OpenHelp()
		}
	case fyne.KeyF5:
		if r, ok := s.page().(Reloader); ok && !s.covered() {
			r.Reload()
		}
	case fyne.KeyF11:
		if f, ok := s.page().(FullScreener); ok && !s.covered() {
			f.ToggleFullScreen()
		}
	case fyne.KeyEscape:
		s.escape()
	}
}

// escape closes what lies over the window, or else what is open on the page.
func (s *Shell) escape() {
	if c := s.canvas(); c != nil && s.covered() {
		if top, ok := c.Overlays().Top().(interface{ Close() }); ok {
			top.Close()
		}
		return
	}
	if e, ok := s.page().(Escaper); ok {
		e.Escape()
	}
}

// Content is the shell as one object.
func (s *Shell) Content() fyne.CanvasObject { return s.content }

// Show brings a page to the front by its key and gives it the focus. Unknown keys do nothing.
func (s *Shell) Show(key string) {
	s.CloseSearch()
	for i, e := range s.entries {
		if e.Key == key {
			s.choose(i)
			s.page().Shown()
			return
		}
	}
}

// Shown returns the key of the page in front.
func (s *Shell) Shown() string { return s.entries[s.selected].Key }

func (s *Shell) page() Page { return s.entries[s.selected].Page }

func (s *Shell) choose(index int) {
	s.ready(index)
	for i, e := range s.entries {
		s.frame.rail.items[i].SetOn(i == index)
		switch {
		case i == index:
			e.Page.Content().Show()
		case e.Page != nil:
			e.Page.Content().Hide()
		}
	}
	turned := index != s.selected
	if turned {
		s.frame.hush()
	}
	s.selected = index
	s.frame.Refresh()
	if turned && s.config.Turned != nil {
		s.config.Turned(s.Shown())
	}
}

// Say shows a sentence on the page in front for a moment.
func (s *Shell) Say(tone widget.Tone, words string) {
	if t, ok := s.page().(Toaster); ok {
		t.Toast().Say(tone, words, "", nil)
	}
}

// SetStatus changes the status line.
func (s *Shell) SetStatus(left, right []StatusItem) { s.frame.status.set(left, right) }

// SetCount shows a number beside a page's name in the rail, "" for none.
func (s *Shell) SetCount(key, count string) {
	for i, e := range s.entries {
		if e.Key == key {
			s.frame.rail.items[i].SetCount(count)
		}
	}
}

// OpenSearch shows the search box and puts the focus into it.
func (s *Shell) OpenSearch() {
	c := s.canvas()
	if c == nil || s.search != nil {
		return
	}
	s.search = newSearchBox(s.config.Say, s.config.Find, s.CloseSearch)
	s.search.Resize(c.Size())
	c.Overlays().Add(s.search)
	c.Focus(s.search.field.Input())
}

// Search types a query into the open search box.
func (s *Shell) Search(query string) {
	if s.search != nil {
		s.search.field.SetText(query)
	}
}

// CloseSearch takes the search box away; the focus is where it was before.
func (s *Shell) CloseSearch() {
	if s.search == nil {
		return
	}
	if c := s.canvas(); c != nil {
		c.Overlays().Remove(s.search)
	}
	s.search = nil
}

func (s *Shell) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(s.content)
}

// frame arranges rail, pages and status line. It fills no ground: the canvas is cleared with the theme's,
// and to draw that once more over a whole window costs as much as all of a page.
type frame struct {
	fynewidget.BaseWidget
	rail   *rail
	pages  *fyne.Container
	status *statusLine
	toasts *fyne.Container // of *widget.Toast
	bare   bool            // without rail and status line
}

func newFrame(r *rail) *frame {
	f := &frame{rail: r, pages: container.NewStack(), status: newStatusLine(), toasts: container.NewWithoutLayout()}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is part of the widget contract.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{f.pages, f.rail, f.status, f.toasts}
	return widget.NewDrawing(objects, func() fyne.Size { return MinSize }, f.layout)
}

// hush takes away what pages said: it is about the page that goes, and would cover the one that comes.
func (f *frame) hush() {
	for _, o := range f.toasts.Objects {
		if t, ok := o.(*widget.Toast); ok {
			t.Dismiss()
		}
	}
}

func (f *frame) layout(size fyne.Size) {
	look := style.Of(f)
	f.rail.setNarrow(size.Width < style.RailNarrows || look.Scale() >= 1.5)
	status := look.Height(style.StatusHeight)
	w := f.rail.width()
	f.rail.Hidden, f.status.Hidden = f.bare, f.bare
	if f.bare {
		w, status = 0, 0
	}
	widget.Place(f.rail, 0, 0, w, size.Height-status)
	widget.Place(f.pages, w, 0, size.Width-w, size.Height-status)
	widget.Place(f.status, 0, size.Height-status, size.Width, status)
	widget.Place(f.toasts, w, 0, size.Width-w, size.Height-status)
	for _, o := range f.toasts.Objects {
		if t, ok := o.(*widget.Toast); ok {
			t.Place(fyne.NewSize(size.Width-w, size.Height-status))
		}
	}
}

// MinSize is the smallest window, px. DefaultSize is the window of the first start.
var (
	MinSize     = fyne.NewSize(640, 420)
	DefaultSize = fyne.NewSize(1000, 700)
)

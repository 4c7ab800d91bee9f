package links_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/assets"
	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/links"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/window"
)

const marketing = "Space name: Marketing\nSpace ID: b69a0c50-3fa8-11f0-b7d6-5d17b726561b\nSpace URI: webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b\nParticipant count: 12"

const twoIDs = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b\nc3a1d2e0-4f23-11f0-8dc1-cf25d4d2274c"

// monday is now in every test: Monday, 10:42.
var monday = time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC)

// book keeps links in memory as the store does on disk.
type book struct {
	mu    sync.Mutex
	links []link.Saved
	gone  []link.Saved
	next  int64
	fail  error
}

func (b *book) Links(context.Context) ([]link.Saved, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := slices.Clone(b.links)
	slices.SortStableFunc(all, func(x, y link.Saved) int {
		if x.Pinned != y.Pinned {
			if x.Pinned {
				return -1
			}
			return 1
		}
		return y.Last().Compare(x.Last())
	})
	return all, b.fail
}

func (b *book) SaveLink(_ context.Context, t link.Target, source string) (link.Saved, bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.fail != nil {
		return link.Saved{}, false, b.fail
	}
	for _, l := range b.links {
		if l.Key() == t.Key() {
			return l, false, nil
		}
	}
	b.next++
	l := link.Saved{Target: t, Ref: b.next, Saved: monday, Source: source}
	b.links = append(b.links, l)
	return l, true, nil
}

func (b *book) change(ref int64, f func(*link.Saved)) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.fail != nil {
		return b.fail
	}
	for i := range b.links {
		if b.links[i].Ref == ref {
			f(&b.links[i])
			return nil
		}
	}
	return &fault.Error{Op: "changing a link", Kind: fault.Invalid, Code: "no-such-link"}
}

func (b *book) UpdateLink(_ context.Context, l link.Saved) error {
	return b.change(l.Ref, func(old *link.Saved) { *old = l })
}

func (b *book) PinLink(_ context.Context, ref int64, pinned bool) error {
	return b.change(ref, func(l *link.Saved) { l.Pinned = pinned })
}

func (b *book) UseLink(_ context.Context, ref int64) error {
	return b.change(ref, func(l *link.Saved) { l.Used = monday })
}

func (b *book) DeleteLink(_ context.Context, ref int64) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.links = slices.DeleteFunc(b.links, func(l link.Saved) bool {
		if l.Ref == ref {
			b.gone = append(b.gone, l)
		}
		return l.Ref == ref
	})
	return b.fail
}

func (b *book) RestoreLink(_ context.Context, ref int64) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, l := range b.gone {
		if l.Ref == ref {
			b.links = append(b.links, l)
			return nil
		}
	}
	return errors.New("nothing to restore")
}

func (b *book) ImportPeople(ctx context.Context, people []person.Person, source string) (added, merged int, err error) {
	for _, p := range people {
		_, isNew, err := b.SaveLink(ctx, link.FromPerson(p), source)
		if err != nil {
			return added, merged, err
		}
		if isNew {
			added++
		} else {
			merged++
		}
	}
	return added, merged, nil
}

func (b *book) named(name string) (link.Saved, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, l := range b.links {
		if l.Title() == name {
			return l, true
		}
	}
	return link.Saved{}, false
}

// desk is a desktop in memory.
type desk struct {
	mu        sync.Mutex
	clip      agent.Clip
	clipboard string
	opened    []string
	copied    agent.Copied
	fail      error
	files     map[string][]byte
	changes   int
}

func (d *desk) Copy(_ context.Context, c agent.Clip) (agent.Copied, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail != nil {
		return agent.Copied{}, d.fail
	}
	d.clip = c
	return d.copied, nil
}

func (d *desk) ReadClipboard(context.Context) (string, error) { return d.clipboard, d.fail }

func (d *desk) Open(_ context.Context, url string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail != nil {
		return d.fail
	}
	d.opened = append(d.opened, url)
	return nil
}

func (d *desk) WriteFile(path string, data []byte) error {
	d.files[path] = data
	return d.fail
}

func (d *desk) Changed(context.Context) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.changes++
}

type preferences struct {
	format    link.Format
	templates []link.Template
}

func (p preferences) Format() link.Format        { return p.format }
func (p preferences) Templates() []link.Template { return p.templates }
func (p preferences) DefaultTemplate() string    { return "" }

// tongue is the language that offices speak.
var tongue = "en"

// speak lets offices speak a language until the test ends.
func speak(t testing.TB, language string) {
	tongue = language
	t.Cleanup(func() { tongue = "en" })
}

// office is the page in a window, with people and spaces in its book.
type office struct {
	t      *testing.T
	page   *links.Page
	shell  *window.Shell
	say    *text.Catalogue
	window fyne.Window
	book   *book
	desk   *desk
	timers []func()
	done   chan func()
}

// do keeps results until settle applies them, on the goroutine that stands for the user interface.
func (o *office) do(f func()) { o.done <- f }

// after is the clock of these tests: it stands until tick.
func (o *office) after(_ time.Duration, f func()) func() {
	i := len(o.timers)
	o.timers = append(o.timers, f)
	return func() {
		if i < len(o.timers) {
			o.timers[i] = nil
		}
	}
}

// tick lets everything happen that waits.
func (o *office) tick() {
	timers := o.timers
	o.timers = nil
	for _, f := range timers {
		if f != nil {
			f()
		}
	}
	o.settle()
}

func people(n int) *int { return &n }

func at(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour, minute, 0, 0, time.UTC)
}

func furnish() *book {
	b := &book{}
	add := func(t link.Target, pinned bool, used time.Time, source string) {
		saved, _, _ := b.SaveLink(context.Background(), t, source)
		_ = b.change(saved.Ref, func(l *link.Saved) { l.Pinned, l.Used, l.Saved = pinned, used, used })
	}
	space := func(id, name string, n, external int) link.Target {
		return link.Target{Kind: link.Space, ID: id + "-3fa8-11f0-b7d6-5d17b726561b", Name: name, Participants: people(n), ExternalParticipants: people(external), Type: "group",
			URL: "webexteams://im?space=" + id + "-3fa8-11f0-b7d6-5d17b726561b"}
	}
	who := func(name, email, sip string) link.Target {
		return link.Target{Kind: link.Person, Name: name, Email: email, SIP: sip, URL: "webexteams://im?email=" + email}
	}
	add(space("b69a0c50", "Marketing", 12, 1), true, at(23, 10, 40), "space info")
	add(who("Barbara Example", "barbara@example.com", "barbara@example.webex.com"), true, at(23, 9, 58), "contacts.csv")
	add(who("Reception desk", "reception@example.com", ""), true, at(23, 9, 12), "typed")
	add(space("b69a0c51", "Q3: plan [draft]", 7, 0), false, at(20, 16, 0), "space info")
	add(who("佐藤 花子", "hanako.sato@example.co.jp", ""), false, at(20, 15, 0), "contacts.csv")
	add(space("b69a0c52", "Support first line", 31, 4), false, at(20, 11, 0), "space info")
	add(who("Chen Wei", "chen.wei@example.com", ""), false, at(19, 11, 0), "contacts.csv")
	add(space("b69a0c53", "Project Aurora", 9, 0), false, at(19, 10, 0), "space info")
	add(link.Target{Kind: link.Meeting, Name: "Personal room, L. Muster", URL: "https://example.webex.com/meet/lmuster"}, false, at(18, 9, 0), "link")
	add(who("Ludwig Muster", "ludwig.muster@example.com", ""), false, at(17, 9, 0), "contacts.csv")
	add(space("b69a0c54", "Works council", 5, 0), false, at(12, 9, 0), "space info")
	add(who("Laura Beispiel", "laura.beispiel@example.com", ""), false, at(11, 9, 0), "contacts.csv")
	add(who("Maurice Exemple", "maurice@example.fr", ""), false, at(11, 8, 0), "contacts.csv")
	add(space("b69a0c55", "Aurora move 2027", 4, 0), false, at(10, 9, 0), "space info")
	return b
}

func newOffice(t *testing.T, mode style.Mode, size int, area fyne.Size) *office {
	t.Helper()
	return newOfficeWith(t, mode, size, area, furnish())
}

func newOfficeWith(t *testing.T, mode style.Mode, size int, area fyne.Size, b *book, kept ...links.Drafts) *office {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(style.NewTheme(mode, size))
	say, err := text.Load(assets.Translations, tongue)
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, say: say, book: b, done: make(chan func(), 100), desk: &desk{files: map[string][]byte{}, copied: agent.Copied{Rich: true}}}
	ctx, cancel := context.WithCancel(context.Background())
	if len(kept) == 0 {
		kept = append(kept, &drafts{})
	}
	o.page = links.New(ctx, links.Config{Drafts: kept[0], Say: say, Book: b, Desk: o.desk, Preferences: preferences{format: link.RichText},
		Now: func() time.Time { return monday }, Log: slog.New(slog.DiscardHandler), After: o.after, Do: o.do, Window: func() fyne.Window { return o.window }})
	o.shell = window.New(window.Config{Say: say, Name: "Foyer", Find: o.page.Find, Paste: o.page.PasteSpaceInfo, Entries: []window.Entry{
		{Key: "links", Icon: "link", Word: say.T("links.title"), Page: o.page},
		{Key: "settings", Icon: "settings", Word: say.T("settings.title"), Foot: true, Page: blank{container.NewStack()}},
	}})
	o.window = test.NewTempWindow(t, nil)
	o.shell.Attach(o.window)
	o.window.SetPadded(false)
	o.window.Resize(area)
	o.shell.Show("links")
	o.page.Load()
	o.settle()
	t.Cleanup(func() {
		o.page.Close()
		cancel()
	})
	return o
}

// settle applies results until nothing is under way any more.
func (o *office) settle() {
	for o.page.Busy() || len(o.done) > 0 {
		select {
		case f := <-o.done:
			f()
		case <-time.After(time.Millisecond): // what was under way may have had no result
		}
	}
}

type blank struct{ *fyne.Container }

func (b blank) Content() fyne.CanvasObject { return b.Container }
func (b blank) Shown()                     {}
func (b blank) Primary()                   {}

func (o *office) paste(s string) { o.page.Take(s, "") }
func (o *office) pick(title string) {
	o.t.Helper()
	if !o.page.Pick(title) {
		o.t.Fatalf("no row %q", title)
	}
}
func (o *office) empty()          { o.book.links = nil; o.page.Load(); o.settle() }
func (o *office) qr()             { o.page.As(link.QR) }
func (o *office) search(q string) { o.shell.OpenSearch(); o.shell.Search(q) }
func (o *office) edit()           { o.page.Edit() }

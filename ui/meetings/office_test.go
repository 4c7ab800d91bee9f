package meetings_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/assets"
	"foyer/services/agent"
	"foyer/services/meeting"
	"foyer/ui/meetings"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// monday is now in every test: Monday, 10:42.
var monday = time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC)

func at(hour, minute, second int) time.Time {
	return time.Date(2026, 11, 23, hour, minute, second, 0, time.UTC)
}

// book is what outlives the page, in memory.
type book struct {
	mu      sync.Mutex
	groups  []meeting.Group
	invited []meeting.Attendee
	draft   []byte
	saved   int
	fail    error
}

func (b *book) Groups(context.Context) ([]meeting.Group, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.groups, b.fail
}

func (b *book) SaveGroup(_ context.Context, g meeting.Group) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.fail == nil {
		b.groups = append(b.groups, g)
	}
	return b.fail
}

func (b *book) RemoveGroup(_ context.Context, name string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var left []meeting.Group
	for _, g := range b.groups {
		if g.Name != name {
			left = append(left, g)
		}
	}
	b.groups = left
	return b.fail
}

func (b *book) Invited(_ context.Context, query string, limit int) ([]meeting.Attendee, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var found []meeting.Attendee
	for _, a := range b.invited {
		if strings.Contains(strings.ToLower(a.Name), strings.ToLower(query)) && len(found) < limit {
			found = append(found, a)
		}
	}
	return found, b.fail
}

func (b *book) RememberInvited(_ context.Context, people []meeting.Attendee) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.invited = append(b.invited, people...)
	return b.fail
}

func (b *book) Draft(context.Context) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.draft, b.fail
}

func (b *book) SaveDraft(_ context.Context, d []byte) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.draft, b.saved = d, b.saved+1
	return b.fail
}

// desk is a desktop in memory.
type desk struct {
	mu    sync.Mutex
	clip  string
	pages []string
	files map[string]string
	fail  error
}

func (d *desk) Copy(_ context.Context, c agent.Clip) (agent.Copied, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.clip = c.Text
	return agent.Copied{}, d.fail
}

func (d *desk) OpenPage(_ context.Context, url string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pages = append(d.pages, url)
	return d.fail
}

func (d *desk) SaveFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail == nil {
		d.files[path] = b.String()
	}
	return d.fail
}

// preferences are settings in memory.
type preferences struct {
	chunk   int
	mapping meeting.Mapping
}

func (p *preferences) Chunk() int               { return p.chunk }
func (p *preferences) Mapping() meeting.Mapping { return p.mapping }
func (p *preferences) SetMapping(_ context.Context, m meeting.Mapping) error {
	p.mapping = m
	return nil
}

// tongue is the language that offices speak.
var tongue = "en"

// speak lets offices speak a language until the test ends.
func speak(t testing.TB, language string) {
	tongue = language
	t.Cleanup(func() { tongue = "en" })
}

// office is the page in a window.
type office struct {
	t       testing.TB
	page    *meetings.Page
	shell   *window.Shell
	say     *text.Catalogue
	window  fyne.Window
	host    *host
	book    *book
	desk    *desk
	prefs   *preferences
	nowAt   time.Time
	clockMu sync.Mutex
	timers  []*timer
	done    chan func()
	opened  []string
	linked  []meeting.Attendee
	link    string
	// chosen are the accounts that were chosen, asked those that were asked with.
	chosen []string
	askMu  sync.Mutex
	asked  []string
}

type timer struct {
	at time.Time
	f  func()
}

func (o *office) now() time.Time {
	o.clockMu.Lock()
	defer o.clockMu.Unlock()
	return o.nowAt
}

// do keeps results until settle applies them, on the goroutine that stands for the user interface.
func (o *office) do(f func()) { o.done <- f }

// after is the clock of these tests: it stands until it is told how much time passes.
func (o *office) after(d time.Duration, f func()) func() {
	t := &timer{o.now().Add(d), f}
	o.timers = append(o.timers, t)
	return func() { t.f = nil }
}

// pass lets time pass second by second: what waits no longer than that happens.
func (o *office) pass(d time.Duration) {
	o.t.Helper()
	for d > 0 {
		step := min(d, 100*time.Millisecond)
		d -= step
		o.ring(step)
		o.settle()
	}
}

// ring is pass without waiting for what that begins.
func (o *office) ring(d time.Duration) {
	o.clockMu.Lock()
	o.nowAt = o.nowAt.Add(d)
	o.clockMu.Unlock()
	timers := o.timers
	o.timers = nil
	for _, t := range timers {
		if t.f != nil && t.at.After(o.now()) {
			o.timers = append(o.timers, t)
		} else if t.f != nil {
			t.f()
		}
	}
}

// settle applies results until nothing is under way any more, but for what the test holds up.
func (o *office) settle() {
	o.t.Helper()
	late := time.After(20 * time.Second)
	for o.page.Busy() || len(o.done) > 0 {
		select {
		case f := <-o.done:
			f()
		case <-time.After(time.Millisecond): // what was under way may have had no result
			if o.held() && len(o.done) == 0 {
				return
			}
		case <-late:
			o.t.Fatal("something is under way for ever")
		}
	}
}

// held reports whether the service is made to wait.
func (o *office) held() bool {
	o.host.mu.Lock()
	defer o.host.mu.Unlock()
	return len(o.host.blocks) > 0
}

// people is the table of the design.
var people = []meeting.Attendee{
	{Name: "Barbara Example", Phone: "+49 30 5550 1742", Email: "barbara@example.com", Role: meeting.Chair},
	{Name: "Chen Wei", Phone: "+86 755 5550 118", Email: "chen.wei@example.com"},
	{Name: "佐藤 花子", Phone: "sip:hanako@ex.co.jp", Email: "hanako.sato@example.co.jp"},
	{Name: "Anna Probe", Phone: "+49 30 55X0", Email: "anna.probe@example.com"},
	{Name: "Ludwig Muster", Email: "ludwig.muster@example.com"},
	{Phone: "+34 91 555 0142", Email: "juan.modelo@example.com"},
	{Name: "Fjord, room system", Phone: "99111283523475", Type: meeting.Terminal},
	{Name: "Maurice Exemple", Phone: "+33 1 5550 0123", Email: "maurice@example.fr"},
}

var usual = fyne.NewSize(1000, 700)

func open(t testing.TB) *office { return newOffice(t, style.Light, 100, usual) }

// newOffice has an account that is connected, and nothing on the page.
func newOffice(t testing.TB, mode style.Mode, size int, area fyne.Size) *office {
	t.Helper()
	o := newLateOffice(t, mode, size, area)
	o.page.Load()
	o.settle()
	o.shell.Show("meetings")
	return o
}

// newLateOffice has not read what was left on the page yet.
func newLateOffice(t testing.TB, mode style.Mode, size int, area fyne.Size) *office {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(mode, size))
	say, err := text.Load(assets.Translations, tongue)
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, say: say, nowAt: monday, done: make(chan func(), 10000), book: &book{}, desk: &desk{files: map[string]string{}}, prefs: &preferences{}}
	o.host = newHost(o.now)
	ctx, cancel := context.WithCancel(context.Background())
	opened := func(what string) func() { return func() { o.opened = append(o.opened, what) } }
	o.page = meetings.New(ctx, meetings.Config{Say: say, Host: o.host, Book: o.book, Desk: o.desk, Preferences: o.prefs, Now: o.now, After: o.after, Log: slog.New(slog.DiscardHandler), Do: o.do,
		Window: func() fyne.Window { return o.window }, Connect: opened("connect"), Demo: opened("demo"),
		HostOf: o.hostOf, Choose: func(account string) { o.chosen = append(o.chosen, account) },
		SendLink: func(people []meeting.Attendee, url, _ string) { o.linked, o.link = people, url }})
	o.page.SetService(agent.ServiceState{Name: agent.HuaweiMeeting, Health: agent.Connected, Since: at(8, 0, 0)})
	blank := func(key, icon, word string) window.Entry {
		return window.Entry{Key: key, Icon: icon, Word: word, Page: rest{container.NewStack()}}
	}
	settings := blank("settings", "settings", say.T("settings.title"))
	settings.Foot = true
	o.shell = window.New(window.Config{Say: say, Name: "Foyer", Find: func(string) []window.Group { return nil }, Entries: []window.Entry{
		blank("links", "link", say.T("links.title")), blank("rooms", "rooms", say.T("rooms.title")), blank("messages", "message", say.T("messages.title")),
		{Key: "meetings", Icon: "meeting", Word: say.T("meetings.title"), Page: o.page}, blank("outbox", "outbox", say.T("outbox.title")), settings}})
	o.window = test.NewTempWindow(t, nil)
	o.shell.Attach(o.window)
	o.window.SetPadded(false)
	layers := o.shell.Content().(*fyne.Container).Objects
	layers[len(layers)-1].(*widget.TipLayer).After = o.after
	o.window.Resize(area)
	o.shell.SetStatus([]window.StatusItem{{Icon: "check", Tone: widget.Fine, Words: say.T("window.service.connected")}, {Icon: "check", Tone: widget.Fine, Words: say.T("window.meetings.connected")}, {Words: say.T("window.outbox", "Counts", say.T("window.outbox.waiting", "Count", 2))}}, nil)
	o.shell.Show("meetings")
	t.Cleanup(func() {
		o.host.release()
		o.page.Close()
		cancel()
	})
	return o
}

// release lets the service answer again.
func (h *host) release() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for name, block := range h.blocks {
		close(block)
		delete(h.blocks, name)
	}
}

// hold makes the service wait with its answers to a method.
func (h *host) hold(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.blocks[name] = make(chan struct{})
}

type rest struct{ *fyne.Container }

func (b rest) Content() fyne.CanvasObject { return b.Container }
func (b rest) Shown()                     {}
func (b rest) Primary()                   {}

// joined opens the running meeting of the design.
func (o *office) joined() {
	o.t.Helper()
	o.page.TypeAccess("914 083 136", "246810")
	o.pass(700 * time.Millisecond)
}

// type types characters into what has the focus.
func (o *office) runes(words string) {
	o.t.Helper()
	for _, r := range words {
		f := o.window.Canvas().Focused()
		if f == nil {
			o.t.Fatalf("nothing has the focus for %q", r)
		}
		f.TypedRune(r)
	}
}

// keys presses keys where the focus is.
func (o *office) keys(names ...fyne.KeyName) {
	o.t.Helper()
	for _, n := range names {
		f := o.window.Canvas().Focused()
		if f == nil {
			o.t.Fatalf("nothing has the focus for %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// clipboard is one that holds a text.
type clipboard string

func (c clipboard) Content() string { return string(c) }
func (clipboard) SetContent(string) {}

// paste pastes text where the focus is.
func (o *office) paste(words string) {
	o.t.Helper()
	f, ok := o.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		o.t.Fatalf("the focus is on %T", o.window.Canvas().Focused())
	}
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard(words)})
	o.settle()
}

func expect(t testing.TB, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// crowd are people who can all be called.
func crowd(n int) []meeting.Attendee {
	all := make([]meeting.Attendee, n)
	for i := range all {
		all[i] = meeting.Attendee{Name: fmt.Sprintf("Person %d", i+1), Phone: fmt.Sprintf("+49 30 %07d", i), Email: fmt.Sprintf("person%d@example.com", i+1)}
	}
	return all
}

// colleagues are a directory.
func colleagues(n int) []meeting.Entry {
	all := make([]meeting.Entry, n)
	for i, a := range crowd(n) {
		all[i] = meeting.Entry{UserUUID: fmt.Sprintf("uuid-%d", i), Name: a.Name, Number: fmt.Sprintf("99111%04d", i), Phone: a.Phone, Email: a.Email, DeptName: "Facilities", Type: meeting.Normal}
	}
	return all
}

// staysInside fails when a part of the page leaves the page.
func (o *office) staysInside() {
	o.t.Helper()
	area := o.page.Size()
	for name, part := range o.page.Parts() {
		at, size := part.Position(), part.Size()
		if part.Visible() && (at.X < 0 || at.Y < -0.5 || at.X+size.Width > area.Width+0.5 || at.Y+size.Height > area.Height+0.5) {
			o.t.Errorf("%s is at %v with %v on a page of %v", name, at, size, area)
		}
	}
}

// presence is who is in the meeting now.
func (o *office) presence() meeting.Presence {
	o.host.mu.Lock()
	defer o.host.mu.Unlock()
	return meeting.Presence{At: o.now(), Participants: o.host.people}
}

package messages_test

import (
	"bytes"
	"context"
	"errors"
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
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/messages"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/window"
)

// monday is now in every test: Monday, 10:42.
var monday = time.Date(2026, 11, 23, 10, 42, 8, 0, time.UTC)

// services answers as the agent does.
type services struct {
	mu    sync.Mutex
	calls []message.QuickCall
	rooms []message.ChatRoom
	// through are the services that were asked.
	through []string
	tried   int
	fail    error
	// wait makes calls wait until somebody gives up.
	wait bool
}

func (s *services) QuickCall(ctx context.Context, service string, q message.QuickCall) (string, error) {
	if s.wait {
		<-ctx.Done()
		return "", ctx.Err()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls, s.through = append(s.calls, q), append(s.through, service)
	return "https://cam.example.com/call/q7f3(1)", s.fail
}

func (s *services) SaveChatRoom(ctx context.Context, service string, r message.ChatRoom) (message.ChatRoom, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rooms, s.through = append(s.rooms, r), append(s.through, service)
	if r.ID == "" {
		r.ID = "1564831284702237059"
	}
	return r, s.fail
}

func (s *services) Deliver(context.Context, ...int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tried++
	return s.fail
}

// desk is a desktop in memory.
type desk struct {
	mu      sync.Mutex
	clip    agent.Clip
	opened  string
	files   map[string]string
	changes int
	fail    error
}

func (d *desk) Copy(_ context.Context, c agent.Clip) (agent.Copied, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.clip = c
	return agent.Copied{Rich: true}, d.fail
}

func (d *desk) OpenPage(_ context.Context, url string) error {
	d.opened = url
	return d.fail
}

func (d *desk) SaveFile(path string, write func(w io.Writer) error) error {
	var b bytes.Buffer
	err := write(&b)
	d.files[path] = b.String()
	return errors.Join(err, d.fail)
}

func (d *desk) Changed(context.Context) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.changes++
}

type preferences struct {
	templates []message.Template
	fail      error
}

func (p *preferences) Format() link.Format                  { return link.URL }
func (p *preferences) RoomKey() string                      { return "sendTo" }
func (p *preferences) MessageTemplates() []message.Template { return p.templates }
func (p *preferences) SetMessageTemplates(_ context.Context, all []message.Template) error {
	if p.fail == nil {
		p.templates = all
	}
	return p.fail
}

type book []link.Saved

func (b book) Links(context.Context) ([]link.Saved, error) { return b, nil }

// tongue is the language that offices speak.
var tongue = "en"

// speak lets offices speak a language until the test ends.
func speak(t testing.TB, language string) {
	tongue = language
	t.Cleanup(func() { tongue = "en" })
}

// office is the page in a window, with people who were written to.
type office struct {
	t         testing.TB
	page      *messages.Page
	shell     *window.Shell
	say       *text.Catalogue
	window    fyne.Window
	box       *box
	desk      *desk
	services  *services
	settings  *preferences
	connects  int
	demos     int
	looked    int64
	timers    []func()
	done      chan func()
	now       time.Time
	templates int
	chosen    []string // services
}

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

// furnish returns an outbox with six people, three rooms and three messages.
func furnish() *box {
	b := &box{}
	for i, p := range [][2]string{{"Ludwig Muster", "ludwig.muster@example.com"}, {"Maurice Exemple", "maurice@example.fr"}, {"Laura Beispiel", "laura.beispiel@example.com"},
		{"Juan Modelo", "juan.modelo@example.es"}, {"鈴木 一郎", "ichiro.suzuki@example.co.jp"}, {"Reception desk", "reception@example.com"},
		{"Barbara Example", "barbara@example.com"}, {"Chen Wei", "chen.wei@example.com"}, {"佐藤 花子", "hanako.sato@example.com"}} {
		b.people = append(b.people, message.Correspondent{Name: p[0], Address: p[1], Used: monday.Add(-time.Duration(i) * time.Hour), Count: 9 - i})
	}
	b.rooms = []message.KnownRoom{{Name: "Project Aurora", Used: monday}, {Name: "Reception", Used: monday}, {Name: "Works council", Used: monday, Room: &message.ChatRoom{
		ID: "1564831284702237059", Name: "Works council", Creator: "11u1pu9d32p8vuvjoZdd", Admin: "11u1pu9d32p8vuvjoZdd", Threads: true,
		Members: []message.Member{{UID: "11u1pu9d32p8vuvjoZdd", Flag: true}, {UID: "1lmn7hoh3s1ja26fsazw"}}}}}
	b.add(message.Item{Message: message.Message{To: []string{"reception@example.com"}, Text: "Parcel at reception"}, State: message.Sent, Queued: at(9, 40, 0), Ended: at(9, 40, 2)})
	b.add(message.Item{Message: message.Message{To: []string{"maurice@example.fr"}, Text: "Agency call, room changed"}, State: message.Sent, Queued: at(10, 21, 0), Ended: at(10, 21, 1)})
	b.add(message.Item{Message: message.Message{To: []string{"ludwig.muster@example.com"}, Text: "Works council minutes"}, State: message.Queued, Queued: at(10, 40, 0)})
	return b
}

func newOffice(t testing.TB, mode style.Mode, size int, area fyne.Size) *office {
	t.Helper()
	return newOfficeWith(t, mode, size, area, furnish())
}

func newOfficeWith(t testing.TB, mode style.Mode, size int, area fyne.Size, b *box, kept ...messages.Drafts) *office {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(style.NewTheme(mode, size))
	say, err := text.Load(assets.Translations, tongue)
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, say: say, box: b, done: make(chan func(), 400), desk: &desk{files: map[string]string{}}, services: &services{}, settings: &preferences{}, now: monday}
	ctx, cancel := context.WithCancel(context.Background())
	links := book{{Target: link.Target{Kind: link.Space, ID: "b69a0c50-3fa8-11f0-b7d6-5d17b726561b", Name: "Marketing"}, Ref: 1},
		{Target: link.Target{Kind: link.Person, Name: "Barbara Example", Email: "barbara@example.com"}, Ref: 2}}
	if len(kept) == 0 {
		kept = append(kept, &drafts{})
	}
	o.page = messages.New(ctx, messages.Config{Drafts: kept[0], Say: say, Outbox: b, Batches: b, Book: links, Services: o.services, Desk: o.desk, Preferences: o.settings,
		Now: func() time.Time { return o.now }, Random: strings.NewReader(strings.Repeat("a7Kq!z", 100)), After: o.after, Log: slog.New(slog.DiscardHandler), Do: o.do,
		Window: func() fyne.Window { return o.window }, Connect: func() { o.connects++ }, Demo: func() { o.demos++ }, EditTemplates: func() { o.templates++ },
		ShowMessage: func(id int64) { o.looked = id }, Choose: func(service string) { o.chosen = append(o.chosen, service) }})
	entry := func(key, icon, word string) window.Entry {
		return window.Entry{Key: key, Icon: icon, Word: word, Page: blank{container.NewStack()}}
	}
	o.shell = window.New(window.Config{Say: say, Name: "Foyer", Find: func(string) []window.Group { return nil }, Entries: []window.Entry{
		entry("links", "link", say.T("links.title")), entry("rooms", "rooms", say.T("rooms.title")),
		{Key: "messages", Icon: "message", Word: say.T("messages.title"), Page: o.page},
		entry("meetings", "meeting", say.T("meetings.title")), entry("outbox", "outbox", say.T("outbox.title")),
		{Key: "settings", Icon: "settings", Word: say.T("settings.title"), Foot: true, Page: blank{container.NewStack()}},
	}})
	o.window = test.NewTempWindow(t, nil)
	o.shell.Attach(o.window)
	o.window.SetPadded(false)
	o.window.Resize(area)
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Title: "Berlin office", Health: agent.Connected, Since: at(8, 0, 0)})
	o.shell.Show("messages")
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

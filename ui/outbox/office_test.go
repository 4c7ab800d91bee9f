package outbox_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/assets"
	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/outbox"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// monday is now in every test: Monday, 10:42 and 10 seconds.
var monday = time.Date(2026, 11, 23, 10, 42, 10, 0, time.UTC)

func at(hour, minute, second int) time.Time {
	return time.Date(2026, 11, 23, hour, minute, second, 0, time.UTC)
}

// desk is a desktop and an agent in memory.
type desk struct {
	mu        sync.Mutex
	clip      agent.Clip
	files     map[string]string
	changes   int
	delivered [][]int64
	fail      error
}

func (d *desk) Copy(_ context.Context, c agent.Clip) (agent.Copied, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.clip = c
	return agent.Copied{}, d.fail
}

func (d *desk) SaveFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files[path] = b.String()
	return d.fail
}

func (d *desk) Changed(context.Context) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.changes++
}

func (d *desk) Deliver(_ context.Context, ids ...int64) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.delivered = append(d.delivered, ids)
	return d.fail
}

// tongue is the language that offices speak.
var tongue = "en"

// speak lets offices speak a language until the test ends.
func speak(t testing.TB, language string) {
	tongue = language
	t.Cleanup(func() { tongue = "en" })
}

// office is the page in a window, with the messages of the design in its box.
type office struct {
	t       testing.TB
	page    *outbox.Page
	shell   *window.Shell
	say     *text.Catalogue
	window  fyne.Window
	box     *box
	desk    *desk
	now     time.Time
	timers  []*timer
	done    chan func()
	counted message.Counts
	opened  []string
}

type timer struct {
	d time.Duration
	f func()
}

// do keeps results until settle applies them, on the goroutine that stands for the user interface.
func (o *office) do(f func()) { o.done <- f }

// after is the clock of these tests: it stands until it is told how much time passes.
func (o *office) after(d time.Duration, f func()) func() {
	t := &timer{d, f}
	o.timers = append(o.timers, t)
	return func() { t.f = nil }
}

// pass lets time pass: what waits no longer than that happens.
func (o *office) pass(d time.Duration) {
	o.t.Helper()
	o.ring(d)
	o.settle()
}

// ring is pass without waiting for what that begins.
func (o *office) ring(d time.Duration) {
	o.now = o.now.Add(d)
	timers := o.timers
	o.timers = nil
	for _, t := range timers {
		if t.f != nil && t.d > d {
			o.timers = append(o.timers, t)
		} else if t.f != nil {
			t.f()
		}
	}
}

// settle applies results until nothing is under way any more.
func (o *office) settle() {
	o.t.Helper()
	late := time.After(20 * time.Second)
	for o.page.Busy() || len(o.done) > 0 {
		select {
		case f := <-o.done:
			f()
		case <-time.After(time.Millisecond): // what was under way may have had no result
		case <-late:
			o.t.Fatal("something is under way for ever")
		}
	}
}

var refusal = &message.Failure{Kind: fault.Refused, Status: 200, Words: "No such user", RequestID: "7f3a"}

// furnish makes the outbox of the design.
func furnish() *box {
	b := &box{discarded: map[int64]bool{}, history: map[int64][]message.Event{}}
	add := func(i message.Item) {
		i.ID = int64(len(b.items) + 1)
		b.items = append(b.items, i)
	}
	direct := func(text string, to ...string) message.Message { return message.Message{To: to, Text: text} }
	room := func(name, text string, mentions ...string) message.Message {
		return message.Message{Room: name, Text: text, Mentions: mentions}
	}
	lost := &message.Failure{Kind: fault.UnknownOutcome, Code: "connection-lost"}
	add(message.Item{Message: direct("The works council minutes are in the space, page 2 is the one that matters.", "ludwig.muster@example.com"), State: message.Queued, Queued: at(10, 30, 0), Tries: 3, Next: at(10, 42, 50),
		Failure: &message.Failure{Kind: fault.Unreachable, Code: "no-connection"}})
	add(message.Item{Message: room("Facilities", "the lift is working again, the technician has just left and will come back on Friday", "anna.probe@example.com"), State: message.Sending, Queued: at(10, 41, 0), Began: at(10, 42, 8), Tries: 1})
	add(message.Item{Message: room("Facilities", "Window cleaning starts at 13:00"), State: message.Queued, Queued: at(10, 41, 30), Behind: 2})
	add(message.Item{Message: direct("Your parking space for the week of 30 Nov is number 14, level −1.", "anna.probe@example.com"), State: message.Unknown, Queued: at(10, 42, 5), Began: at(10, 42, 6), Ended: at(10, 42, 6),
		Failure: lost, Tries: 1, Batch: 7, Row: 303, BatchName: "parking-week-49.csv"})
	add(message.Item{Message: direct("The agency call has moved to Lagoon, 11:15, the link stays the same", "chen.wei@example.com", "laura.beispiel@example.com", "maurice@example.fr"), State: message.Unknown, Ended: at(10, 31, 0), Failure: lost})
	add(message.Item{Message: direct("Your parking space for the week of 30 Nov is number 15.", "j.modelo@example"), State: message.Failed, Ended: at(10, 42, 1), Failure: refusal})
	add(message.Item{Message: room("Marketting", "New drafts are in the space."), State: message.Failed, Ended: at(10, 25, 0), Failure: &message.Failure{Kind: fault.Refused, Status: 200, Words: "No chat room of that name"}})
	add(message.Item{Message: direct("Parcel at reception", "barbara@example.com", "chen.wei@example.com", "maurice@example.fr", "reception@example.com"), State: message.Sent, Ended: at(10, 21, 0)})
	add(message.Item{Message: direct("会議室 4 に変更しました", "hanako.sato@example.co.jp"), State: message.Sent, Ended: at(9, 58, 0)})
	add(message.Item{Message: room("Facilities", "Good morning, the heating in Granite is being repaired until noon, so take a coat."), State: message.Sent, Ended: at(9, 12, 0)})
	add(message.Item{Message: direct("Thank you, the badge is ready", "maurice@example.fr"), State: message.Sent, Ended: at(9, 5, 0)})
	b.history[4] = []message.Event{{At: at(10, 42, 5), State: message.Queued}, {At: at(10, 42, 6), State: message.Sending}, {At: at(10, 42, 6), State: message.Unknown, Failure: lost}}
	for address, name := range map[string]string{"ludwig.muster@example.com": "Ludwig Muster", "anna.probe@example.com": "Anna Probe", "chen.wei@example.com": "Chen Wei", "barbara@example.com": "Barbara Example",
		"hanako.sato@example.co.jp": "佐藤 花子", "maurice@example.fr": "Maurice Exemple", "laura.beispiel@example.com": "Laura Beispiel"} {
		b.people = append(b.people, message.Correspondent{Address: address, Name: name})
	}
	return b
}

func newOffice(t *testing.T, mode style.Mode, size int, area fyne.Size) *office {
	t.Helper()
	return newOfficeWith(t, mode, size, area, furnish())
}

func open(t *testing.T) *office {
	t.Helper()
	return newOffice(t, style.Light, 100, fyne.NewSize(1000, 700))
}

func newOfficeWith(t testing.TB, mode style.Mode, size int, area fyne.Size, b *box) *office {
	t.Helper()
	o := newLateOffice(t, mode, size, area, b)
	o.page.Load()
	o.settle()
	o.shell.Show("outbox")
	return o
}

// newLateOffice has not read its box yet.
func newLateOffice(t testing.TB, mode style.Mode, size int, area fyne.Size, b *box) *office {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(mode, size))
	say, err := text.Load(assets.Translations, tongue)
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, say: say, box: b, now: monday, done: make(chan func(), 1000), desk: &desk{files: map[string]string{}}}
	ctx, cancel := context.WithCancel(context.Background())
	opened := func(what string) func() { return func() { o.opened = append(o.opened, what) } }
	o.page = outbox.New(ctx, outbox.Config{Say: say, Box: b, Desk: o.desk, Now: func() time.Time { return o.now }, Log: slog.New(slog.DiscardHandler), After: o.after, Do: o.do,
		Window: func() fyne.Window { return o.window }, Connect: opened("connect"), Demo: opened("demo"), Write: opened("write"), Counted: func(c message.Counts) { o.counted = c }})
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Health: agent.Connected, Since: at(8, 0, 0)})
	blank := func(key, icon, word string) window.Entry {
		return window.Entry{Key: key, Icon: icon, Word: word, Page: rest{container.NewStack()}}
	}
	settings := blank("settings", "settings", say.T("settings.title"))
	settings.Foot = true
	o.shell = window.New(window.Config{Say: say, Name: "Foyer", Find: func(string) []window.Group { return nil }, Entries: []window.Entry{
		blank("links", "link", say.T("links.title")), blank("messages", "message", say.T("messages.title")), {Key: "outbox", Icon: "outbox", Word: say.T("outbox.title"), Page: o.page}, settings}})
	o.window = test.NewTempWindow(t, nil)
	o.shell.Attach(o.window)
	o.window.SetPadded(false)
	layers := o.shell.Content().(*fyne.Container).Objects
	layers[len(layers)-1].(*widget.TipLayer).After = o.after
	o.window.Resize(area)
	o.shell.SetCount("outbox", "7")
	o.shell.SetStatus([]window.StatusItem{{Icon: "check", Tone: widget.Fine, Words: say.T("window.service.connected")}, {Words: statusOf(say)}}, nil)
	o.shell.Show("outbox")
	t.Cleanup(func() {
		o.page.Close()
		cancel()
	})
	return o
}

type rest struct{ *fyne.Container }

func (b rest) Content() fyne.CanvasObject { return b.Container }
func (b rest) Shown()                     {}
func (b rest) Primary()                   {}

// statusOf says in the status line what is in the outbox.
func statusOf(say *text.Catalogue) string {
	words := say.T("window.outbox", "Counts", say.T("window.outbox.waiting", "Count", 2))
	for _, part := range []struct {
		key   string
		count int
	}{{"window.outbox.sending", 1}, {"window.outbox.unknown", 2}, {"window.outbox.failed", 2}} {
		words = say.T("window.and", "Before", words, "Next", say.T(part.key, "Count", part.count))
	}
	return words
}

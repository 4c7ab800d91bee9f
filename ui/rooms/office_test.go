package rooms_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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
	"foyer/services/room"
	"foyer/ui/rooms"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// monday is the day of the looks; now is 10:42:10 of it in every test.
var monday = room.Date{Year: 2026, Month: time.November, Day: 23}

func at(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }

// board keeps answers in memory.
type board struct {
	mu        sync.Mutex
	snapshot  room.Snapshot
	month     room.MonthSnapshot
	refreshed []room.Date
	fail      error
	hold      chan struct{} // holds answers back until it is closed
	// months counts the questions for months, which were asked; monthFails is what they fail with.
	months     int
	asked      []string
	monthFails error
	looks      []byte // what was seen last, from one window to the next
}

func (b *board) Looks(context.Context) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.looks, nil
}

func (b *board) KeepLooks(_ context.Context, content []byte) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.looks = content
	return nil
}

func (b *board) Day(ctx context.Context, d room.Date) (room.Snapshot, error) {
	if b.hold != nil {
		select {
		case <-b.hold:
		case <-ctx.Done():
			return room.Snapshot{}, ctx.Err()
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if d == b.snapshot.Date {
		return b.snapshot, b.fail
	}
	s := b.snapshot.Turn(d, time.UTC)
	s.Reading = b.snapshot.Reading
	s.Unknown = nil
	return s, b.fail
}

func (b *board) Month(_ context.Context, m room.Month) (room.MonthSnapshot, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.months++
	b.asked = append(b.asked, m.String())
	return b.month, errors.Join(b.fail, b.monthFails)
}

func (b *board) Refresh(_ context.Context, d room.Date) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.refreshed = append(b.refreshed, d)
	return b.fail
}

// desk is a desktop in memory.
type desk struct {
	mu     sync.Mutex
	clip   agent.Clip
	files  map[string]string
	opened []string
	fail   error
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

func (d *desk) OpenPage(_ context.Context, url string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.opened = append(d.opened, url)
	return d.fail
}

// memory remembers what was chosen.
type memory struct {
	mu   sync.Mutex
	kept map[string]string
	fail error
}

func (m *memory) Get(_ context.Context, key string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.kept[key], nil
}

func (m *memory) Set(_ context.Context, key, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail == nil {
		m.kept[key] = value
	}
	return m.fail
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
	t      testing.TB
	page   *rooms.Page
	shell  *window.Shell
	say    *text.Catalogue
	window fyne.Window
	board  *board
	desk   *desk
	memory *memory
	now    time.Time
	timers []*timer
	done   chan func()
	asked  []string
	seen   *room.Board
	full   bool
	unset  []rune // characters that no font has
	silent bool   // notifications are switched off
}

type timer struct {
	d time.Duration
	f func()
}

// after is the clock of these tests: it stands until it is told how much time passes.
func (o *office) after(d time.Duration, f func()) func() {
	t := &timer{d, f}
	o.timers = append(o.timers, t)
	return func() { t.f = nil }
}

// pass lets time pass: what waits no longer than that happens.
func (o *office) pass(d time.Duration) {
	o.t.Helper()
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
	o.settle()
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

// furnish makes the rooms of the design.
func furnish() *board {
	var all []room.Room
	for i, r := range []room.Room{{Name: "Aurora", Capacity: 8, Place: "Floor 1"}, {Name: "Borealis", Capacity: 4, Place: "Floor 1"}, {Name: "Cirrus", Capacity: 12, Place: "Floor 2"},
		{Name: "Delta", Capacity: 6, Place: "Floor 2", Equipment: []string{"projector"}}, {Name: "Estuary", Capacity: 4, Place: "Floor 2"}, {Name: "Fjord", Capacity: 10, Place: "Floor 1"},
		{Name: "Granite", Capacity: 20, Place: "Floor 1"}, {Name: "Harbour", Capacity: 6}, {Name: "Juniper", Capacity: 2}, {Name: "Lagoon", Capacity: 8}, {Name: "会議室 3", Capacity: 6}, {Name: "会議室 4", Capacity: 12}} {
		r.ID, r.Order = r.Name, i
		all = append(all, r)
	}
	muster, probe := room.Person{Name: "L. Muster", Email: "ludwig.muster@example.com"}, room.Person{Name: "A. Probe"}
	chen, barbara := room.Person{Name: "Chen Wei", Email: "chen.wei@example.com"}, room.Person{Name: "Barbara Example", Email: "barbara@example.com"}
	var bookings []room.Booking
	book := func(where, title string, who room.Person, from, to time.Time, people int) *room.Booking {
		k := room.Booking{ID: fmt.Sprint("b", len(bookings)), RoomID: where, Title: title, Organizer: who, Start: from, End: to}
		for i := range people {
			k.People = append(k.People, room.Person{Name: fmt.Sprint("Guest ", i+1)})
		}
		bookings = append(bookings, k)
		return &bookings[len(bookings)-1]
	}
	book("Aurora", "Sync", room.Person{}, at(8, 30), at(9, 30), 0)
	book("Aurora", "Board preparation", muster, at(14, 0), at(16, 0), 3)
	book("Borealis", "1:1", room.Person{}, at(9, 0), at(9, 30), 0)
	book("Borealis", "Interview", probe, at(10, 0), at(11, 30), 1)
	book("Borealis", "Interview", probe, at(13, 0), at(14, 30), 1)
	book("Cirrus", "Sales weekly", chen, at(8, 0), at(10, 0), 2)
	book("Cirrus", "Customer workshop", chen, at(13, 0), at(17, 0), 9)
	book("Delta", "Design review", barbara, at(10, 45), at(12, 15), 5)
	book("Delta", "Budget", room.Person{}, at(16, 0), at(17, 0), 0)
	book("Estuary", "Payroll run", room.Person{Name: "J. Modelo"}, at(9, 30), at(12, 0), 0)
	book("Fjord", "Lunch & learn", muster, at(11, 30), at(13, 0), 9)
	book("Fjord", "Roadmap", room.Person{}, at(14, 0), at(15, 30), 0)
	book("Fjord", "Vendor call", room.Person{}, at(14, 45), at(16, 30), 0)
	book("Granite", "Works council", room.Person{Name: "M. Exemple"}, at(0, 0), at(24, 0), 0).AllDay = true
	book("Juniper", "Focus time", room.Person{}, at(8, 30), at(10, 30), 0).Private = true
	book("Juniper", "", room.Person{}, at(16, 0), at(17, 30), 0).Private = true
	book("Lagoon", "Daily", room.Person{}, at(10, 0), at(11, 0), 0)
	book("Lagoon", "Agency call", chen, at(11, 15), at(12, 45), 2)
	book("Lagoon", "Retrospective", barbara, at(16, 30), at(18, 0), 0)
	book("会議室 3", "朝会", room.Person{}, at(9, 0), at(10, 0), 0)
	book("会議室 3", "採用面接", room.Person{}, at(13, 30), at(14, 30), 0)
	book("会議室 4", "顧客打合せ", room.Person{Name: "佐藤 花子"}, at(11, 0), at(12, 30), 3)
	book("会議室 4", "品質会議", room.Person{Name: "鈴木 一郎"}, at(15, 0), at(17, 0), 0)
	b := &board{snapshot: room.Snapshot{Day: room.Day{Date: monday, Rooms: all, Bookings: bookings, Unreadable: 2, Scraps: []room.Scrap{{Raw: []byte(`{"begin":"soon"}`)}}}}}
	b.snapshot.Reading = room.Reading{At: at(10, 41).Add(50 * time.Second)}
	plan := room.Plan{Month: room.MonthOf(monday), Rooms: all}
	for i, d := range plan.Month.Days() {
		if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
			continue
		}
		for n, k := range bookings {
			if d == monday || (n*7+i*3)%10 < 7 {
				k.Start, k.End = k.Start.AddDate(0, 0, d.Day-monday.Day), k.End.AddDate(0, 0, d.Day-monday.Day)
				k.ID = fmt.Sprint(k.ID, "-", i)
				plan.Bookings = append(plan.Bookings, k)
			}
		}
	}
	b.month = room.MonthSnapshot{Plan: plan, Reading: b.snapshot.Reading}
	return b
}

// crowd is n rooms with bookings all day.
func crowd(n, each int) *board {
	b := furnish()
	b.snapshot.Rooms, b.snapshot.Bookings = nil, nil
	for i := range n {
		id := fmt.Sprint("Room ", i+1)
		b.snapshot.Rooms = append(b.snapshot.Rooms, room.Room{ID: id, Name: id, Capacity: i%20 + 1, Order: i})
		for k := range each {
			start := at(7, 0).Add(time.Duration(k*40+i*7%30) * time.Minute)
			b.snapshot.Bookings = append(b.snapshot.Bookings, room.Booking{ID: fmt.Sprint(i, "/", k), RoomID: id, Title: fmt.Sprint("Meeting ", k), Start: start, End: start.Add(25 * time.Minute),
				Organizer: room.Person{Name: "Barbara Example"}})
		}
	}
	return b
}

func newOffice(t testing.TB, mode style.Mode, size int, area fyne.Size, b *board) *office {
	t.Helper()
	o := newLateOffice(t, mode, size, area, b)
	o.page.Load()
	o.settle()
	return o
}

func open(t testing.TB) *office {
	t.Helper()
	return newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), furnish())
}

// newLateOffice has not read its board yet.
func newLateOffice(t testing.TB, mode style.Mode, size int, area fyne.Size, b *board) *office {
	t.Helper()
	return furnished(t, mode, size, area, b, "")
}

// newOfficeWith is an office that remembers what is watched.
func newOfficeWith(t testing.TB, watches string) *office {
	t.Helper()
	o := furnished(t, style.Light, 100, fyne.NewSize(1000, 700), furnish(), watches)
	o.page.Load()
	o.settle()
	return o
}

func furnished(t testing.TB, mode style.Mode, size int, area fyne.Size, b *board, watches string) *office {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(mode, size))
	say, err := text.Load(assets.Translations, tongue)
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, say: say, board: b, now: at(10, 42).Add(10 * time.Second), done: make(chan func(), 1000), desk: &desk{files: map[string]string{}}, memory: &memory{kept: map[string]string{rooms.KeyWatched: watches}}}
	ctx, cancel := context.WithCancel(context.Background())
	asked := func(what string) func() { return func() { o.asked = append(o.asked, what) } }
	o.page = rooms.New(ctx, rooms.Config{Say: say, Board: b, Desk: o.desk, Preferences: o.memory, Now: func() time.Time { return o.now }, Zone: func() *time.Location { return time.UTC },
		Log: slog.New(slog.DiscardHandler), After: o.after, Do: func(f func()) { o.done <- f }, Window: func() fyne.Window { return o.window },
		Telling: func() bool { return !o.silent },
		Connect: asked("connect"), Demo: asked("demo"), Choose: func(id string) { o.asked = append(o.asked, id) }, Message: func(address, about string) { o.asked = append(o.asked, address+": "+about) },
		Looks: b, FullScreen: func(on bool) { o.full = on }, Print: o.print, Seen: func(b *room.Board) { o.seen = b }})
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Health: agent.Connected})
	blank := func(key, icon, word string) window.Entry {
		return window.Entry{Key: key, Icon: icon, Word: word, Page: rest{container.NewStack()}}
	}
	settings := blank("settings", "settings", say.T("settings.title"))
	settings.Foot = true
	o.shell = window.New(window.Config{Say: say, Name: "Foyer", Find: func(string) []window.Group { return nil }, Entries: []window.Entry{
		blank("links", "link", say.T("links.title")), {Key: "rooms", Icon: "rooms", Word: say.T("rooms.title"), Page: o.page}, blank("messages", "message", say.T("messages.title")), settings}})
	o.window = test.NewTempWindow(t, nil)
	o.shell.Attach(o.window)
	o.window.SetPadded(false)
	layers := o.shell.Content().(*fyne.Container).Objects
	layers[len(layers)-1].(*widget.TipLayer).After = o.after
	o.window.Resize(area)
	o.shell.SetStatus([]window.StatusItem{{Icon: "check", Tone: widget.Fine, Words: say.T("window.service.connected")}}, nil)
	o.shell.Show("rooms")
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

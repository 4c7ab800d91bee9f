package settings_test

import (
	"context"
	"log/slog"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"foyer/assets"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/settings"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// file keeps settings in memory as the settings file does on disk.
type file struct {
	mu     sync.Mutex
	values settings.Values
	sets   []string          // "key=value", in order
	lists  [][]link.Template // what SetTemplates was given, in order
	asked  int
	fail   error
	notes  [][]message.Template // what SetMessageTemplates was given, in order
	// refuse is what a value is refused with, by "key=value".
	refuse map[string]error
}

func (f *file) Values() settings.Values {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked++
	v := f.values
	v.Templates, v.MessageTemplates = slices.Clone(v.Templates), slices.Clone(v.MessageTemplates)
	return v
}

func (f *file) Set(_ context.Context, key, value string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.sets = append(f.sets, key+"="+value)
	if f.fail != nil {
		return f.fail
	}
	if err := f.refuse[key+"="+value]; err != nil {
		return err
	}
	switch key {
	case settings.KeyFormat:
		f.values.Format = link.Format(value)
	case settings.KeyTheme:
		f.values.Theme = style.Mode(value)
	case settings.KeyLanguage:
		f.values.Language = value
	case settings.KeyTextSize:
		f.values.TextSize, _ = strconv.Atoi(value)
	case settings.KeyCopied:
		f.values.LinkCopied = value == "true"
	case settings.KeyTemplate:
		f.values.Template = value
	case settings.KeyFailed:
		f.values.MessageFailed = value == "true"
	case settings.KeyServiceName:
		f.values.Service.Name = value
	case settings.KeyServiceURL:
		f.values.Service.URL = value
	case settings.KeyServiceReads:
		f.values.Service.Reads = value
	default:
		setPreference(&f.values, key, value)
		setSeveral(&f.values, key, value)
		f.values.Meetings = setMeetings(f.values.Meetings, key, value)
		f.values.Rooms = setRooms(f.values.Rooms, key, value)
	}
	return nil
}

func setRooms(v settings.RoomValues, key, value string) settings.RoomValues {
	switch key {
	case settings.KeyRoomsPolling:
		v.Polling = value == "true"
	case settings.KeyRoomsPoll:
		seconds, _ := strconv.Atoi(value)
		v.Poll = time.Duration(seconds) * time.Second
	case settings.KeyRoomsZone:
		v.Zone = value
	case settings.KeyRoomsPrivate:
		v.HidePrivate = value == "true"
	case settings.KeyRoomsTell:
		v.Tell = value == "true"
	}
	return v
}

func (f *file) SetTemplates(_ context.Context, list []link.Template) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.lists = append(f.lists, slices.Clone(list))
	if f.fail != nil {
		return f.fail
	}
	f.values.Templates = slices.Clone(list)
	return nil
}

// last is the list of templates that was stored last.
func (f *file) last(t *testing.T) []link.Template {
	t.Helper()
	if len(f.lists) == 0 {
		t.Fatal("no templates were stored")
	}
	return f.lists[len(f.lists)-1]
}

// desk is a desktop in memory.
type desk struct {
	places []settings.Place
	copied string
	fail   error
}

func (d *desk) CopyText(_ context.Context, s string) error {
	d.copied = s
	return d.fail
}

func (d *desk) Places() []settings.Place { return d.places }

// tongue is the language that rooms speak.
var tongue = "en"

// speak lets rooms speak a language until the test ends.
func speak(t testing.TB, language string) {
	tongue = language
	t.Cleanup(func() { tongue = "en" })
}

// room is the page in a window, with settings in its file.
type room struct {
	t       testing.TB
	page    *settings.Page
	shell   *window.Shell
	window  fyne.Window
	file    *file
	desk    *desk
	timers  []func()
	renamed []string
	changed []string
	mu      sync.Mutex
	due     []func() // results that the UI goroutine has not shown yet
	// office is nil in a room without services.
	office *office
	around *around
	logIn  *logIn
	files  certificates
	helped []text.Topic
}

var usual = fyne.NewSize(1000, 700)

func enter(t *testing.T) *room { return enterWith(t, style.Light, 100, usual) }

func enterWith(t *testing.T, mode style.Mode, size int, area fyne.Size) *room {
	t.Helper()
	r := build(t, mode, size, area)
	r.shell.Show("settings")
	return r
}

// enterHidden is the room with another page in front.
func enterHidden(t *testing.T) *room {
	t.Helper()
	return build(t, style.Light, 100, usual)
}

func build(t *testing.T, mode style.Mode, size int, area fyne.Size) *room {
	t.Helper()
	return buildWith(t, mode, size, area, nil)
}

func buildWith(t testing.TB, mode style.Mode, size int, area fyne.Size, o *office) *room {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(style.NewTheme(mode, size))
	say, err := text.Load(assets.Translations, tongue)
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t, office: o, around: newAround(), logIn: &logIn{}, files: certificates{}, file: furnished(mode, size), desk: &desk{places: []settings.Place{
		{Kind: settings.Database, Path: "/home/barbara/.local/share/foyer/foyer.db"},
		{Kind: settings.Settings, Path: "/home/barbara/.config/foyer/settings.toml"},
		{Kind: settings.Log, Path: "/home/barbara/.local/state/foyer/foyer.log"},
	}}}
	ctx, cancel := context.WithCancel(context.Background())
	var services settings.Services
	if o != nil {
		services, o.file = o, r.file
		r.file.values.Service = o.values
	}
	var several settings.Several
	if o != nil && o.branches != nil {
		o.branches.file, several = r.file, o.branches
		r.file.values.Several = slices.Clone(o.branches.values)
	}
	var meetings func(bool) settings.Service
	if o != nil && o.meet != nil {
		o.meet.file, meetings = r.file, o.meet.port
		r.file.values.Meetings = o.meet.values
	}
	r.page = settings.New(ctx, settings.Config{Say: say, Preferences: r.file, Services: services, Meetings: meetings, Several: several, Now: func() time.Time { return now }, Desk: r.desk,
		LogIn: r.logIn, Surroundings: r.around, Certificates: r.files, Help: func(t text.Topic) { r.helped = append(r.helped, t) },
		Window: func() fyne.Window { return r.window }, About: settings.About{Version: "1.2.3", Parts: []string{"example.com/one v1.0.0", "example.com/two v0.3.0"}}, Log: slog.New(slog.DiscardHandler), After: r.after, Do: r.do,
		Changed: func(key string) { r.changed = append(r.changed, key) },
		Renamed: func(_ context.Context, from, to string) error {
			r.renamed = append(r.renamed, from+" → "+to)
			return nil
		}})
	r.shell = window.New(window.Config{Say: say, Name: "Foyer", Entries: []window.Entry{
		{Key: "links", Icon: "link", Word: say.T("links.title"), Page: blank{container.NewStack()}},
		{Key: "settings", Icon: "settings", Word: say.T("settings.title"), Foot: true, Page: r.page},
	}})
	r.window = test.NewTempWindow(t, nil)
	r.shell.Attach(r.window)
	r.window.SetPadded(false)
	r.stopTips()
	r.window.Resize(area)
	t.Cleanup(func() {
		r.page.Close()
		cancel()
	})
	return r
}

// stopTips keeps the tips from waiting by the clock, which would draw them from another goroutine.
func (r *room) stopTips() {
	if stack, ok := r.window.Content().(*fyne.Container); ok {
		for _, o := range stack.Objects {
			if tips, ok := o.(*widget.TipLayer); ok {
				tips.After = func(time.Duration, func()) func() { return func() {} }
				return
			}
		}
	}
	r.t.Fatal("the window has no layer for tips")
}

func furnished(mode style.Mode, size int) *file {
	return &file{values: settings.Values{Format: link.RichText, Theme: mode, TextSize: size, LinkCopied: true, Template: "Formal", Found: true, MessageFailed: true, Shortcut: settings.DefaultShortcut,
		Network:          settings.NetworkValues{Connect: 5 * time.Second, Whole: 30 * time.Second},
		MessageTemplates: []message.Template{{Name: "Visitor", Text: "Hello {name}, your visitor is at the front desk."}, {Name: "Parcel", Text: "A parcel is waiting for you."}, {Name: "Room", Text: "Please leave {room}.\nThe next meeting is waiting."}},
		Rooms:            settings.RoomValues{Polling: true, Poll: time.Minute, Zone: "Asia/Tokyo", Tell: true},
		Templates: []link.Template{
			{Name: "Formal", Space: "Webex space “{name}”, {participants} people", Person: "Write to {name} ({email})", Meeting: "Call {name}"},
			{Name: "Short", Space: "{name}"},
		}}}
}

// after is the clock of these tests: it stands until tick.
func (r *room) after(_ time.Duration, f func()) func() {
	i := len(r.timers)
	r.timers = append(r.timers, f)
	return func() {
		if i < len(r.timers) {
			r.timers[i] = nil
		}
	}
}

// tick lets everything happen that waits.
func (r *room) tick() {
	timers := r.timers
	r.timers = nil
	for _, f := range timers {
		if f != nil {
			f()
		}
	}
	r.settle()
}

// do keeps a result until settle, so that this goroutine alone touches the page.
func (r *room) do(f func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.due = append(r.due, f)
}

// apply shows what came of what is done by now.
func (r *room) apply() {
	r.mu.Lock()
	due := r.due
	r.due = nil
	r.mu.Unlock()
	for _, f := range due {
		f()
	}
}

// settle waits until nothing is under way any more, and shows what came of it.
func (r *room) settle() {
	for {
		r.page.Settle()
		r.mu.Lock()
		due := r.due
		r.due = nil
		r.mu.Unlock()
		if len(due) == 0 {
			return
		}
		for _, f := range due {
			f()
		}
	}
}

// press presses keys where the focus is.
func (r *room) press(keys ...fyne.KeyName) {
	r.t.Helper()
	for _, k := range keys {
		on := r.window.Canvas().Focused()
		if on == nil {
			r.t.Fatalf("%s: nothing has the focus", k)
		}
		if k == fyne.KeySpace {
			on.TypedRune(' ')
		}
		on.TypedKey(&fyne.KeyEvent{Name: k})
	}
	r.settle()
}

// write types words where the focus is.
func (r *room) write(words string) {
	r.t.Helper()
	on := r.window.Canvas().Focused()
	if on == nil {
		r.t.Fatalf("%q: nothing has the focus", words)
	}
	test.Type(on, words)
}

type blank struct{ *fyne.Container }

func (b blank) Content() fyne.CanvasObject { return b.Container }
func (b blank) Shown()                     {}
func (b blank) Primary()                   {}

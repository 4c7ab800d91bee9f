package main

import (
	"context"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/profile"
	"foyer/ui/links"
	"foyer/ui/meetings"
	"foyer/ui/messages"
	"foyer/ui/outbox"
	"foyer/ui/rooms"
	"foyer/ui/settings"
	"foyer/ui/style"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// lingering is how long the program stays after its window was closed, so that opening it again
// is immediate.
const lingering = 5 * time.Minute

// front is what is in sight: the window with its pages. Its methods are called on the UI goroutine
// but for follow.
type front struct {
	ctx      context.Context //nolint:containedctx // ends with the process
	cancel   context.CancelFunc
	app      fyne.App
	back     *backstage
	window   fyne.Window
	shell    *window.Shell
	links    *links.Page
	rooms    *rooms.Page    // nil until it is shown first
	messages *messages.Page // nil until it is shown first
	meetings *meetings.Page // nil until it is shown first
	outbox   *outbox.Page   // nil until it is shown first
	scheme   *scheme
	settings *settings.Page
	status   *status
	places   *places
	linger   *time.Timer
	hidden   bool
	size     fyne.Size
	unseen   context.CancelFunc // ends being in sight
	// rewording says that another language waits for something that is under way.
	rewording bool
	tries     int // to speak it
	running   sync.WaitGroup
}

func newFront(ctx context.Context, a fyne.App, b *backstage) *front {
	ctx, cancel := context.WithCancel(ctx)
	f := &front{ctx: ctx, cancel: cancel, app: a, back: b}
	f.places = newPlaces(ctx, b)
	f.scheme = askScheme(func() { fyne.Do(f.dress) })
	f.dress()
	f.window = a.NewWindow("Foyer")
	f.window.SetPadded(false)
	f.speakToolkit()
	f.links = f.newLinks()
	f.settings = f.newSettings()
	f.shell = f.newShell(nil)
	f.shell.Attach(f.window)
	f.status = newStatus(f)
	f.window.SetCloseIntercept(f.hide)
	return f
}

func (f *front) newLinks() *links.Page {
	b := f.back
	return links.New(f.ctx, links.Config{Say: b.say, Book: b.book, Desk: b, Preferences: b, Drafts: lateDraft{b.book, linksDraft}, Now: now, Log: b.log,
		Window: func() fyne.Window { return f.window }, Counted: f.counted, EditTemplates: f.editTemplates})
}

// newShell returns the window's content, with those pages that are made already.
func (f *front) newShell(made map[string]window.Page) *window.Shell {
	entries := f.entries()
	for i := range entries {
		if page := made[entries[i].Key]; page != nil {
			entries[i].Page = page
		}
	}
	return window.New(window.Config{Say: f.back.say, Name: "Foyer", Entries: entries, Find: f.find, Paste: f.paste, Close: f.hide,
		Turned: func(page string) { f.places.note(place{Page: page}) }, Mark: f.mark()})
}

// dress applies theme and text size.
func (f *front) dress() {
	v := f.back.values()
	mode := style.Mode(v.Theme)
	if mode == style.System && !f.scheme.known() {
		mode = style.Light // Fyne would be dark where the desktop does not say
	}
	f.app.Settings().SetTheme(style.NewTheme(mode, v.TextSize))
}

func (f *front) entries() []window.Entry {
	say := f.back.say
	return []window.Entry{
		{Key: agent.PageLinks, Icon: "link", Word: say.T("links.title"), Page: f.links},
		{Key: agent.PageRooms, Icon: "rooms", Word: say.T("rooms.title"), Make: f.makeRooms},
		{Key: agent.PageMessages, Icon: "message", Word: say.T("messages.title"), Make: f.makeMessages},
		{Key: agent.PageMeetings, Icon: "meeting", Word: say.T("meetings.title"), Make: f.makeMeetings},
		{Key: agent.PageOutbox, Icon: "outbox", Word: say.T("outbox.title"), Make: f.makeOutbox},
		{Key: agent.PageSettings, Icon: "settings", Word: say.T("settings.title"), Foot: true, Page: f.settings},
	}
}

// run shows the window at a page and returns when the program is to end; again says that an earlier
// window crashed.
func (f *front) run(page string, again bool) {
	v := f.back.values()
	f.size = window.DefaultSize
	if v.Width > 0 && v.Height > 0 {
		f.size = fyne.NewSize(float32(v.Width), float32(v.Height))
	}
	f.window.Resize(f.size)
	if v.Width == 0 {
		f.window.CenterOnScreen()
	}
	f.app.Lifecycle().SetOnStarted(func() {
		f.links.Load()
		f.show(page)
		f.beSeen()
		f.running.Go(f.follow)
		f.status.start()
		f.askOutbox()
		if again {
			f.links.Recall()
			f.shell.Say(widget.Caution, f.back.say.T("crash.opened-again"))
		}
	})
	f.running.Go(func() {
		<-f.ctx.Done()
		fyne.Do(f.app.Quit)
	})
	f.window.ShowAndRun()
	f.keepSize()
}

// close ends everything that the front has under way and waits for it.
func (f *front) close() {
	f.cancel()
	f.shell.Wait()
	f.links.Close()
	if f.rooms != nil {
		f.rooms.Close()
	}
	if f.messages != nil {
		f.messages.Close()
	}
	if f.meetings != nil {
		f.meetings.Close()
	}
	if f.outbox != nil {
		f.outbox.Close()
	}
	f.settings.Close()
	f.places.close()
	f.running.Wait()
}

// show brings the window to the front at a page.
func (f *front) show(page string) {
	if f.linger != nil {
		f.linger.Stop()
	}
	if f.hidden {
		f.hidden = false
		f.places.note(place{Page: f.shell.Shown()})
		f.window.Show()
		f.beSeen()
	}
	f.window.RequestFocus()
	if page == agent.PageWelcome || page == "" && f.isFirstUse() {
		f.welcome()
		return
	}
	if page != "" && f.shell.CloseWelcome() {
		f.welcomed()
	}
	f.turnTo(page)
}

// turnTo shows a page, or a place on one; "" is the page in sight.
func (f *front) turnTo(page string) {
	key, at, _ := strings.Cut(page, "/")
	switch {
	case page == "":
		f.shell.Show(f.shell.Shown())
	case page == agent.PageSearch:
		f.shell.OpenSearch()
	case page == agent.PageNewLink:
		f.shell.Show(agent.PageLinks)
		f.links.NewLink()
	case page == agent.PageChoose:
		f.shell.Show(agent.PageLinks)
		f.links.Choose()
	case page == agent.PageServices:
		f.connect()
	case page == agent.PageData:
		f.turnTo(agent.PageSettings + "/" + settings.SectionData)
	case key == agent.PageRooms && at != "":
		f.shell.Show(agent.PageRooms)
		f.rooms.ShowRoom(at)
	case key == agent.PageSettings && at != "":
		f.settings.ShowSection(at) // first, so that its name gets the focus
		f.shell.Show(agent.PageSettings)
	default:
		f.shell.Show(page)
	}
}

// hide closes the window; the program lingers.
func (f *front) hide() {
	f.keepSize()
	if f.shell.CloseWelcome() {
		f.welcomed()
	}
	f.leave()
	f.hidden = true
	f.places.note(place{Page: f.shell.Shown(), Hidden: true})
	f.unseen()
	f.window.Hide()
	go debug.FreeOSMemory() // ends at once; nobody looks at the window for a while
	f.linger = time.AfterFunc(lingering, f.cancel)
}

// leave lets every page keep what was typed, and rest, while nobody looks at it.
func (f *front) leave() {
	f.links.Leave()
	if f.rooms != nil {
		f.rooms.Leave()
	}
	if f.messages != nil {
		f.messages.Leave()
	}
	if f.meetings != nil {
		f.meetings.Leave()
	}
	if f.outbox != nil {
		f.outbox.Leave()
	}
	f.settings.Leave()
}

// keepSize remembers the window's size.
func (f *front) keepSize() {
	size := f.window.Canvas().Size()
	if size == f.size || size.Width < window.MinSize.Width || f.back.file == nil {
		return
	}
	f.size = size
	for key, value := range map[string]float32{profile.WindowWidth: size.Width, profile.WindowHeight: size.Height} {
		if err := f.back.file.Set(key, strconv.Itoa(int(value))); err != nil {
			f.back.log.Warn("remembering the window's size", "error", err)
		}
	}
}

func (f *front) find(query string) []window.Group {
	groups := f.links.Find(query)
	return append(groups, window.Group{Title: f.back.say.T("window.actions"), Results: window.Matching(f.actions(), query)})
}

func (f *front) actions() []window.Result {
	return slices.Concat(f.links.Actions(), f.messageActions(), f.meetingActions(), f.settings.Actions(func() { f.shell.Show(agent.PageSettings) }))
}

// editTemplates shows where the texts of links are changed.
func (f *front) editTemplates() {
	f.shell.Show(agent.PageSettings)
	f.settings.ShowSection(settings.SectionTexts)
}

// editMessageTemplates shows where the texts of messages are changed.
func (f *front) editMessageTemplates() {
	f.shell.Show(agent.PageSettings)
	f.settings.ShowSection(settings.SectionMessageTexts)
}

func (f *front) paste() {
	f.shell.Show(agent.PageLinks)
	f.links.PasteSpaceInfo()
}

func (f *front) counted(n int) {
	f.status.count(n)
	f.settings.SetLinks(n)
}

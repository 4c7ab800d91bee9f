package rooms

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/room"
	"foyer/ui/task"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// Page is the Rooms page. Its methods are called on the UI goroutine.
type Page struct {
	fynewidget.BaseWidget
	config Config
	tasks  *task.Group // what is read ends with the page
	stores *task.Queue // what is remembered is remembered to the end
	model  model
	// storedSeen is what was seen as it is kept for the next window, nil before anything was.
	storedSeen []byte

	under   *widget.Layer // what the panel may cover
	lower   *widget.Layer // the foot
	bar     *bar
	week    *week
	banner  *notice
	table   *widget.Timetable
	nowView *nowView
	months  *monthView
	foot    *foot
	nothing *widget.EmptyState // no room matches the filter
	none    *widget.EmptyState // the server lists no rooms
	reading *widget.EmptyState
	first   *firstUse
	panel   *panel
	toast   *widget.Toast
	dialog  *dialog.FileDialog // that is open
	sheet   *widget.Sheet      // that is open

	drawn      *room.Board // what the table draws
	at         [2]int
	scrolledTo room.Date // the day that the table was scrolled for
	kiosk      bool      // now covers the whole screen
	waiting    func()    // ends the moment after which the page says that it reads
	slow       bool      // that moment is over
	trouble    error     // why nothing could be read
	ticking    func()    // ends the wait for the next tick
	wanted     string    // a room to be shown once it is loaded
	attention  attention
}

// New returns the page; tasks end with ctx. Load fills it.
func New(ctx context.Context, config Config) *Page {
	if config.After == nil {
		config.After = task.OnClock
	}
	if config.Do == nil {
		config.Do = fyne.Do
	}
	p := &Page{config: config, tasks: task.NewWith(ctx, config.Do), stores: task.NewQueue(ctx, config.Do), toast: widget.NewToast()}
	p.toast.After = config.After
	p.model.date, p.model.follow = room.DateOf(p.now()), true
	p.model.snapshot.Date = p.model.date
	p.refreshBoards()
	p.build()
	p.ExtendBaseWidget(p)
	p.recall()
	p.recallSeen()
	p.show()
	return p
}

func (p *Page) now() time.Time { return p.config.Now().In(p.config.zone()) }

func (p *Page) build() {
	say := p.config.Say
	p.banner = newNotice()
	p.bar = newBar(p)
	p.week = newWeek(p)
	p.foot = newFoot(p)
	p.nothing = widget.NewNothing(say.T("rooms.nothing"), widget.NewButton(widget.Linked, "", say.T("rooms.clear-filter"), p.clearFilter))
	p.none = widget.NewNothing(say.T("rooms.none"), widget.NewButton(widget.Linked, "", say.T("rooms.refresh"), p.refreshNow))
	p.reading = widget.NewNothing(say.T("rooms.reading"), widget.NewButton(widget.Linked, "", say.T("widget.cancel"), p.giveUp))
	p.first = newFirstUse(p)
	p.panel = newPanel(p)
	p.table = p.newTable()
	p.nowView = newNowView(p)
	p.months = newMonthView(p)
}

// Content is part of the page contract.
func (p *Page) Content() fyne.CanvasObject { return p }

// Toast is the page's toast, which the shell draws above the page.
func (p *Page) Toast() *widget.Toast { return p.toast }

// Shown puts the focus into the view, or onto the first button of an empty page.
func (p *Page) Shown() {
	p.attend(attention{true, p.attention.elsewhere})
	p.pass()
	if b := p.first.Button(); b != nil {
		p.focus(b)
		return
	}
	p.focusView()
}

// focusView puts the focus where the keys move through rooms or days.
func (p *Page) focusView() {
	switch p.model.view {
	case viewDay:
		p.focus(p.table)
	case viewMonth:
		p.focus(p.months.grid)
	case viewNow:
		p.focus(p.nowView)
	}
}

// Leave ends the clock and the full screen, before the page goes out of sight.
func (p *Page) Leave() {
	p.attend(attention{false, p.attention.elsewhere})
	p.still()
	p.setKiosk(false)
}

// Close ends what the page has under way.
func (p *Page) Close() {
	p.still()
	p.waits(false)
	p.toast.Dismiss()
	p.tasks.Close()
	p.stores.Wait()
}

// Busy reports whether something is under way that was asked for.
func (p *Page) Busy() bool { return p.stores.Busy() || p.tasks.Busy() }

// Reconsider takes changed settings, such as the language of dates or the zone, into account.
func (p *Page) Reconsider() {
	p.recallWatched()
	p.refreshBoards()
	p.show()
	p.followVeil()
}

// SetService says how the service is that the rooms are read from.
func (p *Page) SetService(s agent.ServiceState) {
	before := p.model.service.Name
	p.model.service = s
	p.showChooser()
	p.show()
	if before != "" && before != s.Name {
		p.anotherOffice()
	}
}

// ShowRoom shows a room on today's board, once it is read; a room that is not there changes nothing.
func (p *Page) ShowRoom(id string) {
	m := &p.model
	p.wanted = id
	if m.view != viewDay {
		p.setView(viewDay)
	}
	if today := room.DateOf(p.now()); m.date != today {
		p.goTo(today)
		return // what is read of today shows the room
	}
	if !m.read {
		return
	}
	if m.board.Line(id) != nil || m.board.Freshness == room.Fresh {
		p.wanted = ""
	}
	p.showBooking(pick{room: id})
}

func (p *Page) focus(f fyne.Focusable) {
	if c := p.canvas(); c != nil {
		c.Focus(f)
	}
}

// canvas is where the page is drawn. One that was made a moment ago and not drawn yet is not known to
// the driver, and takes the window's.
func (p *Page) canvas() fyne.Canvas {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil || p.config.Window == nil {
		return c
	}
	if w := p.config.Window(); w != nil {
		return w.Canvas()
	}
	return nil
}

// Primary begins on an empty page, opens the chosen day of a month, and else finds a room.
func (p *Page) Primary() {
	switch {
	case p.first.Button() != nil:
		p.first.begin()
	case p.model.view == viewMonth:
		p.openDay(p.model.date)
	default:
		p.find()
	}
}

// Copy copies the details of what is in the panel.
func (p *Page) Copy() bool {
	if p.panel.Hidden {
		return false
	}
	p.copyDetails()
	return true
}

// Escape closes an open file dialog, else the full screen, else the panel, else the filter.
func (p *Page) Escape() bool {
	switch {
	case p.dialog != nil:
		p.dialog.Hide()
	case p.kiosk:
		p.setKiosk(false)
	case p.panel.Visible() && p.model.view == viewDay:
		p.dismiss()
	case p.model.filter.Words != "":
		p.clearFilter()
	default:
		return false
	}
	return true
}

// key is told of keys that the view in sight does not use itself.
func (p *Page) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		return p.Escape()
	case fyne.KeyF5:
		p.refreshNow()
	case fyne.KeyF11:
		p.toggleKiosk()
	default:
		return false
	}
	return true
}

// Keys are the page's own shortcuts.
func (p *Page) Keys() []window.Key {
	return []window.Key{
		{Name: fyne.KeyF, Do: func() { p.focus(p.bar.words.Input()) }, Does: p.config.Say.T("help.key.find-rooms")},
		{Name: fyne.KeyH, Do: p.toggleVeil, Does: p.config.Say.T("help.key.hide")},
		{Name: fyne.KeyR, Do: p.refreshNow, Does: p.config.Say.T("help.key.reload")},
		{Name: fyne.KeyT, Do: p.goToday, Does: p.config.Say.T("help.key.today")},
		{Name: fyne.KeyPlus, Do: func() { p.zoom(fyne.KeyPlus) }},
		{Name: fyne.KeyEqual, Do: func() { p.zoom(fyne.KeyPlus) }},
		{Name: fyne.KeyMinus, Do: func() { p.zoom(fyne.KeyMinus) }},
	}
}

// zoom makes the day larger or smaller wherever the focus is.
func (p *Page) zoom(key fyne.KeyName) {
	if p.model.view == viewDay {
		p.table.ZoomBy(map[fyne.KeyName]int{fyne.KeyPlus: -1, fyne.KeyMinus: 1}[key])
	}
}

// failed says what went wrong.
func (p *Page) failed(key string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("rooms page", "what", key, "err", err)
	p.toast.Say(widget.Trouble, p.config.Say.T(key, "Why", p.config.Say.Reason(err)), "", nil)
}

package meetings

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/task"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// Page is the Meetings page. Its methods are called on the UI goroutine.
type Page struct {
	fynewidget.BaseWidget
	config Config
	tasks  *task.Group // what is read ends with the page
	stores *task.Queue // what is stored is stored to the end
	sends  *task.Queue // a request that is on its way is waited for
	model  model

	under      *widget.Layer // what the panel may cover
	header     *widget.Header
	headGround *widget.Fill // what scrolls goes below the header
	head       headFace
	chooser    *widget.Chooser        // of several accounts; in sight where there are some
	through    atomic.Pointer[string] // the ID of the account that is asked with
	access     *accessBlock
	banner     *notice // why the service cannot be used
	result     *notice // what became of the last invitation
	reject     *notice // what could not be read
	title      *tableTitle
	table      *widget.SheetTable
	drop       *widget.DropList
	foot       *footBar
	hint       *widget.Prose // below an empty table
	body       *body
	scroll     *container.Scroll // around body: in a low window the table scrolls into sight
	side       *side
	first      *widget.Welcome
	toast      *widget.Toast
	dialog     *dialog.FileDialog // that is open

	sideOpen bool // the panel was asked for where it lies over the page
	shown    bool // the page is in front
	edited   bool // there is a draft to be saved
	loaded   bool // what was left on the page has been read
	closed   bool
	waits    waits
	delay    time.Duration // until the presence is read again
	counted  summary       // the table's summary as it was drawn last
}

// waits ends what the page waits for, each nil when it does not.
type waits struct {
	look, slow, poll, tick, save, suggest func()
}

// stop ends a wait.
func stop(w *func()) {
	if *w != nil {
		(*w)()
		*w = nil
	}
}

// New returns the page; tasks end with ctx. Load fills it with what was left on it.
func New(ctx context.Context, config Config) *Page {
	if config.After == nil {
		config.After = task.OnClock
	}
	if config.Do == nil {
		config.Do = fyne.Do
	}
	p := &Page{config: config, tasks: task.NewWith(ctx, config.Do), stores: task.NewQueue(ctx, config.Do), sends: task.NewQueue(ctx, config.Do), toast: widget.NewToast()}
	p.model.table, p.model.seen = meeting.NewTable(), map[string]firstSeen{}
	p.toast.After = config.After
	p.build()
	p.ExtendBaseWidget(p)
	p.show()
	return p
}

func (p *Page) build() {
	say := p.config.Say
	p.header = widget.NewHeader(say.T("meetings.title"), say.T("widget.more"))
	p.chooser = widget.NewChooser(say.T("several.choose"), p.chooseAccount)
	p.headGround = widget.NewFill(style.Ground, "", 0)
	p.access = newAccessBlock(p)
	p.banner, p.result, p.reject = newNotice(), newNotice(), newNotice()
	p.title = newTableTitle(p)
	p.table = p.newTable()
	p.drop = widget.NewDropList()
	p.foot = newFootBar(p)
	p.side = newSide(p)
	p.first = widget.NewWelcome()
	p.hint = widget.NewProse(say.T("meetings.empty-hint"), style.Body, style.Ink3)
	p.body = newBody(p)
	p.scroll = widget.NewFollowing(p.body)
	p.table.StandIn(p.scroll)
	p.access.id.OnFocus = func(on bool) { p.top(on) }
	p.access.secret.OnFocus = p.access.secretFocused
}

// top brings the meeting's fields into sight.
func (p *Page) top(on bool) {
	if on {
		p.scroll.ScrollToTop()
	}
}

// Content is part of the page contract.
func (p *Page) Content() fyne.CanvasObject { return p }

// Toast is the page's toast, which the shell draws above the page.
func (p *Page) Toast() *widget.Toast { return p.toast }

// Shown puts the focus where typing begins: into the meeting's fields while they are empty, else into
// the table.
func (p *Page) Shown() {
	p.shown = true
	p.show()
	p.poll(0)
	p.tick()
	p.focusFirst()
}

// focusFirst puts the focus where typing goes on.
func (p *Page) focusFirst() {
	switch b := p.first.Button(); {
	case b != nil && p.first.Visible():
		p.focus(b)
	case p.access.id.Text() == "":
		p.focus(p.access.id.Input())
	case p.access.secret.Text() == "":
		p.focus(p.access.secret.Input())
	default:
		p.table.Focus()
	}
}

// Leave stops what goes on by the second, and keeps what was typed, before the page goes out of sight.
func (p *Page) Leave() {
	p.shown = false
	stop(&p.waits.poll)
	stop(&p.waits.tick)
	p.table.Commit()
	p.drop.Hide()
	p.saveDraft()
}

// Close ends what the page has under way. A request with people in it that is on its way is waited for;
// none is sent after it.
func (p *Page) Close() {
	p.Leave()
	for _, w := range []*func(){&p.waits.look, &p.waits.slow, &p.waits.save, &p.waits.suggest} {
		stop(w)
	}
	if p.model.run != nil {
		p.model.run.stop.Store(true)
	}
	p.toast.Dismiss()
	p.tasks.Close()
	p.sends.Wait()
	if r := p.model.run; r != nil && r.settle != nil && !p.closed {
		// Who was called must not stand among those to be called when the page is opened again.
		r.settle()
		p.edited = true
		p.saveDraft()
	}
	p.closed = true
	p.stores.Wait()
}

// Busy reports whether something is under way that was asked for.
func (p *Page) Busy() bool { return p.stores.Busy() || p.tasks.Busy() || p.sends.Busy() }

// Reconsider takes changed settings, such as the language of times, into account.
func (p *Page) Reconsider() { p.show() }

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

// Primary invites who is ready, or begins on an empty page.
func (p *Page) Primary() {
	if b := p.first.Button(); b != nil && p.first.Visible() {
		if p.config.Connect != nil {
			p.config.Connect()
		}
		return
	}
	p.table.Commit()
	p.foot.primary()
}

// Escape closes what is open.
func (p *Page) Escape() bool {
	switch {
	case p.dialog != nil:
		p.dialog.Hide()
	case p.drop.Visible():
		p.drop.Hide()
	case p.sideOpen && p.side.overlay:
		p.sideOpen = false
		p.show()
	default:
		return false
	}
	return true
}

// Undo takes back what the toast offers to take back, or else the last change of the table.
func (p *Page) Undo() bool { return p.toast.Act() || p.takeBack() }

// Take takes text that was pasted or dropped on the page.
func (p *Page) Take(words, source string) { p.take(words, source, p.model.table.Len()) }

// Keys are the page's own shortcuts.
func (p *Page) Keys() []window.Key {
	return []window.Key{
		{Name: fyne.KeyO, Do: p.openFile, Does: p.config.Say.T("help.key.open-people")},
		{Name: fyne.KeyF, Do: p.openDirectory, Does: p.config.Say.T("help.key.directory")},
		{Name: fyne.KeyM, Do: p.openMeetings, Does: p.config.Say.T("help.key.my-meetings")},
	}
}

// failed says what went wrong.
func (p *Page) failed(key string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("meetings page", "what", key, "err", err)
	p.toast.Say(widget.Trouble, p.config.Say.T(key, "Why", p.config.Say.Reason(err)), "", nil)
}

// show draws the model.
func (p *Page) show() {
	first := p.firstTime()
	p.showFirst(first)
	p.showHeader()
	p.access.show()
	p.showService()
	p.showResult()
	p.showRejected()
	p.showTable()
	p.side.show()
	for _, o := range []fyne.CanvasObject{p.scroll, p.foot} {
		if o.Visible() == first {
			if first {
				o.Hide()
			} else {
				o.Show()
			}
		}
	}
	p.Refresh()
}

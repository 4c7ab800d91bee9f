package outbox

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/task"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// Page is the Outbox page. Its methods are called on the UI goroutine.
type Page struct {
	fynewidget.BaseWidget
	config Config
	tasks  *task.Group // what is read ends with the page
	stores *task.Queue // what is changed is changed to the end
	model  model

	under   *widget.Layer // what the panel may cover
	header  *widget.Header
	head    headFace
	banner  *notice // why the outbox cannot be read, or what is wrong with the service
	batches *notice // that are paused
	search  *widget.Entry
	chips   []*widget.Chip
	list    *widget.Ledger
	nothing *widget.EmptyState
	reading *widget.EmptyState
	first   *firstUse
	panel   *panel
	toast   *widget.Toast
	undo    func()
	dialog  *dialog.FileDialog // that is open

	loading, again bool   // a load is under way; another one is wanted after it
	rest           func() // ends the pause before that one
	waiting        func() // ends the moment after which the page says that it reads
	slow           bool   // that moment is over
	taking         bool   // rows are being replaced
	follow         bool   // what was chosen was discarded: the next row is chosen
	wanted         int64  // a message to be shown once it is loaded
	trouble        error  // why the outbox could not be read
	ticking        func() // ends the wait for the next second
}

// filters are the chips above the list.
var filters = []struct {
	word  string
	state message.State
}{
	{"outbox.filter.all", ""},
	{"outbox.filter.queued", message.Queued},
	{"outbox.filter.sending", message.Sending},
	{"outbox.filter.unknown", message.Unknown},
	{"outbox.filter.failed", message.Failed},
	{"outbox.filter.sent", message.Sent},
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
	p.model.items, p.model.names = map[int64]message.Item{}, map[string]string{}
	p.toast.After = config.After
	p.build()
	p.ExtendBaseWidget(p)
	p.show()
	return p
}

func (p *Page) build() {
	say := p.config.Say
	p.header = widget.NewHeader(say.T("outbox.title"), say.T("widget.more"))
	p.banner, p.batches = newNotice(), newNotice()
	p.search = widget.NewEntry("search", say.T("outbox.search-hint"))
	p.search.Hide()
	p.search.OnChanged = p.look
	p.search.OnKey = p.searchKey
	p.search.SetAction(widget.NewIconButton("x", say.T("outbox.close"), p.closeSearch))
	for _, f := range filters {
		p.chips = append(p.chips, widget.NewChip(say.T(f.word), "", func() { p.choose(f.state) }))
	}
	p.list = p.newList()
	p.nothing = widget.NewNothing(say.T("outbox.nothing"), widget.NewButton(widget.Linked, "", say.T("outbox.clear-filter"), p.clearFilter))
	p.reading = widget.NewNothing(say.T("outbox.reading"), widget.NewButton(widget.Linked, "", say.T("widget.cancel"), p.giveUp))
	p.first = newFirstUse(p)
	p.panel = newPanel(p)
}

// Content is part of the page contract.
func (p *Page) Content() fyne.CanvasObject { return p }

// Toast is the page's toast, which the shell draws above the page.
func (p *Page) Toast() *widget.Toast { return p.toast }

// Shown puts the focus into the list, or onto the first button of an empty page.
func (p *Page) Shown() {
	p.show()
	if b := p.first.Button(); b != nil {
		p.focus(b)
		return
	}
	p.list.Focus()
}

// Leave stops what goes on by the second, before the page goes out of sight.
func (p *Page) Leave() { p.still() }

// Close ends what the page has under way.
func (p *Page) Close() {
	p.still()
	p.waits(false)
	if p.rest != nil {
		p.rest()
	}
	p.toast.Dismiss()
	p.tasks.Close()
	p.stores.Wait()
}

// Busy reports whether something is under way that was asked for.
func (p *Page) Busy() bool { return p.stores.Busy() || p.tasks.Busy() }

// Reconsider takes changed settings, such as the language of times, into account.
func (p *Page) Reconsider() {
	p.list.Refresh()
	p.show()
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

// Primary begins, on an empty page: nothing else is filled here.
func (p *Page) Primary() { p.first.begin() }

// Copy copies the texts of the chosen messages.
func (p *Page) Copy() bool {
	ids := p.chosen()
	if len(ids) == 0 {
		return false
	}
	p.copyText(ids...)
	return true
}

// Escape closes an open file dialog, else the panel, else the search.
func (p *Page) Escape() bool {
	switch {
	case p.dialog != nil:
		p.dialog.Hide()
	case p.panel.Visible():
		p.dismiss()
	case p.search.Visible():
		p.closeSearch()
	default:
		return false
	}
	return true
}

// Undo takes back what the toast offers to take back, or else the last discarding.
func (p *Page) Undo() bool {
	if p.toast.Act() {
		return true
	}
	if p.undo == nil {
		return false
	}
	do := p.undo
	p.undo = nil
	do()
	return true
}

// Keys are the page's own shortcuts.
func (p *Page) Keys() []window.Key {
	return []window.Key{
		{Name: fyne.KeyF, Do: p.openSearch, Does: p.config.Say.T("help.key.find-messages")},
		{Name: fyne.KeyE, Do: p.editChosen, Does: p.config.Say.T("help.key.edit")},
		{Name: fyne.KeyR, Do: p.tryChosen, Does: p.config.Say.T("help.key.try")},
	}
}

// failed says what went wrong.
func (p *Page) failed(key string, err error) {
	if fault.KindOf(err) == fault.Cancelled {
		return
	}
	p.config.Log.Error("outbox page", "what", key, "err", err)
	p.toast.Say(widget.Trouble, p.config.Say.T(key, "Why", p.config.Say.Reason(err)), "", nil)
}

// show draws the model.
func (p *Page) show() {
	p.showBanners()
	p.showHeader()
	p.showList()
	p.panel.show()
	p.Refresh()
	p.tick()
}

// headFace is what the header's buttons depend on.
type headFace struct {
	filter message.Filter
	some   bool // there is something in the outbox, found that the filter shows something
	found  bool
}

// showHeader makes the header's buttons anew only when they are others: one of them may have the focus.
func (p *Page) showHeader() {
	say, m := p.config.Say, &p.model
	face := headFace{filter: m.filter(), some: m.loaded && !m.empty(), found: len(m.ids) > 0}
	if p.head == face {
		return
	}
	p.head = face
	if !face.some {
		p.header.SetActions()
		return
	}
	var actions []*widget.Button
	for _, a := range p.filterActions() {
		actions = append(actions, widget.NewButton(widget.Quiet, a.icon, a.word, a.do))
	}
	find := widget.NewIconButton("search", say.T("outbox.search"), p.openSearch)
	actions = append(actions, find, widget.NewButton(widget.Quiet, "download", say.T("outbox.export"), p.export))
	p.header.SetActions(actions...)
}

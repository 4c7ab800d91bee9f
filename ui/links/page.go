package links

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/task"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// Page is the Links page. Its methods are called on the UI goroutine.
type Page struct {
	fynewidget.BaseWidget
	config Config
	tasks  *task.Group // what is read ends with the page
	stores *task.Queue // what is stored is stored to the end
	model  model

	header   *widget.Header
	above    *widget.Layer // what the panel leaves in sight while something is typed
	below    *widget.Layer
	box      *widget.Entry
	said     *widget.Line   // what was recognised, in a sentence
	banner   *widget.Banner // what the last import left open, or why loading failed
	search   *widget.Entry
	chips    []*widget.Chip
	toolbar  *toolbar
	list     *widget.RowList
	nothing  *widget.EmptyState
	first    *widget.EmptyState
	firstBox fyne.CanvasObject
	panel    *panel
	toast    *widget.Toast
	undo     func()

	dialog    *dialog.FileDialog // that is open
	keeping   keeping
	saidWords string // the sentence under the paste box, plain
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
	p.model.format = config.Preferences.Format()
	p.toast.After = config.After
	p.build()
	p.ExtendBaseWidget(p)
	p.show()
	return p
}

func (p *Page) build() {
	say := p.config.Say
	p.header = widget.NewHeader(say.T("links.title"), say.T("widget.more"))
	p.box = widget.NewArea("link", say.T("links.box-hint"), 2, 4)
	p.box.Short = say.T("links.box-hint-first")
	p.box.OnChanged = p.typed
	p.box.OnResized(p.Refresh)
	p.box.OnKey = p.boxKey
	p.said = widget.NewLine(style.IconGap, -1)
	p.banner = widget.NewBanner(widget.Notice, "")
	p.banner.Hide()
	p.search = widget.NewEntry("search", say.T("links.search-hint"))
	p.search.Short = say.T("links.search-short")
	p.search.OnChanged = func(q string) {
		p.model.query = q
		p.search.SetAction(p.clearSearch(q))
		p.show()
	}
	p.search.OnKey = p.searchKey
	for _, f := range filters {
		p.chips = append(p.chips, widget.NewChip(say.T(f.word), "", func() { p.filter(f.kind) }))
	}
	p.toolbar = newToolbar(p.search, p.chips)
	p.list = p.newList()
	p.nothing = widget.NewNothing(say.T("links.nothing"), widget.NewButton(widget.Linked, "", say.T("links.clear-filter"), p.clearFilter))
	p.first = p.firstUse()
	p.firstBox = widget.NewScrolled(p.first)
	p.panel = newPanel(p)
}

// filters are the chips above the list.
var filters = []struct {
	word string
	kind link.Kind
}{
	{"links.filter.all", ""},
	{"links.filter.space", link.Space},
	{"links.filter.person", link.Person},
	{"links.filter.meeting", link.Meeting},
}

func (p *Page) firstUse() *widget.EmptyState {
	say := p.config.Say
	paste := widget.NewButton(widget.Filled, "link", say.T("links.paste"), p.PasteSpaceInfo)
	paste.Hint = "Ctrl+Shift+K"
	return widget.NewFirstUse(say.T("links.first-title"), say.T("links.first-lead"), []widget.Step{
		{Do: say.T("links.step1"), Then: say.T("links.step1-then"), Key: "Ctrl+Shift+K"},
		{Do: say.T("links.step2", "Command", widget.Strong(say.T("links.paste"))), Then: say.T("links.step2-then")},
		{Do: say.T("links.step3"), Then: say.T("links.step3-then")},
	}, say.T("links.first-note"), paste)
}

// Content is part of the page contract.
func (p *Page) Content() fyne.CanvasObject { return p }

// Toast is the page's toast, which the shell draws above the page.
func (p *Page) Toast() *widget.Toast { return p.toast }

// Shown puts the focus into the paste box.
func (p *Page) Shown() { p.focus(p.box.Input()) }

// Leave stores what is not stored yet, before the page goes out of sight.
func (p *Page) Leave() {
	p.keepBox()
	p.panel.flush()
}

// Close ends what the page has under way.
func (p *Page) Close() {
	p.Leave()
	p.panel.copy.Rest()
	p.toast.Dismiss()
	p.tasks.Close()
	p.stores.Wait()
}

// Busy reports whether something is under way that was asked for.
func (p *Page) Busy() bool { return p.stores.Busy() || p.tasks.Busy() }

func (p *Page) focus(f fyne.Focusable) {
	if c := p.canvas(); c != nil {
		c.Focus(f)
	}
}

func (p *Page) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(p) }

// Load reads the saved links anew. A newer load cancels the older.
func (p *Page) Load() {
	p.tasks.Latest("load", func(ctx context.Context) func() {
		all, err := p.config.Book.Links(ctx)
		return func() {
			if err != nil {
				p.failed("links.load-failed", err)
				return
			}
			p.model.load(all)
			if p.config.Counted != nil {
				p.config.Counted(len(all))
			}
			p.show()
		}
	})
}

// Reconsider takes changed settings into account.
func (p *Page) Reconsider() {
	p.model.format = p.config.Preferences.Format()
	p.show()
}

// Primary copies the link in the panel, or pastes space info when the page is empty.
func (p *Page) Primary() {
	switch {
	case p.model.chosen != nil:
		p.copyChosen()
	case len(p.model.all) == 0 && p.model.typed == "":
		p.PasteSpaceInfo()
	}
}

// Copy copies the chosen link.
func (p *Page) Copy() bool {
	if p.model.chosen == nil {
		return false
	}
	p.copyChosen()
	return true
}

// Escape closes an open file dialog, else the panel.
func (p *Page) Escape() bool {
	switch {
	case p.dialog != nil:
		p.dialog.Hide()
	case p.model.chosen != nil:
		p.dismiss()
	default:
		return false
	}
	return true
}

// Undo takes back what the toast offers to take back, or else the last deletion.
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

// show draws the model.
func (p *Page) show() {
	p.showHeader()
	p.showSaid()
	p.showList()
	p.panel.show()
	p.Refresh()
}

func (p *Page) showHeader() {
	say := p.config.Say
	load := widget.NewButton(widget.Quiet, "import", say.T("links.import"), p.chooseImport)
	if len(p.model.all) == 0 {
		p.header.SetActions(load)
		return
	}
	var export *widget.Button
	export = widget.NewButton(widget.Quiet, "download", say.T("links.export"), func() { p.exportMenu(export) })
	p.header.SetActions(load, export)
}

func (p *Page) boxKey(k *fyne.KeyEvent) bool {
	switch {
	case k.Name == fyne.KeyEscape && p.box.Text() != "":
		p.clearBox()
		return true
	case k.Name == fyne.KeyTab:
		return false
	}
	return false
}

func (p *Page) searchKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		p.clearFilter()
	case fyne.KeyDown:
		p.focus(p.list)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.list.Selected() < 0 {
			p.list.Select(0)
		}
		p.Primary()
	default:
		return false
	}
	return true
}

// Keys are the page's own shortcuts.
func (p *Page) Keys() []window.Key {
	return []window.Key{
		{Name: fyne.KeyO, Do: p.openChosen, Does: p.config.Say.T("help.key.open")},
		{Name: fyne.KeyD, Do: p.pinChosen, Does: p.config.Say.T("help.key.pin")},
		{Name: fyne.KeyE, Do: p.editChosen, Does: p.config.Say.T("help.key.edit")},
		{Name: fyne.KeyF, Do: func() { p.focus(p.search.Input()) }, Does: p.config.Say.T("help.key.find-links")},
		{Name: fyne.KeyN, Do: p.NewLink, Does: p.config.Say.T("help.key.new-link")},
	}
}

// NewLink empties the paste box and puts the focus into it.
func (p *Page) NewLink() {
	p.clearBox()
	p.focus(p.box.Input())
}

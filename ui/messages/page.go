package messages

import (
	"context"
	"crypto/rand"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/task"
	"foyer/ui/widget"
)

// Page is the Messages page. Its methods are called on the UI goroutine.
type Page struct {
	fynewidget.BaseWidget
	config Config
	tasks  *task.Group // what is read ends with the page
	stores *task.Queue // what is stored is stored to the end
	model  model

	under   *widget.Layer // what the panel may cover
	header  *widget.Header
	through *widget.Text    // which service messages go through
	chooser *widget.Chooser // of several; in sight where there are some
	tabs    *widget.Tabs
	banner  *widget.Banner // what is wrong with the service
	people  *writer
	room    *writer
	batch   *batchTab
	call    *callTab
	manager *managerTab // takes the place of room while it is open
	side    *side
	first   *widget.EmptyState
	scrolls *widget.Scrolled // around first
	suggest *suggestions
	toast   *widget.Toast

	managing bool
	sideOpen bool           // the panel was asked for where it lies over the page
	sideOff  bool           // there is no panel beside what is shown
	opener   *widget.Button // shows the panel where it would lie over the page
	posted   *posted
	dialog   *dialog.FileDialog // that is open
	shown    bool               // the page is in front
	short    bool               // there is little height
	ticking  func()             // ends the ticking of the banner
	loading  bool
	again    bool // something changed while the page was loading
	keeping  keeping

	// throughWords is what through says, throughTitle what else where that has no room.
	throughWords, throughTitle string
}

// The numbers of the tabs.
const (
	tabPeople = iota
	tabRoom
	tabBatch
	tabCall
)

// tab is what stands below one of the tabs.
type tab interface {
	// content is what scrolls, foot what stays below it; nil for none.
	content() fyne.CanvasObject
	foot() *actionBar
	// shown puts the focus where typing begins.
	shown()
	// primary does what the filled button does.
	primary()
	// escape closes what is open, and reports whether something was.
	escape() bool
	// show draws the model.
	show()
}

// New returns the page; tasks end with ctx. Load fills it.
func New(ctx context.Context, config Config) *Page {
	if config.After == nil {
		config.After = task.OnClock
	}
	if config.Do == nil {
		config.Do = fyne.Do
	}
	if config.Random == nil {
		config.Random = rand.Reader
	}
	p := &Page{config: config, tasks: task.NewWith(ctx, config.Do), stores: task.NewQueue(ctx, config.Do), toast: widget.NewToast(), suggest: newSuggestions()}
	p.toast.After = config.After
	p.build()
	p.ExtendBaseWidget(p)
	p.show()
	return p
}

// all lists the tabs, those that are out of sight included.
func (p *Page) all() []tab {
	return []tab{p.people, p.room, p.batch, p.call, p.manager}
}

// current is the tab in sight.
func (p *Page) current() tab {
	switch p.tabs.Selected() {
	case tabRoom:
		if p.managing {
			return p.manager
		}
		return p.room
	case tabBatch:
		return p.batch
	case tabCall:
		return p.call
	}
	return p.people
}

// writing is the tab in sight if a message is written there, else nil.
func (p *Page) writing() *writer {
	w, _ := p.current().(*writer)
	return w
}

func (p *Page) tabOf(w *writer) int {
	if w == p.room {
		return tabRoom
	}
	return tabPeople
}

// open shows a tab.
func (p *Page) open(index int) {
	if index == tabRoom {
		p.managing = false
	}
	p.tabs.Select(index)
	p.opened()
}

// turned shows the tab that somebody chose: with the arrow keys, to go on from there, or with the
// pointer, to begin typing.
func (p *Page) turned(int) {
	p.opened()
	if c := p.canvas(); c != nil && c.Focused() != fyne.Focusable(p.tabs) {
		p.current().shown()
	}
}

// opened draws the tab that was chosen.
func (p *Page) opened() {
	p.suggest.Hide()
	p.sideOpen = false
	p.show()
}

// show draws the model.
func (p *Page) show() {
	p.showService()
	first := p.firstTime()
	p.scrolls.Hidden = !first
	p.tabs.Hidden = first
	for _, t := range p.all() {
		hidden := first || t != p.current()
		hide(t.content(), hidden)
		if f := t.foot(); f != nil {
			f.Hidden = hidden
		}
	}
	p.current().show()
	p.showSide()
	p.Refresh()
}

func hide(o fyne.CanvasObject, hidden bool) {
	if o.Visible() != hidden {
		return
	}
	if hidden {
		o.Hide()
	} else {
		o.Show()
	}
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

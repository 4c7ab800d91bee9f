package settings

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/task"
	"foyer/ui/widget"
)

// Page is the Settings page. Its methods are called on the UI goroutine.
type Page struct {
	fynewidget.BaseWidget
	config Config
	tasks  *task.Group
	stores *task.Queue
	// secrets stores secrets, which may take as long as a person takes to unlock the keyring; storing
	// is what they are stored under.
	secrets    *task.Queue
	storing    context.Context
	endStoring context.CancelFunc
	epoch      int // grows with every change: what was read before one is not shown after it

	title    *widget.Text
	heading  *widget.Text
	nav      *nav
	tabs     *widget.Tabs
	edge     *widget.Fill
	body     *body
	scroll   *container.Scroll
	webex    *cardHead
	cards    []*service // of all services
	services *service   // the first Chat&Messenger; nil without any
	meetings *service   // the first account; nil without them
	// column is what the cards stand in, webexCard the one below them.
	column    *widget.Column
	webexCard *card
	note      *widget.Prose
	// What is in the sections, each nil until it is shown first.
	general       *general
	notifications *notifications
	shortcuts     *shortcuts
	start         *startUp
	messageTexts  *messageTexts
	network       *network
	about         *about
	rooms         *rooms
	texts         *texts
	data          *data
	sections      []section
	chosen        int
	values        Values // as they were shown last
	narrow        bool
	toast         *widget.Toast
	undo          func()
	objects       []fyne.CanvasObject // nil until the page is built
	webexApp      *bool               // whether links open here, nil when it is not known
	links         *int                // how many are saved, nil when it is not known
}

// New returns the page, hidden. It is built when it is shown first, so that the window's first
// frame does not pay for it. What it reads ends with ctx, what it stores is stored to the end.
func New(ctx context.Context, config Config) *Page {
	if config.After == nil {
		config.After = task.OnClock
	}
	if config.Do == nil {
		config.Do = fyne.Do
	}
	if config.Now == nil {
		config.Now = time.Now
	}
	p := &Page{config: config, tasks: task.NewWith(ctx, config.Do), toast: widget.NewToast()}
	p.stores, p.secrets = task.NewQueue(ctx, config.Do), task.NewQueue(ctx, config.Do)
	p.storing, p.endStoring = context.WithCancel(ctx)
	p.toast.After = config.After
	p.Hidden = true
	p.ExtendBaseWidget(p)
	return p
}

func (p *Page) built() bool { return p.objects != nil }

// ready builds the page, once, and shows what is known.
func (p *Page) ready() {
	if p.built() {
		return
	}
	p.build()
	p.values = p.config.Preferences.Values()
	if p.webexApp != nil {
		p.showWebexApp(*p.webexApp)
	}
	p.choose(p.chosen)
}

func (p *Page) build() {
	say := p.config.Say
	p.title = widget.NewBold(say.T("settings.title"), style.PageTitle)
	p.heading = widget.NewBold("", style.Heading)
	p.edge = widget.NewRule()
	p.webex = newCardHead("link", say.T("settings.webex"), say.T("settings.webex-about"))
	p.sections = p.allSections()
	words := make([]string, len(p.sections))
	for i, s := range p.sections {
		words[i] = s.words
	}
	p.nav = newNav(p.sections, p.choose)
	p.tabs = widget.NewTabs(words, say.T("preferences.more-sections"), p.choose)
	p.body = newBody()
	p.scroll = widget.NewFollowing(p.body)
	p.objects = []fyne.CanvasObject{p.title, p.edge, p.nav, p.tabs, p.heading, p.scroll}
}

// Content is part of the page contract.
func (p *Page) Content() fyne.CanvasObject { return p }

// Toast is the page's toast, which the shell draws above the page.
func (p *Page) Toast() *widget.Toast { return p.toast }

// Shown puts the focus on the chosen section; Tab leads into it.
func (p *Page) Shown() {
	c := p.canvas()
	switch {
	case c == nil:
	case p.narrow:
		c.Focus(p.tabs)
	default:
		c.Focus(p.nav.items[p.chosen])
	}
}

// Primary tests the service that is in trouble: its button is the only one that is ever filled.
func (p *Page) Primary() {
	if !p.built() || p.Section() != SectionServices {
		return
	}
	for _, s := range p.connections() {
		if s.test.Weight == widget.Filled {
			s.check()
			return
		}
	}
}

// Leave stores what is not stored yet, before the page goes out of sight.
func (p *Page) Leave() {
	if p.built() {
		p.flush()
	}
}

func (p *Page) flush() {
	for _, s := range p.sections {
		if s.inside != nil && s.inside.flush != nil {
			s.inside.flush()
		}
	}
}

// Close stores what is not stored yet and ends what the page has under way. A keyring that waits for
// its user is not waited for.
func (p *Page) Close() {
	if p.secrets.Busy() {
		p.endStoring()
	}
	p.Leave()
	p.toast.Dismiss()
	p.stores.Wait()
	p.secrets.Wait()
	p.endStoring()
	p.tasks.Close()
}

// Undo brings the template back that was deleted last.
func (p *Page) Undo() bool {
	if p.toast.Act() {
		return true
	}
	do := p.undo
	p.undo = nil
	if do != nil {
		do()
	}
	return do != nil
}

// Reconsider shows the settings as they are now. What is being typed stays.
func (p *Page) Reconsider() {
	if !p.built() {
		return
	}
	epoch := p.epoch
	p.tasks.Latest("read", func(context.Context) func() {
		v := p.config.Preferences.Values()
		return func() {
			if epoch == p.epoch {
				p.show(v)
			}
		}
	})
}

func (p *Page) show(v Values) {
	p.values = v
	for _, s := range p.sections {
		if s.inside != nil && s.inside.show != nil {
			s.inside.show(v)
		}
	}
	p.look(false)
}

// SetWebexApp says whether a program on this computer opens Webex links.
func (p *Page) SetWebexApp(found bool) {
	p.webexApp = &found
	if p.built() {
		p.showWebexApp(found)
	}
}

// SetLinks says how many links are saved.
func (p *Page) SetLinks(n int) {
	p.links = &n
	if p.data != nil {
		p.data.setLinks(n)
	}
}

// canvas is where the page is drawn. One that was made a moment ago and not drawn yet is not known to the
// driver, and takes the window's.
func (p *Page) canvas() fyne.Canvas {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil || p.config.Window == nil {
		return c
	}
	if w := p.config.Window(); w != nil {
		return w.Canvas()
	}
	return nil
}

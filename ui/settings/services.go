package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// services is the section about what Foyer is connected to.
type services struct {
	page     *Page
	column   *widget.Column
	head     *cardHead
	more     *widget.Button
	fields   *serviceFields
	url      *widget.Entry
	token    *tokenField
	problem  *widget.Prose
	test     *widget.Button // beside the fields
	testDemo *widget.Button // in the head, where there are no fields
	lock     *widget.Line
	plain    *widget.Prose // the words beside the open lock
	verdict  *verdict
	note     *widget.Prose

	values  ServiceValues
	filling bool // the URL is set by the page, not typed
	// state, secret and trouble are what was read last; known says that anything was.
	state   agent.ServiceState
	secret  agent.SecretState
	trouble error
	known   bool
	// result is how the last test went, nil when it says nothing any more.
	result  *result
	testing bool
	unkept  bool // the token that was typed last is not stored
	said    bool // the server's own words are in sight
}

// result is how a test went.
type result struct {
	checked agent.Checked
	err     error
}

func newServices(p *Page) *services {
	say := p.config.Say
	s := &services{page: p, problem: widget.NewProse("", style.Caption, style.InUse), verdict: newVerdict(), note: widget.NewProse("", style.Caption, style.Ink2)}
	s.plain = widget.NewProse("", style.Caption, style.Ink2)
	s.lock = widget.NewLine(style.IconGap, 1, widget.NewIcon("lock-open", style.IconRow, style.Soon), s.plain)
	s.more = widget.NewIconButton("more", say.T("services.more"), func() { widget.ShowMenu(s.more, s.menuItems()) })
	s.head = newCardHead("message", say.T("services.name"), say.T("services.about"), s.more)
	s.url = widget.NewEntry("", say.T("services.url-hint"))
	s.url.OnChanged = func(string) { s.urlTyped() }
	s.url.OnFocus = func(on bool) {
		if !on {
			s.keepURL()
			return
		}
		p.reveal(s.url)
	}
	s.url.OnSubmitted = func(string) { s.check() }
	s.token = newTokenField(say, s.keepToken, func(on bool) {
		if on {
			p.reveal(s.token)
		}
	})
	s.test = widget.NewButton(widget.Outlined, "", say.T("services.test"), s.check)
	s.testDemo = widget.NewButton(widget.Outlined, "", say.T("services.test"), s.check)
	p.watch(s.more, s.test, s.testDemo)
	s.fields = newServiceFields(say.T("services.url"), s.url, say.T("services.token"), s.token, s.test)
	s.problem.Hide()
	s.lock.Hide()
	s.verdict.Hide()
	s.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.PageMargin,
			widget.Part{Object: s.head},
			widget.Part{Above: style.FieldGap, Object: s.fields},
			widget.Part{Above: style.Unit, Object: s.problem},
			widget.Part{Above: style.FieldGap, Object: s.lock},
			widget.Part{Above: style.FieldGap, Object: s.verdict})},
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin, widget.Part{Object: p.webex})},
		widget.Part{Above: style.FieldGap, Object: s.note})
	return s
}

// take shows the settings as they are now. What is being typed stays.
func (s *services) take(v ServiceValues) {
	changed := v.URL != s.values.URL
	s.values = v
	if !s.url.Focused() && s.url.Text() != v.URL {
		s.fill(v.URL)
	}
	if changed {
		s.outdated()
	}
	s.show()
	s.read()
}

// fill puts a URL into its field.
func (s *services) fill(url string) {
	s.filling = true
	s.url.SetText(url)
	s.filling = false
	s.complain(false)
}

// read asks the agent how the service stands.
func (s *services) read() {
	port := s.page.config.Services
	s.page.tasks.Latest("service", func(ctx context.Context) func() {
		state, err := port.State(ctx)
		var secret agent.SecretState
		if err == nil {
			secret, err = port.SecretState(ctx)
		}
		return func() {
			s.state, s.secret, s.trouble, s.known = state, secret, err, true
			s.show()
		}
	})
}

// show draws what is known.
func (s *services) show() {
	s.showHead()
	s.fields.Hidden = s.state.Demo
	if !s.page.secrets.Busy() {
		s.token.setKept(s.secret.Kept)
	}
	open := s.state.OpenLock || s.result != nil && s.result.err == nil && s.result.checked.OpenLock
	s.lock.Hidden = !open
	if open {
		s.plain.SetText(s.page.config.Say.T("services.not-encrypted", "Server", s.server()))
	}
	note := "services.note"
	if s.known && s.secret.Kept != agent.KeptInKeyring && !s.secret.Keyring {
		note = "services.note-elsewhere"
	}
	s.note.Hidden = s.state.Demo
	s.note.SetText(s.page.config.Say.T(note))
	s.showVerdict()
	s.page.remeasure()
}

func (s *services) showHead() {
	say := s.page.config.Say
	title, about := say.T("services.name"), say.T("services.about")
	if s.values.Name != "" {
		title = say.T("services.named", "Name", s.values.Name)
	}
	end := []fyne.CanvasObject{s.more}
	s.head.overhang = 6
	if s.state.Demo {
		about, end, s.head.overhang = say.T("services.demo-about"), []fyne.CanvasObject{s.testDemo}, 0
	}
	s.head.title.SetText(title)
	s.head.words.SetText(about)
	s.head.end.Set(-1, end...)
	s.head.Refresh()
}

// outdated says that the last test and the last call do not count any more.
func (s *services) outdated() {
	s.stopTest()
	s.result, s.said = nil, false
	s.state.Health, s.state.Failure = agent.Untried, nil
}

// flush stores what was typed.
func (s *services) flush() {
	s.keepURL()
	s.token.hand()
}

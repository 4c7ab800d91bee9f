package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// service is the card of one service that Foyer is connected to.
type service struct {
	page     *Page
	kind     kind
	card     *card
	account  *accountFields // nil for a service that knows nobody but its token
	head     *cardHead
	more     *widget.Button
	use      *widget.Button // puts it to use, where another one is
	fields   *serviceFields
	url      *widget.Entry
	token    *tokenField
	problem  *widget.Prose
	test     *widget.Button // beside the fields
	testDemo *widget.Button // in the head, where there are no fields
	lock     *widget.Line
	plain    *widget.Prose // the words beside the open lock
	verdict  *verdict

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

func newService(p *Page, k kind) *service {
	say := p.config.Say
	s := &service{page: p, kind: k, problem: widget.NewProse("", style.Caption, style.InUse), verdict: newVerdict()}
	s.plain = widget.NewProse("", style.Caption, style.Ink2)
	s.lock = widget.NewLine(style.IconGap, 1, widget.NewIcon("lock-open", style.IconRow, style.Soon), s.plain)
	s.more = widget.NewIconButton("more", say.T("services.more"), func() { widget.ShowMenu(s.more, s.menuItems()) })
	s.use = widget.NewButton(widget.Outlined, "", say.T("several.use"), s.putToUse)
	p.watch(s.use)
	s.head = newCardHead(k.icon, k.name, k.about, s.more)
	s.url = widget.NewEntry("", k.urlHint)
	s.url.OnChanged = func(string) { s.urlTyped() }
	s.url.OnFocus = func(on bool) {
		if !on {
			s.keepURL()
			return
		}
		p.reveal(s.url)
	}
	s.url.OnSubmitted = func(string) { s.check() }
	s.token = newTokenField(say, k.secretWords, s.keepToken, func(on bool) {
		if on {
			p.reveal(s.token)
		}
	})
	s.test = widget.NewButton(widget.Outlined, "", say.T("services.test"), s.check)
	s.testDemo = widget.NewButton(widget.Outlined, "", say.T("services.test"), s.check)
	p.watch(s.more, s.test, s.testDemo)
	parts := []widget.Part{{Object: s.head}}
	if k.hasAccount {
		s.account = newAccountFields(s)
		s.fields = newServiceFields(say.T("meeting-service.account"), s.account.account, say.T("meeting-service.password"), s.token, s.test)
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: s.account}, widget.Part{Above: style.Unit, Object: s.problem},
			widget.Part{Above: style.FieldGap, Object: s.fields})
	} else {
		s.fields = newServiceFields(say.T("services.url"), s.url, say.T("services.token"), s.token, s.test)
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: s.fields}, widget.Part{Above: style.Unit, Object: s.problem})
	}
	s.problem.Hide()
	s.lock.Hide()
	s.verdict.Hide()
	s.card = newCard(style.PageMargin, append(parts, widget.Part{Above: style.FieldGap, Object: s.lock}, widget.Part{Above: style.FieldGap, Object: s.verdict})...)
	return s
}

// port is the service as the agent knows it, with the secret of how it logs in.
func (s *service) port() Service { return s.kind.port(s.values) }

// take shows the settings as they are now. What is being typed stays.
func (s *service) take(v ServiceValues) {
	changed := v.URL != s.values.URL || v.Account != s.values.Account || v.AppID != s.values.AppID || v.SignIn != s.values.SignIn
	s.values = v
	if !s.url.Focused() && s.url.Text() != v.URL {
		s.fill(v.URL)
	}
	if s.account != nil {
		s.account.take(v)
	}
	if changed {
		s.outdated()
	}
	s.show()
	s.read()
}

// fill puts a URL into its field.
func (s *service) fill(url string) {
	s.filling = true
	s.url.SetText(url)
	s.filling = false
	s.complain(false)
}

// read asks the agent how the service stands.
func (s *service) read() {
	port := s.port()
	s.page.tasks.Latest("service "+s.kind.id, func(ctx context.Context) func() {
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
func (s *service) show() {
	s.showHead()
	s.fields.Hidden = s.state.Demo
	if s.account != nil {
		s.account.Hidden = s.state.Demo
		s.fields.rename(s.account.names())
	}
	if !s.page.secrets.Busy() {
		s.token.setKept(s.secret.Kept)
	}
	open := s.state.OpenLock || s.result != nil && s.result.err == nil && s.result.checked.OpenLock
	s.lock.Hidden = !open
	if open {
		s.plain.SetText(s.page.config.Say.T("services.not-encrypted", "Server", s.server()))
	}
	s.page.showNote()
	s.showVerdict()
	s.page.remeasure()
}

func (s *service) showHead() {
	say := s.page.config.Say
	title, about := s.kind.name, s.kind.about
	if s.values.Name != "" {
		title = say.T("services.named", "Service", title, "Name", s.values.Name)
	}
	end := []fyne.CanvasObject{s.more}
	if s.isOneOfSeveral() {
		about = s.usedFor()
		if s.canUse() {
			end = []fyne.CanvasObject{s.use, s.more}
		}
	}
	s.head.overhang = 6
	if s.state.Demo {
		about, end, s.head.overhang = s.kind.demoAbout, []fyne.CanvasObject{s.testDemo}, 0
	}
	s.head.title.SetText(widget.Strong(title))
	s.head.words.SetText(about)
	s.head.end.Set(-1, end...)
	s.head.Refresh()
}

// outdated says that the last test and the last call do not count any more.
func (s *service) outdated() {
	s.stopTest()
	s.result, s.said = nil, false
	s.state.Health, s.state.Failure = agent.Untried, nil
}

// flush stores what was typed.
func (s *service) flush() {
	s.keepURL()
	if s.account != nil {
		s.account.keep()
	}
	s.token.hand()
}

package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// accountFields are the host and how to log in; the account itself stands with its secret below, in the
// fields that every service has.
type accountFields struct {
	fynewidget.BaseWidget
	service *service
	host    *widget.Column
	sign    *widget.Column
	choice  *widget.Segments
	account *widget.Entry
	filling bool // the account is set by the page, not typed
}

func newAccountFields(s *service) *accountFields {
	say := s.page.config.Say
	a := &accountFields{service: s}
	a.choice = widget.NewSegments([]string{say.T("meeting-service.by-account"), say.T("meeting-service.by-app")}, func(i int) {
		a.setSignIn([]string{SignInAccount, SignInApp}[i])
	})
	a.account = widget.NewEntry("person", say.T("meeting-service.account-hint"))
	a.account.OnFocus = func(on bool) {
		if !on {
			a.keep()
			return
		}
		s.page.reveal(a.account)
	}
	a.account.OnSubmitted = func(string) { s.check() }
	a.host = widget.NewColumn(0, widget.Part{Object: caption(say.T("meeting-service.host"))}, widget.Part{Above: style.Unit, Object: s.url})
	a.sign = named(say.T("meeting-service.sign-in"), a.choice)
	s.page.watch(a.choice)
	a.ExtendBaseWidget(a)
	return a
}

// isApp reports whether Foyer logs in with an App ID.
func (a *accountFields) isApp() bool { return a.service.values.SignIn == SignInApp }

// names are those of the fields for who logs in and for the secret.
func (a *accountFields) names() (account, secret string) {
	say := a.service.page.config.Say
	if a.isApp() {
		return say.T("meeting-service.app"), say.T("meeting-service.app-key")
	}
	return say.T("meeting-service.account"), say.T("meeting-service.password")
}

// who is what stands in the field: the account or the App ID.
func (a *accountFields) who() *string {
	if a.isApp() {
		return &a.service.values.AppID
	}
	return &a.service.values.Account
}

// take shows what is set. What is being typed stays.
func (a *accountFields) take(v ServiceValues) {
	index := 0
	if v.SignIn == SignInApp {
		index = 1
	}
	a.choice.Select(index)
	if who := *a.who(); !a.account.Focused() && a.account.Text() != who {
		a.filling = true
		a.account.SetText(who)
		a.filling = false
	}
}

// setSignIn changes how Foyer logs in. Each way has a secret of its own, so nothing goes to where it
// does not belong.
func (a *accountFields) setSignIn(way string) {
	s := a.service
	if way == s.values.SignIn {
		return
	}
	a.keep()
	s.token.hand()
	s.values.SignIn = way
	s.secret = agent.SecretState{Keyring: s.secret.Keyring}
	a.take(s.values)
	s.outdated()
	s.page.set(s.kind.key(KeyMeetingSignIn), way)
	s.show()
	s.read()
}

// keep stores who logs in.
func (a *accountFields) keep() {
	s := a.service
	typed := oneLine(a.account.Text(), accountMax)
	if a.filling || typed == *a.who() {
		return
	}
	*a.who() = typed
	key := KeyMeetingAccount
	if a.isApp() {
		key = KeyMeetingAppID
	} else {
		s.state.Account = typed
	}
	s.outdated()
	s.page.set(s.kind.key(key), typed)
	s.show()
}

// accountMax is the longest account that the service takes, in characters.
const accountMax = 255

// missing is the verdict while something is not set yet; ok is false when all is.
func (a *accountFields) missing() (v says, ok bool) {
	s := a.service
	say := s.page.config.Say
	unset := widget.Strong(say.T("services.lead.unset"))
	hasWho, hasSecret := *a.who() != "" || s.state.Account != "" && !a.isApp(), s.secret.Kept != agent.KeptNowhere
	switch {
	case s.state.Demo:
		return says{}, false
	case !hasWho && !hasSecret:
		return says{tone: widget.Notice, first: say.T("meeting-service.begin", "Begin", widget.Strong(say.T("services.begin"))),
			more: []string{say.T("meeting-service.without")}}, true
	case !hasWho && a.isApp():
		return says{tone: widget.Notice, first: say.T("meeting-service.app-missing", "Lead", unset)}, true
	case !hasWho:
		return says{tone: widget.Notice, first: say.T("meeting-service.account-missing", "Lead", unset)}, true
	case !hasSecret && a.isApp():
		return says{tone: widget.Notice, first: say.T("meeting-service.key-missing", "Lead", unset)}, true
	case !hasSecret:
		return says{tone: widget.Notice, first: say.T("meeting-service.password-missing", "Lead", unset)}, true
	}
	return says{}, false
}

// signedIn is what a test tells of the account.
func (a *accountFields) signedIn(c agent.Checked) []string {
	say, now := a.service.page.config.Say, a.service.page.config.Now()
	var lines []string
	if c.Account != "" {
		lines = append(lines, say.T("meeting-service.signed-in", "Account", widget.Strong(c.Account)))
	}
	if !c.Expires.IsZero() {
		lines = append(lines, say.T("meeting-service.until", "Until", say.Moment(c.Expires, now)))
	}
	return lines
}

// needs is the width that host and choice need beside each other.
func (a *accountFields) needs() float32 {
	return hostLeast*style.Of(a).Scale() + style.FieldGap + a.choice.MinSize().Width
}

// hostLeast is the least width of the field for the host beside the choice, px at 100 % text.
const hostLeast float32 = 220

// HeightFor returns the height that the fields need at a width.
func (a *accountFields) HeightFor(width float32) float32 {
	if width >= a.needs() {
		return max(a.host.HeightFor(width), a.sign.HeightFor(width))
	}
	return a.host.HeightFor(width) + style.FieldGap + a.sign.HeightFor(width)
}

// CreateRenderer is part of the widget contract.
func (a *accountFields) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{a.host, a.sign},
		func() fyne.Size { return fyne.NewSize(200, a.HeightFor(max(a.Size().Width, 200))) },
		func(size fyne.Size) {
			if size.Width >= a.needs() {
				sign := a.choice.MinSize().Width
				widget.Place(a.host, 0, 0, size.Width-sign-style.FieldGap, size.Height)
				widget.Place(a.sign, size.Width-sign, 0, sign, size.Height)
				return
			}
			high := a.host.HeightFor(size.Width)
			widget.Place(a.host, 0, 0, size.Width, high)
			widget.Place(a.sign, 0, high+style.FieldGap, size.Width, a.sign.HeightFor(size.Width))
		})
}

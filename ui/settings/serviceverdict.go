package settings

import (
	"errors"
	"net/url"
	"strings"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/widget"
)

// server names the server for a sentence: its host and port.
func (s *service) server() string {
	address := s.address()
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}

// address is the server's URL as far as it is known.
func (s *service) address() string {
	if s.state.URL != "" {
		return s.state.URL
	}
	return s.values.URL
}

// showVerdict says how the test went, or how the service stands, or how to begin.
func (s *service) showVerdict() {
	v, bad, ok := s.judge()
	s.verdict.Hidden = !ok
	if ok {
		s.verdict.set(v)
	}
	for _, b := range []*widget.Button{s.test, s.testDemo} {
		b.Weight = widget.Outlined
		if bad {
			b.Weight = widget.Filled
		}
		b.Refresh()
	}
}

// judge makes the verdict; bad says that the service wants help, ok that there is anything to say.
func (s *service) judge() (v says, bad, ok bool) {
	say := s.page.config.Say
	switch {
	case s.testing:
		return says{tone: widget.Notice, first: say.T("services.testing", "Server", s.server()),
			link: widget.NewButton(widget.Linked, "", say.T("services.cancel"), s.cancelTest)}, false, true
	case s.result != nil && s.result.err == nil:
		return s.fine(s.result.checked), false, true
	case s.result != nil:
		return s.failure(s.result.err, time.Time{}), true, true
	case s.trouble != nil:
		return s.failure(s.trouble, time.Time{}), true, true
	case !s.known:
		return says{}, false, false
	}
	return s.standing()
}

// standing is the verdict without a test: what is missing, or how the last call went.
func (s *service) standing() (v says, bad, ok bool) {
	say := s.page.config.Say
	if s.account != nil {
		if v, ok := s.account.missing(); ok {
			return v, false, true
		}
		return s.health()
	}
	unset := widget.Strong(say.T("services.lead.unset"))
	hasToken := s.secret.Kept != agent.KeptNowhere
	switch {
	case s.address() == "" && !hasToken:
		return says{tone: widget.Notice, first: say.T("services.begin-about", "Begin", widget.Strong(say.T("services.begin"))),
			link: widget.NewButton(widget.Linked, "", say.T("services.try-demo"), s.tryDemo)}, false, true
	case s.address() == "":
		return says{tone: widget.Notice, first: say.T("services.url-missing", "Lead", unset), more: []string{say.T("step.no-url")}}, false, true
	case !hasToken:
		return says{tone: widget.Notice, first: say.T("services.token-missing", "Lead", unset), more: []string{say.T("step.no-secret")}}, false, true
	}
	return s.health()
}

// health says how the last call went.
func (s *service) health() (v says, bad, ok bool) {
	say := s.page.config.Say
	switch {
	case s.state.Health == agent.Connected && !s.state.Since.IsZero():
		return says{tone: widget.Fine, first: say.T("services.connected-since", "Connected", widget.Strong(say.T("services.lead.connected-since")),
			"Since", say.Moment(s.state.Since, s.page.config.Now()))}, false, true
	case s.state.Failure != nil:
		return s.failure(s.asError(s.state.Failure), s.state.Next), true, true
	}
	return says{}, false, false
}

// asError makes an error of what the agent kept of one.
func (s *service) asError(f *message.Failure) error {
	return &fault.Error{Op: "calling the service", Service: s.state.Name, Kind: f.Kind, Status: f.Status, Code: f.Code, Words: f.Words, RequestID: f.RequestID}
}

// fine is the verdict of a test that went well.
func (s *service) fine(c agent.Checked) says {
	say := s.page.config.Say
	v := says{tone: widget.Fine, first: say.T("services.connected", "Connected", widget.Strong(say.T("services.lead.connected")),
		"Milliseconds", max(c.Took.Milliseconds(), 1), "Time", say.Clock(c.At.In(s.page.config.Now().Location())))}
	if s.account != nil {
		v.more = s.account.signedIn(c)
		return v
	}
	rooms := say.N("services.rooms", c.Rooms)
	if c.Unreadable > 0 {
		v.warning = say.N("services.rooms-unreadable", c.Unreadable, "Rooms", rooms)
	} else {
		v.more = []string{say.T("services.rooms-all", "Rooms", rooms)}
	}
	return v
}

// failure is the verdict of a test or a call that failed: why, what to do, and when Foyer tries again.
func (s *service) failure(err error, next time.Time) says {
	say := s.page.config.Say
	v := says{tone: widget.Trouble, first: say.T("services.failed", "Lead", widget.Strong(s.lead(err)), "Reason", say.Reason(err)), more: []string{say.Step(err)}}
	if !next.IsZero() {
		v.more = append(v.more, say.T("services.again", "Time", say.Clock(next.In(s.page.config.Now().Location()))))
	}
	words := s.serverSaid(err)
	switch {
	case codeOf(err) == codePlain:
		v.link = widget.NewButton(widget.Linked, "", say.T("services.plain-link"), func() { s.askPlain(err) })
	case words == "":
	case s.said:
		v.more = append(v.more, words)
		v.link = widget.NewButton(widget.Linked, "", say.T("services.said-hide"), s.toggleSaid)
	default:
		v.link = widget.NewButton(widget.Linked, "", say.T("services.said"), s.toggleSaid)
	}
	return v
}

func (s *service) toggleSaid() {
	s.said = !s.said
	s.show()
	if s.verdict.link != nil {
		s.page.focus(s.verdict.link)
	}
}

// lead is the word or two that sum a failure up.
func (s *service) lead(err error) string {
	say := s.page.config.Say
	if codeOf(err) == codePlain {
		return say.T("services.lead.not-sent")
	}
	switch fault.KindOf(err) {
	case fault.Refused:
		return say.T("services.lead.refused")
	case fault.Unreachable:
		return say.T("services.lead.unreachable")
	case fault.Faulty:
		return say.T("services.lead.faulty")
	case fault.UnknownOutcome:
		return say.T("services.lead.no-answer")
	case fault.NotConfigured, fault.Invalid:
		return say.T("services.lead.unset")
	}
	return say.T("services.lead.failed")
}

// serverSaid is what the server itself said, "" when nothing came from it.
func (s *service) serverSaid(err error) string {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Status == 0 {
		return ""
	}
	say := s.page.config.Say
	parts := []string{say.T("services.said-status", "Status", e.Status)}
	if e.Words != "" {
		parts = append(parts, say.T("services.said-words", "Words", e.Words))
	}
	if e.RequestID != "" {
		parts = append(parts, say.T("services.said-request", "ID", e.RequestID))
	}
	return strings.Join(parts, " · ")
}

func codeOf(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.Code
	}
	return ""
}

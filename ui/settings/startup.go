package settings

import (
	"context"
	"strconv"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// startUp is the section about what Foyer does without being asked: starting at log-in, and watching
// the clipboard.
type startUp struct {
	page   *Page
	column *widget.Column
	logIn  *widget.Segments
	stale  *fact // what is wrong with the start at log-in
	repair *widget.Button
	watch  *widget.Check
	here   *fact // what became of watching
	state  LogInState
	known  bool // the desktop's entry was read
}

// The choices of what happens at log-in, in the order in which they are shown.
const (
	logInOff = iota
	logInHidden
	logInShown
)

func newStartUp(p *Page) *startUp {
	say := p.config.Say
	s := &startUp{page: p, stale: newFact(), here: newFact()}
	s.logIn = widget.NewSegments([]string{say.T("preferences.log-in-off"), say.T("preferences.log-in-hidden"), say.T("preferences.log-in-shown")}, s.setLogIn)
	s.repair = widget.NewButton(widget.Outlined, "", say.T("preferences.log-in-repair"), func() { s.setLogIn(s.logIn.Selected()) })
	s.repair.Small = true
	s.repair.Hide()
	s.watch = widget.NewCheck(say.T("preferences.watch"), func(on bool) { p.set(KeyWatch, strconv.FormatBool(on)) })
	p.watch(s.logIn, s.repair, s.watch)
	parts := []widget.Part{{Object: newCard(style.PageMargin,
		widget.Part{Object: newCardHead("copy", say.T("preferences.clipboard"), say.T("preferences.clipboard-about"))},
		widget.Part{Above: style.GroupGap, Object: s.watch, Left: true},
		widget.Part{Above: style.IconGap, Object: widget.NewProse(say.T("preferences.watch-does"), style.Caption, style.Ink2)},
		widget.Part{Above: style.Unit, Object: widget.NewProse(say.T("preferences.watch-not"), style.Caption, style.Ink2)},
		widget.Part{Above: style.FieldGap, Object: s.here.line})}}
	if p.config.LogIn != nil {
		parts[0].Above = style.FieldGap
		parts = append([]widget.Part{{Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("clock", say.T("preferences.log-in"), say.T("preferences.log-in-about"))},
			widget.Part{Above: style.GroupGap, Object: s.logIn, Left: true},
			widget.Part{Above: style.FieldGap, Object: s.stale.line},
			widget.Part{Above: style.IconGap, Object: s.repair, Left: true})}}, parts...)
	}
	s.column = widget.NewColumn(0, parts...)
	return s
}

// show draws the settings.
func (s *startUp) show(v Values) { s.watch.SetOn(v.WatchClipboard) }

// look asks the desktop about the rest.
func (s *startUp) look(bool) {
	s.readLogIn()
	s.page.readHeld("watching", func(_ *agent.ShortcutState, w *agent.WatchingState, err error) { s.showWatching(w, err) })
}

func (s *startUp) readLogIn() {
	port := s.page.config.LogIn
	if port == nil {
		return
	}
	s.page.tasks.Latest("log-in", func(ctx context.Context) func() {
		state, err := port.State(ctx)
		return func() { s.showLogIn(state, err) }
	})
}

// showLogIn draws what the desktop will do at log-in.
func (s *startUp) showLogIn(state LogInState, err error) {
	say := s.page.config.Say
	s.repair.Hide()
	if err != nil {
		s.stale.say(widget.Trouble, say.T("preferences.log-in-unread", "Why", say.Reason(err)))
		s.page.remeasure()
		return
	}
	s.state, s.known = state, true
	s.logIn.Select(logInChoice(state))
	s.stale.say(widget.Notice, "")
	if state.On && state.Stale != "" {
		s.stale.say(widget.Caution, say.T("preferences.log-in-stale", "Program", state.Stale))
		s.repair.Show()
	}
	s.page.remeasure()
}

func logInChoice(state LogInState) int {
	switch {
	case !state.On:
		return logInOff
	case state.Shown:
		return logInShown
	}
	return logInHidden
}

// setLogIn changes what the desktop does at log-in. What it does in the end is read from it again.
func (s *startUp) setLogIn(choice int) {
	port := s.page.config.LogIn
	s.page.store(KeyLogIn, func(ctx context.Context) error {
		return port.Set(ctx, choice != logInOff, choice == logInShown)
	}, func(stored bool) {
		if stored {
			return
		}
		if s.known {
			s.logIn.Select(logInChoice(s.state))
		}
	})
}

// showWatching says what became of watching the clipboard.
func (s *startUp) showWatching(w *agent.WatchingState, err error) {
	say := s.page.config.Say
	switch {
	case !s.watch.On():
		s.here.say(widget.Notice, "")
	case err != nil || w == nil:
		s.here.say(widget.Notice, say.T("preferences.held-unknown"))
	case !w.On || w.State == agent.HoldOff:
		s.here.say(widget.Notice, "") // the agent has not followed yet
	case w.State == agent.HoldHeld:
		s.here.say(widget.Fine, say.T("preferences.watch-works"))
	case w.State == agent.HoldUnsupported:
		s.here.say(widget.Caution, s.page.adviceOr(w.Advice, "preferences.watch-unsupported"))
	default:
		s.here.say(widget.Trouble, s.page.adviceOr(w.Advice, "preferences.watch-failed"))
	}
	s.page.remeasure()
}

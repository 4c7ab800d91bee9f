package meetings

import (
	"context"
	"errors"
	"slices"
	"time"

	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/style"
)

// phase is how far the page knows the meeting that its fields name.
type phase int

const (
	nothing  phase = iota // too little is typed
	looking               // the service is being asked
	half                  // the meeting is there, but its password is missing
	running               // it runs and can be controlled
	waiting               // it has not started
	over                  // it has ended
	refused               // the service said no
	away                  // the service cannot be reached, or answers with faults
	starting              // it is being started
)

// The service's codes that say more than a refusal. They are those of Huawei Cloud Meeting's error
// table.
var (
	codesNotStarted = []string{"MMC.111072005", "MMC.111072004"}
	codesOver       = []string{"MMC.111072006", "MMC.111072003"}
	codesPassword   = []string{"MMC.111072065", "MMC.111071091", "MMC.111070009"}
	codesLocked     = []string{"MMC.111072050", "MMC.111081007", "MMC.111072064", "MMC.118000002"}
)

func codeOf(err error) string {
	if f, ok := errors.AsType[*fault.Error](err); ok {
		return f.Code
	}
	return ""
}

// found is what looking a meeting up brought.
type found struct {
	access   meeting.Access
	meeting  *meeting.Meeting
	err      error // of opening it, or of asking for it where there is nothing to open it with
	opened   bool
	presence *meeting.Presence
	unread   error
}

// forget leaves what was known of another meeting behind.
func (p *Page) forget() {
	for _, w := range []*func(){&p.waits.look, &p.waits.slow, &p.waits.poll} {
		stop(w)
	}
	p.tasks.Latest("look", func(context.Context) func() { return nil })
	p.tasks.Latest("presence", func(context.Context) func() { return nil })
	m := &p.model
	if a := p.typedAccess(); a.ID != m.asked.ID {
		m.meeting, m.presence, m.rounds, m.outcome = nil, nil, nil, nil
		clear(m.seen)
		for i := range m.sent {
			m.sent[i] = nil
		}
	}
	m.phase, m.trouble, m.unread, m.asked = nothing, nil, nil, meeting.Access{ID: m.asked.ID}
}

// lookUp asks what the meeting in the fields is doing.
func (p *Page) lookUp() {
	stop(&p.waits.look)
	p.forget()
	a, account := p.typedAccess(), p.account()
	bare := a.Password == "" && a.Token == ""
	if !goodID(a.ID) || bare && !account {
		p.model.asked.ID = a.ID
		p.show()
		return
	}
	p.model.asked = a
	p.model.phase = looking
	stop(&p.waits.slow)
	p.waits.slow = p.config.After(patience, func() {
		p.waits.slow = nil
		p.show()
	})
	p.tasks.Latest("look", func(ctx context.Context) func() {
		f := p.find(ctx, a, account)
		return func() { p.found(f) }
	})
	p.access.show()
}

func (p *Page) find(ctx context.Context, a meeting.Access, account bool) (f found) {
	f.access = a
	if account {
		m, err := p.host().Detail(ctx, a.ID)
		if err == nil {
			f.meeting = &m
		} else if a.Password == "" && a.Token == "" {
			f.err = err
			return f
		}
	}
	if f.access.Password == "" && f.access.Token == "" {
		if f.meeting.HostPassword == "" || f.meeting.Phase != meeting.Running {
			return f
		}
		f.access.Password = f.meeting.HostPassword
	}
	if _, f.err = p.host().Open(ctx, f.access); f.err != nil {
		return f
	}
	f.opened = true
	if now, err := p.host().Presence(ctx, f.access); err == nil {
		f.presence = &now
	} else if f.access.Token != "" && fault.KindOf(err) == fault.Refused {
		f.opened, f.err = false, err // a token that is given is only tried by using it
	} else {
		f.unread = err
	}
	return f
}

// giveUpLooking ends a look that takes too long.
func (p *Page) giveUpLooking() {
	p.forget()
	p.show()
}

// found takes what was found into the page.
func (p *Page) found(f found) {
	stop(&p.waits.slow)
	m := &p.model
	m.meeting, m.trouble = f.meeting, f.err
	if f.meeting != nil && f.meeting.HostPassword != "" && m.asked.Password == "" && m.asked.Token == "" && !m.byToken {
		p.fillPassword(f.meeting.HostPassword)
	}
	if f.opened {
		m.asked = f.access
	}
	m.phase = f.phase()
	if m.phase != refused && m.phase != away {
		m.trouble = nil
	}
	if f.err != nil {
		p.config.Log.Warn("meetings page", "what", "looking a meeting up", "err", f.err)
	}
	if m.phase == running {
		p.delay = pollEvery
		if f.presence != nil {
			p.saw(*f.presence)
		} else {
			p.notSeen(f.unread)
		}
		p.poll(p.delay)
	}
	p.show()
}

// fillPassword writes the host password that the service told into its field, without looking the
// meeting up because of that.
func (p *Page) fillPassword(password string) {
	changed := p.access.secret.OnChanged
	p.access.secret.OnChanged = nil
	p.access.secret.SetText(password)
	p.access.secret.OnChanged = changed
	p.model.asked.Password = password
}

func (f found) phase() phase {
	code := codeOf(f.err)
	described := meeting.UnknownPhase
	if f.meeting != nil {
		described = f.meeting.Phase
	}
	switch {
	case f.opened:
		return running
	case slices.Contains(codesNotStarted, code), described == meeting.Scheduled && fault.KindOf(f.err) != fault.Unreachable:
		return waiting
	case slices.Contains(codesOver, code), described == meeting.Over:
		return over
	case f.err == nil:
		return half
	case fault.KindOf(f.err) == fault.Refused, fault.KindOf(f.err) == fault.Invalid, fault.KindOf(f.err) == fault.NotConfigured:
		return refused
	}
	return away
}

// action is a link with what it does.
type action struct {
	word string
	do   func()
}

// face is how the meeting's state looks.
type face struct {
	icon    string
	tone    style.Name
	words   string
	ink     style.Name
	actions []action
}

// phaseFace says what the meeting is doing.
func (p *Page) phaseFace() face {
	say, m := p.config.Say, &p.model
	f := face{ink: style.Ink}
	if id := cleanID(p.access.id.Text()); id != "" && !goodID(id) {
		return face{icon: "x", tone: style.InUse, words: say.T("meetings.id-digits"), ink: style.InUse}
	}
	switch m.phase {
	case looking:
		if p.waits.slow == nil {
			f.words, f.ink, f.actions = say.T("meetings.looking"), style.Ink2, []action{{say.T("widget.cancel"), p.giveUpLooking}}
		}
	case half:
		f.icon, f.tone, f.words, f.ink = "info", style.Ink2, p.missingSecret(), style.Ink2
	case running:
		f.icon, f.tone, f.words = "room-in-use", style.Free, p.runningWords()
	case waiting:
		f.icon, f.tone, f.words, f.actions = "room-free", style.Ink2, say.T("meetings.not-started"), p.startAction()
	case starting:
		f.icon, f.tone, f.words, f.ink = "room-starts-soon", style.Soon, say.T("meetings.starting"), style.Ink2
	case over:
		f.icon, f.tone, f.words = "room-unknown", style.Unknown, say.T("meetings.over")
	case refused:
		f.icon, f.tone, f.words, f.ink = "x", style.InUse, p.refusedWords(), style.InUse
	case away:
		f.icon, f.tone, f.words, f.ink = "warning", style.Soon, say.T("meetings.not-known"), style.Soon
	case nothing:
		f.words, f.ink = p.nextStep(), style.Ink3
	}
	return f
}

// runningWords say since when the meeting runs, where that is known.
func (p *Page) runningWords() string {
	if m := p.model.meeting; m != nil && !m.Start.IsZero() {
		return p.config.Say.T("meetings.running-since", "Time", p.clock(m.Start))
	}
	return p.config.Say.T("meetings.running")
}

// startAction starts a meeting, which takes its password and an account.
func (p *Page) startAction() []action {
	if p.model.asked.Password == "" || !p.account() {
		return nil
	}
	return []action{{p.config.Say.T("meetings.start"), p.start}}
}

// nextStep says what to type next.
func (p *Page) nextStep() string {
	say, a := p.config.Say, p.typedAccess()
	if a.ID == "" || a.Password != "" || a.Token != "" {
		return ""
	}
	if p.model.byToken {
		return say.T("meetings.token-needed")
	}
	return say.T("meetings.password-needed")
}

// missingSecret is nextStep for a meeting that the service knows.
func (p *Page) missingSecret() string {
	if m := p.model.meeting; m != nil && m.Phase == meeting.Running {
		return p.config.Say.T("meetings.running-password")
	}
	return p.nextStep()
}

// refusedWords are the reason in two words.
func (p *Page) refusedWords() string {
	say, code := p.config.Say, codeOf(p.model.trouble)
	switch {
	case slices.Contains(codesPassword, code):
		if p.model.byToken {
			return say.T("meetings.wrong-token")
		}
		return say.T("meetings.wrong-password")
	case slices.Contains(codesLocked, code):
		return say.T("meetings.locked")
	}
	return say.T("meetings.refused")
}

// clock is a time within a sentence: without the day when that is today.
func (p *Page) clock(t time.Time) string {
	now := p.config.Now()
	t = t.In(now.Location())
	if t.Year() == now.Year() && t.YearDay() == now.YearDay() {
		return p.config.Say.Clock(t)
	}
	return p.config.Say.Moment(t, now)
}

// start starts a scheduled meeting.
func (p *Page) start() { p.startThat(p.model.asked) }

func (p *Page) startThat(a meeting.Access) {
	p.model.phase = starting
	p.access.show()
	p.tasks.Latest("look", func(ctx context.Context) func() {
		err := p.host().Start(ctx, a)
		return func() {
			if err != nil {
				p.failed("meetings.start-failed", err)
			}
			p.lookUp()
		}
	})
}

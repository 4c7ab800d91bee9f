package meetings

import (
	"context"
	"slices"
	"time"

	"foyer/services/meeting"
	"foyer/ui/widget"
)

// How often the page looks who is in the meeting: every pollEvery, and after faults ever later, up to
// pollLate.
const (
	pollEvery = 5 * time.Second
	pollLate  = 60 * time.Second
)

// poll looks who is in the meeting after a while, as long as the page is in front and the meeting can be
// looked at.
func (p *Page) poll(after time.Duration) {
	stop(&p.waits.poll)
	if !p.shown || p.model.phase != running {
		return
	}
	p.model.next = p.config.Now().Add(after)
	p.waits.poll = p.config.After(after, func() {
		p.waits.poll = nil
		p.readPresence()
	})
}

// readPresence looks who is in the meeting now.
func (p *Page) readPresence() {
	stop(&p.waits.poll)
	a := p.model.asked
	p.tasks.Latest("presence", func(ctx context.Context) func() {
		now, err := p.host().Presence(ctx, a)
		return func() {
			if p.model.phase != running {
				return
			}
			if err == nil {
				p.saw(now)
			} else {
				p.notSeen(err)
			}
			p.poll(p.delay)
			p.showPresence()
		}
	})
}

// saw takes who is in the meeting.
func (p *Page) saw(now meeting.Presence) {
	m := &p.model
	m.presence, m.unread, p.delay = &now, nil, pollEvery
	seen := make(map[string]firstSeen, len(now.Participants))
	for _, one := range now.Participants {
		f := firstSeen{one.State, now.At}
		if before, ok := m.seen[one.PID]; ok && before.state == one.State {
			f.since = before.since
		}
		seen[one.PID] = f
	}
	m.seen = seen
	for _, r := range m.rounds {
		if r.follow != nil {
			r.follow.See(now)
		}
	}
	p.settleUnclear()
}

// notSeen says that the meeting could not be looked at, and waits longer. A meeting that has ended is
// not asked again.
func (p *Page) notSeen(err error) {
	m := &p.model
	p.config.Log.Warn("meetings page", "what", "reading who is in the meeting", "err", err)
	m.unread = err
	if slices.Contains(codesOver, codeOf(err)) {
		m.phase = over
		return
	}
	p.delay = min(max(p.delay, pollEvery)*2, pollLate)
}

// showPresence draws what changes with every look.
func (p *Page) showPresence() {
	p.access.show()
	p.showHeader()
	p.showResult()
	p.showTable()
	p.side.show()
	p.Refresh()
	p.tick()
}

// tick lets the seconds beside people and below them pass while they are in sight.
func (p *Page) tick() {
	stop(&p.waits.tick)
	if !p.shown || p.model.presence == nil || p.model.phase != running {
		return
	}
	p.waits.tick = p.config.After(time.Second, func() {
		p.waits.tick = nil
		p.side.show()
		p.tick()
	})
}

// hangUp ends somebody's calls; they stay invited.
func (p *Page) hangUp(done string, pids ...string) {
	a := p.model.asked
	p.sends.Add(func(ctx context.Context) func() {
		err := p.host().HangUp(ctx, a, pids)
		return func() { p.changedMeeting(err, "meetings.hang-up-failed", done) }
	})
}

// remove takes somebody off the list of the invited, and out of the meeting.
func (p *Page) remove(done string, people ...meeting.Removal) {
	a := p.model.asked
	p.sends.Add(func(ctx context.Context) func() {
		err := p.host().Remove(ctx, a, people)
		return func() { p.changedMeeting(err, "meetings.remove-failed", done) }
	})
}

// changedMeeting says how a change of the meeting went and looks at once what became of it.
func (p *Page) changedMeeting(err error, key, done string) {
	if err != nil {
		p.failed(key, err)
	} else {
		p.toast.Say(widget.Fine, done, "", nil)
	}
	if p.model.phase == running {
		p.readPresence()
	}
}

package meetings

import (
	"context"
	"sync/atomic"

	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/widget"
)

// run is an invitation on its way.
type run struct {
	progress meeting.Progress
	stop     atomic.Bool // no further request is sent
	// settle marks its rows with what became of them. It is there once the last request was answered,
	// for a page that closes before it hears of that.
	settle func()
}

// outcome is what became of the last invitation, if it did not all go well.
type outcome struct {
	err                                          error
	accepted, refused, unclear, seen, notInvited int
	looked                                       bool
	stopped                                      bool // by the user
}

// stoppable sends no further request once it is told to stop. One that is on its way is never cut off:
// nobody would know what became of it.
type stoppable struct {
	meeting.Host
	stop *atomic.Bool
}

// Invite refuses to begin another request after stop.
func (s stoppable) Invite(ctx context.Context, a meeting.Access, people []meeting.Attendee) error {
	if s.stop.Load() {
		return &fault.Error{Op: "inviting attendees", Kind: fault.Cancelled}
	}
	return s.Host.Invite(ctx, a, people)
}

// inviteReady invites everybody who is ready.
func (p *Page) inviteReady() {
	p.table.Commit()
	p.invite(p.model.ready())
}

// retryMissing calls everybody again who was called and is not there.
func (p *Page) retryMissing() { p.invite(p.model.missing()) }

// inviteAgain calls somebody again.
func (p *Page) inviteAgain(s *sentRow) {
	for i, row := range p.model.sent {
		if row != nil && *row == *s {
			p.invite([]meeting.Attendee{s.round.rows[s.at]}, []int{i})
			return
		}
	}
	// The row is no longer in the table.
	if p.model.run == nil && p.model.phase == running {
		s.round.again[s.at] = true
		p.invite([]meeting.Attendee{s.round.rows[s.at]}, []int{-1})
	}
}

// invite calls people into the meeting; at are their rows in the table, −1 for none. While it runs no
// other can begin.
func (p *Page) invite(rows []meeting.Attendee, at []int) {
	m := &p.model
	if m.run != nil || m.phase != running || len(rows) == 0 {
		return
	}
	r := &run{progress: meeting.Progress{Total: len(rows)}}
	m.run, m.outcome = r, nil
	now := &round{rows: rows, again: make([]bool, len(rows))}
	for n, i := range at {
		if i < 0 {
			continue
		}
		if before := m.sent[i]; before != nil {
			before.round.again[before.at] = true
		}
		m.sent[i] = &sentRow{now, n}
	}
	a, chunk, began := m.asked, p.config.Preferences.Chunk(), p.config.Now()
	before := m.presence
	host := stoppable{p.host(), &r.stop}
	p.sends.Add(func(ctx context.Context) func() {
		report := meeting.Invite(ctx, host, a, rows, chunk, func(so meeting.Progress) {
			p.config.Do(func() { p.progressed(r, so) })
		})
		var kept []meeting.Attendee
		for i, f := range report.Fates {
			if f == meeting.FateAccepted || f == meeting.FateSeen {
				kept = append(kept, rows[i])
			}
		}
		if len(kept) > 0 {
			if err := p.config.Book.RememberInvited(ctx, kept); err != nil {
				p.config.Log.Warn("meetings page", "what", "remembering who was invited", "err", err)
			}
		}
		r.settle = func() { now.fates = report.Fates }
		return func() {
			now.fates, now.follow = report.Fates, meeting.NewFollow(rows, began)
			if before != nil {
				now.follow.Before(*before)
			}
			p.invited(r, a.ID, now, report)
		}
	})
	p.show()
}

func (p *Page) progressed(r *run, so meeting.Progress) {
	if p.model.run == r {
		r.progress = so
		p.foot.show()
	}
}

// cancelInvite sends no further request.
func (p *Page) cancelInvite() {
	if r := p.model.run; r != nil {
		r.stop.Store(true)
		p.foot.show()
	}
}

// invited takes what became of the rows. When another meeting was typed in the meantime they are rows
// that were not invited, into that one.
func (p *Page) invited(r *run, id string, now *round, report meeting.Report) {
	m := &p.model
	m.run = nil
	if m.asked.ID != id {
		p.toast.Say(widget.Notice, p.config.Say.N("meetings.invited-elsewhere", report.Count(meeting.FateAccepted), "ID", id), "", nil)
		p.show()
		return
	}
	m.past, m.undone = nil, nil // what was before the invitation cannot come back: people were called
	m.rounds = append(m.rounds, now)
	for i, s := range m.sent {
		if s != nil && s.round == now && s.fate() == meeting.FateNotSent {
			m.sent[i] = nil
		}
	}
	if report.Looked != nil {
		p.saw(*report.Looked)
	}
	m.outcome = nil
	if report.Err != nil {
		m.outcome = &outcome{err: report.Err, accepted: report.Count(meeting.FateAccepted), refused: report.Count(meeting.FateRefused), unclear: report.Count(meeting.FateUnclear),
			seen: report.Count(meeting.FateSeen), notInvited: report.Count(meeting.FateNotSent), looked: report.Looked != nil, stopped: r.stop.Load() && fault.KindOf(report.Err) == fault.Cancelled}
		p.config.Log.Warn("meetings page", "what", "inviting", "err", report.Err)
	} else {
		p.toast.Say(widget.Fine, p.config.Say.N("meetings.invited", len(now.rows)), "", nil)
	}
	p.touched()
	p.show()
	if m.phase == running {
		p.delay = pollEvery
		p.readPresence()
	}
}

// showResult says which rows were not taken, and why.
func (p *Page) showResult() {
	say, o := p.config.Say, p.model.outcome
	if o == nil || p.firstTime() {
		p.result.say(nil, 0, "")
		return
	}
	actions := p.saidLink(o.err)
	done := widget.NewIconButton("x", say.T("meetings.close"), func() {
		p.model.outcome = nil
		p.show()
	})
	counts := ""
	if o.accepted > 0 {
		counts = say.N("meetings.result.accepted", o.accepted)
	}
	if o.notInvited > 0 {
		counts += " " + say.N("meetings.result.not-invited", o.notInvited)
	}
	switch {
	case o.stopped:
		p.result.say(o, widget.Notice, say.T("meetings.result.stopped", "Counts", counts), done)
	case o.unclear+o.seen > 0:
		// No step: those say "try again", which would call people twice.
		words := say.N("meetings.result.unclear", o.unclear+o.seen, "Why", say.Reason(o.err))
		switch {
		case !o.looked:
			words += " " + say.T("meetings.result.not-looked")
		case o.seen > 0:
			words += " " + say.N("meetings.result.seen", o.seen)
		default:
			words += " " + say.T("meetings.result.none-seen")
		}
		again := p.link(say.T("meetings.look-again"), p.lookAgain)
		p.result.say(o, widget.Caution, words+" "+counts, append(actions, again, done)...)
	default:
		words := say.T("meetings.result.unreachable", "Why", widget.Strong(p.why(o.err)), "Counts", counts)
		if o.refused > 0 {
			words = say.N("meetings.result.refused", o.refused, "Why", widget.Strong(p.why(o.err)), "Counts", counts)
		}
		p.result.say(o, widget.Trouble, words, append(actions, done)...)
	}
}

// lookAgain looks whether rows whose outcome nobody knows are in the meeting by now.
func (p *Page) lookAgain() {
	a := p.model.asked
	p.tasks.Latest("presence", func(ctx context.Context) func() {
		now, err := p.host().Presence(ctx, a)
		return func() {
			if err != nil {
				p.notSeen(err)
				p.failed("meetings.look-failed", err)
			} else {
				p.saw(now)
			}
			p.show()
			p.poll(p.delay)
		}
	})
}

// settleUnclear counts rows as called that the meeting shows.
func (p *Page) settleUnclear() {
	found := 0
	for _, r := range p.model.rounds {
		for i, f := range r.fates {
			if f == meeting.FateUnclear && r.follow != nil && r.follow.Standing(i).PID != "" {
				r.fates[i] = meeting.FateSeen
				found++
			}
		}
	}
	if o := p.model.outcome; o != nil && o.unclear+o.seen > 0 && (found > 0 || !o.looked) {
		next := *o
		next.looked, next.seen, next.unclear = true, o.seen+found, o.unclear-found
		p.model.outcome = &next
	}
}

package meetings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// standMark is the shape and colour of where somebody stands.
func standMark(s meeting.Seen) (icon string, tone style.Name) {
	switch s {
	case meeting.SeenIn:
		return "room-in-use", style.Free
	case meeting.SeenJoining:
		return "room-starts-soon", style.Soon
	case meeting.SeenCalling:
		return "room-free", style.Accent
	case meeting.SeenWaiting:
		return "message-queued", style.Ink2
	}
	return "room-unknown", style.Unknown
}

// standWord says where somebody stands.
func (p *Page) standWord(s meeting.Seen) string {
	if s == "" {
		return p.config.Say.T("meetings.unclear-state")
	}
	return p.config.Say.T("attendee.seen." + string(s))
}

// rosterRow is somebody's row in the panel. What is stale keeps its shape and loses its colour.
func (p *Page) rosterRow(one sidePerson, stale bool) widget.RosterRow {
	say := p.config.Say
	r := widget.RosterRow{Name: one.name, State: p.standWord(one.state)}
	if r.Name == "" {
		r.Name = one.number
	}
	r.Icon, r.Tone = standMark(one.state)
	if stale {
		r.Tone = style.Unknown
	}
	more := p.detailsOf(one, stale)
	if (one.state == meeting.SeenNoAnswer || one.state == meeting.SeenLeft) && !stale && p.model.run == nil {
		r.Action = say.T("meetings.retry")
	}
	if len(more) > 0 {
		r.Second = ", " + strings.Join(more, ", ")
	}
	return r
}

// detailsOf say more of where somebody stands: since when, and as what.
func (p *Page) detailsOf(one sidePerson, stale bool) (more []string) {
	say := p.config.Say
	switch one.state {
	case meeting.SeenCalling, meeting.SeenWaiting:
		if !stale && !one.since.IsZero() {
			more = append(more, p.duration(p.config.Now().Sub(one.since)))
		}
	case meeting.SeenNoAnswer, meeting.SeenLeft:
		if !one.since.IsZero() {
			more = append(more, p.clock(one.since))
		}
	case meeting.SeenIn:
		if one.host {
			more = append(more, say.T("meetings.is-host"))
		}
		if slices.Contains(roomTypes, one.kind) {
			more = append(more, say.T("meetings.is-room"))
		}
		if one.hand {
			more = append(more, say.T("meetings.hand"))
		}
	case meeting.SeenJoining:
	}
	return more
}

// roomTypes are the types of what stands in a room.
var roomTypes = []meeting.Type{meeting.Terminal, meeting.Telepresence, meeting.IdeaHub, meeting.Board}

// retry calls somebody again who did not answer.
func (s *side) retry(i int) {
	if i < len(s.people) && s.people[i].row != nil {
		s.page.inviteAgain(s.people[i].row)
	}
}

// openMenu offers what can be done about somebody in the panel.
func (s *side) openMenu(i int, at fyne.Position) {
	if i < len(s.people) {
		widget.ShowMenuAt(s.page, at, s.page.personMenu(s.people[i]))
	}
}

// personMenu is the menu of somebody in the panel.
func (p *Page) personMenu(one sidePerson) (items []*fyne.MenuItem) {
	say := p.config.Say
	add := func(words string, on bool, do func()) {
		item := fyne.NewMenuItem(words, do)
		item.Disabled = !on || p.model.phase != running
		items = append(items, item)
	}
	name := widget.Strong(one.name)
	gone := one.pid == ""
	if gone && one.row != nil {
		add(say.T("meetings.retry"), one.state != meeting.SeenWaiting && p.model.run == nil, func() { p.inviteAgain(one.row) })
	}
	add(say.T("meetings.hang-up"), !gone, func() { p.hangUp(say.T("meetings.hung-up", "Name", name), one.pid) })
	add(say.T("meetings.remove"), one.number != "", func() {
		p.remove(say.T("meetings.removed", "Name", name), meeting.Removal{Number: one.number, PID: one.pid})
	})
	return items
}

// hangUpAll ends all calls but those of the hosts, which asks first.
func (p *Page) hangUpAll() {
	var pids []string
	for _, one := range p.side.gather() {
		if one.pid != "" && !one.host {
			pids = append(pids, one.pid)
		}
	}
	if len(pids) == 0 {
		return
	}
	say := p.config.Say
	p.ask(say.T("meetings.hang-up-all"), say.N("meetings.hang-up-sure", len(pids)), say.T("meetings.hang-up"), func() {
		p.hangUp(say.N("meetings.hung-up-all", len(pids)), pids...)
	})
}

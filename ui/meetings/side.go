package meetings

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// side is the panel with who is in the meeting.
type side struct {
	fynewidget.BaseWidget
	page    *Page
	fill    *widget.Fill
	edge    *widget.Fill
	title   *widget.Prose
	count   *widget.Text
	close   *widget.Button
	roster  *widget.Roster
	rule    *widget.Fill
	age     *widget.Prose
	again   *widget.Button
	people  []sidePerson
	overlay bool
}

// sidePerson is somebody in the panel: a participant, a row that was invited, or both.
type sidePerson struct {
	pid    string
	number string
	name   string
	row    *sentRow
	state  meeting.Seen
	since  time.Time
	host   bool
	hand   bool
	kind   meeting.Type
}

func newSide(p *Page) *side {
	say := p.config.Say
	s := &side{page: p, fill: widget.NewFill(style.Surface, "", 0), edge: widget.NewRule(), title: widget.NewProse(widget.Strong(say.T("meetings.in-title")), style.Heading, style.Ink),
		count: widget.NewText("", style.Body, style.Ink2), roster: widget.NewRoster(say.T("meetings.menu")), rule: widget.NewRule(), age: widget.NewProse("", style.Caption, style.Ink2)}
	s.close = widget.NewIconButton("x", say.T("meetings.close"), p.closeSide)
	s.again = p.link(say.T("meetings.read-again"), p.readPresence)
	s.again.Caption = true
	s.roster.OnMenu, s.roster.OnAction = s.openMenu, s.retry
	s.ExtendBaseWidget(s)
	return s
}

// wanted reports whether there is anything to be shown.
func (s *side) wanted() bool {
	m := &s.page.model
	return !s.page.firstTime() && (m.presence != nil || m.phase == running || len(m.rounds) > 0)
}

// openSide and closeSide show the panel where it lies over the page, and put it away.
func (p *Page) openSide() {
	p.sideOpen = true
	p.show()
	p.focus(p.side.roster)
}

func (p *Page) closeSide() {
	p.sideOpen = false
	p.show()
	p.table.Focus()
}

// seenOf is a participant's state as one of those that invited rows go through.
func seenOf(s meeting.State) meeting.Seen {
	switch s {
	case meeting.Calling:
		return meeting.SeenCalling
	case meeting.Joining:
		return meeting.SeenJoining
	case meeting.In:
		return meeting.SeenIn
	}
	return ""
}

// order is the order in which the panel lists people.
var order = []meeting.Seen{meeting.SeenIn, "", meeting.SeenJoining, meeting.SeenCalling, meeting.SeenWaiting, meeting.SeenNoAnswer, meeting.SeenLeft}

// gather lists who is in the meeting, and who was called and is not.
func (s *side) gather() (people []sidePerson) {
	m := &s.page.model
	byPID := map[string]*sentRow{}
	var absent []sidePerson
	for _, r := range m.rounds {
		for i, fate := range r.fates {
			row := &sentRow{r, i}
			if r.again[i] || fate != meeting.FateAccepted && fate != meeting.FateSeen {
				continue
			}
			at := row.standing()
			if at.State == meeting.SeenWaiting || at.State == meeting.SeenNoAnswer || at.State == meeting.SeenLeft {
				a := r.rows[i]
				absent = append(absent, sidePerson{name: a.Name, number: a.Phone, row: row, state: at.State, since: at.Since, kind: a.Type})
			} else if at.PID != "" {
				byPID[at.PID] = row
			}
		}
	}
	people = append(s.present(byPID), absent...)
	slices.SortStableFunc(people, func(a, b sidePerson) int {
		if by := cmp.Compare(slices.Index(order, a.state), slices.Index(order, b.state)); by != 0 || a.host == b.host {
			return by
		}
		if a.host {
			return -1
		}
		return 1
	})
	return people
}

// present lists who is in the meeting, or on the way, with the rows that they were invited by.
func (s *side) present(rows map[string]*sentRow) (people []sidePerson) {
	m := &s.page.model
	if m.presence == nil {
		return nil
	}
	for _, one := range m.presence.Participants {
		person := sidePerson{pid: one.PID, number: one.Phone, name: one.Name, row: rows[one.PID], state: seenOf(one.State),
			since: m.seen[one.PID].since, host: slices.Contains(m.presence.Hosts, one.PID), hand: one.Hand}
		if person.row != nil {
			person.kind = person.row.round.rows[person.row.at].Type
		}
		people = append(people, person)
	}
	return people
}

// show draws who is in the meeting.
func (s *side) show() {
	p, say := s.page, s.page.config.Say
	if s.Hidden = !s.wanted() || s.overlay && !p.sideOpen; !s.wanted() {
		return
	}
	s.people = s.gather()
	rows, in := make([]widget.RosterRow, len(s.people)), 0
	stale := p.model.unread != nil || p.model.phase != running
	for i, one := range s.people {
		rows[i] = p.rosterRow(one, stale)
		if one.state == meeting.SeenIn {
			in++
		}
	}
	s.roster.SetRows(rows)
	s.count.SetText("")
	if len(rows) > 0 {
		s.count.SetText(say.T("meetings.in-of", "In", in, "All", len(rows)))
	}
	s.showAge()
	s.Refresh()
}

// showAge says how old the list is, and why it is not read anew.
func (s *side) showAge() {
	p, say := s.page, s.page.config.Say
	m, now := &p.model, p.config.Now()
	s.age.Color = style.Ink2
	s.again.Hidden = m.phase != running || m.unread == nil
	switch {
	case m.phase == over:
		s.age.SetText(say.T("meetings.in-over"))
	case m.unread != nil:
		s.age.Color = style.Soon
		words := say.T("meetings.unread", "Why", say.Reason(m.unread))
		if m.presence != nil {
			words = say.T("meetings.stale", "Time", p.clock(m.presence.At), "Why", say.Reason(m.unread))
		}
		if left := int(m.next.Sub(now).Round(time.Second) / time.Second); left > 0 {
			words += " " + say.N("meetings.next-seconds", left)
		}
		s.age.SetText(words)
	case m.presence == nil:
		s.age.SetText(say.T("meetings.reading"))
	case len(s.people) == 0:
		s.age.SetText(say.T("meetings.in-nobody"))
	default:
		s.age.SetText(say.T("meetings.read-ago", "Ago", p.duration(now.Sub(m.presence.At))))
	}
}

// duration is a length of time as short as a row wants it.
func (p *Page) duration(d time.Duration) string {
	if d = max(d, 0); d < time.Minute {
		return p.config.Say.T("meetings.seconds", "Seconds", int(d/time.Second))
	}
	return p.config.Say.T("meetings.minutes", "Minutes", int(d/time.Minute))
}

// sideWide is the panel's width, px at 100 % text; it grows with half of the text.
const sideWide float32 = 224

func (s *side) width() float32 { return sideWide * (1 + (style.Of(s).Scale()-1)/2) }

// CreateRenderer is part of the widget contract.
func (s *side) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.fill, s.edge, s.title, s.count, s.close, s.roster, s.rule, s.age, s.again}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(sideWide, 160) }, s.layout)
}

func (s *side) layout(size fyne.Size) {
	look := style.Of(s)
	const margin = style.PageMargin
	head, line := look.Height(style.PageHeaderHeight), look.Line(style.Heading)
	count := s.count.MinSize().Width
	room := size.Width - 2*margin - count - style.IconGap
	if s.overlay {
		room -= s.close.MinSize().Width - 6 + style.Unit
	}
	title := s.title.HeightFor(room)
	head = max(head, title+style.FieldGap)
	s.fill.Shadow = s.overlay
	widget.Place(s.fill, 0, 0, size.Width, size.Height)
	widget.Place(s.edge, 0, 0, 1, size.Height)
	right := size.Width - margin
	s.close.Hidden = !s.overlay
	if s.overlay {
		b := s.close.MinSize()
		right -= b.Width - 6
		widget.Place(s.close, right, (head-b.Height)/2, b.Width, b.Height)
		right -= style.Unit
	}
	widget.Place(s.count, right-count, (head-line)/2, count, look.Line(style.Body))
	widget.Place(s.title, margin, (head-title)/2, max(room, 0), title)
	inner := size.Width - 2*margin
	age := s.age.HeightFor(inner)
	foot := age + style.GroupGap + style.FieldGap
	if s.again.Visible() {
		foot += look.Line(style.Caption) + style.Unit
	}
	list := max(min(s.roster.HeightFor(size.Width), size.Height-head-foot-style.FieldGap), 0)
	s.roster.Hidden = list == 0
	widget.Place(s.roster, 0, head, size.Width, list)
	y := head + list + style.FieldGap
	s.rule.Hidden = len(s.people) == 0
	widget.Place(s.rule, margin, y, inner, 1)
	y += style.FieldGap
	widget.Place(s.age, margin, y, inner, age)
	widget.Place(s.again, margin, y+age+style.Unit, s.again.MinSize().Width, look.Line(style.Caption))
}

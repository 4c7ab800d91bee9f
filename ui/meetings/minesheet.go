package meetings

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// pageOf is how many meetings or people are asked for at once; queryRests is how long typing rests
// before they are.
const (
	pageOf     = 50
	queryRests = 300 * time.Millisecond
)

// mine is the sheet of one's meetings: running and scheduled ones, to be chosen, started or made.
type mine struct {
	page    *Page
	sheet   *widget.Sheet
	which   *widget.Segments
	search  *widget.Entry
	rows    *widget.RowList
	body    *tall
	count   *widget.Text
	more    *widget.Button
	begin   *widget.Button
	found   []meeting.Meeting
	all     int
	rest    func()
	waiting func()
}

// openMeetings shows one's meetings.
func (p *Page) openMeetings() {
	if !p.account() || p.model.run != nil {
		return
	}
	say := p.config.Say
	m := &mine{page: p, rows: widget.NewRowList(), count: widget.NewText("", style.Caption, style.Ink2)}
	m.which = widget.NewSegments([]string{say.T("meetings.mine-running"), say.T("meetings.mine-all")}, func(int) { m.read(0) })
	m.search = widget.NewEntry("search", say.T("meetings.mine-search"))
	m.search.OnChanged = func(string) { m.later() }
	m.body = newTall(p, 6, m.rows)
	m.rows.OnActivated = func(int) { m.use() }
	m.rows.OnSelected = func(int) { m.show() }
	m.more = p.link(say.T("meetings.show-more"), func() { m.read(len(m.found)) })
	m.begin = p.link(say.T("meetings.start"), m.start)
	m.sheet = widget.NewSheet(say.T("meetings.mine-title"), say.T("widget.cancel"), say.T("meetings.use"), m.use)
	m.sheet.Wide = true
	m.sheet.Field(m.search)
	m.search.OnSubmitted = func(string) { m.read(0) }
	m.rows.OnKey = func(_ int, k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			m.sheet.Close()
		}
		return true
	}
	create := p.link(say.T("meetings.new"), func() {
		m.sheet.Close()
		p.openCreate()
	})
	m.sheet.Add(widget.Part{Object: m.which, Left: true}, widget.Part{Above: style.FieldGap, Object: m.search}, widget.Part{Above: style.IconGap, Object: m.body},
		widget.Part{Above: style.IconGap, Object: widget.NewLine(style.GroupGap, 0, m.count, m.more, m.begin, create)})
	m.show()
	p.open(m.sheet, m.search.Input())
	m.read(0)
}

// later reads when typing rests.
func (m *mine) later() {
	stop(&m.rest)
	m.rest = m.page.config.After(queryRests, func() { m.read(0) })
}

// read asks for a page of meetings; those of an earlier question are dropped.
func (m *mine) read(offset int) {
	p := m.page
	stop(&m.rest)
	stop(&m.waiting)
	q := meeting.Query{Words: strings.TrimSpace(m.search.Text()), Offset: offset, Limit: pageOf, Running: m.which.Selected() == 0}
	m.waiting = p.config.After(patience, func() { m.body.say(p.config.Say.T("meetings.mine-reading"), false) })
	p.tasks.Latest("mine", func(ctx context.Context) func() {
		list, err := p.host().List(ctx, q)
		return func() {
			stop(&m.waiting)
			if err != nil {
				m.body.say(p.why(err), true, p.saidLink(err)...)
				return
			}
			if offset == 0 {
				m.found = nil
			}
			m.found, m.all = append(m.found, list.Meetings...), max(list.Count, len(m.found)+len(list.Meetings))
			m.took()
		}
	})
}

// took shows what was found.
func (m *mine) took() {
	p, say := m.page, m.page.config.Say
	rows := make([]widget.Row, len(m.found))
	for i, one := range m.found {
		rows[i] = widget.Row{Icon: "calendar", Title: one.Subject, Second: one.ID, Trailing: p.whenOf(one)}
		if one.Phase == meeting.Running {
			rows[i].Icon = "meeting"
		}
	}
	words := ""
	if len(rows) == 0 {
		words = say.T("meetings.mine-none")
	}
	m.body.say(words, false)
	m.rows.SetRows(rows, min(max(m.rows.Selected(), 0), len(rows)-1))
	m.show()
}

// whenOf says when a meeting is, or that it runs.
func (p *Page) whenOf(m meeting.Meeting) string {
	say := p.config.Say
	switch {
	case m.Phase == meeting.Running && m.Start.IsZero():
		return say.T("meetings.running")
	case m.Phase == meeting.Running:
		return say.T("meetings.since", "Time", p.clock(m.Start))
	case m.Start.IsZero():
		return ""
	}
	return p.clock(m.Start)
}

// chosen is the meeting that is chosen.
func (m *mine) chosen() (meeting.Meeting, bool) {
	if i := m.rows.Selected(); i >= 0 && i < len(m.found) {
		return m.found[i], true
	}
	return meeting.Meeting{}, false
}

func (m *mine) show() {
	say := m.page.config.Say
	one, ok := m.chosen()
	able(m.sheet.OK(), ok)
	m.begin.Hidden = !ok || one.Phase != meeting.Scheduled
	m.more.Hidden = len(m.found) >= m.all || len(m.found) == 0
	m.count.SetText("")
	if len(m.found) > 0 {
		m.count.SetText(say.N("meetings.mine-count", m.all, "Shown", len(m.found)))
	}
	m.sheet.Refresh()
}

// use takes the meeting that is chosen into the page.
func (m *mine) use() {
	if one, ok := m.chosen(); ok {
		m.sheet.Close()
		m.page.useMeeting(one, false)
	}
}

// start starts the scheduled meeting that is chosen, and takes it into the page.
func (m *mine) start() {
	if one, ok := m.chosen(); ok {
		m.sheet.Close()
		m.page.useMeeting(one, true)
	}
}

// useMeeting writes a meeting into the fields, with its password when the service told it.
func (p *Page) useMeeting(one meeting.Meeting, start bool) {
	b := p.access
	changedID, changedSecret := b.id.OnChanged, b.secret.OnChanged
	b.id.OnChanged, b.secret.OnChanged = nil, nil
	p.model.byToken = false
	b.id.SetText(one.ID)
	b.secret.SetText(one.HostPassword)
	b.id.OnChanged, b.secret.OnChanged = changedID, changedSecret
	p.forget()
	p.touched()
	if start {
		p.model.asked = p.typedAccess()
		p.startThat(p.model.asked)
		return
	}
	p.lookUp()
	if one.HostPassword == "" {
		p.focus(b.secret.Input())
	} else {
		p.table.Focus()
	}
}

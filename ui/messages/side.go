package messages

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// side is the panel at the right: who was written to before, and what was sent last.
type side struct {
	fynewidget.BaseWidget
	page   *Page
	shade  *widget.Fill // the shadow of a panel that lies over the page
	fill   *widget.Fill
	edge   *widget.Fill
	title  *widget.Prose
	close  *widget.Button
	search *widget.Entry
	list   *shortList // people, or rooms
	none   *widget.Prose
	sent   *shortList
	column *widget.Column
	scroll *container.Scroll

	rooms   bool // the list shows rooms
	overlay bool // the panel lies over the page
	people  []message.Correspondent
	names   []string // of rooms
	recent  []message.Item
}

// sideWidth is the width of the panel, px at 100 % text.
const sideWidth float32 = 272

// How many rows the panel shows: of people, of whom the search finds the others, and of messages.
const (
	sideRows = 6
	sentRows = 5
)

func newSide(p *Page) *side {
	say := p.config.Say
	s := &side{page: p, fill: widget.NewFill(style.Surface, "", 0), edge: widget.NewRule(), title: widget.NewProse("", style.Heading, style.Ink),
		none: widget.NewProse("", style.Body, style.Ink2)}
	s.shade = widget.NewFill(style.Surface, "", 0)
	s.shade.Shadow, s.shade.Hidden = true, true
	s.close = widget.NewIconButton("x", say.T("messages.close"), p.closeSide)
	s.search = widget.NewEntry("search", "")
	s.search.OnChanged = func(q string) { s.find(q) }
	s.search.OnKey = s.searchKey
	s.list = newShortList(s.chosen)
	s.list.plus = true
	s.list.focus = s.reveal(s.list)
	s.sent = newShortList(nil)
	s.sent.gap = style.IconGap
	if p.config.ShowMessage != nil {
		s.sent.chosen = func(i int) { p.config.ShowMessage(s.recent[i].ID) }
		s.sent.focus = s.reveal(s.sent)
	}
	s.column = widget.NewColumn(0)
	s.scroll = widget.NewFollowing(s.column)
	s.ExtendBaseWidget(s)
	return s
}

func (s *side) reveal(o fyne.CanvasObject) func(bool) {
	return func(on bool) {
		if on {
			widget.Reveal(s.scroll, o)
		}
	}
}

// width is what the panel takes beside the page, px.
func (s *side) width() float32 { return sideWidth * style.Of(s).Scale() }

// show draws people or rooms, and what was sent last.
func (s *side) show(rooms bool) {
	say, m := s.page.config.Say, &s.page.model
	if s.rooms != rooms {
		s.rooms = rooms
		s.search.SetText("")
	}
	title, hint := "messages.people-title", "messages.people-search"
	if rooms {
		title, hint = "messages.rooms-title", "messages.rooms-search"
	}
	s.title.SetText(widget.Strong(say.T(title)))
	s.search.SetPlaceholder(say.T(hint))
	s.search.SetAction(nil)
	if s.search.Text() != "" {
		s.search.SetAction(widget.NewIconButton("x", say.T("messages.clear"), func() { s.search.SetText("") }))
	}
	s.list.set(s.rows())
	s.recent = m.recent[:min(len(m.recent), sentRows)]
	s.sent.set(s.page.sentRows(s.recent))
	s.arrange()
}

// rows are what the list shows.
func (s *side) rows() []shortRow {
	m := &s.page.model
	if !s.rooms {
		s.people = m.people
		if s.search.Text() != "" {
			s.people = m.found
		}
		s.people = s.people[:min(len(s.people), sideRows)]
		return s.page.peopleRows(s.people)
	}
	s.names = nil
	var rows []shortRow
	for _, r := range m.matchingRooms(s.search.Text()) {
		if len(rows) < sideRows {
			s.names = append(s.names, r.Name)
			rows = append(rows, shortRow{icon: "space", title: r.Name})
		}
	}
	return rows
}

// arrange puts list and results below each other.
func (s *side) arrange() {
	say := s.page.config.Say
	var parts []widget.Part
	if len(s.list.rows) > 0 {
		parts = append(parts, widget.Part{Object: s.list})
	} else {
		key := "messages.nobody-found"
		switch {
		case s.rooms && len(s.page.model.rooms) == 0:
			key = "messages.no-rooms"
		case s.rooms:
			key = "messages.no-room-found"
		case len(s.page.model.people) == 0:
			key = "messages.nobody-yet"
		}
		s.none.SetText(say.T(key))
		parts = append(parts, widget.Part{Object: inset(s.none)})
	}
	if len(s.recent) > 0 {
		parts = append(parts,
			widget.Part{Above: style.FieldGap, Object: inset(widget.NewRule())},
			widget.Part{Above: style.FieldGap, Object: inset(caption(say.T("messages.sent-last")))},
			widget.Part{Above: style.Unit, Object: s.sent})
	}
	s.column.Set(parts...)
	s.scroll.Refresh()
}

// inset gives an object the panel's margins.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewLine(style.PageMargin, 1, widget.NewSpace(0, 1), o, widget.NewSpace(0, 1))
}

// find looks for people while somebody types; rooms are all here.
func (s *side) find(query string) {
	p := s.page
	if s.rooms || strings.TrimSpace(query) == "" {
		s.show(s.rooms)
		return
	}
	p.tasks.Latest("find", func(ctx context.Context) func() {
		people, err := p.config.Outbox.People(ctx, strings.TrimSpace(query), sideRows)
		return func() {
			if err != nil {
				p.failed("messages.load-failed", err)
				return
			}
			p.model.found = people
			s.show(s.rooms)
		}
	})
}

func (s *side) searchKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDown:
		s.page.focus(s.list)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.list.take(0)
	case fyne.KeyEscape:
		if s.search.Text() == "" {
			return s.overlay && s.page.escapeSide()
		}
		s.search.SetText("")
	default:
		return false
	}
	return true
}

// chosen puts somebody, or a room, into the message.
func (s *side) chosen(i int) {
	w := s.page.writing()
	if w == nil {
		return
	}
	if s.rooms {
		if i < len(s.names) && w.room != nil {
			w.room.set(s.names[i])
		}
		return
	}
	if i < len(s.people) {
		w.to.add(recipient(s.people[i]))
	}
}

package main

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/room"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// status is what the status line says: each service's state in words, what is in the outbox, whether
// links open on this computer, whether the tray agent runs, and how many links are saved.
type status struct {
	front    *front
	running  bool // the agent
	asked    bool // whether a program opens links is known
	opens    bool
	links    int
	services []agent.ServiceState
	outbox   message.Counts
	board    *room.Board // of today, nil before the Rooms page has shown it
}

func newStatus(f *front) *status {
	s := &status{front: f, running: true}
	s.show()
	return s
}

// start asks once which program opens links.
func (s *status) start() {
	s.front.running.Go(func() {
		ctx, cancel := context.WithTimeout(s.front.ctx, 3*time.Second)
		defer cancel()
		handler, err := s.front.back.opener.Handler(ctx, "webexteams")
		if err != nil {
			return // not known: say nothing rather than something wrong
		}
		fyne.Do(func() {
			s.asked, s.opens = true, handler != ""
			s.front.settings.SetWebexApp(s.opens)
			s.show()
		})
	})
}

func (s *status) agent(running bool) {
	if s.running != running {
		s.running = running
		s.show()
	}
}

func (s *status) count(n int) {
	s.links = n
	s.show()
}

func (s *status) setServices(all []agent.ServiceState) {
	s.services = all
	s.show()
}

// service is the one that messages go through.
func (s *status) service() agent.ServiceState {
	if state, ok := s.inUse(func(u agent.Uses) bool { return u.Messages }); ok {
		return state
	}
	return s.untold(s.front.back.values().Messenger)
}

// meetings is the service that people are called through.
func (s *status) meetings() agent.ServiceState {
	if state, ok := s.inUse(func(u agent.Uses) bool { return u.Meetings }); ok {
		return state
	}
	h, state := s.front.back.values().Huawei, agent.ServiceState{Kind: agent.HuaweiMeeting, Health: agent.Untried, Demo: s.front.back.demo}
	state.Name, state.Title, state.URL = h.ID, h.Name, h.URL
	if state.Demo {
		state.Name = agent.HuaweiMeeting
	}
	if !h.IsSet() && !state.Demo {
		state.Health = agent.Unset
	}
	return state
}

// setBoard shows how old the rooms are.
func (s *status) setBoard(b *room.Board) {
	s.board = b
	s.show()
}

// setOutbox shows how many messages are on their way or want a decision, here and in the rail.
func (s *status) setOutbox(c message.Counts) {
	s.outbox = c
	count := ""
	if open := c.Open(); open > 0 {
		count = strconv.Itoa(open)
	}
	s.front.shell.SetCount(agent.PageOutbox, count)
	s.show()
}

func (s *status) show() {
	say := s.front.back.say
	var left, right []window.StatusItem
	if s.front.back.demo {
		left = append(left, window.StatusItem{Icon: "info", Tone: widget.Notice, Words: say.T("window.demo")})
	}
	if !s.running {
		left = append(left, window.StatusItem{Icon: "warn", Tone: widget.Caution, Words: say.T("window.agent-missing")})
	} else {
		left = append(left, s.serviceItems()...)
	}
	if words := s.outboxWords(); words != "" {
		left = append(left, window.StatusItem{Words: words, Do: func() { s.front.shell.Show(agent.PageOutbox) }})
	}
	switch {
	case s.asked && s.opens:
		left = append(left, window.StatusItem{Icon: "check", Tone: widget.Fine, Words: say.T("window.webex-found")})
	case s.asked:
		left = append(left, window.StatusItem{Icon: "info", Tone: widget.Notice, Words: say.T("window.webex-missing")})
	}
	if words, tone := s.roomWords(); words != "" {
		right = append(right, window.StatusItem{Words: words, Tone: tone, Do: func() { s.front.shell.Show(agent.PageRooms) }})
	}
	if s.links > 0 {
		right = append(right, window.StatusItem{Words: say.N("window.links-saved", s.links)})
	}
	s.front.shell.SetStatus(left, right)
}

// roomWords says how many rooms are free, or that this is not known any more.
func (s *status) roomWords() (string, widget.Tone) {
	if s.board == nil {
		return "", widget.Notice
	}
	say, now := s.front.back.say, now().In(s.board.Zone) // the office's day and clock, as on the board
	switch s.board.Freshness {
	case room.Unread:
		return "", widget.Notice
	case room.Stale:
		return say.T("window.rooms-stale", "At", say.Moment(s.board.Reading.At, now)), widget.Caution
	default:
		return say.T("window.rooms-read", "At", say.Moment(s.board.Reading.At, now)), widget.Notice
	}
}

// serviceItems says of each service that is set up how it is.
func (s *status) serviceItems() []window.StatusItem {
	var items []window.StatusItem
	for _, state := range s.services {
		say, kind := s.front.back.say.T, agent.KindOf(state.Name)
		item, open := window.StatusItem{}, ""
		if s.several(kind) {
			one, ok := s.ofSeveral(state)
			if ok {
				one.Icon, one.Tone = shape(state)
				items = append(items, one)
			}
			continue
		}
		if state.Health == agent.Unset {
			continue
		}
		if kind == agent.HuaweiMeeting {
			item.Words, open = say("window.meetings."+string(state.Health)), say("window.meetings.open-lock")
		} else {
			item.Words, open = say("window.service."+string(state.Health)), say("window.service.open-lock")
		}
		if item.Icon, item.Tone = shape(state); item.Icon == "lock" {
			item.Words = open
		}
		items = append(items, item)
	}
	return items
}

// outboxWords sums up what is in the outbox and not sent, "" when nothing is.
func (s *status) outboxWords() string {
	say := s.front.back.say
	words := ""
	for _, part := range []struct {
		key   string
		count int
	}{
		{"window.outbox.waiting", s.outbox.Queued},
		{"window.outbox.sending", s.outbox.Sending},
		{"window.outbox.unknown", s.outbox.Unknown},
		{"window.outbox.failed", s.outbox.Failed},
	} {
		switch {
		case part.count == 0:
		case words == "":
			words = say.T("window.outbox", "Counts", say.T(part.key, "Count", part.count))
		default:
			words = say.T("window.and", "Before", words, "Next", say.T(part.key, "Count", part.count))
		}
	}
	return words
}

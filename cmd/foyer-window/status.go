package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"foyer/ui/widget"
	"foyer/ui/window"
)

// status is what the status line says: whether links open on this computer, whether the tray agent
// runs, and how many links are saved.
type status struct {
	front   *front
	running bool // the agent
	asked   bool // whether a program opens links is known
	opens   bool
	links   int
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

func (s *status) show() {
	say := s.front.back.say
	var left, right []window.StatusItem
	switch {
	case s.asked && s.opens:
		left = append(left, window.StatusItem{Icon: "check", Tone: widget.Fine, Words: say.T("window.webex-found")})
	case s.asked:
		left = append(left, window.StatusItem{Icon: "info", Tone: widget.Notice, Words: say.T("window.webex-missing")})
	}
	if !s.running {
		left = append(left, window.StatusItem{Icon: "warn", Tone: widget.Caution, Words: say.T("window.agent-missing")})
	}
	if s.links > 0 {
		right = append(right, window.StatusItem{Words: say.N("window.links-saved", s.links)})
	}
	s.front.shell.SetStatus(left, right)
}

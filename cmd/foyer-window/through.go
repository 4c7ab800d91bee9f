package main

import (
	"context"
	"strings"

	"foyer/services/agent"
	"foyer/services/meeting"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/ui/messages"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// through asks the agent what the Messages page wants of a service.
type through struct{ agent.Client }

var _ messages.Services = through{}

// QuickCall implements messages.Services.
func (t through) QuickCall(ctx context.Context, service string, q message.QuickCall) (string, error) {
	t.Client.Service = service
	return t.Client.QuickCall(ctx, q)
}

// SaveChatRoom implements messages.Services.
func (t through) SaveChatRoom(ctx context.Context, service string, r message.ChatRoom) (message.ChatRoom, error) {
	t.Client.Service = service
	return t.Client.SaveChatRoom(ctx, r)
}

// chooser puts a service to use for what the setting of that name says; nil in the demo office, which has
// nothing to choose.
func (f *front) chooser(key string) func(service string) {
	if f.back.demo {
		return nil
	}
	return func(service string) {
		f.running.Go(func() {
			if err := (several{f.back}).use(f.ctx, service, key); err != nil {
				f.back.log.Error("choosing a service", "error", err)
			}
			f.askServices()
		})
	}
}

// inUse is the service with that use, among those that the agent told of.
func (s *status) inUse(is func(agent.Uses) bool) (agent.ServiceState, bool) {
	for _, state := range s.services {
		if is(state.Uses) {
			return state, true
		}
	}
	return agent.ServiceState{}, false
}

// rooms is the service that meeting rooms are read from.
func (s *status) rooms() agent.ServiceState {
	if state, ok := s.inUse(func(u agent.Uses) bool { return u.Rooms }); ok {
		return state
	}
	return s.untold(s.front.back.values().RoomServer)
}

// untold is what the settings say of a server while the agent has not told of it.
func (s *status) untold(m profile.Messenger) agent.ServiceState {
	state := agent.ServiceState{Name: m.ID, Kind: agent.ChatMessenger, Title: m.Name, URL: m.URL, Health: agent.Untried, Demo: s.front.back.demo}
	if state.Demo {
		state.Name = agent.ChatMessenger
	}
	if m.URL == "" && !state.Demo {
		state.Health = agent.Unset
	}
	return state
}

// several reports whether there are several services of the kind of this one.
func (s *status) several(kind string) bool {
	n := 0
	for _, state := range s.services {
		if agent.KindOf(state.Name) == kind {
			n++
		}
	}
	return n > 1
}

// ofSeveral says of a service that has others of its kind beside it how it is, by its name. One that is not
// in use is only told of when it is in trouble.
func (s *status) ofSeveral(state agent.ServiceState) (item window.StatusItem, ok bool) {
	say := s.front.back.say
	trouble := state.Health == agent.Unreachable || state.Health == agent.Refused || state.Health == agent.Faulty
	if state.Health == agent.Unset || state.Uses == (agent.Uses{}) && !trouble {
		return item, false
	}
	name := state.Title
	if name == "" {
		name = say.T("several.kind." + agent.KindOf(state.Name))
	}
	key := string(state.Health)
	if state.Health == agent.Connected && state.OpenLock {
		key = "open-lock"
	}
	return window.StatusItem{Words: say.T("status-several."+key, "Name", name)}, true
}

// shape is the icon of a service's health, and its colour.
func shape(state agent.ServiceState) (icon string, tone widget.Tone) {
	switch state.Health {
	case agent.Connected:
		if state.OpenLock {
			return "lock", widget.Caution
		}
		return "check", widget.Fine
	case agent.Unreachable, agent.Faulty:
		return "warn", widget.Caution
	case agent.Refused:
		return "x", widget.Trouble
	}
	icon = "message"
	if strings.HasPrefix(state.Name, agent.HuaweiMeeting) {
		icon = "meeting"
	}
	return icon, widget.Notice
}

// hostOf is the meeting service with the account of that ID.
func (b *backstage) hostOf(account string) meeting.Host {
	client := b.client
	client.Service = account
	return agent.MeetingHost{Client: client}
}

package agent

import (
	"context"
	"slices"

	"foyer/services/fault"
)

// use is what services are used for.
type use int

const (
	forMessages use = iota
	forRooms
	forMeetings
)

func (u Uses) has(wanted use) bool {
	switch wanted {
	case forMessages:
		return u.Messages
	case forRooms:
		return u.Rooms
	default:
		return u.Meetings
	}
}

// inUse returns the ID of the service that is used where nobody names one.
func (a *Agent) inUse(wanted use) string {
	if a.Config.Services != nil {
		for _, s := range a.Config.Services() {
			if s.Uses.has(wanted) {
				return s.Name
			}
		}
	}
	if wanted == forMeetings {
		return HuaweiMeeting
	}
	return ChatMessenger
}

// called returns the ID that somebody named, or the other one when nobody did. Only what the settings have
// can be called, since what is made for a service stays.
func (a *Agent) called(id, kind, otherwise string) (string, error) {
	if id == "" {
		return otherwise, nil
	}
	if kind == "" || KindOf(id) != kind {
		return "", unknownService(id)
	}
	if a.Config.Services != nil && id != kind && !slices.ContainsFunc(a.Config.Services(), func(s ServiceState) bool { return s.Name == id }) {
		return "", unknownService(id)
	}
	return id, nil
}

func unknownService(id string) error {
	return &fault.Error{Op: "calling a service", Service: "agent", Kind: fault.Invalid, Code: "unknown-service", Words: id}
}

// messengers are the IDs of the messaging services that there are.
func (a *Agent) messengers() []string {
	var all []string
	if a.Config.Services != nil {
		for _, s := range a.Config.Services() {
			if KindOf(s.Name) == ChatMessenger {
				all = append(all, s.Name)
			}
		}
	}
	if len(all) == 0 {
		all = []string{ChatMessenger}
	}
	return all
}

func (a *Agent) builder(id string) func(context.Context) (Messenger, error) {
	if a.Messenger == nil {
		return nil
	}
	return func(ctx context.Context) (Messenger, error) { return a.Messenger(ctx, id) }
}

func (a *Agent) meetingBuilder(id string) func(context.Context) (MeetingService, error) {
	if a.Meetings == nil {
		return nil
	}
	return func(ctx context.Context) (MeetingService, error) { return a.Meetings(ctx, id) }
}

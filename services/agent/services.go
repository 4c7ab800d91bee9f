package agent

import (
	"context"

	"foyer/services/fault"
	"foyer/services/message"
)

// Deliver delivers now what waits for a later time, and whatever else is due: of the given messages
// those that are queued, or all without any. It does not wait for the results.
func (a *Agent) Deliver(ctx context.Context, ids ...int64) error {
	if a.deliverer == nil {
		return notConfigured("delivering", "no-outbox")
	}
	return a.deliverer.Hurry(ctx, ids...)
}

// Services says what is known of the services.
func (a *Agent) Services() []ServiceState {
	if a.Config.Services == nil {
		return nil
	}
	all := a.Config.Services()
	for i := range all {
		s := &all[i]
		var known ServiceState
		switch {
		case s.Name == ChatMessenger:
			known = a.line.snapshot()
		case s.Name == HuaweiMeeting && s.Health != Unset:
			known = a.meetings.snapshot()
		default:
			continue
		}
		s.Health, s.Since, s.Next, s.Failure = known.Health, known.Since, known.Next, known.Failure
	}
	return all
}

// CheckService tests the connection to a service with what is set at the moment. What waits for a
// service that was away is tried when the service answers.
func (a *Agent) CheckService(ctx context.Context, name string) (Checked, error) {
	if name == HuaweiMeeting {
		return a.checkMeetings(ctx)
	}
	if name != ChatMessenger {
		return Checked{}, &fault.Error{Op: "testing a connection", Service: "agent", Kind: fault.Invalid, Code: "unknown-service"}
	}
	m, settings, err := a.line.get(ctx)
	if err != nil {
		return Checked{}, err
	}
	checked, err := m.Check(ctx)
	a.line.note(settings, err)
	if err == nil && a.deliverer != nil {
		a.deliverer.revive()
	}
	return checked, err
}

// QuickCall returns the URL of a new quick web conference.
func (a *Agent) QuickCall(ctx context.Context, q message.QuickCall) (string, error) {
	m, settings, err := a.line.get(ctx)
	if err != nil {
		return "", err
	}
	url, err := m.QuickCall(ctx, q)
	a.line.note(settings, err)
	return url, err
}

// SaveChatRoom creates a chat room, or updates the one with its ID, and returns what the service
// made of it.
func (a *Agent) SaveChatRoom(ctx context.Context, r message.ChatRoom) (message.ChatRoom, error) {
	m, settings, err := a.line.get(ctx)
	if err != nil {
		return message.ChatRoom{}, err
	}
	saved, err := m.SaveChatRoom(ctx, r)
	a.line.note(settings, err)
	return saved, err
}

// StartDemo starts the demo office and a Foyer that is connected to it.
func (a *Agent) StartDemo(ctx context.Context) error {
	if a.Demo == nil {
		return notConfigured("starting the demo office", "no-demo")
	}
	return a.Demo(ctx)
}

// reconfigure makes what depends on the settings and the secrets anew.
func (a *Agent) reconfigure() {
	defer a.rooms.look()
	if a.deliverer != nil {
		a.deliverer.Reconfigure()
		return
	}
	a.line.reset()
}

func notConfigured(op, code string) error {
	return &fault.Error{Op: op, Service: "agent", Kind: fault.NotConfigured, Code: code}
}

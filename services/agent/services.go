package agent

import (
	"context"
	"errors"

	"foyer/services/fault"
	"foyer/services/message"
)

// Deliver delivers now what waits for a later time, and whatever else is due: of the given messages
// those that are queued, or all without any. It does not wait for the results.
func (a *Agent) Deliver(ctx context.Context, ids ...int64) error {
	if a.couriers == nil {
		return notConfigured("delivering", "no-outbox")
	}
	var errs []error
	a.couriers.each(func(d *Deliverer) { errs = append(errs, d.Hurry(ctx, ids...)) })
	return errors.Join(errs...)
}

// Services says what is known of the services.
func (a *Agent) Services() []ServiceState {
	if a.Config.Services == nil {
		return nil
	}
	all := a.Config.Services()
	for i := range all {
		s := &all[i]
		s.Kind = KindOf(s.Name)
		var known ServiceState
		switch {
		case s.Kind == ChatMessenger:
			known = a.lines.of(s.Name).snapshot()
		case s.Kind == HuaweiMeeting && s.Health != Unset:
			known = a.meetings.of(s.Name).snapshot()
		default:
			continue
		}
		s.Health, s.Since, s.Next, s.Failure = known.Health, known.Since, known.Next, known.Failure
	}
	return all
}

// CheckService tests the connection to the service with that ID, with what is set at the moment. What waits
// for a service that was away is tried when the service answers.
func (a *Agent) CheckService(ctx context.Context, id string) (Checked, error) {
	kind := KindOf(id)
	if kind == "" {
		return Checked{}, unknownService(id)
	}
	if _, err := a.called(id, kind, ""); err != nil {
		return Checked{}, err
	}
	if kind == HuaweiMeeting {
		return a.checkMeetings(ctx, id)
	}
	line := a.lines.of(id)
	m, settings, err := line.get(ctx)
	if err != nil {
		return Checked{}, err
	}
	checked, err := m.Check(ctx)
	line.note(settings, err)
	if err == nil {
		a.couriers.tell(id, (*Deliverer).revive)
	}
	return checked, err
}

// QuickCall returns the URL of a new quick web conference of the service with that ID; "" is the one in use.
func (a *Agent) QuickCall(ctx context.Context, service string, q message.QuickCall) (url string, err error) {
	err = a.call(ctx, service, func(m Messenger) error {
		url, err = m.QuickCall(ctx, q)
		return err
	})
	return url, err
}

// SaveChatRoom creates a chat room, or updates the one with its ID, at the service with that ID, "" for the
// one in use, and returns what the service made of it.
func (a *Agent) SaveChatRoom(ctx context.Context, service string, r message.ChatRoom) (saved message.ChatRoom, err error) {
	err = a.call(ctx, service, func(m Messenger) error {
		saved, err = m.SaveChatRoom(ctx, r)
		return err
	})
	return saved, err
}

// call makes one call to a messenger.
func (a *Agent) call(ctx context.Context, service string, do func(Messenger) error) error {
	id, err := a.called(service, ChatMessenger, a.inUse(forMessages))
	if err != nil {
		return err
	}
	line := a.lines.of(id)
	m, settings, err := line.get(ctx)
	if err != nil {
		return err
	}
	err = do(m)
	line.note(settings, err)
	return err
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
	defer a.lookAtRooms()
	there := a.messengers()
	a.lines.keep(there)
	a.rooms.keep(there)
	if a.couriers != nil {
		a.couriers.look()
		a.couriers.each((*Deliverer).Reconfigure)
		return
	}
	for _, l := range a.lines.all() {
		l.reset()
	}
}

func notConfigured(op, code string) error {
	return &fault.Error{Op: op, Service: "agent", Kind: fault.NotConfigured, Code: code}
}

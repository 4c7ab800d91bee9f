package agent

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"

	"foyer/services/fault"
)

// meetings is what the agent knows of one account of the meeting service.
type meetings struct {
	build func(ctx context.Context) (MeetingService, error)
	now   func() time.Time
	told  func() // of a new state

	mu      sync.Mutex
	service MeetingService // that state is about
	state   ServiceState
	leaving sync.WaitGroup // log-outs from services that are no longer set
}

func newMeetings(id string, build func(ctx context.Context) (MeetingService, error), now func() time.Time, told func()) *meetings {
	if build == nil {
		build = func(context.Context) (MeetingService, error) { return nil, notConfigured("connecting", "no-meetings") }
	}
	return &meetings{build: build, now: now, told: told, state: ServiceState{Name: id, Kind: HuaweiMeeting, Health: Untried, Since: now().UTC()}}
}

// get returns the service. How another one was is forgotten.
func (m *meetings) get(ctx context.Context) (MeetingService, error) {
	service, err := m.build(ctx)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	old := m.service
	m.service = service
	m.mu.Unlock()
	if old != nil && old != service {
		m.become(Untried, nil)
		m.leaving.Go(func() { m.leave(context.WithoutCancel(ctx), old, logOutTime) })
	}
	return service, nil
}

// leave gives the access token of a service back. One that cannot be given back ends by itself.
func (m *meetings) leave(ctx context.Context, service MeetingService, patience time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_ = service.LogOut(ctx)
}

// close logs out, for which quitting waits a moment only.
func (m *meetings) close(ctx context.Context) {
	m.mu.Lock()
	service := m.service
	m.mu.Unlock()
	if service != nil {
		m.leave(context.WithoutCancel(ctx), service, quitTime)
	}
	m.leaving.Wait()
}

// note learns from the end of a call. A wrong password of a meeting says nothing against the service.
func (m *meetings) note(err error) {
	switch h, ok := meetingHealth(err); {
	case !ok:
	case h == Connected:
		m.become(h, nil)
	default:
		m.become(h, err)
	}
}

func (m *meetings) become(h Health, err error) {
	m.mu.Lock()
	was := m.state
	if m.state.Health != h {
		m.state.Health, m.state.Since = h, m.now().UTC()
	}
	m.state.Failure = failureOf(err)
	same := was.Health == h && sameFailure(was.Failure, m.state.Failure)
	m.mu.Unlock()
	if !same && m.told != nil {
		m.told()
	}
}

func (m *meetings) snapshot() ServiceState {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.state
}

// meetingHealth says what the end of a call tells of the service; ok is false when it tells nothing.
func meetingHealth(err error) (h Health, ok bool) {
	if err == nil {
		return Connected, true
	}
	e := failureOf(err)
	switch fault.KindOf(err) {
	case fault.Refused:
		// USG is the part of the service that knows accounts; MMC the one that knows meetings.
		account := strings.HasPrefix(e.Code, "USG.") || e.Status == http.StatusPreconditionFailed || e.Status == http.StatusLocked
		if account {
			return Refused, true
		}
		return Connected, true
	case fault.Unreachable:
		return Unreachable, true
	case fault.Faulty:
		return Faulty, true
	default:
		return "", false
	}
}

// meet makes one call to the meeting service, with the account of that ID; "" is the one in use.
func (a *Agent) meet(ctx context.Context, account string, c meetingCall) (meetingResult, error) {
	id, err := a.called(account, HuaweiMeeting, a.inUse(forMeetings))
	if err != nil {
		return meetingResult{}, err
	}
	m := a.meetings.of(id)
	service, err := m.get(ctx)
	if err != nil {
		return meetingResult{}, err
	}
	result, err := c.do(ctx, service)
	m.note(err)
	return result, err
}

// checkMeetings tests the connection to the meeting service with an account.
func (a *Agent) checkMeetings(ctx context.Context, account string) (Checked, error) {
	m := a.meetings.of(account)
	service, err := m.get(ctx)
	if err != nil {
		return Checked{}, err
	}
	checked, err := service.Check(ctx)
	m.note(err)
	return checked, err
}

// logOutTime is how long a service gets to take a token back: whoever removes an account has decided.
const logOutTime = 5 * time.Second

// quitTime is how long quitting waits for it.
const quitTime = time.Second

// forgetMeetings lets the next call log in with the secret that there is now.
func (a *Agent) forgetMeetings(ctx context.Context, account string) {
	if service, err := a.meetings.of(account).get(ctx); err == nil {
		service.Forget()
	}
}

// leaveMeetings gives the access token back before its account is removed.
func (a *Agent) leaveMeetings(ctx context.Context, account string) {
	service, err := a.meetings.of(account).get(ctx)
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, logOutTime)
	defer cancel()
	if err := service.LogOut(ctx); err != nil {
		a.Log.Warn("logging out", "error", err)
	}
}

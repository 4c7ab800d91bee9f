package settings_test

import (
	"context"
	"sync"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/settings"
)

// hall is Huawei Cloud Meeting and the agent in memory, with a secret for each way of logging in.
type hall struct {
	mu     sync.Mutex
	file   *file
	values settings.ServiceValues // what the file holds at first
	state  agent.ServiceState
	kept   map[bool]agent.Keeping
	given  []string // "way secret", in order
	fail   error
	checks []string // how it was logged in
}

// signedIn is a hall that is set up.
func signedIn() *hall {
	return &hall{values: settings.ServiceValues{URL: settings.MeetingsChina, SignIn: settings.SignInAccount, Account: "frontdesk@example", Signature: settings.SignatureNew},
		state: agent.ServiceState{Name: agent.HuaweiMeeting, Health: agent.Untried}, kept: map[bool]agent.Keeping{false: agent.KeptInKeyring}}
}

// closed is a hall of which nothing is known yet.
func closed() *hall {
	h := signedIn()
	h.values.Account, h.kept = "", map[bool]agent.Keeping{}
	return h
}

func withHall(h *hall) *office {
	o := connected()
	o.meet = h
	return o
}

func (h *hall) port(app bool) settings.Service { return way{h, app} }

func (h *hall) passed() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]string(nil), h.given...)
}

func (h *hall) check(way string) (agent.Checked, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.checks = append(h.checks, way)
	return agent.Checked{At: now.Add(-time.Minute), Took: 80 * time.Millisecond, Account: "Front desk", Expires: now.Add(13 * time.Hour)}, h.fail
}

func (h *hall) give(secret string, app bool, keep agent.Keeping) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.given, h.kept[app] = append(h.given, secret), keep
}

// way is one of the two ways to log in.
type way struct {
	*hall
	app bool
}

func (w way) name() string {
	if w.app {
		return "app"
	}
	return "account"
}

func (w way) State(context.Context) (agent.ServiceState, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	state := w.state
	v := w.file.Values().Meetings
	state.URL, state.Account = v.URL, v.Account
	return state, nil
}

func (w way) Check(context.Context) (agent.Checked, error) { return w.hall.check(w.name()) }

func (w way) SetSecret(_ context.Context, value string, keep agent.Keeping) error {
	w.give(w.name()+" "+value, w.app, keep)
	return nil
}

func (w way) RemoveSecret(context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.kept, w.app)
	return nil
}

func (w way) SecretState(context.Context) (agent.SecretState, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return agent.SecretState{Kept: w.kept[w.app], Keyring: true}, nil
}

func setMeetings(v settings.ServiceValues, key, value string) settings.ServiceValues {
	switch key {
	case settings.KeyMeetingName:
		v.Name = value
	case settings.KeyMeetingURL:
		v.URL = value
	case settings.KeyMeetingSignIn:
		v.SignIn = value
	case settings.KeyMeetingAccount:
		v.Account = value
	case settings.KeyMeetingAppID:
		v.AppID = value
	case settings.KeyMeetingUser:
		v.User = value
	case settings.KeyMeetingCorporation:
		v.Corporation = value
	case settings.KeyMeetingSignature:
		v.Signature = value
	}
	return v
}

var accountLocked = &fault.Error{Op: "logging in", Service: agent.HuaweiMeeting, Kind: fault.Refused, Status: 423, Code: "USG.206030015", Words: "user locked"}

package settings_test

import (
	"context"
	"maps"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/settings"
	"foyer/ui/style"
)

// now is the time in all tests: Monday, 10:42.
var now = time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC)

// office is Chat&Messenger and the agent in memory.
type office struct {
	mu     sync.Mutex
	file   *file
	values settings.ServiceValues // what the file holds at first
	state  agent.ServiceState
	secret agent.SecretState

	checked agent.Checked
	fail    error // of the next checks
	// wait, if there is one, holds a check up until it is closed or cancelled.
	wait   chan struct{}
	checks int

	// unkept is why the keyring takes nothing.
	unkept error
	kept   []string // "secret in place", in order
	token  string
	demos  int
	away   error // the agent is not there

	dialect map[string]string
	meet    *hall // nil without meetings
	// branches are several services, nil where there is one of each kind.
	branches *branches
}

// connected is an office that is set up.
func connected() *office {
	return &office{
		values: settings.ServiceValues{Name: "Berlin office", URL: "https://cam.example.com", Reads: settings.ReadsPost},
		state:  agent.ServiceState{Name: agent.ChatMessenger, URL: "https://cam.example.com", Health: agent.Untried},
		secret: agent.SecretState{Kept: agent.KeptInKeyring, Keyring: true}, token: "old",
		checked: agent.Checked{At: now.Add(-time.Minute), Took: 210 * time.Millisecond, Rooms: 12, Unreadable: 2},
	}
}

// unset is an office of which nothing is known yet.
func unset() *office {
	return &office{values: settings.ServiceValues{Reads: settings.ReadsPost}, secret: agent.SecretState{Keyring: true}, state: agent.ServiceState{Health: agent.Unset}}
}

func (o *office) State(context.Context) (agent.ServiceState, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	state := o.state
	if !state.Demo {
		state.URL = o.file.Values().Service.URL
	}
	return state, o.away
}

func (o *office) Check(ctx context.Context) (agent.Checked, error) {
	o.mu.Lock()
	o.checks++
	wait, checked, fail := o.wait, o.checked, o.fail
	o.mu.Unlock()
	if wait != nil {
		select {
		case <-wait:
		case <-ctx.Done():
			return agent.Checked{}, &fault.Error{Op: "testing", Kind: fault.Cancelled, Err: ctx.Err()}
		}
	}
	return checked, fail
}

func (o *office) SetSecret(ctx context.Context, value string, keep agent.Keeping) error {
	o.mu.Lock()
	wait, unkept := o.wait, o.unkept
	o.mu.Unlock()
	if keep == agent.KeptInKeyring && unkept != nil {
		if wait != nil {
			select {
			case <-wait:
			case <-ctx.Done():
				return &fault.Error{Op: "keeping", Kind: fault.Cancelled, Err: ctx.Err()}
			}
		}
		return unkept
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.kept = append(o.kept, value+" in "+string(keep))
	o.token, o.secret.Kept = value, keep
	return nil
}

func (o *office) RemoveSecret(context.Context) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.unkept != nil {
		return o.unkept
	}
	o.token, o.secret.Kept = "", agent.KeptNowhere
	return nil
}

func (o *office) SecretState(context.Context) (agent.SecretState, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.secret, nil
}

func (o *office) StartDemo(context.Context) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.demos++
	return o.fail
}

func (o *office) Dialect() []settings.DialectField {
	o.mu.Lock()
	defer o.mu.Unlock()
	all := []settings.DialectField{
		{Key: "token-header", Default: "x-cam-apiToken"}, {Key: "token-prefix"}, {Key: "errors", Default: "errors"},
		{Key: "quick-call-url", Default: "url, URL, quickCallUrl, quickCallURL, callUrl, webUrl, link, joinUrl"}, {Key: "status-param", Default: "yyyyMMdd"},
		{Key: "no-such-key", Default: "x"},
	}
	for i, f := range all {
		all[i].Value = f.Default
		if v, ok := o.dialect[f.Key]; ok {
			all[i].Value = v
		}
	}
	return all
}

func (o *office) SetDialect(_ context.Context, values map[string]string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.dialect = maps.Clone(values)
	return nil
}

// visit is the page with an office, in sight.
func visit(t *testing.T, o *office) *room {
	t.Helper()
	return visitWith(t, o, style.Light, 100, usual)
}

func visitWith(t *testing.T, o *office, mode style.Mode, size int, area fyne.Size) *room {
	t.Helper()
	r := buildWith(t, mode, size, area, o)
	r.shell.Show("settings")
	r.settle()
	return r
}

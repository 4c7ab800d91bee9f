package settings_test

import (
	"context"
	"strconv"
	"sync"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/settings"
)

// around is a desktop and the running Foyer in memory.
type around struct {
	mu       sync.Mutex
	shortcut *agent.ShortcutState
	watching *agent.WatchingState
	fail     error
	notices  settings.Notifications
	asked    []string // what was asked, in order
}

func (a *around) questions() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]string(nil), a.asked...)
}

func newAround() *around {
	return &around{shortcut: &agent.ShortcutState{Chord: settings.DefaultShortcut, State: agent.HoldHeld}, watching: &agent.WatchingState{State: agent.HoldOff},
		notices: settings.Notifications{Shown: true}}
}

func (a *around) Held(context.Context) (*agent.ShortcutState, *agent.WatchingState, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.asked = append(a.asked, "held")
	return a.shortcut, a.watching, a.fail
}

func (a *around) Notifications(context.Context) settings.Notifications {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.asked = append(a.asked, "notifications")
	return a.notices
}

// logIn is what the desktop starts, in memory.
type logIn struct {
	mu    sync.Mutex
	state settings.LogInState
	fail  error // of reading
	unset error // of changing
	sets  []string
}

func (l *logIn) State(context.Context) (settings.LogInState, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state, l.fail
}

func (l *logIn) Set(_ context.Context, on, shown bool) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sets = append(l.sets, strconv.FormatBool(on)+" "+strconv.FormatBool(shown))
	if l.unset != nil {
		return l.unset
	}
	l.state = settings.LogInState{On: on, Shown: shown}
	return nil
}

// certificates are files of certificates, by path; what is not here is none.
type certificates map[string][]settings.Certificate

func (c certificates) Authorities(_ context.Context, file string) ([]settings.Certificate, error) {
	if all, ok := c[file]; ok {
		return all, nil
	}
	return nil, &fault.Error{Op: "reading a certificate", Kind: fault.NotConfigured, Code: "ca-file"}
}

func (c certificates) Identity(_ context.Context, file, key string) (settings.Certificate, error) {
	if all, ok := c[file+key]; ok {
		return all[0], nil
	}
	return settings.Certificate{}, &fault.Error{Op: "reading a certificate", Kind: fault.NotConfigured, Code: "client-cert"}
}

// SetMessageTemplates keeps the templates as the settings file does.
func (f *file) SetMessageTemplates(_ context.Context, list []message.Template) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.notes = append(f.notes, list)
	if f.fail != nil {
		return f.fail
	}
	f.values.MessageTemplates = list
	return nil
}

func setPreference(v *settings.Values, key, value string) {
	seconds, _ := strconv.Atoi(value)
	switch key {
	case settings.KeyKeepDays:
		v.KeepDays, _ = strconv.Atoi(value)
	case settings.KeyFound:
		v.Found = value == "true"
	case settings.KeyShortcut:
		v.Shortcut = value
	case settings.KeyWatch:
		v.WatchClipboard = value == "true"
	case settings.KeyProxy:
		v.Network.Proxy = value
	case settings.KeyCAFile:
		v.Network.CAFile = value
	case settings.KeyCert:
		v.Network.CertFile = value
	case settings.KeyCertKey:
		v.Network.KeyFile = value
	case settings.KeyConnect:
		v.Network.Connect = time.Duration(seconds) * time.Second
	case settings.KeyTimeout:
		v.Network.Whole = time.Duration(seconds) * time.Second
	}
}

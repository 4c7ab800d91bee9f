package main

import (
	"context"
	"os"
	"reflect"
	"slices"
	"sync"
	"time"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/services/fault"
	"foyer/services/profile"
	"foyer/services/secrets"
	"foyer/services/transport"
)

// The environment that overrides settings and keyring.
const (
	urlVariable   = "FOYER_CAM_URL"
	tokenVariable = "FOYER_CAM_TOKEN"
)

// office is the configured Chat&Messenger and Huawei Cloud Meeting: settings, secrets and the environment
// put together.
type office struct {
	settings preferences
	// language is in which the meeting service speaks.
	language string
	keeper   *secrets.Keeper
	demo     *demoOffice // nil for a real one

	mu      sync.Mutex
	network profile.Network
	plain   [2]string
	client  *transport.Client // made for network and plain

	meetingKey     meetingKey
	meetingService agent.MeetingService // made for meetingKey
}

func newOffice(dirs profile.Dirs, settings preferences, d *demoOffice, language string) *office {
	return &office{settings: settings, language: language, demo: d, keeper: secrets.New(secrets.Config{Tag: dirs.Tag(), Dir: dirs.Secrets(),
		Variables: map[string]string{agent.ChatMessenger: tokenVariable, agent.HuaweiMeeting: meetingPasswordVariable}, Getenv: os.Getenv})}
}

// url returns the server's URL, "" when none is set.
func (o *office) url() string {
	if o.demo != nil {
		return o.demo.url()
	}
	if u := os.Getenv(urlVariable); u != "" {
		return u
	}
	return o.settings.values().Messenger.URL
}

// overridden reports whether the environment of this process says something other than the settings.
func (o *office) overridden() bool {
	return o.demo == nil && (os.Getenv(urlVariable) != "" || os.Getenv(tokenVariable) != "")
}

// token returns the API token. It may ask the keyring.
func (o *office) token(ctx context.Context) (string, error) {
	if o.demo != nil {
		return o.demo.token(), nil
	}
	return o.keeper.Get(ctx, agent.ChatMessenger)
}

// connection returns the HTTP client for the settings as they are.
func (o *office) connection(v profile.Settings) (*transport.Client, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	plain := [2]string{transport.Origin(v.Messenger.PlainHTTP), transport.Origin(v.Huawei.PlainHTTP)}
	if o.client != nil && reflect.DeepEqual(o.network, v.Network) && o.plain == plain {
		return o.client, nil
	}
	client, err := transport.New(transport.Config{Connect: v.Network.Connect, Whole: v.Network.Whole, CAFile: v.Network.CAFile,
		CertFile: v.Network.CertFile, KeyFile: v.Network.KeyFile, UserAgent: "Foyer/" + version, Proxy: transport.ProxyOf(v.Network.Proxy),
		PlainAllowed: func(origin string) bool { return origin != "" && slices.Contains(plain[:], origin) }})
	if err != nil {
		return nil, err
	}
	if o.client != nil {
		o.client.Close()
	}
	o.network, o.plain, o.client = v.Network, plain, client
	return client, nil
}

// messenger returns Chat&Messenger as the settings say, or an error of kind NotConfigured that says
// what is missing.
func (o *office) messenger(ctx context.Context) (agent.Messenger, error) {
	v := o.settings.values()
	if o.url() == "" {
		return nil, &fault.Error{Op: "connecting to Chat&Messenger", Service: agent.ChatMessenger, Kind: fault.NotConfigured, Code: "no-url"}
	}
	// Asked now, so that a missing token is found before a message is taken for sending.
	if _, err := o.token(ctx); err != nil {
		return nil, err
	}
	client, err := o.connection(v)
	if err != nil {
		return nil, err
	}
	dialect, err := chatmessenger.DefaultDialect().With(v.Messenger.Dialect)
	if err != nil {
		return nil, err
	}
	service, err := chatmessenger.New(client, chatmessenger.Config{URL: o.url(), Name: agent.ChatMessenger, Token: o.token,
		Reads: chatmessenger.Reads(v.Messenger.Reads), Dialect: &dialect, Zone: v.Rooms.Location()})
	if err != nil {
		return nil, err
	}
	return messenger{service}, nil
}

// messenger is the adapter as the agent asks for it.
type messenger struct{ *chatmessenger.Service }

// Check implements agent.Messenger.
func (m messenger) Check(ctx context.Context) (agent.Checked, error) {
	c, err := m.Service.Check(ctx)
	return agent.Checked{At: time.Now(), Took: c.Took, Rooms: c.Rooms, Unreadable: c.Unreadable, OpenLock: c.OpenLock}, err
}

// services says which services are set, without asking them or the keyring.
func (o *office) services() []agent.ServiceState {
	v := o.settings.values()
	s := agent.ServiceState{Name: agent.ChatMessenger, Title: v.Messenger.Name, URL: o.url(), Health: agent.Untried, Demo: o.demo != nil}
	if s.URL == "" {
		s.Health = agent.Unset
	}
	s.OpenLock = !s.Demo && s.URL != "" && transport.Origin(s.URL) == transport.Origin(v.Messenger.PlainHTTP)
	return []agent.ServiceState{s, o.meetingState()}
}

// close lets the connections go.
func (o *office) close(ctx context.Context) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.client != nil {
		o.client.Close()
	}
	return o.keeper.Close(ctx)
}

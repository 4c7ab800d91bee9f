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
	plain   []string
	client  *transport.Client // made for network and plain

	accounts map[string]account // by their IDs
}

func newOffice(dirs profile.Dirs, settings preferences, d *demoOffice, language string) *office {
	o := &office{settings: settings, language: language, demo: d, accounts: map[string]account{}}
	o.keeper = secrets.New(secrets.Config{Tag: dirs.Tag(), Dir: dirs.Secrets(), Variable: o.variable, Getenv: os.Getenv})
	return o
}

// variable names the environment variable that wins over a secret: only those of the services in use have
// one.
func (o *office) variable(secret string) string {
	v := o.settings.values()
	switch secret {
	case v.Messenger.ID, v.RoomServer.ID:
		return tokenVariable
	case v.Huawei.ID:
		return meetingPasswordVariable
	}
	return ""
}

// server is the Chat&Messenger with that ID, "" for the one in use: that of the demo office, or what the
// environment and the settings say. The environment speaks for those in use alone.
func (o *office) server(id string) profile.Messenger {
	v := o.settings.values()
	if o.demo != nil {
		m := v.Messengers[0]
		m.ID, m.URL = agent.ChatMessenger, o.demo.url()
		return m
	}
	if id == "" {
		id = v.Messenger.ID
	}
	m, _ := v.MessengerOf(id)
	if u := os.Getenv(urlVariable); u != "" && o.variable(id) == tokenVariable {
		m.URL = u
	}
	m.ID = id
	return m
}

// url returns the URL of the server with that ID, "" when none is set.
func (o *office) url(id string) string { return o.server(id).URL }

// overridden reports whether the environment of this process says something other than the settings, for
// the server with that ID.
func (o *office) overridden(id string) bool {
	return o.demo == nil && o.variable(o.server(id).ID) == tokenVariable && (os.Getenv(urlVariable) != "" || os.Getenv(tokenVariable) != "")
}

// token returns the API token of a server. It may ask the keyring.
func (o *office) token(ctx context.Context, id string) (string, error) {
	if o.demo != nil {
		return o.demo.token(), nil
	}
	return o.keeper.Get(ctx, id)
}

// connection returns the HTTP client for the settings as they are.
func (o *office) connection(v profile.Settings) (*transport.Client, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	plain := plainOrigins(v)
	if o.client != nil && reflect.DeepEqual(o.network, v.Network) && slices.Equal(o.plain, plain) {
		return o.client, nil
	}
	client, err := transport.New(transport.Config{Connect: v.Network.Connect, Whole: v.Network.Whole, CAFile: v.Network.CAFile,
		CertFile: v.Network.CertFile, KeyFile: v.Network.KeyFile, UserAgent: "Foyer/" + version, Proxy: transport.ProxyOf(v.Network.Proxy),
		PlainAllowed: func(origin string) bool { return origin != "" && slices.Contains(plain, origin) }})
	if err != nil {
		return nil, err
	}
	if o.client != nil {
		o.client.Close()
	}
	o.network, o.plain, o.client = v.Network, plain, client
	return client, nil
}

// plainOrigins are the servers that may get secrets without encryption.
func plainOrigins(v profile.Settings) []string {
	var all []string
	for _, m := range v.Messengers {
		all = append(all, transport.Origin(m.PlainHTTP))
	}
	for _, h := range v.Accounts {
		all = append(all, transport.Origin(h.PlainHTTP))
	}
	return all
}

// messenger returns the Chat&Messenger with that ID as the settings say, "" for the one in use, or an error
// of kind NotConfigured that says what is missing.
func (o *office) messenger(ctx context.Context, id string) (agent.Messenger, error) {
	v, server := o.settings.values(), o.server(id)
	if server.URL == "" {
		return nil, &fault.Error{Op: "connecting to Chat&Messenger", Service: agent.ChatMessenger, Kind: fault.NotConfigured, Code: "no-url"}
	}
	token := func(ctx context.Context) (string, error) { return o.token(ctx, server.ID) }
	// Asked now, so that a missing token is found before a message is taken for sending.
	if _, err := token(ctx); err != nil {
		return nil, err
	}
	client, err := o.connection(v)
	if err != nil {
		return nil, err
	}
	dialect, err := chatmessenger.DefaultDialect().With(server.Dialect)
	if err != nil {
		return nil, err
	}
	service, err := chatmessenger.New(client, chatmessenger.Config{URL: server.URL, Name: agent.ChatMessenger, Token: token,
		Reads: chatmessenger.Reads(server.Reads), Dialect: &dialect, Zone: v.Rooms.Location()})
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

// services says which services are set and in use, without asking them or the keyring. The demo office is
// one of each kind.
func (o *office) services() []agent.ServiceState {
	v := o.settings.values()
	var all []agent.ServiceState
	for i, m := range v.Messengers {
		if o.demo != nil && i > 0 {
			break
		}
		server := o.server(m.ID)
		s := agent.ServiceState{Name: server.ID, Kind: agent.ChatMessenger, Title: m.Name, URL: server.URL, Health: agent.Untried, Demo: o.demo != nil,
			Uses: agent.Uses{Messages: o.demo != nil || m.ID == v.Messenger.ID, Rooms: o.demo != nil || m.ID == v.RoomServer.ID}}
		if s.URL == "" {
			s.Health = agent.Unset
		}
		s.OpenLock = !s.Demo && s.URL != "" && transport.Origin(s.URL) == transport.Origin(m.PlainHTTP)
		all = append(all, s)
	}
	for i, h := range v.Accounts {
		if o.demo != nil && i > 0 {
			break
		}
		all = append(all, o.meetingState(h.ID, o.demo != nil || h.ID == v.Huawei.ID))
	}
	return all
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

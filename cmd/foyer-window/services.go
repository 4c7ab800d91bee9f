package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/ui/settings"
)

// service is one as the settings page asks for it, with one of its secrets: the agent does all of it.
type service struct {
	back         *backstage
	name, secret string
}

var _ settings.Service = service{}

// State implements settings.Service.
func (s service) State(ctx context.Context) (agent.ServiceState, error) {
	status, err := s.back.client.Status(ctx)
	for _, state := range status.Services {
		if state.Name == s.name {
			return state, err
		}
	}
	return agent.ServiceState{Name: s.name, Health: agent.Unset}, err
}

// Check implements settings.Service.
func (s service) Check(ctx context.Context) (agent.Checked, error) {
	return s.back.client.CheckService(ctx, s.name)
}

// SetSecret implements settings.Service.
func (s service) SetSecret(ctx context.Context, value string, keep agent.Keeping) error {
	return s.back.client.SetSecret(ctx, s.secret, value, keep)
}

// RemoveSecret implements settings.Service.
func (s service) RemoveSecret(ctx context.Context) error {
	return s.back.client.RemoveSecret(ctx, s.secret)
}

// SecretState implements settings.Service.
func (s service) SecretState(ctx context.Context) (agent.SecretState, error) {
	return s.back.client.SecretState(ctx, s.secret)
}

// huawei is the meeting service, with the secret of one way to log in.
func (b *backstage) huawei(app bool) settings.Service {
	if app {
		return service{b, agent.HuaweiMeeting, agent.HuaweiApp}
	}
	return service{b, agent.HuaweiMeeting, agent.HuaweiMeeting}
}

// services is Chat&Messenger with what only it has.
type services struct{ service }

var _ settings.Services = services{}

func newServices(b *backstage) services {
	return services{service{b, agent.ChatMessenger, agent.ChatMessenger}}
}

// StartDemo implements settings.Services.
func (s services) StartDemo(ctx context.Context) error { return s.back.client.StartDemo(ctx) }

// Dialect implements settings.Services.
func (s services) Dialect() []settings.DialectField {
	dialect, err := chatmessenger.DefaultDialect().With(s.back.values().Messengers[0].Dialect)
	if err != nil {
		dialect = chatmessenger.DefaultDialect() // what is wrong with it, a test of the connection says
	}
	var all []settings.DialectField
	for _, f := range dialect.Fields() {
		all = append(all, settings.DialectField{Key: f.Key, Value: f.Value, Default: f.Default})
	}
	return all
}

// SetDialect implements settings.Services.
func (s services) SetDialect(ctx context.Context, values map[string]string) error {
	if s.back.file == nil {
		return noFile()
	}
	if _, err := chatmessenger.DefaultDialect().With(values); err != nil {
		return err
	}
	if err := s.back.file.SetDialect(agent.ChatMessenger, values); err != nil {
		return err
	}
	s.back.tell(ctx, agent.SettingsChanged)
	return nil
}

package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/ui/settings"
)

// services is Chat&Messenger as the settings page asks for it: the agent does all of it.
type services struct{ back *backstage }

var _ settings.Services = services{}

// State implements settings.Services.
func (s services) State(ctx context.Context) (agent.ServiceState, error) {
	status, err := s.back.client.Status(ctx)
	for _, state := range status.Services {
		if state.Name == agent.ChatMessenger {
			return state, err
		}
	}
	return agent.ServiceState{Name: agent.ChatMessenger, Health: agent.Unset}, err
}

// Check implements settings.Services.
func (s services) Check(ctx context.Context) (agent.Checked, error) {
	return s.back.client.CheckService(ctx, agent.ChatMessenger)
}

// SetSecret implements settings.Services.
func (s services) SetSecret(ctx context.Context, value string, keep agent.Keeping) error {
	return s.back.client.SetSecret(ctx, agent.ChatMessenger, value, keep)
}

// RemoveSecret implements settings.Services.
func (s services) RemoveSecret(ctx context.Context) error {
	return s.back.client.RemoveSecret(ctx, agent.ChatMessenger)
}

// SecretState implements settings.Services.
func (s services) SecretState(ctx context.Context) (agent.SecretState, error) {
	return s.back.client.SecretState(ctx, agent.ChatMessenger)
}

// StartDemo implements settings.Services.
func (s services) StartDemo(ctx context.Context) error { return s.back.client.StartDemo(ctx) }

// Dialect implements settings.Services.
func (s services) Dialect() []settings.DialectField {
	dialect, err := chatmessenger.DefaultDialect().With(s.back.values().Messenger.Dialect)
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
	if err := s.back.file.SetDialect(values); err != nil {
		return err
	}
	s.back.tell(ctx, agent.SettingsChanged)
	return nil
}

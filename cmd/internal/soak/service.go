package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/services/transport"
)

// service is Chat&Messenger as the agent asks for it.
type service struct{ *chatmessenger.Service }

// Check implements agent.Messenger.
func (s service) Check(ctx context.Context) (agent.Checked, error) {
	c, err := s.Service.Check(ctx)
	return agent.Checked{Took: c.Took, Rooms: c.Rooms, Unreadable: c.Unreadable, OpenLock: c.OpenLock}, err
}

// connect returns the service at url.
func connect(url, token string) (agent.Messenger, error) {
	client, err := transport.New(transport.Config{})
	if err != nil {
		return nil, err
	}
	s, err := chatmessenger.New(client, chatmessenger.Config{URL: url, Token: func(context.Context) (string, error) { return token, nil }})
	if err != nil {
		return nil, err
	}
	return service{s}, nil
}

package agent

import (
	"context"

	"foyer/services/fault"
	"foyer/services/message"
)

// Deliver delivers now what waits for a later time, and whatever else is due: of the given messages
// those that are queued, or all without any. It does not wait for the results.
func (a *Agent) Deliver(ctx context.Context, ids ...int64) error {
	return notConfigured("delivering", "no-outbox")
}

// CheckService tests the connection to a service with what is set at the moment.
func (a *Agent) CheckService(ctx context.Context, name string) (Checked, error) {
	return Checked{}, notConfigured("testing a connection", "no-service")
}

// QuickCall returns the URL of a new quick web conference.
func (a *Agent) QuickCall(ctx context.Context, q message.QuickCall) (string, error) {
	return "", notConfigured("creating a quick call", "no-service")
}

// SaveChatRoom creates a chat room, or updates the one with its ID, and returns what the service
// made of it.
func (a *Agent) SaveChatRoom(ctx context.Context, r message.ChatRoom) (message.ChatRoom, error) {
	return message.ChatRoom{}, notConfigured("saving a chat room", "no-service")
}

// StartDemo starts the demo office and a Foyer that is connected to it.
func (a *Agent) StartDemo(ctx context.Context) error {
	if a.Demo == nil {
		return notConfigured("starting the demo office", "no-demo")
	}
	return a.Demo(ctx)
}

func notConfigured(op, code string) error {
	return &fault.Error{Op: op, Service: "agent", Kind: fault.NotConfigured, Code: code}
}

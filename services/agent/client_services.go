package agent

import (
	"context"
	"time"

	"foyer/services/message"
)

// serviceTime is how long a client waits for what the agent asks of a service, beyond what its
// context allows: longer than the longest time-out that can be set for a call.
const serviceTime = 6 * time.Minute

// Deliver asks for delivery now, see Agent.Deliver. It returns when the agent has agreed.
func (c Client) Deliver(ctx context.Context, ids ...int64) error {
	_, err := c.ask(ctx, request{Do: doDeliver, IDs: ids})
	return err
}

// CheckService tests the connection to a service with what is set at the moment.
func (c Client) CheckService(ctx context.Context, name string) (Checked, error) {
	r, err := c.askFor(ctx, serviceTime, request{Do: doCheck, Name: name})
	if r.Checked == nil {
		return Checked{}, err
	}
	return *r.Checked, err
}

// QuickCall returns the URL of a new quick web conference.
func (c Client) QuickCall(ctx context.Context, q message.QuickCall) (string, error) {
	r, err := c.askFor(ctx, serviceTime, request{Do: doQuickCall, QuickCall: &q})
	return r.URL, err
}

// SaveChatRoom creates a chat room, or updates the one with its ID, and returns what the service
// made of it.
func (c Client) SaveChatRoom(ctx context.Context, room message.ChatRoom) (message.ChatRoom, error) {
	r, err := c.askFor(ctx, serviceTime, request{Do: doSaveChatRoom, ChatRoom: &room})
	if r.ChatRoom == nil {
		return message.ChatRoom{}, err
	}
	return *r.ChatRoom, err
}

// SetSecret keeps the secret of this name, such as ChatMessenger, at that place. KeptInSession ends
// with the agent.
func (c Client) SetSecret(ctx context.Context, name, value string, keep Keeping) error {
	_, err := c.askFor(ctx, serviceTime, request{Do: doSetSecret, Name: name, Secret: value, Keeping: keep})
	return err
}

// RemoveSecret forgets the secret of this name.
func (c Client) RemoveSecret(ctx context.Context, name string) error {
	_, err := c.askFor(ctx, serviceTime, request{Do: doRemoveSecret, Name: name})
	return err
}

// SecretState says where the secret of this name is kept, without telling it.
func (c Client) SecretState(ctx context.Context, name string) (SecretState, error) {
	r, err := c.askFor(ctx, serviceTime, request{Do: doSecretState, Name: name})
	if r.Secret == nil {
		return SecretState{}, err
	}
	return *r.Secret, err
}

// StartDemo starts the demo office and a Foyer that is connected to it.
func (c Client) StartDemo(ctx context.Context) error {
	_, err := c.askFor(ctx, serviceTime, request{Do: doDemo})
	return err
}

package agent

import (
	"context"

	"foyer/services/message"
)

// Outbox keeps the messages. Of its methods only those of message.Queue need the delivery lock.
type Outbox interface {
	message.Queue
	// Messages returns these messages in that order, without those that are not there.
	Messages(ctx context.Context, ids []int64) ([]message.Item, error)
	// MessageIDs returns which messages a filter chooses, the queued ones in the order of the queue.
	MessageIDs(ctx context.Context, f message.Filter) ([]int64, error)
	// RetryMessages lets queued messages be tried at once, and puts failed and unknown ones back.
	RetryMessages(ctx context.Context, ids ...int64) (int, error)
	// Batch returns what a batch is like.
	Batch(ctx context.Context, id int64) (message.Batch, error)
}

// Messenger is a messaging service as the settings say at the moment. Its calls take as long as its
// own time-outs allow, and end with ctx. Errors are *fault.Error of the kinds that message.Sender
// lists.
type Messenger interface {
	message.Sender
	// QuickCall returns the URL of a new quick web conference.
	QuickCall(ctx context.Context, q message.QuickCall) (string, error)
	// SaveChatRoom creates a chat room, or updates the one with its ID, and returns what the service
	// made of it.
	SaveChatRoom(ctx context.Context, r message.ChatRoom) (message.ChatRoom, error)
	// Check asks something that changes nothing, to see whether the service answers.
	Check(ctx context.Context) (Checked, error)
}

// Secrets keeps passwords and tokens. Every method may ask the user's keyring, which may ask the
// user; it gives up by itself or with ctx.
type Secrets interface {
	// SecretState says where a secret is kept, if there is one.
	SecretState(ctx context.Context, name string) (SecretState, error)
	// SetSecret keeps a secret at that place, and nowhere else.
	SetSecret(ctx context.Context, name, value string, keep Keeping) error
	// RemoveSecret forgets a secret wherever it is.
	RemoveSecret(ctx context.Context, name string) error
}

// Package chatmessenger is the adapter of Chat&Messenger's HTTP API. What the vendor documents is done
// exactly so; what is not documented is a field of Dialect. It decides nothing about when to send, and
// sends nothing twice.
package chatmessenger

import (
	"context"
	"errors"
	"time"

	"foyer/services/message"
	"foyer/services/transport"
)

// Reads says by which method functions are called that only read.
type Reads string

// The methods. The vendor's curl sample is a GET; newer pages say POST for all functions.
const (
	Post Reads = "post"
	Get  Reads = "get"
)

// Config says which server is called, and how.
type Config struct {
	// URL is the server URL of the admin screen, which may have a path.
	URL string
	// Name is what errors call the service; "" is "chat-messenger".
	Name string
	// Token returns the API token; it is asked before every call.
	Token func(context.Context) (string, error)
	// Reads is Post unless it is Get.
	Reads Reads
	// Dialect is DefaultDialect unless it is set.
	Dialect *Dialect
	// Zone is that of times without one; nil is the local one.
	Zone *time.Location
}

// Service is one Chat&Messenger server. It is safe for concurrent use. Every error is a *fault.Error.
type Service struct{}

var _ message.Sender = (*Service)(nil)

// New returns the Service of c. It asks nobody. Errors are of kind NotConfigured: no URL, or a wrong one.
func New(client *transport.Client, c Config) (*Service, error) { return nil, errors.ErrUnsupported }

// Send delivers one message, to people or to a chat room. Errors are as message.Sender says.
func (s *Service) Send(ctx context.Context, m message.Message) error { return errors.ErrUnsupported }

// SendBulk delivers direct messages in one call of sendMessages; all share its outcome. A message to
// a chat room is Invalid, because the vendor's key for it is not known.
func (s *Service) SendBulk(ctx context.Context, messages []message.Message) error {
	return errors.ErrUnsupported
}

// QuickCall makes the URL of a quick web conference.
func (s *Service) QuickCall(ctx context.Context, q message.QuickCall) (string, error) {
	return "", errors.ErrUnsupported
}

// SaveChatRoom creates the chat room, or updates the one with r's ID, and returns it as the server did.
func (s *Service) SaveChatRoom(ctx context.Context, r message.ChatRoom) (message.ChatRoom, error) {
	return message.ChatRoom{}, errors.ErrUnsupported
}

// Master returns the conference rooms.
func (s *Service) Master(ctx context.Context) (Rooms, error) { return Rooms{}, errors.ErrUnsupported }

// Status returns the conference rooms with what is booked in them on a day (yyyyMMdd) or in a month (yyyyMM).
func (s *Service) Status(ctx context.Context, when string) (Rooms, error) {
	return Rooms{}, errors.ErrUnsupported
}

// Check asks for the conference rooms, which changes nothing, to learn whether URL and token are right.
func (s *Service) Check(ctx context.Context) (Checked, error) {
	return Checked{}, errors.ErrUnsupported
}

// OpenLock reports whether the last call crossed a network that is not private without encryption.
func (s *Service) OpenLock() bool { return false }

// Checked is what a successful Check found.
type Checked struct {
	Took time.Duration
	// Rooms counts the conference rooms that could be read, Unreadable the entries that could not.
	Rooms, Unreadable int
	// OpenLock says that the token crossed a network that is not private without encryption.
	OpenLock bool
}

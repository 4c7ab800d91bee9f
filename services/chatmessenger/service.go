package chatmessenger

import (
	"context"
	"net/url"
	"sync/atomic"
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

// The codes of this package's own in fault.Error.Code; the others are transport's.
const (
	// CodeNoToken: no token is set, or it could not be had.
	CodeNoToken = "no-token"
	// CodeBadToken: the token has characters that no header can have, such as a line break in its middle.
	CodeBadToken = "bad-token"
	// CodePlan: 403. The token is wrong, or the contract's plan is one without the API: it needs Cloud
	// Enterprise, or On-Premises Ultimate.
	CodePlan = "plan"
	// CodeBulkRoom: a message to a chat room was to go out in bulk.
	CodeBulkRoom = "bulk-room"
	// CodeNoAnswer: the server accepted the call, and its answer lacks what was asked for.
	CodeNoAnswer = "no-answer"
	// CodeNoExpiry: a quick call needs a time at which it ends.
	CodeNoExpiry = "no-expiry"
	// CodeBadDay: a day or a month is eight or six digits.
	CodeBadDay = "bad-day"
	// CodeDialectKey and CodeDialectValue: a setting of the dialect is not known, or cannot be.
	CodeDialectKey   = "dialect-key"
	CodeDialectValue = "dialect-value"
)

const serviceName = "chat-messenger"

// Service is one Chat&Messenger server. It is safe for concurrent use. Every error is a *fault.Error.
type Service struct {
	client  *transport.Client
	base    *url.URL
	name    string
	token   func(context.Context) (string, error)
	reads   Reads
	dialect Dialect
	zone    *time.Location
	open    atomic.Bool
	source  *Source
}

var _ message.Sender = (*Service)(nil)

// New returns the Service of c. It asks nobody. Errors are of kind NotConfigured: no URL, or a wrong one.
func New(client *transport.Client, c Config) (*Service, error) {
	s := &Service{client: client, name: c.Name, token: c.Token, reads: c.Reads, dialect: DefaultDialect(), zone: c.Zone}
	if s.name == "" {
		s.name = serviceName
	}
	if c.Dialect != nil {
		s.dialect = *c.Dialect
	}
	if s.zone == nil {
		s.zone = time.Local
	}
	s.source = &Source{service: s, zone: s.zone}
	var err error
	s.base, err = base(c.URL)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// CheckURL reports what is wrong with a server URL: nothing, or that it cannot be one. Errors are
// *fault.Error of kind NotConfigured.
func CheckURL(address string) error {
	_, err := base(address)
	return err
}

func base(address string) (*url.URL, error) {
	return transport.BaseURL("reading the server URL", serviceName, address)
}

// OpenLock reports whether the last call that reached a server crossed a network that is not private
// without encryption.
func (s *Service) OpenLock() bool { return s.open.Load() }
